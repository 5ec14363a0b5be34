import { PARTIES } from "../journal/audience.ts";
import type { EventType, JournalEvent } from "../journal/events.ts";

/** What minutes may tell of. What is said has no place here: neither messages nor notes nor answers under seal. */
export const MINUTES_TYPES = [
  "member.joined",
  "groundRules.accepted",
  "session.started",
  "session.phase",
  "session.adjourned",
  "session.resumed",
  "session.ended",
  "session.attendanceConfirmed",
  "fact.proposed",
  "fact.reworded",
  "fact.answered",
  "factRecord.sealed",
  "offer.put",
  "offer.withdrawn",
  "offer.declined",
  "offer.expired",
  "offer.accepted",
  "proposal.opened",
  "proposal.withdrawn",
  "proposal.notAgreed",
  "proposal.agreed",
  "agreement.composed",
  "case.paused",
  "case.resumed",
  "case.terminated",
] as const satisfies readonly EventType[];
export type MinutesType = (typeof MINUTES_TYPES)[number];
export type JointEvent = Extract<JournalEvent, { type: MinutesType }>;

/**
 * The one source of minutes: events of these types that every party of the joint room may read. What one side alone has
 * heard does not get past here, whatever its type.
 */
export function jointEvents(events: readonly JournalEvent[]): JointEvent[] {
  return events.filter(isJoint);
}

function isJoint(event: JournalEvent): event is JointEvent {
  const listed = MINUTES_TYPES.some((type) => type === event.type);
  const forAll = PARTIES.every((party) => event.audience.includes(party));
  return listed && forAll && event.disclosure !== "mediator_private";
}
