import { type LocalDate, addDays, isWeekend, partsOf } from "./localDate.ts";
import { PUBLIC_HOLIDAYS } from "./publicHolidays.ts";

/** A date, and whether it may still move because the State Council has not published that year's holidays. */
export type WorkingDay = { date: LocalDate; provisional: boolean };

/** The last date for which the public holidays of China are known; working days after it are provisional. */
export const HOLIDAYS_KNOWN_THROUGH: LocalDate = `${Math.max(...Object.keys(PUBLIC_HOLIDAYS).map(Number))}-12-31`;

const OFF = new Set<LocalDate>();
const MADE_UP = new Set<LocalDate>();
for (const [year, { off, on }] of Object.entries(PUBLIC_HOLIDAYS)) {
  for (const day of off.split(" ")) OFF.add(`${year}-${day}`);
  for (const day of on.split(" ")) MADE_UP.add(`${year}-${day}`);
}

// Public holidays on fixed dates by 全国年节及纪念日放假办法 (2025); certain even for years not yet announced.
const FIXED_HOLIDAYS = new Set(["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"]);

/** Whether `date` is a working day (weekends made up for count as working), and whether that is provisional. */
export function workingDay(date: LocalDate): { working: boolean; provisional: boolean } {
  const known = PUBLIC_HOLIDAYS[partsOf(date).year] !== undefined;
  const off = OFF.has(date) || (!known && FIXED_HOLIDAYS.has(date.slice(5)));
  const working = MADE_UP.has(date) || (!isWeekend(date) && !off);
  return { working, provisional: !known };
}

/** `date` itself when it is a working day, else the first working day after it. Never earlier than `date`. */
export function nextWorkingDay(date: LocalDate): WorkingDay {
  let candidate = date;
  let state = workingDay(candidate);
  while (!state.working) {
    candidate = addDays(candidate, 1);
    state = workingDay(candidate);
  }
  return { date: candidate, provisional: state.provisional };
}
