import { createDocuments, type Documents } from "../../server/documents.ts";
import { expectHostileRefused, expectSoundAgreement } from "./soundAgreement.ts";

describe("500 agreements drawn by one process, alternating with hostile names", () => {
  let documents: Documents;
  before(() => (documents = createDocuments({ threads: 1 })));
  after(() => documents.close());

  it("each have ink on every page, every word in the text, and sums that add up", async function () {
    this.timeout(3_600_000);
    for (let k = 0; k < 500; k++) {
      await expectSoundAgreement(documents, k);
      await expectHostileRefused(documents, k);
    }
  });
});
