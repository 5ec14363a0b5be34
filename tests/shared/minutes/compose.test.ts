import { expect } from "chai";
import { EVERYONE, PARTIES, type Party } from "../../../shared/journal/audience.ts";
import type { EventDraft, JournalEvent } from "../../../shared/journal/events.ts";
import { labelsFor } from "../../../shared/journal/labels.ts";
import { composeMinutes, sessionsWithout } from "../../../shared/minutes/compose.ts";
import { jointEvents, MINUTES_TYPES } from "../../../shared/minutes/jointEvents.ts";

const PERSONS = {
  mediator: { party: "mediator" as const, id: "m", name: "调解员周" },
  borrower: { party: "borrower" as const, id: "b", name: "张小伟" },
  platform: { party: "platform" as const, id: "p", name: "专员陈" },
};

/** A record in which one thing happens a minute from nine o'clock on. */
function record(...drafts: [Party, EventDraft][]): JournalEvent[] {
  return drafts.map(([party, draft], index) => {
    const { audience, disclosure } = labelsFor(draft);
    const event = {
      caseId: "case",
      seq: index + 1,
      id: `e${index + 1}`,
      type: draft.type,
      payload: draft.payload,
      audience: PARTIES.filter((one) => audience.includes(one)),
      disclosure,
      actor: PERSONS[party],
      at: new Date(Date.parse("2026-11-02T01:00:00.000Z") + index * 60_000).toISOString(),
      previousHash: "",
      hash: "",
      n: { borrower: null, platform: null, mediator: null },
    };
    // Draft and labels come from the same table as in the journal.
    return event as JournalEvent;
  });
}

const joined = (party: Party): [Party, EventDraft] => [
  party,
  { type: "member.joined", payload: { memberId: `member-${party}`, party, name: PERSONS[party].name } },
];
const attended = (party: Party, seconds: number) => ({
  memberId: `member-${party}`,
  party,
  name: PERSONS[party].name,
  seconds,
});
const WHOLE_DAY = { from: "2026-11-02T00:00:00.000Z", to: "2026-11-02T23:59:59.999Z" };
const SPAN = { kind: "span" as const, firstDay: "2026-11-02", lastDay: "2026-11-02", ...WHOLE_DAY };
const terms = { note: "TERMS1" } as never;
const put = (number: number, by: "borrower" | "platform"): [Party, EventDraft] => [
  by,
  {
    type: "offer.put",
    payload: {
      offerId: "o",
      number,
      by,
      counters: null,
      terms,
      termsHash: "",
      totalFen: 777_777,
      note: "NOTE1",
      expiresAt: "",
    },
  },
];

