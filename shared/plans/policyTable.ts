import { fen } from "../money/fen.ts";
import type { PolicyBreach, PolicyLimits } from "./policy.ts";
import { assessPolicy } from "./policy.ts";
import type { StatementBasis } from "./statement.ts";
import type { Terms } from "./terms.ts";

/** When a rule applies; an absent condition always holds. `minDaysOverdue`: so many days or more since the first missed payment. */
export type PolicyCondition = { minDaysOverdue?: number; product?: string; riskTier?: string };
export type PolicyRule = { when: PolicyCondition; limits: PolicyLimits };

/** A platform's limits, read from top to bottom: the first rule whose conditions all hold decides. One version of it never changes. */
export type PolicyTable = { rules: readonly PolicyRule[] };

/** What a case is judged by; null where it is not known, and then rules that ask for it do not apply. */
export type PolicyFacts = { daysOverdue: number | null; product: string | null; riskTier: string | null };

/** A table of one rule for every case, as platforms had before there were tiers. */
export function singleRule(limits: PolicyLimits): PolicyTable {
  return { rules: [{ when: {}, limits }] };
}

/** Until a platform sets limits, and where no rule applies, an agent alone may concede nothing. */
export const NO_CONCESSIONS: PolicyLimits = {
  maxWaiverBp: { principal: 0, interest: 0, penalty: 0, fee: 0 },
  maxCount: 1,
  maxDeferralMonths: 0,
  minInstalmentFen: fen(1),
  minDownPaymentBp: 0,
};

/** Limits as they were kept before there were tiers, or a table, as a table. */
export function tableOf(kept: PolicyLimits | PolicyTable): PolicyTable {
  return "rules" in kept ? kept : singleRule(kept);
}

/** A table with a last rule for every case no other applies to: nothing may be conceded there. */
export function closedTable({ rules }: PolicyTable): PolicyTable {
  return { rules: [...rules, { when: {}, limits: NO_CONCESSIONS }] };
}

/** The limits for a case, or null when no rule applies: then nothing may be conceded without an approver. */
export function limitsFor(table: PolicyTable, facts: PolicyFacts): PolicyLimits | null {
  return ruleFor(table, facts)?.limits ?? null;
}

/** The rule that decides for a case, or null. */
export function ruleFor(table: PolicyTable, facts: PolicyFacts): PolicyRule | null {
  return table.rules.find(({ when }) => holds(when, facts)) ?? null;
}

function holds(when: PolicyCondition, facts: PolicyFacts): boolean {
  const { minDaysOverdue, product, riskTier } = when;
  const late = minDaysOverdue === undefined || (facts.daysOverdue ?? -1) >= minDaysOverdue;
  const sameProduct = product === undefined || product === facts.product;
  return late && sameProduct && (riskTier === undefined || riskTier === facts.riskTier);
}

/** `never_applies`: an earlier rule takes every case of this one. `not_days`: not a whole number from 0 to 36,500. */
export type PolicyTableProblem = { pointer: string; code: "no_rules" | "never_applies" | "not_days" };

const MAX_DAYS_OVERDUE = 36_500;

/** What is wrong with a table beside its limits themselves; empty when each rule can apply to some case. */
export function policyTableProblems({ rules }: PolicyTable): PolicyTableProblem[] {
  if (rules.length === 0) return [{ pointer: "/rules", code: "no_rules" }];
  return rules.flatMap(({ when }, index): PolicyTableProblem[] => {
    const pointer = `/rules/${index}`;
    if (!isDays(when.minDaysOverdue ?? 0))
      return [{ pointer: `${pointer}/when/minDaysOverdue`, code: "not_days" }];
    const covered = rules.slice(0, index).some((earlier) => covers(earlier.when, when));
    return covered ? [{ pointer, code: "never_applies" }] : [];
  });
}

function isDays(days: number): boolean {
  return Number.isSafeInteger(days) && days >= 0 && days <= MAX_DAYS_OVERDUE;
}

/** Whether `wide` holds in every case in which `narrow` does. */
function covers(wide: PolicyCondition, narrow: PolicyCondition): boolean {
  const wideDays = wide.minDaysOverdue;
  const days =
    wideDays === undefined || (narrow.minDaysOverdue !== undefined && wideDays <= narrow.minDaysOverdue);
  const product = wide.product === undefined || wide.product === narrow.product;
  return days && product && (wide.riskTier === undefined || wide.riskTier === narrow.riskTier);
}

/** Terms of a past case, to try a table on. */
export type PolicyTrial = { facts: PolicyFacts; basis: StatementBasis; terms: Terms };

/** `limits` null: no rule applied. `breaches` empty with limits: an agent alone could have agreed to these terms. */
export type PolicyVerdict = { limits: PolicyLimits | null; breaches: PolicyBreach[] };

/** What a table would have said of past terms, one verdict each. Throws RangeError for terms `validateTerms` refuses. */
export function tryPolicy(table: PolicyTable, trials: readonly PolicyTrial[]): PolicyVerdict[] {
  return trials.map(({ facts, basis, terms }) => {
    const limits = limitsFor(table, facts);
    return { limits, breaches: limits === null ? [] : assessPolicy(limits, basis, terms) };
  });
}
