import { type LocalDate, addDays, addMonthsAnchored, compareDates } from "../calendar/localDate.ts";
import { type WorkingDay, nextWorkingDay } from "../calendar/workingDays.ts";
import { yearFraction } from "../money/dayCount.ts";
import { type Fraction, fraction } from "../money/fraction.ts";
import type { ScheduleParameters } from "./terms.ts";

/**
 * The contractual date of instalment k (0 for the first; −1 is where the first period begins), not yet moved to a
 * working day. Months are added to `firstDue` in one step, so that neither deferral nor a short month makes dates drift;
 * dates that the terms list are taken as they are.
 */
export function contractualDate(
  schedule: Pick<ScheduleParameters, "firstDue" | "every" | "dueDates">,
  deferralMonths: number,
  k: number,
): LocalDate {
  const { firstDue, every } = schedule;
  const listed = schedule.dueDates?.[k];
  if (listed !== undefined) return listed;
  if ("months" in every) return addMonthsAnchored(firstDue, deferralMonths + every.months * k);
  return addDays(addMonthsAnchored(firstDue, deferralMonths), every.days * k);
}

/**
 * The due dates of all instalments, moved to working days. When a long holiday would put two on the same day the later
 * one takes the next working day, so that dates strictly increase; all follow `after`, where one is given.
 */
export function dueDates(
  schedule: ScheduleParameters,
  deferralMonths: number,
  after: LocalDate | null,
): WorkingDay[] {
  const dates: WorkingDay[] = [];
  let previous = after;
  for (let k = 0; k < schedule.count; k += 1) {
    const nominal = contractualDate(schedule, deferralMonths, k);
    const taken = previous !== null && compareDates(nominal, previous) <= 0;
    const due = nextWorkingDay(taken ? addDays(previous ?? nominal, 1) : nominal);
    dates.push(due);
    previous = due.date;
  }
  return dates;
}

/**
 * The year fraction of each period. Contractual dates are used, not the working days they move to, so that a holiday
 * costs nobody a day's interest; under 30/360 a month is exactly 1/12 whatever its end.
 */
export function periodFractions(schedule: ScheduleParameters, deferralMonths: number): Fraction[] {
  const { every, count, dayCount } = schedule;
  if ("months" in every && dayCount === "30/360" && schedule.dueDates === undefined) {
    return Array<Fraction>(count).fill(fraction(every.months, 12));
  }
  const date = (k: number) => contractualDate(schedule, deferralMonths, k);
  return Array.from({ length: count }, (_, k) => yearFraction(date(k - 1), date(k), dayCount));
}
