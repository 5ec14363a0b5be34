import { SESSION_PHASES, type SessionPhase } from "./lifecycle.ts";

/** What the clock of a session is computed from: `runningSince` is null while it is not running. */
export type SessionClock = { elapsedSeconds: number; runningSince: Date | null };

/** Whole seconds a session has run until `now`, without adjournments. */
export function elapsedAt({ elapsedSeconds, runningSince }: SessionClock, now: Date): number {
  if (runningSince === null) return elapsedSeconds;
  return elapsedSeconds + Math.max(0, Math.floor((now.getTime() - runningSince.getTime()) / 1000));
}

/** A session that goes on has at least this long, whatever was planned. */
const LEAST_SECONDS = 15 * 60;

/** When a session that begins or goes on at `now` is planned to end: what is left of its `minutes`. */
export function plannedEnd(minutes: number, elapsedSeconds: number, now: Date): Date {
  return new Date(now.getTime() + Math.max(minutes * 60 - elapsedSeconds, LEAST_SECONDS) * 1000);
}

const SHARES: Record<SessionPhase, number> = {
  opening: 0.1,
  facts: 0.2,
  options: 0.25,
  bargaining: 0.35,
  closing: 0.1,
};

export type AgendaItem = { phase: SessionPhase; minutes: number };

/** The usual agenda of a session of so many minutes: whole minutes that add up to them exactly. */
export function usualAgenda(minutes: number): AgendaItem[] {
  let given = 0;
  let share = 0;
  return SESSION_PHASES.map((phase) => {
    share += SHARES[phase];
    const until = Math.round(minutes * share);
    const item = { phase, minutes: until - given };
    given = until;
    return item;
  });
}
