import { isLocalDate } from "../calendar/localDate.ts";
import { isFen } from "../money/fen.ts";
import { isRate } from "../money/rate.ts";

export const RULE_PROBLEM_CODES = [
  "missing",
  "unknown_field",
  "unknown_value",
  "out_of_range",
  "not_whole_fen",
  "not_a_rate",
  "not_a_date",
  "too_long",
  "not_increasing",
  "to_before_from",
  "overlaps",
  "same_day",
  "not_replaceable",
] as const;
export type RuleProblemCode = (typeof RULE_PROBLEM_CODES)[number];

/** What is wrong with a rule as entered: a JSON pointer to the field, a stable code, and figures for the message. */
export type RuleProblem = {
  pointer: string;
  code: RuleProblemCode;
  params: Record<string, string | number>;
};

export function ruleProblem(
  pointer: string,
  code: RuleProblemCode,
  params: RuleProblem["params"] = {},
): RuleProblem {
  return { pointer, code, params };
}

/** A check of one field: its problems, each under `pointer`. */
export type Check = (pointer: string, value: unknown) => RuleProblem[];

export function wholeNumber(min: number, max: number): Check {
  return (pointer, value) =>
    typeof value === "number" && Number.isSafeInteger(value) && value >= min && value <= max
      ? []
      : [ruleProblem(pointer, "out_of_range", { min, max })];
}

export function text(maxLength: number): Check {
  return (pointer, value) => {
    if (typeof value !== "string" || value.trim() === "") return [ruleProblem(pointer, "missing")];
    return value.length > maxLength ? [ruleProblem(pointer, "too_long", { max: maxLength })] : [];
  };
}

export function oneOf(choices: readonly unknown[]): Check {
  return (pointer, value) => (choices.includes(value) ? [] : [ruleProblem(pointer, "unknown_value")]);
}

/** A share of at most 100 % a year, above nothing. */
export const yearlyRate: Check = (pointer, value) => {
  if (!isRate(value)) return [ruleProblem(pointer, "not_a_rate")];
  const rate = Number(value);
  return rate > 0 && rate <= 1 ? [] : [ruleProblem(pointer, "out_of_range", { min: 0, max: 1 })];
};

export const positiveFen: Check = (pointer, value) =>
  isFen(value) && value > 0 ? [] : [ruleProblem(pointer, "not_whole_fen")];

export const date: Check = (pointer, value) =>
  isLocalDate(value) ? [] : [ruleProblem(pointer, "not_a_date")];

/** A list of 1 to `max` entries, each of which passes. */
export function listOf(check: Check, max: number): Check {
  return (pointer, value) => {
    if (!Array.isArray(value)) return [ruleProblem(pointer, "missing")];
    if (value.length < 1 || value.length > max)
      return [ruleProblem(pointer, "out_of_range", { min: 1, max })];
    return value.flatMap((entry: unknown, index) => check(`${pointer}/${index}`, entry));
  };
}

/** An object with exactly these fields. */
export function shape(fields: Readonly<Record<string, Check>>): Check {
  return (pointer, value) => {
    if (!isPlainObject(value)) return [ruleProblem(pointer, "missing")];
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
    return [
      ...unknown.map((name) => ruleProblem(`${pointer}/${name}`, "unknown_field")),
      ...Object.entries(fields).flatMap(([name, check]) => check(`${pointer}/${name}`, value[name])),
    ];
  };
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
