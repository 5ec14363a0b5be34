import { Decimal } from "decimal.js";
import { type LocalDate, daysBetween } from "../calendar/localDate.ts";
import { type Fen, fen } from "../money/fen.ts";
import type { Rate } from "../money/rate.ts";

const Precise = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
const SCALE = 10n ** 12n;

/** A discount factor as an integer at scale 10^12, so that every machine computes the same value. */
export type DiscountFactor = bigint;

/** Factors (1 + annualRate)^(−days/365) for payments on `dates`, valued on `asOf`; a date not after it has factor 1. */
export function discountFactors(
  asOf: LocalDate,
  annualRate: Rate,
  dates: readonly LocalDate[],
): DiscountFactor[] {
  const daily = new Precise(annualRate).plus(1).pow(new Precise(-1).div(365));
  return dates.map((date) => {
    const days = Math.max(0, daysBetween(asOf, date));
    return BigInt(daily.pow(days).times(SCALE.toString()).toFixed(0));
  });
}

/** Σ amount × factor, rounded half up to the fen. At rate 0 it is the plain sum. Amounts must not be negative. */
export function netPresentValue(amounts: readonly Fen[], factors: readonly DiscountFactor[]): Fen {
  const scaled = amounts.reduce((sum, amount, index) => sum + BigInt(amount) * (factors[index] ?? 0n), 0n);
  return fen(Number((2n * scaled + SCALE) / (2n * SCALE)));
}
