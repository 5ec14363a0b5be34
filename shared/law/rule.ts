import type { LocalDate } from "../calendar/localDate.ts";

/**
 * How sure we are of a rule, the firmest first: READ the text or official form was seen, PRESS reported, RECALLED not
 * verified, OURS our inference. What is not READ is shown as "to be confirmed by counsel" and never blocks a case.
 */
export const CONFIDENCES = ["READ", "PRESS", "RECALLED", "OURS"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** A rule in force from `from` through `to` (both inclusive; open when absent). `rule` names the matter, `id` the version. */
export type DatedRule<T> = {
  id: string;
  rule: string;
  from: LocalDate;
  to?: LocalDate;
  value: T;
  source: string;
  confidence: Confidence;
};

/** The rule in force on `date`, or null when none is. When versions overlap the one that began last prevails. */
export function ruleOn<R extends DatedRule<unknown>>(rules: readonly R[], date: LocalDate): R | null {
  const inForce = rules.filter((rule) => rule.from <= date && (rule.to === undefined || date <= rule.to));
  return inForce.reduce<R | null>(
    (latest, rule) => (latest && latest.from > rule.from ? latest : rule),
    null,
  );
}

/** Whether a rule must be shown as "to be confirmed by counsel". */
export function needsConfirmation(rule: { confidence: Confidence }): boolean {
  return rule.confidence !== "READ";
}