describe("the body of minutes", () => {
  it("says who did what in order, by number and never by content", () => {
    const events = record(
      joined("mediator"),
      joined("borrower"),
      joined("platform"),
      [
        "borrower",
        {
          type: "fact.proposed",
          payload: { factId: "f", number: 1, text: "旧的写法。", by: "borrower", fromData: false },
        },
      ],
      [
        "borrower",
        {
          type: "fact.reworded",
          payload: { factId: "f", number: 1, text: "2025年10月失业。", by: "borrower" },
        },
      ],
      [
        "platform",
        {
          type: "fact.answered",
          payload: {
            factId: "f",
            number: 1,
            party: "platform",
            answer: "confirmed",
            reason: null,
            status: "confirmed",
          },
        },
      ],
      [
        "borrower",
        {
          type: "fact.answered",
          payload: {
            factId: "g",
            number: 2,
            party: "borrower",
            answer: "disputed",
            reason: "REASON1",
            status: "disputed",
          },
        },
      ],
      put(1, "borrower"),
      ["platform", { type: "offer.declined", payload: { offerId: "o", number: 1 } }],
      put(2, "platform"),
      ["borrower", { type: "offer.accepted", payload: { offerId: "o", number: 2, termsHash: "" } }],
    );
    const body = composeMinutes(SPAN, jointEvents(events));
    expect(body.points.map(({ text }) => text)).to.deep.equal([
      "双方确认事实1：2025年10月失业。",
      "借款人提出方案1",
      "平台不接受方案1",
      "平台提出方案2",
      "借款人接受方案2",
    ]);
    expect(body.outcome).to.equal("双方就方案2达成一致，进入签署。");
    expect(body.present.map(({ personId, party }) => [personId, party])).to.deep.equal([
      ["m", "mediator"],
      ["b", "borrower"],
      ["p", "platform"],
    ]);
    expect(JSON.stringify(body)).to.not.match(/TERMS1|NOTE1|REASON1|777|旧的写法/);
  });

  it("takes in a session what lies in it, and those who were counted, each once", () => {
    const events = record(
      joined("mediator"),
      joined("borrower"),
      [
        "borrower",
        { type: "member.joined", payload: { memberId: "again", party: "borrower", name: "张小伟" } },
      ],
      put(1, "borrower"),
      ["mediator", { type: "session.started", payload: { sessionId: "s", number: 3, plannedEnd: "" } }],
      ["mediator", { type: "session.phase", payload: { sessionId: "s", number: 3, phase: "facts" } }],
      [
        "mediator",
        {
          type: "session.adjourned",
          payload: { sessionId: "s", number: 3, reason: "break", resumesAt: null },
        },
      ],
      ["mediator", { type: "session.resumed", payload: { sessionId: "s", number: 3, plannedEnd: "" } }],
      put(2, "borrower"),
      [
        "mediator",
        {
          type: "session.ended",
          payload: {
            sessionId: "s",
            number: 3,
            seconds: 600,
            attendance: [
              attended("mediator", 600),
              attended("borrower", 200),
              { ...attended("borrower", 300), memberId: "again" },
            ],
          },
        },
      ],
      put(3, "borrower"),
    );
    const joint = jointEvents(events);
    const [found] = sessionsWithout(joint, []);
    expect(found).to.include({ sessionId: "s", number: 3 });
    expect(sessionsWithout(joint, ["s"])).to.deep.equal([]);
    const body = composeMinutes({ kind: "session", ...found! }, joint);
    expect(body.points.map(({ text }) => text)).to.deep.equal([
      "调解会开始",
      "进入“核对事实”阶段",
      "休会",
      "复会",
      "借款人提出方案2",
      "调解会结束",
    ]);
    expect(body.present).to.deep.equal([
      { personId: "m", party: "mediator", name: "调解员周", seconds: 600, here: true },
      { personId: "b", party: "borrower", name: "张小伟", seconds: 500, here: true },
    ]);
    expect(body.outcome).to.equal("本次未达成协议，调解继续进行。");
    const later = record(
      joined("borrower"),
      [
        "mediator",
        {
          type: "session.ended",
          payload: { sessionId: "s", number: 3, seconds: 1, attendance: [attended("borrower", 1)] },
        },
      ],
      [
        "mediator",
        {
          type: "session.attendanceConfirmed",
          payload: {
            sessionId: "s",
            number: 3,
            attendance: [{ ...attended("borrower", 1), present: false }],
          },
        },
      ],
    );
    const corrected = composeMinutes({ kind: "session", ...found! }, jointEvents(later));
    expect(corrected.present.map(({ here }) => here)).to.deep.equal([false]);
  });

  it("hears nothing that one party may not read, whatever its type says", () => {
    const hidden = record(
      ["platform", { type: "offer.withdrawn", payload: { offerId: "o", number: 0 } }],
      ["mediator", { type: "proposal.withdrawn", payload: { proposalId: "p", number: 0 } }],
    );
    expect(jointEvents(hidden)).to.deep.equal([]);
    for (const type of MINUTES_TYPES) {
      for (const audience of [["borrower", "mediator"], ["platform", "mediator"], ["mediator"], []]) {
        const event = { type, audience, disclosure: "without_prejudice" } as unknown as JournalEvent;
        expect(jointEvents([event]), `${type} ${audience.join()}`).to.deep.equal([]);
      }
      const own = { type, audience: EVERYONE, disclosure: "mediator_private" } as unknown as JournalEvent;
      expect(jointEvents([own]), type).to.deep.equal([]);
      const joint = { type, audience: EVERYONE, disclosure: "without_prejudice" } as unknown as JournalEvent;
      expect(jointEvents([joint]), type).to.have.length(1);
    }
  });

  it("has no place for what is said", () => {
    const said = record(
      ["borrower", { type: "message.posted", payload: { channel: "joint", text: "x", memberId: "m" } }],
      ["mediator", { type: "case.terminationNoted", payload: { note: "x" } }],
    );
    expect(jointEvents(said)).to.deep.equal([]);
  });
});
