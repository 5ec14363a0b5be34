/** A calendar date without a time, "YYYY-MM-DD", years 1900–2999. Validate foreign input with `isLocalDate`. */
export type LocalDate = string;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;
const DAY_MS = 86_400_000;

/** Whether `text` is a date that exists, written "YYYY-MM-DD". 2023-02-29 does not exist. */
export function isLocalDate(text: string): boolean;
export function isLocalDate(text: unknown): text is LocalDate;
export function isLocalDate(text: unknown): boolean {
  if (typeof text !== "string" || text.length !== 10 || text[4] !== "-" || text[7] !== "-") return false;
  return exists(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
}

/** Year, month (1–12) and day of a date. Throws RangeError when the date does not exist. */
export function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  if (!isLocalDate(date)) throw new RangeError(`not a date: ${date}`);
  return { year: digits(date, 0, 4), month: digits(date, 5, 7), day: digits(date, 8, 10) };
}

/** Builds a date from year, month (1–12) and day. Throws RangeError when it does not exist. */
export function dateFrom(year: number, month: number, day: number): LocalDate {
  const text = `${year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
  if (!exists(year, month, day)) throw new RangeError(`not a date: ${text}`);
  return text;
}

function exists(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  const known = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12;
  return known && day >= 1 && day <= daysInMonth(year, month);
}

/** The number written from `start` to `end`, NaN when there is anything but digits. Schedules read dates by the thousand. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Number of days in a month (1–12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Negative when `a` is earlier than `b`, zero when equal, positive when later. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The date `days` after `date` (before it when negative). Throws RangeError outside 1900–2999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`days must be whole: ${days}`);
  return dateOfEpochDay(epochDay(date) + days);
}

/** Days from `from` to `to`: 1 for consecutive dates, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDay(to) - epochDay(from);
}

/**
 * The date `months` after the anchor, on the anchor's day or the last day of a shorter month. Always compute from
 * the anchor, never from the previous result: 31 Jan → 28 Feb → 31 Mar.
 */
export function addMonthsAnchored(anchor: LocalDate, months: number): LocalDate {
  if (!Number.isSafeInteger(months)) throw new RangeError(`months must be whole: ${months}`);
  const { year, month, day } = partsOf(anchor);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return dateFrom(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Whether a date is a Saturday or Sunday. */
export function isWeekend(date: LocalDate): boolean {
  const weekday = new Date(epochDay(date) * DAY_MS).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function epochDay(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

function dateOfEpochDay(day: number): LocalDate {
  const at = new Date(day * DAY_MS);
  return dateFrom(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}
