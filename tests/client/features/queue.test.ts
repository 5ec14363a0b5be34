import { expect } from "chai";
import type { QueueItem } from "../../../client/features/queue/api.ts";
import { destinationOf, opensFile } from "../../../client/features/queue/destination.ts";
import { whyText } from "../../../client/features/queue/whyText.ts";
import { speak } from "./words.ts";

function item(changes: Partial<QueueItem>): QueueItem {
  return {
    caseId: "c1",
    caseNumber: "2026-0000017",
    borrowerName: "余静",
    platformName: "星汇",
    stage: "negotiating",
    claimedFen: 100,
    action: "answer_offer",
    why: { code: "borrower_offered", params: {} },
    since: "2026-11-01T00:00:00Z",
    dueAt: null,
    urgency: "now",
    ...changes,
  };
}

describe("the queue's next step", () => {
  it("leads to where it is taken", () => {
    expect(destinationOf(item({}))).to.equal("/cases/c1/room");
    expect(destinationOf(item({ action: "seal" }))).to.equal("/cases/c1?tab=agreement");
    expect(destinationOf(item({ action: "approve_offer" }))).to.equal("/approvals");
    const packet = item({
      action: "file_packet",
      why: { code: "packet_unread", params: { escalationId: "e1" } },
    });
    expect(destinationOf(packet)).to.equal("/escalations/e1");
  });

  it("leads to the file while others are waited for, but a declaration stays one's own", () => {
    expect(destinationOf(item({ action: "approve_offer", urgency: "waiting" }))).to.equal("/cases/c1");
    expect(destinationOf(item({ action: "declare_conflict", urgency: "waiting" }))).to.equal("/appointments");
  });

  it("does not link a file its reader cannot open", () => {
    expect(opensFile({ action: "file_packet" })).to.equal(false);
    expect(opensFile({ action: "declare_conflict" })).to.equal(false);
    expect(opensFile({ action: "sign" })).to.equal(true);
  });

  it("says why, with the figures", async () => {
    await speak("zh");
    expect(whyText({ code: "not_opened", params: { days: 10 } }, "zh")).to.equal(
      "邀请发出 10 天，还没有打开",
    );
    expect(whyText({ code: "no_such_reason", params: {} }, "zh")).to.equal(undefined);
  });
});
