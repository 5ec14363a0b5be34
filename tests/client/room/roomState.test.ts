import { expect } from "chai";
import { roomStateOf } from "../../../client/features/room/roomState.ts";
import type { RoomEvent } from "../../../client/realtime/protocol.ts";

function events(...happened: [type: string, payload: object, actorId?: string][]): RoomEvent[] {
  return happened.map(([type, payload, id = "somebody"], index) => ({
    caseId: "c",
    n: index + 1,
    id: `e${index + 1}`,
    type,
    at: "2026-11-05T01:40:00Z",
    actor: { party: "borrower", id, name: "张小伟" },
    payload,
  })) as RoomEvent[];
}
const said = (more: object = {}) =>
  ["message.posted", { channel: "caucus_borrower", text: "x", ...more }] as const;

describe("how a room stands, by one's own events", () => {
  it("knows where the mediator is alone with somebody, until it ends", () => {
    const begun = ["caucus.begun", { side: "platform", announced: true }] as [string, object];
    expect(roomStateOf(events(begun)).caucus).to.deep.include({ side: "platform", announced: true });
    expect(roomStateOf(events(begun, ["caucus.ended", {}])).caucus).to.equal(null);
    expect(roomStateOf([]).caucus).to.equal(null);
  });

  it("follows a statement from its mark to its passing on", () => {
    const steps: [string, object][] = [
      [...said({ mayPassOn: true })],
      ["message.releaseTakenBack", { messageId: "e1" }],
      ["message.released", { messageId: "e1" }],
      ["message.carried", { messageId: "e1" }],
    ];
    const states = steps.map((_, index) =>
      roomStateOf(events(...steps.slice(0, index + 1))).passing.get("e1"),
    );
    expect(states).to.deep.equal(["released", "kept", "released", "passed_on"]);
    expect(roomStateOf(events([...said()])).passing.has("e1")).to.equal(false);
  });

  it("takes somebody who came in again for as muted as before", () => {
    const story: [string, object, string][] = [
      ["member.joined", { memberId: "m1" }, "p1"],
      ["member.joined", { memberId: "m2" }, "p2"],
      ["member.muted", { memberId: "m1", reason: "请冷静" }, "chair"],
      ["member.left", { memberId: "m1" }, "p1"],
      ["member.joined", { memberId: "m3" }, "p1"],
    ];
    const { muted } = roomStateOf(events(...story));
    expect([muted.get("m3"), muted.has("m2")]).to.deep.equal(["请冷静", false]);
    const ended = roomStateOf(events(...story, ["member.unmuted", { memberId: "m3" }, "chair"]));
    expect(ended.muted.size).to.equal(0);
  });

  it("keeps requests until they are answered or taken back, and reports with what came of them", () => {
    const { requests, reports } = roomStateOf(
      events(
        ["request.made", { requestId: "r1", kind: "pause" }],
        ["request.made", { requestId: "r2", kind: "mediator_alone" }],
        ["request.made", { requestId: "r3", kind: "pause" }],
        ["request.answered", { requestId: "r1", granted: false }],
        ["request.withdrawn", { requestId: "r3" }],
        ["message.reported", { reportId: "x", messageId: "e9", reason: "threat", note: null }],
        ["report.dealtWith", { reportId: "x", messageId: "e9", note: "已提醒" }],
      ),
    );
    expect(requests.map(({ requestId }) => requestId)).to.deep.equal(["r2"]);
    expect(reports.get("e9")).to.deep.include({ reason: "threat", dealtWith: "已提醒" });
  });
});
