import { type LocalDate, addDays, addMonthsAnchored } from "../calendar/localDate.ts";
import { nextWorkingDay } from "../calendar/workingDays.ts";
import type { Terms } from "../plans/terms.ts";

/** What this needs to know of an instalment, whether it comes from a ledger or from a database. */
type DatedRow = { due: LocalDate; openFen: number };

export type MissedTerms = Pick<Terms, "graceDays" | "acceleration" | "payments" | "schedule">;

/** Instalments still open after their due date and the days of grace, whose last day still belongs to the payer. */
export function missedRows<T extends DatedRow>(
  rows: readonly T[],
  { graceDays }: Pick<Terms, "graceDays">,
  today: LocalDate,
): T[] {
  return rows.filter((row) => row.openFen > 0 && addDays(row.due, graceDays) < today);
}

/** Whether the terms let the whole debt be called in: enough instalments are missed at the same time. */
export function mayAccelerate(
  rows: readonly DatedRow[],
  terms: Omit<MissedTerms, "schedule">,
  today: LocalDate,
): boolean {
  if (terms.acceleration === "none") return false;
  return missedRows(rows, terms, today).length >= (terms.payments?.missedBeforeAcceleration ?? 1);
}

/**
 * When each open instalment is to be paid now. Where missed instalments move to the end, they follow the last one in the plan's own rhythm,
 * in their order; otherwise every date stands. The last date agreed is what they follow, not today: an instalment moves once, and
 * whoever misses it there owes it with that date. Rows come back in order of date.
 */
export function datesAfterMissing<T extends DatedRow>(
  rows: readonly T[],
  terms: MissedTerms,
  today: LocalDate,
): T[] {
  const last = rows.at(-1);
  if (terms.payments?.missed !== "moves_to_end" || last === undefined) return [...rows];
  const missed = missedRows(rows, terms, today);
  const moved = missed.map((row, index) => ({ ...row, due: later(last.due, terms, index + 1) }));
  return [...rows.filter((row) => !missed.includes(row)), ...moved];
}

function later(anchor: LocalDate, { schedule }: MissedTerms, k: number): LocalDate {
  const { every } = schedule;
  const nominal =
    "months" in every ? addMonthsAnchored(anchor, every.months * k) : addDays(anchor, every.days * k);
  return nextWorkingDay(nominal).date;
}
