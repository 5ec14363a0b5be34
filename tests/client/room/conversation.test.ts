import { expect } from "chai";
import { channelOf, conversation, isInternal, unreadIn } from "../../../client/features/room/conversation.ts";
import type { OutboxEntry } from "../../../client/realtime/outbox.ts";
import type { RoomEvent } from "../../../client/realtime/protocol.ts";
import {
  type Channel,
  CHANNELS,
  type EventPayloads,
  type EventType,
} from "../../../shared/journal/events.ts";

function event<T extends EventType>(
  n: number,
  type: T,
  payload: EventPayloads[T],
  at = "2026-11-02T02:00:00.000Z",
) {
  const actor = { party: "borrower", id: "b", name: "张小伟" };
  // The test pairs types with their own payloads.
  return { caseId: "c", n, id: `e${n}`, type, at, actor, payload } as unknown as RoomEvent;
}

function said(n: number, channel: Channel, memberId = "m1", at?: string): RoomEvent {
  return event(n, "message.posted", { channel, text: `t${n}`, memberId }, at);
}

const entry = (id: string, channel: Channel, state: OutboxEntry["state"] = "sending"): OutboxEntry => ({
  command: { id, caseId: "c", type: "message.post", payload: { channel, text: id } },
  state,
});

const view = (events: RoomEvent[], more: Partial<Parameters<typeof conversation>[0]> = {}) =>
  conversation({
    events,
    outbox: [],
    channel: "joint",
    ownMemberId: "me",
    readUpTo: 0,
    openedAt: Date.parse("2026-11-03T00:00:00.000Z"),
    limit: 60,
    ...more,
  });

describe("where an event is shown", () => {
  for (const channel of CHANNELS)
    it(`a message said in ${channel} is shown in ${channel} alone`, () => {
      expect(channelOf(said(1, channel))).to.equal(channel);
    });

  it("a borrower's report is shown where only the borrower and the mediator read", () => {
    const report = event(1, "borrower.reported", { report: "need_help", note: "", identified: true });
    expect(channelOf(report)).to.equal("caucus_borrower");
  });

  it("the mediator's note on the end stays with the mediator's notes", () => {
    expect(channelOf(event(1, "case.terminationNoted", { note: "x" }))).to.equal("mediator_notes");
  });

  it("a platform's own business is marked as such", () => {
    const asked = event(1, "offer.approvalRequested", { offerId: "o", number: 0, for: "put" });
    expect(isInternal(asked)).to.equal(true);
    expect(isInternal(event(2, "offer.withdrawn", { offerId: "o", number: 0 }))).to.equal(true);
    expect(isInternal(event(3, "offer.withdrawn", { offerId: "o", number: 2 }))).to.equal(false);
  });

  it("what belongs to the record only is shown nowhere", () => {
    expect(channelOf(event(1, "notice.issued", { noticeId: "n", kind: "k", channel: "sms" }))).to.equal(null);
    expect(channelOf(event(2, "exhibit.added", { exhibitId: "x", name: "n", sha256: "s" }))).to.equal(null);
  });
});

describe("the lines of a channel", () => {
  it("begin each day of Shanghai with its date", () => {
    const { lines } = view([
      said(1, "joint", "m1", "2026-11-02T15:59:00.000Z"),
      said(2, "joint", "m1", "2026-11-02T16:00:00.000Z"),
    ]);
    expect(lines.map(({ kind }) => kind)).to.deep.equal(["day", "message", "day", "message"]);
  });

  it("let the same person's next message within five minutes follow, and nobody else's", () => {
    const { lines } = view([
      said(1, "joint", "a", "2026-11-02T02:00:00.000Z"),
      said(2, "joint", "a", "2026-11-02T02:04:59.000Z"),
      said(3, "joint", "b", "2026-11-02T02:05:00.000Z"),
      said(4, "joint", "b", "2026-11-02T02:10:00.000Z"),
    ]);
    expect(lines.flatMap((line) => (line.kind === "message" ? [line.follows] : []))).to.deep.equal([
      false,
      true,
      false,
      false,
    ]);
  });

  it("mark once where the unread begin, never before one's own words", () => {
    const { lines } = view(
      [said(1, "joint", "a"), said(2, "joint", "me"), said(3, "joint", "a"), said(4, "joint", "a")],
      {
        readUpTo: 1,
      },
    );
    expect(lines.map(({ key }) => key)).to.deep.equal([lines[0]?.key, "e1", "e2", "unread", "e3", "e4"]);
  });

  it("mark nothing that came while the reader was looking on", () => {
    const { lines } = view([said(1, "joint", "a"), said(2, "joint", "a")], {
      readUpTo: 1,
      openedAt: Date.parse("2026-11-02T01:59:00.000Z"),
    });
    expect(lines.map(({ kind }) => kind)).to.not.include("unread");
  });

  it("show the newest first page and say how many are above it", () => {
    const { lines, earlier } = view(
      [1, 2, 3, 4, 5].map((n) => said(n, "joint")),
      { limit: 2 },
    );
    expect(earlier).to.equal(3);
    expect(lines.map(({ key }) => key).slice(1)).to.deep.equal(["e4", "e5"]);
  });

  it("end with what is still on its way in this channel, and only in this one", () => {
    const outbox = [entry("x", "joint", "failed"), entry("secret", "caucus_borrower"), entry("y", "joint")];
    const { lines } = view([said(1, "joint")], { outbox });
    expect(lines.flatMap((line) => (line.kind === "pending" ? [line.text] : []))).to.deep.equal(["x", "y"]);
  });

  it("show nothing of another channel", () => {
    const events = CHANNELS.map((channel, index) => said(index + 1, channel));
    for (const channel of CHANNELS) {
      const shown = view(events, { channel }).lines.flatMap((line) =>
        line.kind === "message" ? [line.event] : [],
      );
      expect(shown.map(({ payload }) => payload.channel)).to.deep.equal([channel]);
    }
  });
});

describe("the unread count", () => {
  it("counts what others said since, not what happened or what one said oneself", () => {
    const joined = event(4, "member.joined", { memberId: "x", party: "platform", name: "n" });
    const events = [
      said(1, "joint"),
      said(2, "joint", "me"),
      said(3, "joint"),
      joined,
      said(5, "caucus_borrower"),
    ];
    expect(unreadIn(events, "joint", 1, "me")).to.equal(1);
    expect(unreadIn(events, "caucus_borrower", 0, "me")).to.equal(1);
    expect(unreadIn(events, "joint", 5, "me")).to.equal(0);
  });
});
