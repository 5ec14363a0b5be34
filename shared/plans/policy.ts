import { type Fen, subFen } from "../money/fen.ts";
import { computeSchedule } from "./computeSchedule.ts";
import type { ScheduleResult } from "./schedule.ts";
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
  const breaches = COMPONENTS.flatMap((component) => waiverBreach(limits, schedule, component));
  const atMost = (limit: "maxCount" | "maxDeferralMonths", proposed: number) => {
    if (proposed > limits[limit]) breaches.push({ limit, allowed: limits[limit], proposed });
  };
  atMost("maxCount", terms.schedule.count);
  atMost("maxDeferralMonths", terms.deferralMonths);
  const smallest = smallestInstalment(schedule);
  if (smallest < limits.minInstalmentFen) {
    breaches.push({ limit: "minInstalmentFen", allowed: limits.minInstalmentFen, proposed: smallest });
  }
  const payable = subFen(schedule.totals.statementFen, schedule.totals.waivedFen);
  if (isShareBelow(terms.downPaymentFen, payable, limits.minDownPaymentBp)) {
    const proposed = basisPoints(terms.downPaymentFen, payable, "down");
    breaches.push({ limit: "minDownPaymentBp", allowed: limits.minDownPaymentBp, proposed });
  }
  return breaches;
}

function waiverBreach(limits: PolicyLimits, schedule: ScheduleResult, component: Component): PolicyBreach[] {
  const { waivedFen, statementFen } = schedule.byComponent[component];
  const allowed = limits.maxWaiverBp[component];
  // Rounded up, so that a waiver one fen above the limit reads as above it.
  const proposed = basisPoints(waivedFen, statementFen, "up");
  return proposed > allowed ? [{ limit: "maxWaiverBp", component, allowed, proposed }] : [];
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
