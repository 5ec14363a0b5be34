import type { LocalDate } from "../calendar/localDate.ts";
import type { Fen } from "../money/fen.ts";
import type { Rate } from "../money/rate.ts";
import { datedFlows, internalRate } from "../money/timeValue.ts";
import type { Every } from "./terms.ts";

/** Yearly cost as decimal strings with six decimals: IRR per period × periods a year, and compounded. */
export type AnnualisedCost = { nominal: Rate; effective: Rate };

/** How payments lie in time: periods in a year (12 for monthly), and free periods before the first one begins. */
export type Timing = { periodsPerYear: number; deferredPeriods: number };

const MONTHLY: Timing = { periodsPerYear: 12, deferredPeriods: 0 };
const DAYS_PER_YEAR = 365;

/**
 * What payments at the end of each period cost for the use of `principal` fen, or null when no single rate explains
 * them (nothing lent, or less repaid than lent). Pass instalments only, with the down payment already off `principal`.
 */
export function annualisedCost(
  rows: readonly { totalFen: Fen }[],
  principal: Fen,
  timing: Timing = MONTHLY,
): AnnualisedCost | null {
  const payments = rows.map((row, index) => ({
    time: timing.deferredPeriods + index + 1,
    amount: Number(row.totalFen),
  }));
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0);
  if (paid < principal) return null;
  if (paid === principal && principal > 0) return cost(0, timing);
  const perPeriod = internalRate([{ time: 0, amount: -Number(principal) }, ...payments]);
  return perPeriod === null ? null : cost(perPeriod, timing);
}

/**
 * The cost of payments on dates that follow no rhythm, `principal` fen being used from `start`: effective as XIRR counts it (years of
 * 365 days), nominal the monthly rate that compounds to it × 12. Null as for `annualisedCost`.
 */
export function datedCost(
  rows: readonly { due: LocalDate; totalFen: Fen }[],
  principal: Fen,
  start: LocalDate,
): AnnualisedCost | null {
  const payments = rows.map((row) => ({ date: row.due, amount: Number(row.totalFen) }));
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0);
  if (paid < principal) return null;
  if (paid === principal && principal > 0) return cost(0, MONTHLY);
  const flows = datedFlows([{ date: start, amount: -Number(principal) }, ...payments]);
  const yearly = internalRate(flows);
  return yearly === null ? null : cost((1 + yearly) ** (1 / MONTHLY.periodsPerYear) - 1, MONTHLY);
}

/** The timing of a schedule's instalments; a year has 12 months or 365 days. */
export function timingOf(every: Every, deferralMonths: number): Timing {
  const periodsPerYear = "months" in every ? 12 / every.months : DAYS_PER_YEAR / every.days;
  return { periodsPerYear, deferredPeriods: (deferralMonths / 12) * periodsPerYear };
}

function cost(perPeriod: number, { periodsPerYear }: Timing): AnnualisedCost {
  return {
    nominal: (perPeriod * periodsPerYear).toFixed(6),
    effective: ((1 + perPeriod) ** periodsPerYear - 1).toFixed(6),
  };
}
