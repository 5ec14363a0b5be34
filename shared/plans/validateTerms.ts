import { type LocalDate, isLocalDate } from "../calendar/localDate.ts";
import type { StatementBasis } from "./statement.ts";
import {
  ACCELERATIONS,
  ALLOCATIONS,
  EARLY_PAYMENTS,
  EARLY_SETTLEMENTS,
  MISSED_PAYMENTS,
  PARTIAL_PAYMENTS,
  type Terms,
} from "./terms.ts";
import {
  type TermsProblem,
  amountProblems,
  choiceProblems,
  countProblems,
  dateProblems,
  problem,
} from "./termsProblem.ts";
import { resultProblems } from "./validateResult.ts";
import { scheduleParameterProblems } from "./validateSchedule.ts";
import { statementProblems, waiverProblems } from "./validateWaivers.ts";

export const MAX_DEFERRAL_MONTHS = 60;
export const MAX_GRACE_DAYS = 90;
const MAX_MISSED_INSTALMENTS = 12;

/**
 * Everything wrong with terms on a statement, as of `today`; empty when they can be computed and put. Never throws,
 * whatever the fields hold: input from outside may be passed as it came.
 */
export function validateTerms(basis: StatementBasis, terms: Terms, today: LocalDate): TermsProblem[] {
  const problems = [
    ...statementProblems(basis),
    ...waiverProblems(basis, terms.waivers),
    ...downPaymentProblems(terms, today),
    ...deferralProblems(terms),
    ...scheduleParameterProblems(terms.schedule, today),
    ...countProblems("/graceDays", terms.graceDays, 0, MAX_GRACE_DAYS),
    ...choiceProblems("/acceleration", terms.acceleration, ACCELERATIONS),
    ...choiceProblems("/allocation", terms.allocation, ALLOCATIONS),
    ...paymentPolicyProblems(terms.payments),
    ...(terms.statementId === basis.statementId ? [] : [problem("/statementId", "other_statement")]),
  ];
  return problems.length > 0 ? problems : resultProblems(basis, terms);
}

/** Listed dates say themselves when payment begins; deferring them as well would make the terms say two things. */
function deferralProblems({ deferralMonths, schedule }: Terms): TermsProblem[] {
  const problems = countProblems("/deferralMonths", deferralMonths, 0, MAX_DEFERRAL_MONTHS);
  if (problems.length > 0 || deferralMonths === 0 || schedule?.family !== "irregular") return problems;
  return [problem("/deferralMonths", "must_be_zero")];
}

function paymentPolicyProblems(policies: Terms["payments"]): TermsProblem[] {
  if (policies === undefined) return [];
  if (typeof policies !== "object" || policies === null) return [problem("/payments", "missing")];
  const choice = (name: keyof typeof CHOICES) =>
    policies[name] === undefined ? [] : choiceProblems(`/payments/${name}`, policies[name], CHOICES[name]);
  const { missedBeforeAcceleration: missed } = policies;
  return [
    ...choice("early"),
    ...choice("settledEarly"),
    ...choice("partial"),
    ...choice("missed"),
    ...(missed === undefined
      ? []
      : countProblems("/payments/missedBeforeAcceleration", missed, 1, MAX_MISSED_INSTALMENTS)),
  ];
}

const CHOICES = {
  early: EARLY_PAYMENTS,
  settledEarly: EARLY_SETTLEMENTS,
  partial: PARTIAL_PAYMENTS,
  missed: MISSED_PAYMENTS,
} as const;

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
