import { isLocalDate } from "../calendar/localDate.ts";
import { isFen } from "../money/fen.ts";
import { isRate } from "../money/rate.ts";

export const TERMS_PROBLEM_CODES = [
  "missing",
  "not_whole_fen",
  "negative",
  "beyond_safe_integers",
  "not_a_date",
  "in_the_past",
  "date_out_of_range",
  "not_a_rate",
  "rate_out_of_range",
  "rate_must_be_zero",
  "unknown_value",
  "out_of_range",
  "lump_sum_count",
  "unknown_line",
  "waiver_exceeds_line",
  "other_statement",
  "nothing_left_to_pay",
  "not_below_payable",
  "down_payment_date_missing",
  "down_payment_date_unused",
  "not_after_down_payment",
  "non_amortising",
  "instalment_below_one_fen",
  "not_for_family",
  "length_mismatch",
  "not_increasing",
  "not_first_due",
  "rate_not_reduced",
  "below_interest",
  "steps_exceed_balance",
  "must_be_zero",
] as const;
export type TermsProblemCode = (typeof TERMS_PROBLEM_CODES)[number];

/** What is wrong with terms: a JSON pointer (RFC 6901) to the field, a stable code, and figures for the message. */
export type TermsProblem = {
  pointer: string;
  code: TermsProblemCode;
  params: Record<string, string | number>;
};

export function problem(
  pointer: string,
  code: TermsProblemCode,
  params: TermsProblem["params"] = {},
): TermsProblem {
  return { pointer, code, params };
}

/** The latest date terms may name; leaves room for the longest schedule. */
const LATEST_DATE = "2199-12-31";

/** Problems of an amount that must be whole fen, not negative. */
export function amountProblems(pointer: string, amount: unknown): TermsProblem[] {
  if (typeof amount !== "number" || Number.isNaN(amount)) return [problem(pointer, "not_whole_fen")];
  if (amount < 0) return [problem(pointer, "negative")];
  if (amount > Number.MAX_SAFE_INTEGER) return [problem(pointer, "beyond_safe_integers")];
  return isFen(amount) ? [] : [problem(pointer, "not_whole_fen")];
}

/** Problems of a date that must exist and not be before `earliest`. */
export function dateProblems(pointer: string, date: unknown, earliest: string): TermsProblem[] {
  if (!isLocalDate(date)) return [problem(pointer, "not_a_date")];
  if (date < earliest) return [problem(pointer, "in_the_past", { earliest })];
  return date > LATEST_DATE ? [problem(pointer, "date_out_of_range", { latest: LATEST_DATE })] : [];
}

/** Problems of a count that must be a whole number from `min` to `max`. */
export function countProblems(pointer: string, count: unknown, min: number, max: number): TermsProblem[] {
  const fits = typeof count === "number" && Number.isSafeInteger(count) && count >= min && count <= max;
  return fits ? [] : [problem(pointer, "out_of_range", { min, max })];
}

/** Problems of a value that must be one of a fixed list. */
export function choiceProblems(pointer: string, value: unknown, choices: readonly unknown[]): TermsProblem[] {
  return choices.includes(value) ? [] : [problem(pointer, "unknown_value")];
}

/** Problems of a discount rate, which runs from "0" to "1" (100 % a year). */
export function discountRateProblems(rate: unknown): TermsProblem[] {
  if (!isRate(rate)) return [problem("/discountRate", "not_a_rate")];
  return Number(rate) > 1 ? [problem("/discountRate", "rate_out_of_range", { min: "0", max: "1" })] : [];
}
