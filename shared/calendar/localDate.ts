/** A calendar date without a time, "YYYY-MM-DD", years 1900–2999. Validate foreign input with `isLocalDate`. */
export type LocalDate = string;

const PATTERN = /^(19|2\d)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DAY_MS = 86_400_000;

/** Whether `text` is a date that exists, written "YYYY-MM-DD". 2023-02-29 does not exist. */
export function isLocalDate(text: string): boolean;
export function isLocalDate(text: unknown): text is LocalDate;
export function isLocalDate(text: unknown): boolean {
  if (typeof text !== "string" || !PATTERN.test(text)) return false;
  return Number(text.slice(8)) <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** Year, month (1–12) and day of a date. Throws RangeError when the date does not exist. */
export function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  if (!isLocalDate(date)) throw new RangeError(`not a date: ${date}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

/** Builds a date from year, month (1–12) and day. Throws RangeError when it does not exist. */
export function dateFrom(year: number, month: number, day: number): LocalDate {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (!isLocalDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
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

function pad(n: number, width: number): string {
  return String(n).padStart(width, "0");
}
