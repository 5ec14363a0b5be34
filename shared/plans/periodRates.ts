import { type Fraction, fraction, multiplyFractions } from "../money/fraction.ts";
import { rateFraction } from "../money/rate.ts";
import { periodFractions } from "./dueDates.ts";
import type { ScheduleParameters } from "./terms.ts";

const NO_INTEREST = fraction(0, 1);

/**
 * The interest rate of each period: the yearly rate in force × the period's fraction of a year; zero in interest-free
 * periods and in families without new interest. Equal rates are one object, so that callers can tell them apart cheaply.
 */
export function periodRates(schedule: ScheduleParameters, deferralMonths: number): Fraction[] {
  const { family, count, interestFreePeriods = 0 } = schedule;
  if (family === "lump_sum" || family === "level") return Array<Fraction>(count).fill(NO_INTEREST);
  const rateOf = prepared();
  const periods = periodFractions(schedule, deferralMonths);
  const yearly = yearlyRates(schedule);
  return periods.map((period, index) =>
    index < interestFreePeriods ? NO_INTEREST : rateOf(yearly[index] ?? NO_INTEREST, period),
  );
}

/** The yearly rate in force at each instalment: the agreed one, and from each step on the reduced one. */
function yearlyRates({ annualRate, rateSteps = [], count }: ScheduleParameters): Fraction[] {
  let current = rateFraction(annualRate);
  return Array.from({ length: count }, (_, index) => {
    const step = rateSteps.find(({ fromNo }) => fromNo === index + 1);
    if (step !== undefined) current = rateFraction(step.annualRate);
    return current;
  });
}

/** Products of fractions, each pair of objects multiplied once. */
function prepared(): (yearly: Fraction, period: Fraction) => Fraction {
  const products = new Map<Fraction, Map<string, Fraction>>();
  let last: { yearly: Fraction; period: Fraction; product: Fraction } | null = null;
  return (yearly, period) => {
    if (last?.yearly === yearly && last.period === period) return last.product;
    const known = products.get(yearly) ?? new Map<string, Fraction>();
    products.set(yearly, known);
    const key = `${period.num}/${period.den}`;
    const product = known.get(key) ?? multiplyFractions(yearly, period);
    known.set(key, product);
    last = { yearly, period, product };
    return product;
  };
}
