import { expect } from "chai";
import type { ReadableEvent } from "../../../client/features/journal/api.ts";
import { eventSentence } from "../../../client/features/journal/sentence.ts";
import { speak } from "./words.ts";

function event(type: string, payload: object): ReadableEvent {
  const actor = { party: "mediator" as const, id: "m", name: "周明慧" };
  const place = { id: "e", at: "2026-11-05T01:40:00Z", disclosure: "shareable" as const, audience: [] };
  return { ...place, type, payload, actor } as unknown as ReadableEvent;
}

describe("a sentence of the timeline", () => {
  it("says money as money and a day as a day", async () => {
    await speak("zh");
    const paid = event("payment.recorded", {
      paymentId: "p",
      fen: 238_625,
      paidOn: "2026-11-22",
      creditFen: 0,
    });
    expect(eventSentence(paid, "zh")).to.equal("记录 2026年11月22日 还款 ¥2,386.25");
  });

  it("says stages and reasons in words, in the chosen language", async () => {
    await speak("zh");
    const moved = event("case.stageChanged", { from: "preparing", to: "negotiating" });
    expect(eventSentence(moved, "zh")).to.equal("案件从“调解准备”进入“协商中”");
    await speak("en");
    expect(eventSentence(moved, "en")).to.equal("The case went from Preparing to Negotiating");
    const ended = event("case.terminated", { reason: "impasse" });
    expect(eventSentence(ended, "en")).to.equal("Ended the mediation: No common ground found");
  });

  it("adds a reason only where one was given", async () => {
    await speak("zh");
    const answer = (reason: string | null) =>
      eventSentence(event("statement.lineAnswered", { lineId: "l", answer: "disputed", reason }), "zh");
    expect(answer(null)).to.equal("对一项欠款的答复：有异议");
    expect(answer("没有申请过")).to.equal("对一项欠款的答复：有异议 · 没有申请过");
  });

  it("names the channel of a message", async () => {
    await speak("zh");
    const said = event("message.posted", { channel: "caucus_borrower", text: "您好", memberId: "m" });
    expect(eventSentence(said, "zh")).to.equal("在与借款人的单方会谈留言：您好");
  });
});
