import { type LocalDate, dateFrom, daysInMonth, partsOf } from "../calendar/localDate.ts";

/**
 * The first `count` dates not before `from` that fall on one of `days` (1–31, ascending) of a month, a day past a month's
 * end being its last; with `months` (1–12) only in those, so that a plan can follow pay-days or harvests.
 * Dates of one month that would coincide count once. Throws RangeError without days, months or a positive count.
 */
export function alignedDates(
  from: LocalDate,
  days: readonly number[],
  count: number,
  months: readonly number[] = ALL_MONTHS,
): LocalDate[] {
  const sound = (values: readonly number[], max: number) =>
    values.length > 0 && values.every((value) => Number.isSafeInteger(value) && value >= 1 && value <= max);
  if (!sound(days, 31) || !sound(months, 12)) throw new RangeError("days are 1–31, months 1–12");
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`count must be ≥ 1: ${count}`);
  const dates: LocalDate[] = [];
  let { year, month } = partsOf(from);
  while (dates.length < count) {
    if (months.includes(month)) dates.push(...datesIn(year, month, days).filter((date) => date >= from));
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return dates.slice(0, count);
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function datesIn(year: number, month: number, days: readonly number[]): LocalDate[] {
  const last = daysInMonth(year, month);
  const distinct = new Set(days.map((day) => Math.min(day, last)));
  return [...distinct].toSorted((a, b) => a - b).map((day) => dateFrom(year, month, day));
}
