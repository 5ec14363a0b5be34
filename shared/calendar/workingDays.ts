import chineseDays from "chinese-days";
import { type LocalDate, addDays, partsOf } from "./localDate.ts";

// Node sees only the default export of this UMD bundle; its named exports exist for bundlers alone.
const library: Pick<typeof chineseDays, "isWorkday" | "getDayDetail"> = chineseDays;

/** A date, and whether it may still move because the State Council has not published that year's holidays. */
export type WorkingDay = { date: LocalDate; provisional: boolean };

const FIRST_YEAR_OF_DATA = 2004;
const LAST_YEAR_OF_DATA = lastYearWithHolidayData();

/** The last date for which the public holidays of China are known; working days after it are provisional. */
export const HOLIDAYS_KNOWN_THROUGH: LocalDate = `${LAST_YEAR_OF_DATA}-12-31`;

/** Whether `date` is a working day (weekends made up for count as working), and whether that is provisional. */
export function workingDay(date: LocalDate): { working: boolean; provisional: boolean } {
  const { year, month, day } = partsOf(date);
  // chinese-days reads a string as UTC but answers in the local zone, a day off west of Greenwich; local noon is safe.
  const working = library.isWorkday(new Date(year, month - 1, day, 12));
  return { working, provisional: year < FIRST_YEAR_OF_DATA || year > LAST_YEAR_OF_DATA };
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

/** The library answers "not a holiday" for a year it has no data for, so the horizon is read off National Day's entry. */
function lastYearWithHolidayData(): number {
  let year = FIRST_YEAR_OF_DATA;
  while (library.getDayDetail(new Date(year + 1, 9, 1, 12)).name.includes("国庆节")) year += 1;
  return year;
}
