/** `drafted` the mediator's own · `open` before those present, to be confirmed · `final` fixed and sealed · `withdrawn`. */
export const MINUTES_STATUSES = ["drafted", "open", "final", "withdrawn"] as const;
export type MinutesStatus = (typeof MINUTES_STATUSES)[number];

export const MINUTES_COMMANDS = ["revise", "lay_open", "answer", "recall", "finish", "withdraw"] as const;
export type MinutesCommand = (typeof MINUTES_COMMANDS)[number];

/** For each status and command the next status, or null where the command is refused. A missing cell does not compile. */
export const MINUTES_TRANSITIONS: Record<MinutesStatus, Record<MinutesCommand, MinutesStatus | null>> = {
  drafted: row({ revise: "drafted", lay_open: "open", withdraw: "withdrawn" }),
  // Called back they are the mediator's again, and what was said of them is over.
  open: row({ answer: "open", recall: "drafted", finish: "final" }),
  final: row({}),
  withdrawn: row({}),
};

function row(
  legal: Partial<Record<MinutesCommand, MinutesStatus>>,
): Record<MinutesCommand, MinutesStatus | null> {
  return {
    revise: null,
    lay_open: null,
    answer: null,
    recall: null,
    finish: null,
    withdraw: null,
    ...legal,
  };
}

export type MinutesDecision =
  { ok: true; to: MinutesStatus } | { ok: false; code: "minutes_fixed" | "minutes_not_open" };

export function decideMinutes(status: MinutesStatus, command: MinutesCommand): MinutesDecision {
  const to = MINUTES_TRANSITIONS[status][command];
  if (to !== null) return { ok: true, to };
  return { ok: false, code: status === "drafted" ? "minutes_not_open" : "minutes_fixed" };
}

/** What somebody who was there says of the minutes; a refusal is printed with its remark. */
export const MINUTES_ANSWERS = ["confirmed", "refused"] as const;
export type MinutesAnswer = (typeof MINUTES_ANSWERS)[number];

/** A refusal says what is wrong. Null when the answer is complete. */
export function minutesAnswerProblem(answer: MinutesAnswer, remark: string | null): "remark_required" | null {
  return answer === "refused" && (remark ?? "").trim() === "" ? "remark_required" : null;
}

/** Whether everybody who was there has said something; nobody is waited for where nobody but the mediator was. */
export function isAnsweredByAll(present: readonly string[], answered: readonly string[]): boolean {
  return present.length > 0 && present.every((personId) => answered.includes(personId));
}

/** Characters of one remark at most. */
export const MAX_REMARK_LENGTH = 500;
/** Days a span of dates may have at most. */
export const MAX_SPAN_DAYS = 92;

/** `2026-0001234` and 1 → `调录2026-0001234-1`. */
export function minutesNumber(caseNumber: string, serial: number): string {
  return `调录${caseNumber}-${serial}`;
}
