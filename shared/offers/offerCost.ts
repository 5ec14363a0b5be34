import { type LocalDate, partsOf } from "../calendar/localDate.ts";
import { subFen } from "../money/fen.ts";
import { type AnnualisedCost, annualisedCost, datedCost, timingOf } from "../plans/annualisedCost.ts";
import { contractualDate } from "../plans/dueDates.ts";
import type { ScheduleResult } from "../plans/schedule.ts";
import type { Terms } from "../plans/terms.ts";

/**
 * What terms cost in a year, against what is really financed: the settled sum less the down payment. Null where no single
 * rate explains the payments.
 */
export function annualisedCostOf(terms: Terms, { rows, totals }: ScheduleResult): AnnualisedCost | null {
  const instalments = rows.filter((row) => row.kind === "instalment");
  const financed = subFen(subFen(totals.statementFen, totals.waivedFen), terms.downPaymentFen);
  const { schedule, deferralMonths } = terms;
  return schedule.family === "irregular"
    ? datedCost(instalments, financed, contractualDate(schedule, 0, -1))
    : annualisedCost(instalments, financed, timingOf(schedule.every, deferralMonths));
}

/** The largest instalment as a share of what can be paid in a month, in whole per cent, rounded up. */
export function peakShare(peakFen: number, perMonthFen: number): number | null {
  return perMonthFen <= 0
    ? null
    : Number((BigInt(peakFen) * 100n + BigInt(perMonthFen) - 1n) / BigInt(perMonthFen));
}

/** Calendar months from the month of `today` to that of the last payment, at least 1. */
export function monthsOf({ lastDue }: Pick<ScheduleResult, "lastDue">, today: LocalDate): number {
  const [from, to] = [partsOf(today), partsOf(lastDue)];
  return Math.max(1, (to.year - from.year) * 12 + to.month - from.month);
}
