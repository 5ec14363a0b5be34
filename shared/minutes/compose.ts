import type { Party } from "../journal/audience.ts";
import type { JointEvent } from "./jointEvents.ts";
import type { MinutesBody, MinutesPoint, MinutesSubject, Present, SessionWithout } from "./minutesView.ts";

const SIDES: Record<Party, string> = { borrower: "借款人", platform: "平台", mediator: "调解员" };
const PHASES = {
  opening: "开场",
  facts: "核对事实",
  options: "探讨办法",
  bargaining: "协商",
  closing: "总结",
};

/**
 * The body of minutes from the joint record: who was there, what was dealt with and when, how it ended. Numbers of
 * offers and never their terms; nothing of what was said. Words for a document, in Chinese.
 */
export function composeMinutes(subject: MinutesSubject, record: readonly JointEvent[]): MinutesBody {
  const within = record.filter(
    (event) =>
      event.at >= subject.from &&
      event.at <= subject.to &&
      (subject.kind === "span" || !isOtherSession(event, subject.sessionId)),
  );
  return {
    subject,
    present: presentIn(subject, record, within),
    points: within.flatMap((event) => pointOf(event, record)),
    outcome: outcomeOf(within),
    outcomeRemark: null,
    general: null,
  };
}

/** Sessions that have ended and that no minutes are about, the oldest first. */
export function sessionsWithout(record: readonly JointEvent[], taken: readonly string[]): SessionWithout[] {
  return record.flatMap((event) => {
    if (event.type !== "session.ended" || taken.includes(event.payload.sessionId)) return [];
    const { sessionId, number } = event.payload;
    const started = record.find(
      (other) => other.type === "session.started" && other.payload.sessionId === sessionId,
    );
    return [{ sessionId, number, from: started?.at ?? event.at, to: event.at }];
  });
}

function isOtherSession(event: JointEvent, sessionId: string): boolean {
  return (
    event.type.startsWith("session.") && "sessionId" in event.payload && event.payload.sessionId !== sessionId
  );
}

/** Those counted in the session, as the mediator confirmed them; over a span, everybody who did something in it. */
function presentIn(
  subject: MinutesSubject,
  record: readonly JointEvent[],
  within: readonly JointEvent[],
): Present[] {
  if (subject.kind === "session") return attendedIn(subject.sessionId, record);
  const found = new Map<string, Present>();
  for (const { actor } of within) {
    if (actor.id === null || !(actor.party in SIDES)) continue;
    // Only the three parties are keys of SIDES.
    const party = actor.party as Party;
    found.set(actor.id, { personId: actor.id, party, name: actor.name, seconds: null, here: true });
  }
  return [...found.values()];
}

function attendedIn(sessionId: string, record: readonly JointEvent[]): Present[] {
  const persons = new Map<string, string>();
  for (const event of record) {
    if (
      (event.type === "member.joined" || event.type === "groundRules.accepted") &&
      event.actor.id !== null
    ) {
      persons.set(event.payload.memberId, event.actor.id);
    }
  }
  const confirmed = record.findLast(
    (event) => event.type === "session.attendanceConfirmed" && event.payload.sessionId === sessionId,
  );
  const ended = record.findLast(
    (event) => event.type === "session.ended" && event.payload.sessionId === sessionId,
  );
  const attended =
    confirmed?.type === "session.attendanceConfirmed"
      ? confirmed.payload.attendance
      : ended?.type === "session.ended"
        ? ended.payload.attendance.map((one) => ({ ...one, present: true }))
        : [];
  // Who left the room and came back is another member and the same person.
  const found = new Map<string, Present>();
  for (const { memberId, party, name, seconds, present } of attended) {
    const personId = persons.get(memberId);
    if (personId === undefined) continue;
    const before = found.get(personId);
    const here = present || before?.here === true;
    found.set(personId, { personId, party, name, seconds: seconds + (before?.seconds ?? 0), here });
  }
  return [...found.values()];
}

function pointOf(event: JointEvent, record: readonly JointEvent[]): MinutesPoint[] {
  const text = sentenceOf(event, record);
  return text === null ? [] : [{ key: event.id, at: event.at, text, remark: null }];
}

function sentenceOf(event: JointEvent, record: readonly JointEvent[]): string | null {
  switch (event.type) {
    case "member.joined":
    case "session.attendanceConfirmed":
      return null;
    case "groundRules.accepted":
      return `${event.payload.name}阅读并接受调解守则`;
    case "session.started":
      return "调解会开始";
    case "session.phase":
      return `进入“${PHASES[event.payload.phase]}”阶段`;
    case "session.adjourned":
      return "休会";
    case "session.resumed":
      return "复会";
    case "session.ended":
      return "调解会结束";
    case "fact.proposed":
    case "fact.reworded":
      return null;
    case "fact.answered": {
      const { number, status } = event.payload;
      return status === "confirmed"
        ? `双方确认事实${number}：${wordsOfFact(number, event.seq, record)}`
        : null;
    }
    case "factRecord.sealed":
      return `双方签署的无争议事实记录${event.payload.number}封存，载明事实${event.payload.count}项`;
    case "case.paused":
      return "暂停调解";
    case "case.resumed":
      return "恢复调解";
    case "case.terminated":
      return "调解终止";
    case "agreement.composed":
      return `就双方同意的条款拟定调解协议书${event.payload.number}`;
    default:
      return offerSentence(event);
  }
}

type OnOffer = Extract<JointEvent, { type: `offer.${string}` | `proposal.${string}` }>;

/** Which offer and what became of it; what is in it stays in it. */
function offerSentence(event: OnOffer): string {
  const { number } = event.payload;
  switch (event.type) {
    case "offer.put":
      return `${SIDES[event.payload.by]}提出方案${number}`;
    case "offer.withdrawn":
      return `方案${number}撤回`;
    case "offer.declined":
      return `${sideOf(event)}不接受方案${number}`;
    case "offer.expired":
      return `方案${number}到期`;
    case "offer.accepted":
      return `${sideOf(event)}接受方案${number}`;
    case "proposal.opened":
      return `调解员提出建议方案${number}，由双方密封答复`;
    case "proposal.withdrawn":
      return `调解员撤回建议方案${number}`;
    case "proposal.notAgreed":
      return `建议方案${number}未达成一致`;
    case "proposal.agreed":
      return `双方同意建议方案${number}`;
  }
}

function sideOf({ actor }: OnOffer): string {
  return actor.party === "borrower" || actor.party === "platform" ? SIDES[actor.party] : "双方";
}

/** The words a fact had when it was confirmed. */
function wordsOfFact(number: number, before: number, record: readonly JointEvent[]): string {
  const found = record.findLast(
    (event) =>
      (event.type === "fact.proposed" || event.type === "fact.reworded") &&
      event.payload.number === number &&
      event.seq < before,
  );
  return found?.type === "fact.proposed" || found?.type === "fact.reworded" ? found.payload.text : "";
}

function outcomeOf(within: readonly JointEvent[]): string {
  if (within.some(({ type }) => type === "case.terminated")) return "调解终止，双方未达成协议。";
  const agreed = within.findLast(({ type }) => type === "proposal.agreed" || type === "offer.accepted");
  if (agreed?.type === "proposal.agreed") return `双方就建议方案${agreed.payload.number}达成一致，进入签署。`;
  if (agreed?.type === "offer.accepted") return `双方就方案${agreed.payload.number}达成一致，进入签署。`;
  return "本次未达成协议，调解继续进行。";
}
