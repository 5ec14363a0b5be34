import type { LocalDate } from "../calendar/localDate.ts";
import { agreedPayments, type AgreedPayments } from "../plans/paymentPolicies.ts";
import type { ScheduleResult } from "../plans/schedule.ts";
import { COMPONENTS } from "../plans/statement.ts";
import type { Acceleration, AllocationOrder, Every, ScheduleFamily, Terms } from "../plans/terms.ts";

/**
 * One offer as the figures people weigh against each other. Amounts in fen; `differenceFen` is the total less the
 * statement, so below zero when the platform gives something up. `annualRate` is a decimal string.
 */
export type OfferFigures = {
  totalFen: number;
  differenceFen: number;
  largestInstalmentFen: number;
  smallestInstalmentFen: number;
  count: number;
  every: string;
  family: ScheduleFamily;
  annualRate: string;
  agreedInterestFen: number;
  downPaymentFen: number;
  downPaymentDue: LocalDate | null;
  deferralMonths: number;
  firstDue: LocalDate;
  lastDue: LocalDate;
  waivedFen: number;
  waivedPrincipalFen: number;
  waivedInterestFen: number;
  waivedPenaltyFen: number;
  waivedFeeFen: number;
  /** The part of `waivedFen` that comes back to life when the plan fails. */
  conditionalFen: number;
  graceDays: number;
  acceleration: Acceleration;
  allocation: AllocationOrder;
  interestFreePeriods: number;
  minimumInstalmentFen: number;
  /** The later rates, agreed sums, listed dates and parts as one text: it differs as soon as one of them does. */
  shape: string;
} & AgreedPayments;

export type FigureKey = keyof OfferFigures;

/** The figures of terms and the schedule computed from them. */
export function figuresOf(terms: Terms, schedule: ScheduleResult): OfferFigures {
  const { totals, byComponent, rows, lastDue } = schedule;
  const instalments = rows.filter((row) => row.kind === "instalment");
  const amounts = instalments.map((row) => row.totalFen);
  return {
    totalFen: totals.totalFen,
    differenceFen: totals.totalFen - totals.statementFen,
    largestInstalmentFen: schedule.peakFen,
    smallestInstalmentFen: amounts.length === 0 ? 0 : Math.min(...amounts),
    count: terms.schedule.count,
    every: everyText(terms.schedule.every),
    family: terms.schedule.family,
    annualRate: terms.schedule.annualRate,
    agreedInterestFen: totals.agreedInterestFen,
    downPaymentFen: terms.downPaymentFen,
    downPaymentDue: rows.find((row) => row.kind === "down_payment")?.due ?? null,
    deferralMonths: terms.deferralMonths,
    firstDue: instalments.at(0)?.due ?? terms.schedule.firstDue,
    lastDue,
    waivedFen: totals.waivedFen,
    waivedPrincipalFen: byComponent.principal.waivedFen,
    waivedInterestFen: byComponent.interest.waivedFen,
    waivedPenaltyFen: byComponent.penalty.waivedFen,
    waivedFeeFen: byComponent.fee.waivedFen,
    conditionalFen: COMPONENTS.reduce((sum, component) => sum + byComponent[component].conditionalFen, 0),
    graceDays: terms.graceDays,
    acceleration: terms.acceleration,
    allocation: terms.allocation,
    interestFreePeriods: terms.schedule.interestFreePeriods ?? 0,
    minimumInstalmentFen: terms.schedule.minimumInstalmentFen ?? 0,
    shape: shapeText(terms.schedule),
    ...agreedPayments(terms),
  };
}

/** Which figures of `after` are not those of `before`, in the order of `OfferFigures`. */
export function changedFigures(before: OfferFigures, after: OfferFigures): FigureKey[] {
  // figuresOf makes both from one literal, so the keys are exactly those of OfferFigures.
  return (Object.keys(after) as FigureKey[]).filter((key) => before[key] !== after[key]);
}

/** `part` of `whole` in percent with at most one decimal; rounded down, so that 100 means all of it. */
export function percentOf(part: number, whole: number): number {
  if (whole === 0) return 0;
  return Number((BigInt(part) * 1_000n) / BigInt(whole)) / 10;
}

/** Written out field by field, because objects from a database may list theirs in another order. */
function shapeText({ steps, balloonFen, dueDates, weights, rateSteps }: Terms["schedule"]): string {
  return JSON.stringify([
    steps?.map(({ count, paymentFen }) => [count, paymentFen]) ?? null,
    balloonFen ?? null,
    dueDates ?? null,
    weights ?? null,
    rateSteps?.map(({ fromNo, annualRate }) => [fromNo, annualRate]) ?? null,
  ]);
}

function everyText(every: Every): string {
  return "months" in every ? `${every.months}m` : `${every.days}d`;
}
