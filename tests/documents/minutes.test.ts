import { expect } from "chai";
import { composeMinutesPaper, type MinutesFacts } from "../../server/minutes/minutesContent.ts";
import { drawMinutes } from "../../server/minutes/minutesPdf.ts";
import { expectSoundPdf, pagesOf, wordsOf } from "../support/pdf.ts";

const FACTS: MinutesFacts = {
  number: "调录2026-0000001-1",
  draftedAt: "2026-11-21T02:00:00.000Z",
  heading: {
    caseNumber: "2026-0000001",
    centre: "钱塘金融纠纷调解中心",
    mediator: "周明慧",
    platform: "星汇消费平台",
    borrower: "张小𠮷",
  },
  body: {
    subject: {
      kind: "session",
      sessionId: "s",
      number: 2,
      from: "2026-11-21T01:00:00.000Z",
      to: "2026-11-21T02:00:00.000Z",
    },
    present: [
      { personId: "m", party: "mediator", name: "周明慧", seconds: 3_600, here: true },
      { personId: "b", party: "borrower", name: "张小𠮷", seconds: 1_830, here: true },
      { personId: "p", party: "platform", name: "陈某", seconds: 20, here: false },
    ],
    points: [
      { key: "1", at: "2026-11-21T01:00:00.000Z", text: "调解会开始", remark: null },
      { key: "2", at: "2026-11-21T01:30:00.000Z", text: "借款人提出方案1", remark: "分18期。" },
    ],
    outcome: "本次未达成协议，调解继续进行。",
    outcomeRemark: "下周再谈。",
    general: "借款人中途网络中断五分钟。",
  },
  words: [
    {
      name: "张小𠮷",
      party: "borrower",
      said: { answer: "refused", remark: "方案是我后来才提的。", at: "2026-11-21T03:00:00.000Z" },
    },
    { name: "陈某", party: "platform", said: null },
  ],
};

describe("minutes on paper", function () {
  this.timeout(120_000);
  const draw = async (facts: MinutesFacts, seal?: Parameters<typeof drawMinutes>[0]["seal"]) => {
    const composed = composeMinutesPaper(facts);
    if (!composed.ok) throw new Error(JSON.stringify(composed.missing));
    const { bytes } = await drawMinutes({
      content: composed.content,
      ...(seal === undefined ? {} : { seal }),
    });
    return bytes;
  };

  it("say who was there and for how long, what was dealt with, and who did not confirm", async () => {
    const bytes = await draw(FACTS);
    expectSoundPdf(bytes);
    const words = wordsOf(bytes);
    for (const part of [
      "第2次调解会",
      "张小𠮷（借款人，在会31分钟）",
      "未到",
      "借款人提出方案1",
      "分18期。",
      "下周再谈。",
      "网络中断五分钟",
      "不予确认",
      "方案是我后来才提的。",
      "未表示意见",
      "待确认",
    ]) {
      expect(words).to.include(part);
    }
  });

  it("go over pages with a number on each, and carry the seal once final", async () => {
    const points = Array.from({ length: 80 }, (_, k) => ({
      key: `${k}`,
      at: "2026-11-21T01:30:00.000Z",
      text: `双方确认事实${k + 1}：事实之${k + 1}。`,
      remark: k % 3 === 0 ? "附注" : null,
    }));
    const verify = { code: "7K3M-9QTX-2ABC-D4EF", url: "https://example.org/verify", development: false };
    const seal = { at: "2026-11-22T02:00:00.000Z", verify };
    const bytes = await draw({ ...FACTS, body: { ...FACTS.body, points } }, seal);
    expectSoundPdf(bytes);
    const pages = pagesOf(bytes);
    expect(pages).to.be.greaterThan(2);
    for (let page = 1; page <= pages; page += 1)
      expect(wordsOf(bytes, page)).to.include(`第${page}页共${pages}页`).and.to.include("7K3M");
    expect(wordsOf(bytes)).to.include("双方确认事实80：事实之80。");
    expect(wordsOf(bytes).includes("待确认")).to.equal(false);
  });

  it("name what cannot be printed", () => {
    const composed = composeMinutesPaper({ ...FACTS, heading: { ...FACTS.heading, borrower: "" } });
    expect(composed.ok ? [] : composed.missing).to.deep.equal([
      { field: "/heading/borrower", why: "missing" },
    ]);
  });
});
