import { expect } from "chai";
import { fen } from "../../shared/money/fen.ts";
import { composeCompletion, type CompletionFacts } from "../../server/performance/completionContent.ts";
import { drawCompletionCertificate } from "../../server/performance/completionPdf.ts";
import { expectSoundPdf, pagesOf, qrCodesOf, wordsOf } from "../support/pdf.ts";

const VERIFICATION = {
  code: "7K3M-9QTX-2ABC-D4EF",
  url: "https://example.org/verify?document=7K3M-9QTX-2ABC-D4EF",
};
const FACTS: CompletionFacts = {
  number: "调结2026-0000001-2",
  caseNumber: "2026-0000001",
  issuedAt: "2026-11-21T02:00:00.000Z",
  centre: { name: "钱塘金融纠纷调解中心", address: "浙江省杭州市上城区解放路1号", phone: "0571-88880000" },
  platform: { name: "星汇消费金融有限公司", creditCode: "91330100MA2XXXXX0X" },
  borrower: { name: "张小伟", idNumber: "330102199001011234" },
  agreement: { number: "调协2026-0000001-2", sealedOn: "2026-11-02", documentSha256: "ab".repeat(32) },
  earlier: ["调协2026-0000001-1"],
  contracts: [
    { contractNumber: "HT-1", lender: "星汇消费金融有限公司" },
    { contractNumber: "HT-2", lender: "江南商业银行股份有限公司" },
  ],
  statementAsOf: "2026-11-01",
  lastPaidOn: "2026-11-21",
  figures: {
    statementFen: fen(1_300_000),
    agreedInterestFen: fen(0),
    waivedFen: fen(50_000),
    waivedOnCompletionFen: fen(30_000),
    givenUpFen: fen(0),
    paidFen: fen(1_220_000),
    earlierPaidFen: fen(200_000),
    creditFen: fen(44),
  },
  waivedOnCompletion: [{ contractNumber: "HT-1", component: "penalty", fen: fen(30_000) }],
};

describe("completion certificate", function () {
  this.timeout(60_000);
  const draw = async (facts: CompletionFacts) => {
    const composed = composeCompletion(facts, VERIFICATION);
    if (!composed.ok) throw new Error(JSON.stringify(composed.missing));
    return await drawCompletionCertificate(composed.content);
  };

  it("says what was owed, paid and waived, and promises no deletion", async () => {
    const { bytes } = await draw(FACTS);
    expectSoundPdf(bytes);
    const words = wordsOf(bytes);
    for (const part of [
      "结清证明",
      FACTS.number,
      FACTS.borrower.idNumber,
      "HT-2（放款机构：江南商业银行股份有限公司）",
      "人民币12,200.00元",
      "壹万贰仟贰佰元整",
      "协议生效时减免500.00",
      "付清时减免300.00",
      "合同HT-1的",
      "依被取代的协议已付2,000.00",
      "多付（应予退还）0.44",
      "五个工作日内",
      "《征信业管理条例》第十六条",
      VERIFICATION.code,
    ]) {
      expect(words, part).to.include(part.replace(/\s/g, ""));
    }
    expect(words).to.not.match(/删除/);
    // One page with its seal, although everything is in it that there can be.
    expect(pagesOf(bytes)).to.equal(1);
    expect(qrCodesOf(bytes, 1)).to.deep.equal([VERIFICATION.url]);
  });

  it("leaves out what there was none of, and is the same for the same facts", async () => {
    const plain = {
      ...FACTS,
      earlier: [],
      waivedOnCompletion: [],
      figures: {
        ...FACTS.figures,
        waivedFen: fen(0),
        waivedOnCompletionFen: fen(0),
        paidFen: fen(1_300_000),
        earlierPaidFen: fen(0),
        creditFen: fen(0),
      },
    };
    const { bytes } = await draw(plain);
    for (const part of ["减免", "被取代", "多付"]) expect(wordsOf(bytes)).to.not.include(part);
    expect(Buffer.from(bytes).equals(Buffer.from((await draw(plain)).bytes))).to.equal(true);
  });

  it("keeps the seal with words of the certificate however many contracts there are", async () => {
    for (const count of [10, 14, 17, 20, 24]) {
      const contracts = Array.from({ length: count }, (_, place) => ({
        contractNumber: `HT-2024-${place}`,
        lender: "星汇消费金融有限公司",
      }));
      const { bytes, pageCount } = await draw({ ...FACTS, contracts });
      expect(wordsOf(bytes, pageCount), `${count} contracts`).to.match(/特此证明.*印章/);
      expectSoundPdf(bytes);
    }
  });

  it("is refused when the figures contradict each other or somebody is not named", () => {
    const composed = composeCompletion(
      {
        ...FACTS,
        borrower: { name: "", idNumber: "\u202e1" },
        figures: { ...FACTS.figures, paidFen: fen(1) },
      },
      VERIFICATION,
    );
    const faults = composed.ok ? [] : composed.missing.map(({ field, why }) => `${field} ${why}`);
    expect(faults).to.have.members([
      "/borrower/name missing",
      "/borrower/idNumber unprintable",
      "/figures contradictory",
    ]);
  });
});
