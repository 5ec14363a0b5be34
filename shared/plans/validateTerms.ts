import { type LocalDate, isLocalDate } from "../calendar/localDate.ts";
import { computeSchedule } from "./computeSchedule.ts";
import type { ScheduleResult, ScheduleRow } from "./schedule.ts";
import type { StatementBasis } from "./statement.ts";
import { ACCELERATIONS, ALLOCATIONS, type Terms } from "./terms.ts";
import {
  type TermsProblem,
  amountProblems,
  choiceProblems,
  countProblems,
  dateProblems,
  problem,
} from "./termsProblem.ts";
import { scheduleParameterProblems } from "./validateSchedule.ts";
import { statementProblems, waiverProblems } from "./validateWaivers.ts";

export const MAX_DEFERRAL_MONTHS = 60;
export const MAX_GRACE_DAYS = 90;

/**
 * Everything wrong with terms on a statement, as of `today`; empty when they can be computed and put. Never throws,
 * whatever the fields hold: input from outside may be passed as it came.
 */
export function validateTerms(basis: StatementBasis, terms: Terms, today: LocalDate): TermsProblem[] {
  const problems = [
    ...statementProblems(basis),
    ...waiverProblems(basis, terms.waivers),
    ...downPaymentProblems(terms, today),
    ...countProblems("/deferralMonths", terms.deferralMonths, 0, MAX_DEFERRAL_MONTHS),
    ...scheduleParameterProblems(terms.schedule, today),
    ...countProblems("/graceDays", terms.graceDays, 0, MAX_GRACE_DAYS),
    ...choiceProblems("/acceleration", terms.acceleration, ACCELERATIONS),
    ...choiceProblems("/allocation", terms.allocation, ALLOCATIONS),
    ...(terms.statementId === basis.statementId ? [] : [problem("/statementId", "other_statement")]),
  ];
  return problems.length > 0 ? problems : resultProblems(basis, terms);
}

function downPaymentProblems(terms: Terms, today: LocalDate): TermsProblem[] {
  const { downPaymentFen, downPaymentDue } = terms;
  const amount = amountProblems("/downPaymentFen", downPaymentFen);
  if (amount.length > 0) return amount;
  if (downPaymentFen === 0) {
    return downPaymentDue === null ? [] : [problem("/downPaymentDue", "down_payment_date_unused")];
  }
  if (downPaymentDue === null) return [problem("/downPaymentDue", "down_payment_date_missing")];
  const date = dateProblems("/downPaymentDue", downPaymentDue, today);
  if (date.length > 0 || !isLocalDate(terms.schedule?.firstDue)) return date;
  return terms.schedule.firstDue > downPaymentDue
    ? []
    : [problem("/schedule/firstDue", "not_after_down_payment")];
}

/** What only shows once the terms are computed; called when every field by itself is sound. */
function resultProblems(basis: StatementBasis, terms: Terms): TermsProblem[] {
  let result: ScheduleResult;
  try {
    result = computeSchedule(basis, terms);
  } catch (error) {
    if (error instanceof RangeError) return [problem("/schedule", "beyond_safe_integers")];
    throw error;
  }
  const payableFen = result.totals.statementFen - result.totals.waivedFen;
  if (payableFen === 0) return [problem("/waivers", "nothing_left_to_pay")];
  if (terms.downPaymentFen >= payableFen)
    return [problem("/downPaymentFen", "not_below_payable", { payableFen })];
  const instalments = result.rows.filter((row) => row.kind === "instalment");
  if (instalments.some((row) => row.totalFen < 1))
    return [problem("/schedule/count", "instalment_below_one_fen")];
  return amortises(instalments) ? [] : [problem("/schedule", "non_amortising")];
}

/** Every instalment repays something, and the last is not left with a balloon that the rate and length never let shrink. */
function amortises(instalments: readonly ScheduleRow[]): boolean {
  const first = instalments.at(0)?.totalFen ?? 0;
  const last = instalments.at(-1)?.totalFen ?? 0;
  return instalments.every((row) => row.principalFen >= 1) && last <= 2 * first;
}
