import { compareDates, type LocalDate } from "../calendar/localDate.ts";

/** What a representative can be, as stored. Only who is `accepted` may come in and learn anything of the case. */
export const REPRESENTATIVE_STATUSES = ["named", "accepted", "refused", "ended"] as const;
export type RepresentativeStatus = (typeof REPRESENTATIVE_STATUSES)[number];

export const REPRESENTATIVE_COMMANDS = ["accept", "refuse", "end"] as const;
export type RepresentativeCommand = (typeof REPRESENTATIVE_COMMANDS)[number];

/** For each status and command the next status, or null where the command is refused. A missing cell does not compile. */
export const REPRESENTATIVE_TRANSITIONS: Record<
  RepresentativeStatus,
  Record<RepresentativeCommand, RepresentativeStatus | null>
> = {
  named: { accept: "accepted", refuse: "refused", end: "ended" },
  accepted: { accept: null, refuse: null, end: "ended" },
  refused: { accept: null, refuse: null, end: null },
  ended: { accept: null, refuse: null, end: null },
};

export type RepresentativeDecision =
  { ok: true; to: RepresentativeStatus } | { ok: false; code: "already_done" | "deadline_passed" };

/** The power of attorney counts on its last day, and not on the day after. */
export function hasRunOut(endsOn: LocalDate, today: LocalDate): boolean {
  return compareDates(endsOn, today) < 0;
}

/** Decide one command on `today` in Shanghai: a power that has run out is accepted no more, but may be ended. */
export function decideRepresentative(
  representative: { status: RepresentativeStatus; endsOn: LocalDate },
  command: RepresentativeCommand,
  today: LocalDate,
): RepresentativeDecision {
  const to = REPRESENTATIVE_TRANSITIONS[representative.status][command];
  if (to === null) return { ok: false, code: "already_done" };
  if (command === "accept" && hasRunOut(representative.endsOn, today)) {
    return { ok: false, code: "deadline_passed" };
  }
  return { ok: true, to };
}

/** Whether somebody acts for the borrower on `today`. */
export function isInForce(
  representative: { status: RepresentativeStatus; endsOn: LocalDate },
  today: LocalDate,
): boolean {
  return representative.status === "accepted" && !hasRunOut(representative.endsOn, today);
}

/** How an end came about. */
export const END_REASONS = ["by_borrower", "by_mediator", "run_out"] as const;
export type EndReason = (typeof END_REASONS)[number];
