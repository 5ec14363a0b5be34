import { type Fen, sumFen } from "../money/fen.ts";
import { computeSchedule } from "./computeSchedule.ts";
import type { ComponentTotals, ScheduleResult } from "./schedule.ts";
import { COMPONENTS, type Component, type StatementBasis } from "./statement.ts";
import type { Terms } from "./terms.ts";

/**
 * What a platform's agent may concede without an approver. `maxWaiverBp` in basis points (1/10,000) of all debts' sum of
 * that component; `minDownPaymentBp` of what is payable after waivers; `maxCount` instalments.
 */
export type PolicyLimits = {
  maxWaiverBp: Record<Component, number>;
  maxCount: number;
  maxDeferralMonths: number;
  minInstalmentFen: Fen;
  minDownPaymentBp: number;
};

/** A limit the terms go beyond; both figures in the limit's own unit. */
export type PolicyBreach = {
  limit: keyof PolicyLimits;
  component?: Component;
  allowed: number;
  proposed: number;
};

/** The limits that valid terms go beyond; empty means inside policy. Throws RangeError for terms `validateTerms` refuses. */
export function assessPolicy(limits: PolicyLimits, basis: StatementBasis, terms: Terms): PolicyBreach[] {
  const schedule = computeSchedule(basis, terms);
  const breaches: PolicyBreach[] = [];
  const atMost = (limit: "maxCount" | "maxDeferralMonths", proposed: number) => {
    if (proposed > limits[limit]) breaches.push({ limit, allowed: limits[limit], proposed });
  };
  atMost("maxCount", terms.schedule.count);
  atMost("maxDeferralMonths", terms.deferralMonths);
  const smallest = smallestInstalment(schedule);
  if (smallest < limits.minInstalmentFen) {
    breaches.push({ limit: "minInstalmentFen", allowed: limits.minInstalmentFen, proposed: smallest });
  }
  return [
    ...waiverBreaches(limits, schedule.byComponent),
    ...breaches,
    ...downPaymentBreaches(limits, schedule.byComponent, terms.downPaymentFen),
  ];
}

/** The waiver limits gone beyond; rounded up, so that a waiver one fen above the limit reads as above it. */
export function waiverBreaches(
  limits: PolicyLimits,
  byComponent: Record<Component, ComponentTotals>,
): PolicyBreach[] {
  return COMPONENTS.flatMap((component): PolicyBreach[] => {
    const { waivedFen, statementFen } = byComponent[component];
    const allowed = limits.maxWaiverBp[component];
    const proposed = basisPoints(waivedFen, statementFen, "up");
    return proposed > allowed ? [{ limit: "maxWaiverBp", component, allowed, proposed }] : [];
  });
}

/** The breach of a down payment that is too small a share of what is payable. */
export function downPaymentBreaches(
  limits: PolicyLimits,
  byComponent: Record<Component, ComponentTotals>,
  downPaymentFen: Fen,
): PolicyBreach[] {
  const payable = sumFen(COMPONENTS.map((component) => byComponent[component].payableFen));
  if (!isShareBelow(downPaymentFen, payable, limits.minDownPaymentBp)) return [];
  const proposed = basisPoints(downPaymentFen, payable, "down");
  return [{ limit: "minDownPaymentBp", allowed: limits.minDownPaymentBp, proposed }];
}

/** The last instalment may be the remainder of rounding; the smallest of all counts, so that a limit means what it says. */
function smallestInstalment(schedule: ScheduleResult): number {
  const instalments = schedule.rows.filter((row) => row.kind === "instalment");
  return Math.min(...instalments.map((row) => row.totalFen));
}

function isShareBelow(part: Fen, whole: Fen, limitBp: number): boolean {
  return BigInt(part) * 10_000n < BigInt(whole) * BigInt(limitBp);
}

function basisPoints(part: Fen, whole: Fen, rounding: "up" | "down"): number {
  if (whole === 0) return 0;
  const scaled = BigInt(part) * 10_000n;
  const extra = rounding === "up" ? BigInt(whole) - 1n : 0n;
  return Number((scaled + extra) / BigInt(whole));
}
