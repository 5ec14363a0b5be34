import { expect } from "chai";
import sharp from "sharp";
import {
  composeFactRecord,
  recordHash,
  recordText,
  type FactRecordFacts,
} from "../../server/facts/factRecordContent.ts";
import { drawFactRecord, type SignedFactRecord } from "../../server/facts/factRecordPdf.ts";
import { expectSoundPdf, pagesOf, wordsOf } from "../support/pdf.ts";

const FACTS: FactRecordFacts = {
  number: "调事2026-0000001-1",
  caseNumber: "2026-0000001",
  draftedAt: "2026-11-21T02:00:00.000Z",
  draftedOn: "2026-11-21",
  centre: { name: "钱塘金融纠纷调解中心", address: "浙江省杭州市上城区解放路1号", phone: "0571-88880000" },
  mediator: "周明慧",
  platform: { name: "星汇消费平台", creditCode: "91330100MA2XXXXX0X" },
  borrower: { name: "张小𠮷", idNumber: "330102199001011234" },
  contractNumbers: ["HT-1", "HT-2"],
  facts: [
    { factId: "a", text: "借款人自2025年10月起失业。" },
    { factId: "b", text: "编号为HT-1的合同自2025年11月1日起逾期。" },
  ],
};
const VERIFY = {
  code: "7K3M-9QTX-2ABC-D4EF",
  url: "https://example.org/verify?document=7K3M-9QTX-2ABC-D4EF",
  development: true,
};

function signature(party: "borrower" | "platform", image: Uint8Array | null) {
  return {
    party,
    signerName: party === "borrower" ? FACTS.borrower.name : "赵敏",
    method: image === null ? ("typed" as const) : ("drawn" as const),
    image,
    signedAt: "2026-11-21T03:00:00.000Z",
    consentWording: "我已阅读本无争议事实记录全文。",
    identification: "短信验证码（发送至 199****0001）核验通过",
    device: "203.0.113.7\nMozilla/5.0",
  };
}

describe("record of undisputed facts on paper", function () {
  this.timeout(120_000);
  const draw = async (facts: FactRecordFacts, more: Partial<SignedFactRecord> = {}) => {
    const composed = composeFactRecord(facts);
    if (!composed.ok) throw new Error(JSON.stringify(composed.missing));
    const record = { content: composed.content, contentHash: recordHash(facts), signatures: [], ...more };
    return (await drawFactRecord(record)).bytes;
  };

  it("prints every fact in its order, whole pages, and a name with a rare character", async () => {
    const bytes = await draw(FACTS);
    expectSoundPdf(bytes);
    const words = wordsOf(bytes);
    for (const part of [
      FACTS.number,
      "1.借款人自2025年10月起失业。",
      "2.编号为HT-1的合同自2025年11月1日起逾期。",
      "张小𠮷",
      "供审阅",
      "第1页共1页",
    ]) {
      expect(words).to.include(part);
    }
    const many = {
      ...FACTS,
      facts: Array.from({ length: 60 }, (_, k) => ({ factId: `${k}`, text: `事实之${k + 1}。` })),
    };
    const long = await draw(many);
    expectSoundPdf(long);
    expect(wordsOf(long))
      .to.include("60.事实之60。")
      .and.to.include(`共${pagesOf(long)}页`);
  });

  it("shows both signatures and the seal once it is sealed, and no draft mark any more", async () => {
    const stroke = `<path d="M20 120 C 120 10, 200 150, 300 40" stroke="#111" stroke-width="8" fill="none"/>`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="160">${stroke}</svg>`;
    const image = new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
    const bytes = await draw(FACTS, {
      signatures: [signature("platform", null), signature("borrower", image)],
      seal: { at: "2026-11-21T03:01:00.000Z", verify: VERIFY },
    });
    expectSoundPdf(bytes);
    const words = wordsOf(bytes);
    for (const part of ["签署记录", "赵敏", "键入姓名", "在屏幕上手写签名", VERIFY.code, recordHash(FACTS)]) {
      expect(words).to.include(part);
    }
    expect(words).to.not.include("供审阅");
  });

  it("names what is missing, and has another hash when a word is another", () => {
    const composed = composeFactRecord({ ...FACTS, mediator: "", facts: [] });
    expect(composed.ok ? [] : composed.missing.map(({ field }) => field)).to.deep.equal([
      "/mediator",
      "/facts",
    ]);
    const odd = composeFactRecord({ ...FACTS, facts: [{ factId: "a", text: "a\u202eb" }] });
    expect(odd.ok ? [] : odd.missing.map(({ why }) => why)).to.deep.equal(["unprintable"]);
    const other = { ...FACTS, facts: [...FACTS.facts].reverse() };
    expect(recordHash(other)).to.not.equal(recordHash(FACTS));
    expect(recordText(FACTS).facts).to.deep.equal(FACTS.facts.map(({ text }) => text));
  });
});
