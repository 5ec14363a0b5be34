import { Decimal } from "decimal.js";
import { type LocalDate, daysBetween } from "../calendar/localDate.ts";
import { type Fen, fen } from "../money/fen.ts";
import type { Rate } from "../money/rate.ts";

const Precise = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
/** What a discount factor of 1 is. */
export const FACTOR_SCALE = 10n ** 12n;

/** A discount factor as an integer at scale 10^12, so that every machine computes the same value. */
export type DiscountFactor = bigint;

/** Factors (1 + annualRate)^(−days/365) for payments on `dates`, valued on `asOf`; a date not after it has factor 1. */
export function discountFactors(
  asOf: LocalDate,
  annualRate: Rate,
  dates: readonly LocalDate[],
): DiscountFactor[] {
  const factorAfter = dailyFactors(annualRate);
  return dates.map((date) => factorAfter(Math.max(0, daysBetween(asOf, date))));
}

type FactorAfter = (days: number) => DiscountFactor;

const KEPT_RATES = 8;
const rates = new Map<Rate, FactorAfter>();

/** The factors of a rate by days, each computed once; the last few rates are kept, because a case asks for one again and again. */
function dailyFactors(annualRate: Rate): FactorAfter {
  const kept = rates.get(annualRate);
  if (kept !== undefined) return kept;
  const daily = new Precise(annualRate).plus(1).pow(new Precise(-1).div(365));
  const known = new Map<number, DiscountFactor>();
  const factorAfter = (days: number) => {
    const factor = known.get(days) ?? BigInt(daily.pow(days).times(FACTOR_SCALE.toString()).toFixed(0));
    known.set(days, factor);
    return factor;
  };
  if (rates.size >= KEPT_RATES) rates.delete(rates.keys().next().value ?? "");
  rates.set(annualRate, factorAfter);
  return factorAfter;
}

/** Factors (1 + annualRate)^(−t/12) for months t = 1 … `months`. */
export function monthlyFactors(annualRate: Rate, months: number): DiscountFactor[] {
  const monthly = new Precise(annualRate).plus(1).pow(new Precise(-1).div(12));
  let factor = new Precise(FACTOR_SCALE.toString());
  return Array.from({ length: months }, () => {
    factor = factor.times(monthly);
    return BigInt(factor.toFixed(0));
  });
}

/** Σ amount × factor, rounded half up to the fen. At rate 0 it is the plain sum. Amounts must not be negative. */
export function netPresentValue(amounts: readonly Fen[], factors: readonly DiscountFactor[]): Fen {
  const scaled = amounts.reduce((sum, amount, index) => sum + BigInt(amount) * (factors[index] ?? 0n), 0n);
  return fen(Number((2n * scaled + FACTOR_SCALE) / (2n * FACTOR_SCALE)));
}
