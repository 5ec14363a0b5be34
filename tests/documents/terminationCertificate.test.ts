import { expect } from "chai";
import { composeTerminationCertificate } from "../../server/cases/terminationCertificateContent.ts";
import type { TerminationCertificateFacts } from "../../server/cases/terminationCertificateContent.ts";
import { createDocuments } from "../../server/documents.ts";
import type { Documents } from "../../server/documents.ts";
import { TERMINATION_REASONS } from "../../shared/cases/lifecycle.ts";
import { buildCertificateFacts } from "./certificateFacts.ts";
import { expectSoundPdf, wordsOf } from "../support/pdf.ts";

describe("certificate of termination", () => {
  let documents: Documents;
  before(() => (documents = createDocuments()));
  after(() => documents.close());

  it("is one sound page that states the outcome", async () => {
    const composed = composeTerminationCertificate(buildCertificateFacts());
    if (!composed.ok) throw new Error(JSON.stringify(composed.missing));
    const { bytes, pageCount } = await documents.draw("terminationCertificate", composed.content);
    expect(pageCount).to.equal(1);
    expectSoundPdf(bytes);
    const words = wordsOf(bytes);
    for (const part of [
      "调解终止证明",
      "阿卜杜拉·吐尔逊",
      "2026年11月3日至2026年11月20日",
      "未能达成调解协议",
    ])
      expect(words).to.include(part);
  });

  it("does not say which party ended the mediation", () => {
    const outcome = (reason: TerminationCertificateFacts["reason"]) => {
      const composed = composeTerminationCertificate(buildCertificateFacts({ reason }));
      if (!composed.ok) throw new Error(JSON.stringify(composed.missing));
      return composed.content.blocks;
    };
    expect(outcome("declined_by_borrower")).to.deep.equal(outcome("declined_by_platform"));
    expect(outcome("withdrawn_by_borrower")).to.deep.equal(outcome("withdrawn_by_platform"));
    for (const reason of TERMINATION_REASONS)
      expect(JSON.stringify(outcome(reason))).to.not.match(/undefined|借款人|平台/);
  });

  it("is refused with what is missing or contradictory", () => {
    const composed = composeTerminationCertificate(
      buildCertificateFacts({ mediatorName: "", contractNumbers: [], endedOn: "2026-11-02" }),
    );
    expect(composed.ok ? [] : composed.missing.map(({ field }) => field)).to.have.members([
      "/mediatorName",
      "/contractNumbers",
      "/endedOn",
    ]);
  });
});
