import { type LocalDate, addDays, isLocalDate } from "../calendar/localDate.ts";
import { isRate, rateFraction } from "../money/rate.ts";
import type { ScheduleFamily, ScheduleParameters } from "./terms.ts";
import { type TermsProblem, amountProblems, countProblems, dateProblems, problem } from "./termsProblem.ts";

const MAX_STEPS = 60;
/** Weights may be the amounts themselves in fen: ten billion yuan. */
const MAX_WEIGHT = 1_000_000_000_000;
/** As between regular dates: below a week the holiday rule could push payments ever further from their dates. */
const MIN_DAYS_APART = 7;

/** Whether a family may charge interest newly agreed. An unknown family does not. */
export function bearsInterest(family: ScheduleFamily): boolean {
  return INTEREST_BEARING.has(family);
}

const INTEREST_BEARING = new Set<ScheduleFamily>([
  "equal_instalment",
  "equal_principal",
  "stepped",
  "balloon",
  "irregular",
]);

/** Problems of the fields that belong to one family, and of such fields standing where they say nothing. */
export function familyProblems(schedule: ScheduleParameters, today: LocalDate): TermsProblem[] {
  const { family, minimumInstalmentFen } = schedule;
  const misplaced = OWN_FIELDS.filter(([field, owner]) => owner !== family && schedule[field] !== undefined);
  return [
    ...misplaced.map(([field]) => problem(`/schedule/${field}`, "not_for_family")),
    ...(family === "stepped" ? stepProblems(schedule) : []),
    ...(family === "balloon" ? balloonProblems(schedule) : []),
    ...(family === "irregular" ? [...listedDateProblems(schedule, today), ...weightProblems(schedule)] : []),
    ...(minimumInstalmentFen === undefined
      ? []
      : positiveProblems("/schedule/minimumInstalmentFen", minimumInstalmentFen)),
  ];
}

const OWN_FIELDS = [
  ["steps", "stepped"],
  ["balloonFen", "balloon"],
  ["dueDates", "irregular"],
  ["weights", "irregular"],
] as const;

/** Problems of interest-free periods and rate reductions, which need a rate to act on. */
export function interestProblems(schedule: ScheduleParameters): TermsProblem[] {
  const { interestFreePeriods, rateSteps, annualRate, count } = schedule;
  const problems: TermsProblem[] = [];
  if (interestFreePeriods !== undefined) {
    problems.push(...countProblems("/schedule/interestFreePeriods", interestFreePeriods, 1, count));
    if (!chargesRate(annualRate)) problems.push(problem("/schedule/interestFreePeriods", "not_for_family"));
  }
  if (rateSteps === undefined) return problems;
  if (!Array.isArray(rateSteps) || rateSteps.length === 0) {
    return [...problems, problem("/schedule/rateSteps", "missing")];
  }
  if (!chargesRate(annualRate)) problems.push(problem("/schedule/rateSteps", "not_for_family"));
  return [...problems, ...rateStepProblems(rateSteps, annualRate, count)];
}

function rateStepProblems(
  steps: NonNullable<ScheduleParameters["rateSteps"]>,
  annualRate: string,
  count: number,
): TermsProblem[] {
  let before = { fromNo: 1, annualRate };
  return steps.flatMap((step, index): TermsProblem[] => {
    const pointer = `/schedule/rateSteps/${index}`;
    if (typeof step !== "object" || step === null) return [problem(pointer, "missing")];
    const problems = countProblems(`${pointer}/fromNo`, step.fromNo, before.fromNo + 1, count);
    if (!isRate(step.annualRate)) problems.push(problem(`${pointer}/annualRate`, "not_a_rate"));
    else if (isRate(before.annualRate) && isAbove(step.annualRate, before.annualRate)) {
      problems.push(problem(`${pointer}/annualRate`, "rate_not_reduced", { before: before.annualRate }));
    }
    if (problems.length === 0) before = step;
    return problems;
  });
}

function stepProblems({ steps, count }: ScheduleParameters): TermsProblem[] {
  if (!Array.isArray(steps) || steps.length === 0) return [problem("/schedule/steps", "missing")];
  if (steps.length > MAX_STEPS) {
    return [problem("/schedule/steps", "out_of_range", { min: 1, max: MAX_STEPS })];
  }
  let left = count - 1;
  return steps.flatMap((step, index): TermsProblem[] => {
    const pointer = `/schedule/steps/${index}`;
    if (typeof step !== "object" || step === null) return [problem(pointer, "missing")];
    const counted = countProblems(`${pointer}/count`, step.count, 1, Math.max(0, left));
    left -= counted.length === 0 ? step.count : 0;
    return [...counted, ...positiveProblems(`${pointer}/paymentFen`, step.paymentFen)];
  });
}

function balloonProblems({ balloonFen, count }: ScheduleParameters): TermsProblem[] {
  const single = count === 1 ? [problem("/schedule/count", "out_of_range", { min: 2, max: 360 })] : [];
  if (balloonFen === undefined) return [...single, problem("/schedule/balloonFen", "missing")];
  return [...single, ...positiveProblems("/schedule/balloonFen", balloonFen)];
}

function listedDateProblems(schedule: ScheduleParameters, today: LocalDate): TermsProblem[] {
  const { dueDates, count, firstDue } = schedule;
  if (!Array.isArray(dueDates)) return [problem("/schedule/dueDates", "missing")];
  if (dueDates.length !== count) {
    return [problem("/schedule/dueDates", "length_mismatch", { expected: count })];
  }
  const problems = dueDates.flatMap((date, index): TermsProblem[] => {
    const pointer = `/schedule/dueDates/${index}`;
    const own = dateProblems(pointer, date, today);
    const before = dueDates[index - 1];
    if (own.length > 0 || !isLocalDate(before) || date >= addDays(before, MIN_DAYS_APART)) return own;
    return [problem(pointer, "not_increasing", { minDays: MIN_DAYS_APART })];
  });
  if (dueDates[0] !== firstDue) problems.push(problem("/schedule/dueDates/0", "not_first_due"));
  return problems;
}

function weightProblems({ weights, count }: ScheduleParameters): TermsProblem[] {
  if (weights === undefined) return [];
  if (!Array.isArray(weights)) return [problem("/schedule/weights", "missing")];
  if (weights.length !== count) {
    return [problem("/schedule/weights", "length_mismatch", { expected: count })];
  }
  return weights.flatMap((weight, index) => {
    return countProblems(`/schedule/weights/${index}`, weight, 1, MAX_WEIGHT);
  });
}

function positiveProblems(pointer: string, amount: unknown): TermsProblem[] {
  const problems = amountProblems(pointer, amount);
  return problems.length === 0 && amount === 0
    ? [problem(pointer, "out_of_range", { min: 1, max: Number.MAX_SAFE_INTEGER })]
    : problems;
}

function chargesRate(annualRate: string): boolean {
  return isRate(annualRate) && rateFraction(annualRate).num > 0n;
}

function isAbove(a: string, b: string): boolean {
  const [x, y] = [rateFraction(a), rateFraction(b)];
  return x.num * y.den > y.num * x.den;
}
