import type { LocalDate } from "../calendar/localDate.ts";
import { DAY_COUNTS } from "../money/dayCount.ts";
import { isRate, rateFraction } from "../money/rate.ts";
import { SCHEDULE_FAMILIES, type ScheduleParameters } from "./terms.ts";
import { type TermsProblem, choiceProblems, countProblems, dateProblems, problem } from "./termsProblem.ts";
import { bearsInterest, familyProblems, interestProblems } from "./validateFamily.ts";

export const MAX_COUNT = 360;
const MAX_EVERY_MONTHS = 12;
// Below a week the holiday rule could push payments ever further from their contractual dates.
const MIN_EVERY_DAYS = 7;
const MAX_EVERY_DAYS = 366;

/** Problems of the schedule parameters by themselves, under "/schedule". */
export function scheduleParameterProblems(schedule: ScheduleParameters, today: LocalDate): TermsProblem[] {
  if (typeof schedule !== "object" || schedule === null) return [problem("/schedule", "missing")];
  return [
    ...choiceProblems("/schedule/family", schedule.family, SCHEDULE_FAMILIES),
    ...instalmentCountProblems(schedule),
    ...everyProblems(schedule.every),
    ...dateProblems("/schedule/firstDue", schedule.firstDue, today),
    ...rateProblems(schedule),
    ...choiceProblems("/schedule/dayCount", schedule.dayCount, DAY_COUNTS),
    ...familyProblems(schedule, today),
    ...interestProblems(schedule),
  ];
}

function instalmentCountProblems({ family, count }: ScheduleParameters): TermsProblem[] {
  const problems = countProblems("/schedule/count", count, 1, MAX_COUNT);
  if (problems.length > 0 || family !== "lump_sum" || count === 1) return problems;
  return [problem("/schedule/count", "lump_sum_count")];
}

function everyProblems(every: ScheduleParameters["every"]): TermsProblem[] {
  if (typeof every !== "object" || every === null) return [problem("/schedule/every", "missing")];
  if ("months" in every) return countProblems("/schedule/every/months", every.months, 1, MAX_EVERY_MONTHS);
  return countProblems("/schedule/every/days", every.days, MIN_EVERY_DAYS, MAX_EVERY_DAYS);
}

/** Rates run from "0" to "1" (100 % a year); families without new interest must say "0", so that terms never mislead. */
function rateProblems({ family, annualRate }: ScheduleParameters): TermsProblem[] {
  if (!isRate(annualRate)) return [problem("/schedule/annualRate", "not_a_rate")];
  const { num, den } = rateFraction(annualRate);
  if (num > den) return [problem("/schedule/annualRate", "rate_out_of_range", { min: "0", max: "1" })];
  return !bearsInterest(family) && num > 0n ? [problem("/schedule/annualRate", "rate_must_be_zero")] : [];
}
