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

/** Whether `date` is a working day (weekends made up for count as working), and whether that is provisional. */
export function workingDay(date: LocalDate): { working: boolean; provisional: boolean } {
  const known = PUBLIC_HOLIDAYS[partsOf(date).year] !== undefined;
  const working = MADE_UP.has(date) || (!isWeekend(date) && !OFF.has(date));
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
