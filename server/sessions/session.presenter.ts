import { attendanceOf } from "../../shared/sessions/attendance.ts";
import { usualAgenda } from "../../shared/sessions/clock.ts";
import { firstForBoth } from "../../shared/sessions/times.ts";
import type { SessionView, SideTicks } from "../../shared/sessions/sessionView.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { OfferSide } from "../../shared/offers/offerView.ts";
import type { Case } from "../cases/index.ts";
import type { MediationSession, SessionStay, SessionTick } from "./session.entity.ts";
import { sessionAbilities } from "./session.policy.ts";

/** Who looks; `ticks` holds that side's own, or both for the mediator. */
export type SessionContext = {
  party: Party;
  theCase: Case;
  now: Date;
  ticks: readonly SessionTick[];
  stays: readonly SessionStay[];
};

export function presentSession(session: MediationSession, context: SessionContext): SessionView {
  const { party, theCase } = context;
  const ticks = context.ticks.filter(({ sessionId }) => sessionId === session.id);
  return {
    id: session.id,
    number: session.number,
    status: session.status,
    times: session.times.map(iso),
    minutes: session.minutes,
    startsAt: isoOrNull(session.startsAt),
    resumesAt: isoOrNull(session.resumesAt),
    phase: session.phase,
    agenda: usualAgenda(session.minutes),
    startedAt: isoOrNull(session.startedAt),
    runningSince: isoOrNull(session.runningSince),
    elapsedSeconds: session.elapsedSeconds,
    plannedEnd: isoOrNull(session.plannedEnd),
    endedAt: isoOrNull(session.endedAt),
    reason: session.reason,
    attendance: presentAttendance(session, context),
    attendanceConfirmedAt: isoOrNull(session.confirmedAt),
    version: session.version,
    abilities: sessionAbilities(party, theCase, session),
    ...(party === "mediator"
      ? session.status === "polling" && { ticks: presentTicks(session, ticks, context.now) }
      : { own: side(ticks, party) }),
  };
}

function presentAttendance(
  session: MediationSession,
  { stays, now }: SessionContext,
): SessionView["attendance"] {
  const own = stays.filter(({ sessionId }) => sessionId === session.id);
  const here = new Set(own.filter(({ leftAt }) => leftAt === null).map(({ memberId }) => memberId));
  const { confirmedPresent } = session;
  return attendanceOf(own, now).map((one) => ({
    ...one,
    here: here.has(one.memberId),
    present: confirmedPresent === null ? null : confirmedPresent.includes(one.memberId),
  }));
}

function presentTicks(session: MediationSession, ticks: readonly SessionTick[], now: Date) {
  const times = (party: OfferSide) => ticks.find((tick) => tick.party === party)?.times ?? null;
  const both = { borrower: times("borrower"), platform: times("platform") };
  return {
    borrower: side(ticks, "borrower"),
    platform: side(ticks, "platform"),
    suggested: isoOrNull(firstForBoth(session.times, both, now)),
  };
}

function side(ticks: readonly SessionTick[], party: OfferSide): SideTicks | null {
  const found = ticks.find((tick) => tick.party === party);
  if (!found) return null;
  return { times: found.times.map(iso), byName: found.tickedByName, at: iso(found.tickedAt) };
}

function iso(at: Date): string {
  return at.toISOString();
}

function isoOrNull(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
