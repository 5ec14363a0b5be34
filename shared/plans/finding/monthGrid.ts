import { type LocalDate, addMonthsAnchored } from "../../calendar/localDate.ts";
import { type DayCount, yearFraction } from "../../money/dayCount.ts";
import { type Fraction, fraction, multiplyFractions } from "../../money/fraction.ts";
import { type Rate, rateFraction } from "../../money/rate.ts";
import { dueDates } from "../dueDates.ts";
import { type DiscountFactor, discountFactors } from "../netPresentValue.ts";
import { type PresentValues, presentValues } from "./presentValues.ts";

export type GridKey = {
  today: LocalDate;
  firstDue: LocalDate;
  after: LocalDate | null;
  discountRate: Rate;
  annualRate: Rate;
  dayCount: DayCount;
  months: number;
};

/**
 * What all plans of a search share: for each month the contractual date and the discount factor of the day it falls due, and the
 * interest rate from one month's date to another's. `rate` is that of a regular period ending in month t, `listedRate` that
 * between two listed dates, −1 standing for one month before. `uniform` when every regular period has one rate.
 */
export type MonthGrid = {
  nominal: readonly LocalDate[];
  factors: readonly DiscountFactor[];
  npv: PresentValues;
  uniform: boolean;
  rate: (month: number) => Fraction;
  listedRate: (from: number, to: number) => Fraction;
};

const KEPT = 32;
const grids = new Map<string, MonthGrid>();

/** The grid of a search; the last few are kept, because a slider or a day's cases ask for the same one again and again. */
export function monthGrid(key: GridKey): MonthGrid {
  const text = JSON.stringify(Object.values(key));
  const kept = grids.get(text);
  if (kept !== undefined) return kept;
  const grid = buildGrid(key);
  if (grids.size >= KEPT) grids.delete(grids.keys().next().value ?? "");
  grids.set(text, grid);
  return grid;
}

function buildGrid({
  today,
  firstDue,
  after,
  discountRate,
  annualRate,
  dayCount,
  months,
}: GridKey): MonthGrid {
  const due = dueDates(
    { family: "level", count: months, every: { months: 1 }, firstDue, annualRate: "0", dayCount },
    0,
    after,
  );
  const nominal = due.map((_, month) => addMonthsAnchored(firstDue, month));
  const at = (month: number) => nominal[month] ?? addMonthsAnchored(firstDue, month);
  const rates = rateTable(annualRate);
  const uniform = dayCount === "30/360";
  const month = rates(fraction(1, 12));
  const factors = discountFactors(
    today,
    discountRate,
    due.map(({ date }) => date),
  );
  return {
    nominal,
    factors,
    npv: presentValues(factors),
    uniform,
    rate: uniform ? () => month : memo((to) => rates(yearFraction(at(to - 1), at(to), dayCount))),
    listedRate: memo((from, to) => {
      const start = from < 0 ? addMonthsAnchored(at(to), -1) : at(from);
      return rates(yearFraction(start, at(to), dayCount));
    }),
  };
}

/** Yearly rate × period, one object for each distinct product. */
function rateTable(annualRate: Rate): (period: Fraction) => Fraction {
  const yearly = rateFraction(annualRate);
  const known = new Map<string, Fraction>();
  return (period) => {
    const key = `${period.num}/${period.den}`;
    const product = known.get(key) ?? multiplyFractions(yearly, period);
    known.set(key, product);
    return product;
  };
}

function memo(compute: (a: number, b: number) => Fraction): (a: number, b?: number) => Fraction {
  const known = new Map<number, Fraction>();
  return (a, b = 0) => {
    const key = a * 10_000 + b;
    const value = known.get(key) ?? compute(a, b);
    known.set(key, value);
    return value;
  };
}
