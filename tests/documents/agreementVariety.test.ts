import { createDocuments, type Documents } from "../../server/documents.ts";
import { expectHostileRefused, expectSoundAgreement } from "./soundAgreement.ts";

// The same for 500 is in agreements500.long.ts.
describe("eight agreements drawn by one process, alternating with hostile names", () => {
  let documents: Documents;
  before(() => (documents = createDocuments({ threads: 1 })));
  after(() => documents.close());

  for (let k = 0; k < 8; k++)
    it(`agreement ${k} has ink on every page, every word in the text, and sums that add up`, async function () {
      this.timeout(60_000);
      await expectSoundAgreement(documents, k);
      await expectHostileRefused(documents, k);
    });
});
