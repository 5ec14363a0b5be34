import { type LocalDate, daysBetween } from "../calendar/localDate.ts";

/**
 * `open` nobody has asked for it yet · `preparing` the joint application lies before the parties · `signed` both signed it ·
 * `filed` the court has it · `confirmed` and `refused` the court has ruled · `withdrawn` the parties gave it up.
 */
export const CONFIRMATION_STATUSES = [
  "open",
  "preparing",
  "signed",
  "filed",
  "confirmed",
  "refused",
  "withdrawn",
] as const;
export type ConfirmationStatus = (typeof CONFIRMATION_STATUSES)[number];

export const CONFIRMATION_COMMANDS = [
  "prepare",
  "sign",
  "sign_last",
  "file",
  "confirm",
  "refuse",
  "withdraw",
] as const;
export type ConfirmationCommand = (typeof CONFIRMATION_COMMANDS)[number];

type Row = Record<ConfirmationCommand, ConfirmationStatus | null>;

/**
 * The whole lifecycle: the next status, or null where the command is refused. Preparing again, with another court, voids
 * the signatures there are; a withdrawn application may be prepared anew while there is time.
 */
export const CONFIRMATION_TRANSITIONS: Record<ConfirmationStatus, Row> = {
  open: row({ prepare: "preparing", withdraw: "withdrawn" }),
  preparing: row({ prepare: "preparing", sign: "preparing", sign_last: "signed", withdraw: "withdrawn" }),
  signed: row({ prepare: "preparing", file: "filed", withdraw: "withdrawn" }),
  filed: row({ confirm: "confirmed", refuse: "refused", withdraw: "withdrawn" }),
  confirmed: row({}),
  refused: row({}),
  withdrawn: row({ prepare: "preparing" }),
};

function row(legal: Partial<Row>): Row {
  return {
    prepare: null,
    sign: null,
    sign_last: null,
    file: null,
    confirm: null,
    refuse: null,
    withdraw: null,
    ...legal,
  };
}

/** Commands that are of use only while the court can still be asked. */
const IN_TIME: readonly ConfirmationCommand[] = ["prepare", "sign", "sign_last", "file"];

export type ConfirmationDecision =
  | { ok: true; to: ConfirmationStatus }
  | { ok: false; code: "already_done" | "stage_forbids" | "deadline_passed" | "not_everyone_signed" };

/**
 * Decide one command on the date it takes effect: `on` is today, or the day of filing. The last day of the limit still
 * counts; after it nothing that leads to the court is possible.
 */
export function decideConfirmation(
  status: ConfirmationStatus,
  command: ConfirmationCommand,
  { on, deadline }: { on: LocalDate; deadline: LocalDate },
): ConfirmationDecision {
  const to = CONFIRMATION_TRANSITIONS[status][command];
  if (to === null) return { ok: false, code: why(status, command) };
  if (IN_TIME.includes(command) && on > deadline) return { ok: false, code: "deadline_passed" };
  return { ok: true, to };
}

function why(
  status: ConfirmationStatus,
  command: ConfirmationCommand,
): "already_done" | "stage_forbids" | "not_everyone_signed" {
  if (command === "file" && status === "preparing") return "not_everyone_signed";
  const done =
    (command === "file" && status === "filed") ||
    (command === "confirm" && status === "confirmed") ||
    (command === "refuse" && status === "refused") ||
    (command === "withdraw" && status === "withdrawn");
  return done ? "already_done" : "stage_forbids";
}

export const CONFIRMATION_PARTIES = ["borrower", "platform"] as const;
export type ConfirmationParty = (typeof CONFIRMATION_PARTIES)[number];

/** Decide one party's signature: both apply together, in any order, each once for the same text. */
export function decideApplicant(
  status: ConfirmationStatus,
  signedBy: readonly ConfirmationParty[],
  party: ConfirmationParty,
  when: { on: LocalDate; deadline: LocalDate },
): ConfirmationDecision {
  if (signedBy.includes(party)) return { ok: false, code: "already_done" };
  return decideConfirmation(status, signedBy.length === 0 ? "sign" : "sign_last", when);
}

/** Days before the limit at which somebody is told. */
export const WARNING_DAYS = [10, 3] as const;

/** The nearest warning that is due with `daysLeft` days to go and not yet given; null when none is. */
export function warningDue(daysLeft: number, warnedDays: number | null): number | null {
  if (daysLeft < 0) return null;
  const due = WARNING_DAYS.filter((days) => daysLeft <= days).at(-1);
  if (due === undefined) return null;
  return warnedDays !== null && warnedDays <= due ? null : due;
}

/** Statuses in which the limit is still running. */
export const RUNNING_STATUSES: readonly ConfirmationStatus[] = ["open", "preparing", "signed"];

/** Whole days from `today` to the limit: 0 on its last day, negative when it is over. */
export function daysLeft(today: LocalDate, deadline: LocalDate): number {
  return daysBetween(today, deadline);
}
