import { type LocalDate, addDays, daysBetween, isLeapYear, partsOf } from "../calendar/localDate.ts";
import { type Fraction, addFractions, fraction } from "./fraction.ts";

/** How days become a fraction of a year; named in the terms. */
export const DAY_COUNTS = ["30/360", "act/365", "act/360", "act/act"] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

/**
 * The exact fraction of a year from `from` to `to` (`to` not earlier). `act/act` counts the days of each calendar year over that
 * year's length, so 13 Dec 2023 → 13 Jan 2024 is 19/365 + 12/366; `30/360` is the bond basis (ISDA 2006 §4.16(f)).
 */
export function yearFraction(from: LocalDate, to: LocalDate, dayCount: DayCount): Fraction {
  return CONVENTIONS[dayCount](from, to);
}

const CONVENTIONS: Record<DayCount, (from: LocalDate, to: LocalDate) => Fraction> = {
  "30/360": (from, to) => fraction(thirtyDayMonthsBetween(from, to), 360),
  "act/365": (from, to) => fraction(daysBetween(from, to), 365),
  "act/360": (from, to) => fraction(daysBetween(from, to), 360),
  "act/act": actualActual,
};

function thirtyDayMonthsBetween(from: LocalDate, to: LocalDate): number {
  const a = partsOf(from);
  const b = partsOf(to);
  const firstDay = Math.min(a.day, 30);
  const lastDay = firstDay === 30 ? Math.min(b.day, 30) : b.day;
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + (lastDay - firstDay);
}

/** A day belongs to the year it begins in; the first day counts, the last does not. */
function actualActual(from: LocalDate, to: LocalDate): Fraction {
  let sum = fraction(0, 1);
  let start = from;
  while (start < to) {
    const { year } = partsOf(start);
    const nextYear = addDays(`${year}-12-31`, 1);
    const end = nextYear < to ? nextYear : to;
    sum = addFractions(sum, fraction(daysBetween(start, end), isLeapYear(year) ? 366 : 365));
    start = end;
  }
  return sum;
}
