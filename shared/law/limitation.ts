import { deadlineAfterMonths } from "../calendar/deadlines.ts";
import type { LocalDate } from "../calendar/localDate.ts";
import type { DatedRule } from "./rule.ts";

/** The general limitation period. Only the debtor may raise it (民法典 193); a court does not apply it by itself. */
export const LIMITATION_RULE: DatedRule<{ months: number }> = {
  id: "limitation-2017",
  rule: "诉讼时效",
  from: "2017-10-01",
  value: { months: 36 },
  source: "民法典第188、189、193条",
  confidence: "READ",
};

/** What interrupts the period so that it begins anew. For `filing` the date is the end of the proceedings. */
export const RESTART_SOURCES = {
  demand: { source: "民法典第195条第1项", confidence: "READ" },
  consent_to_perform: { source: "民法典第195条第2项", confidence: "READ" },
  filing: { source: "民法典第195条第3项", confidence: "READ" },
  part_payment: { source: "诉讼时效规定第14条", confidence: "READ" },
  instalment_plan: { source: "诉讼时效规定第14条", confidence: "READ" },
  extension_request: { source: "诉讼时效规定第14条", confidence: "READ" },
  data_message: { source: "诉讼时效规定第8条第2项", confidence: "READ" },
  peoples_mediation: { source: "诉讼时效规定第12条", confidence: "READ" },
  private_centre_mediation: { source: "民间调解组织未必属于第12条所称的组织", confidence: "OURS" },
} as const;
export type RestartKind = keyof typeof RESTART_SOURCES;

export type Restart = { date: LocalDate; kind: RestartKind };

/** Why a restart was not relied on. */
export type IgnoredRestart = Restart & { reason: "after_expiry" | "before_last_due" | "may_not_count" };

/**
 * `date` is the last day as counted, the safe one to file by; `extendedTo` the working day it moves to by 民法典 203,
 * `provisional` while that year's holidays are unknown. `basis` is what the period runs from.
 */
export type Limitation = {
  date: LocalDate;
  extendedTo: LocalDate;
  provisional: boolean;
  basis: { kind: "last_due" | RestartKind; date: LocalDate; source: string };
  counted: Restart[];
  ignored: IgnoredRestart[];
  rule: DatedRule<{ months: number }>;
};

/**
 * The end of the limitation period of a debt payable in instalments: three years from the last due date (189), or from
 * the latest restart that happened while the period was still running. A request to a private centre is listed, not
 * relied on. Pure and total for dates that exist; throws RangeError for others.
 */
export function limitationDate(
  debt: { lastDue: LocalDate; restarts: readonly Restart[] },
  rule: DatedRule<{ months: number }> = LIMITATION_RULE,
): Limitation {
  const counted: Restart[] = [];
  const ignored: IgnoredRestart[] = [];
  let basis: Limitation["basis"] = { kind: "last_due", date: debt.lastDue, source: rule.source };
  let end = deadlineAfterMonths(basis.date, rule.value.months);
  for (const restart of debt.restarts.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const reason = reasonToIgnore(restart, debt.lastDue, end.date);
    if (reason !== null) {
      ignored.push({ ...restart, reason });
      continue;
    }
    counted.push(restart);
    basis = { ...restart, source: RESTART_SOURCES[restart.kind].source };
    end = deadlineAfterMonths(basis.date, rule.value.months);
  }
  return {
    date: end.lastDay,
    extendedTo: end.date,
    provisional: end.provisional,
    basis,
    counted,
    ignored,
    rule,
  };
}

/** Whether the period has run out on `today`; the last day itself still counts. */
export function isExpired(limitation: Limitation, today: LocalDate): boolean {
  return today > limitation.extendedTo;
}

function reasonToIgnore(
  restart: Restart,
  lastDue: LocalDate,
  runsUntil: LocalDate,
): IgnoredRestart["reason"] | null {
  if (RESTART_SOURCES[restart.kind].confidence !== "READ") return "may_not_count";
  if (restart.date > runsUntil) return "after_expiry";
  return restart.date < lastDue ? "before_last_due" : null;
}
