import { allocateEvenly } from "../money/allocateEvenly.ts";
import { type Fen, sumFen, ZERO_FEN } from "../money/fen.ts";
import { fraction, takeShare } from "../money/fraction.ts";
import type { CapacityLine } from "./statement.ts";

type Amount = Pick<CapacityLine, "amountFen" | "period" | "months">;

const WEEKS_A_MONTH = fraction(52, 12);
const ONE_TWELFTH = fraction(1, 12);
const YEAR = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/**
 * What a line comes to in one calendar month (1–12), in fen. A weekly amount counts × 52/12, rounded half up to the fen;
 * a yearly one is spread evenly over its months, odd fen in the earliest; outside its months a line is nothing, and so
 * is an amount nobody knows. Throws RangeError for a month that does not exist or a negative amount.
 */
export function amountInMonth({ amountFen, period, months }: Amount, month: number): Fen {
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new RangeError(`not a month: ${month}`);
  const place = (months ?? YEAR).indexOf(month);
  if (amountFen === null || place < 0) return ZERO_FEN;
  if (amountFen < 0) throw new RangeError(`a line cannot be negative: ${amountFen}`);
  switch (period) {
    case "monthly":
      return amountFen;
    case "weekly":
      return takeShare(amountFen, WEEKS_A_MONTH);
    case "yearly":
      return allocateEvenly(amountFen, (months ?? YEAR).length)[place] ?? ZERO_FEN;
  }
}

/** What lines come to in a month on average over a calendar year, rounded half up to the fen. */
export function monthlyAverage(lines: readonly Amount[]): Fen {
  const year = sumFen(lines.flatMap((line) => YEAR.map((month) => amountInMonth(line, month))));
  return takeShare(year, ONE_TWELFTH);
}
