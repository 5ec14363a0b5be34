import { type LocalDate, addDays, addMonthsAnchored } from "./localDate.ts";
import { nextWorkingDay } from "./workingDays.ts";

/** `lastDay` as counted; `date` after moving past a weekend or holiday; `provisional` when holidays are not yet known. */
export type Deadline = { lastDay: LocalDate; date: LocalDate; provisional: boolean };

/**
 * A period of `days` from `start`: the first day does not count, a last day on a holiday moves to the next working
 * day (民法典 201, 203; 民诉法 85).
 */
export function deadlineAfterDays(start: LocalDate, days: number): Deadline {
  return endingOn(addDays(start, days));
}

/** A period of `months` from `start`, ending on the same day of the month or its last (民法典 201–203). */
export function deadlineAfterMonths(start: LocalDate, months: number): Deadline {
  return endingOn(addMonthsAnchored(start, months));
}

function endingOn(lastDay: LocalDate): Deadline {
  return { lastDay, ...nextWorkingDay(lastDay) };
}
