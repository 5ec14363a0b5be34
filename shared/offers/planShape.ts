import { alignedDates } from "../plans/alignedDates.ts";
import { contractualDate } from "../plans/dueDates.ts";
import { addMonthsAnchored, isLocalDate, type LocalDate } from "../calendar/localDate.ts";
import { allocateEvenly } from "../money/allocateEvenly.ts";
import { type Fen, fen } from "../money/fen.ts";
import type { StatementLine } from "../plans/statement.ts";
import type { RateStep, ScheduleFamily, ScheduleParameters, Step, Terms } from "../plans/terms.ts";
import { bearsInterest } from "../plans/validateFamily.ts";

const FIRST_COUNT = 12;
const LEAST_COUNT: Partial<Record<ScheduleFamily, number>> = { stepped: 3, balloon: 2 };
/** Of the settled sum, what a balloon is until somebody says otherwise. */
const BALLOON_PARTS = 5;

type Lines = { lines: readonly Pick<StatementLine, "fen">[] };

/** What instalments have to repay: everything owed less waivers and down payment, in fen; never below zero. */
export function financedFen({ lines }: Lines, { waivers, downPaymentFen }: Terms): Fen {
  const sum = (amounts: readonly { fen: number }[]) => amounts.reduce((all, each) => all + each.fen, 0);
  const left = sum(lines) - sum(waivers) - downPaymentFen;
  return fen(Number.isSafeInteger(left) ? Math.max(0, left) : 0);
}

/**
 * Terms of another family, sound where the terms before were: with the fewest instalments it needs, agreed sums and balloon
 * to begin with, and its dates listed where it lists them. What belongs to the family before is left out.
 */
export function withFamily(terms: Terms, family: ScheduleFamily, financed: Fen): Terms {
  const { every, dayCount, annualRate: rate, interestFreePeriods, rateSteps } = terms.schedule;
  const { firstDue, count: before, minimumInstalmentFen } = terms.schedule;
  const usual = before === 1 ? FIRST_COUNT : before;
  const count = family === "lump_sum" ? 1 : Math.max(usual, LEAST_COUNT[family] ?? 1);
  const charges = bearsInterest(family);
  const annualRate = charges ? rate : "0";
  // Named one by one: what belongs to the family before would be a fault in this one.
  const schedule: ScheduleParameters = {
    family,
    count,
    every,
    firstDue,
    annualRate,
    dayCount,
    ...(charges && interestFreePeriods !== undefined ? { interestFreePeriods } : {}),
    ...(charges && rateSteps !== undefined ? { rateSteps } : {}),
    ...(minimumInstalmentFen === undefined ? {} : { minimumInstalmentFen }),
  };
  const next = { ...terms, schedule };
  if (family === "irregular") return listed(next);
  if (family === "stepped") return withSchedule(next, { steps: [firstStep(schedule, financed)] });
  if (family !== "balloon") return next;
  return withSchedule(next, { balloonFen: fen(Math.max(1, Math.floor(financed / BALLOON_PARTS))) });
}

/** Terms with some of the schedule changed. */
export function withSchedule(terms: Terms, patch: Partial<ScheduleParameters>): Terms {
  return { ...terms, schedule: { ...terms.schedule, ...patch } };
}

/** Terms with one optional field of the schedule changed, or left out. */
export function withOptional<
  K extends "interestFreePeriods" | "rateSteps" | "minimumInstalmentFen" | "weights",
>(terms: Terms, name: K, value: ScheduleParameters[K] | undefined): Terms {
  const schedule = { ...terms.schedule, [name]: value };
  if (value === undefined) delete schedule[name];
  return { ...terms, schedule };
}

/** Terms of another length. Agreed sums and listed dates beyond it fall away, dates that are missing follow the rhythm. */
export function withCount(terms: Terms, count: number): Terms {
  const { family, steps, dueDates, rateSteps, interestFreePeriods } = terms.schedule;
  if (!Number.isSafeInteger(count) || count < 1 || count > 360) return withSchedule(terms, { count });
  let next = withSchedule(terms, { count });
  if (steps !== undefined && family === "stepped" && count > 1)
    next = withSchedule(next, { steps: cut(steps, count - 1) });
  if (dueDates !== undefined && family === "irregular") {
    const more = Math.max(0, count - dueDates.length);
    const last = dueDates.at(-1) ?? terms.schedule.firstDue;
    const added = Array.from({ length: more }, (_, index) => following(next.schedule, last, index + 1));
    next = withOptional(
      withSchedule(next, { dueDates: [...dueDates.slice(0, count), ...added] }),
      "weights",
      undefined,
    );
  }
  if (rateSteps !== undefined) {
    const kept = rateSteps.filter(({ fromNo }) => fromNo <= count);
    next = withOptional(next, "rateSteps", kept.length === 0 ? undefined : kept);
  }
  return interestFreePeriods !== undefined && interestFreePeriods > count
    ? withOptional(next, "interestFreePeriods", count)
    : next;
}

/** When payments fall due: on these days of a month, in these months or in all of them. */
export type Rhythm = { days: readonly number[]; months: readonly number[] };

/** An irregular plan of as many dates as before, aligned to pay-days or to a season; the parts are even again. */
export function withRhythm(terms: Terms, { days, months }: Rhythm, from: LocalDate): Terms {
  const { count } = terms.schedule;
  const dueDates = alignedDates(from, days, count, months.length === 0 ? undefined : months);
  const next = withSchedule(terms, { dueDates, firstDue: dueDates[0] ?? terms.schedule.firstDue });
  return { ...withOptional(next, "weights", undefined), deferralMonths: 0 };
}

/** One listed date changed; the first one is the first due date. */
export function withDate(terms: Terms, index: number, date: LocalDate): Terms {
  const dueDates = (terms.schedule.dueDates ?? []).map((each, at) => (at === index ? date : each));
  return withSchedule(terms, { dueDates, ...(index === 0 ? { firstDue: date } : {}) });
}

/** What of the principal falls on each listed date, in fen; evenly where nothing was said. */
export function listedParts({ schedule: { count, weights } }: Terms, financed: Fen): readonly number[] {
  if (weights !== undefined) return weights;
  return Number.isSafeInteger(count) && count >= 1 && count <= 360 ? allocateEvenly(financed, count) : [];
}

/** One part changed. Parts that do not add up to the whole are taken in proportion. */
export function withPart(terms: Terms, index: number, part: number, financed: Fen): Terms {
  const parts = listedParts(terms, financed).map((each, at) => (at === index ? part : each));
  return withOptional(terms, "weights", parts);
}

export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((all, each) => all + each, 0);
}

/** A further agreed sum after those there are, or a further reduction of the rate, as something to begin with. */
export function nextStep({ count, steps = [] }: ScheduleParameters): Step | null {
  const taken = sumOf(steps.map((step) => step.count));
  const last = steps.at(-1);
  return taken >= count - 1 || last === undefined ? null : { count: 1, paymentFen: last.paymentFen };
}

/** A further reduction: half the rate before it, for the second half of what is left. Null where no instalment is left. */
export function nextRateStep({ count, annualRate, rateSteps = [] }: ScheduleParameters): RateStep | null {
  const before = rateSteps.at(-1) ?? { fromNo: 1, annualRate };
  if (before.fromNo >= count) return null;
  const fromNo = Math.min(count, before.fromNo + Math.max(1, Math.floor((count - before.fromNo) / 2)));
  const half = (Number(before.annualRate) / 2).toFixed(4).replace(/\.?0+$/, "");
  return { fromNo, annualRate: half === "" ? "0" : half };
}

function listed(terms: Terms): Terms {
  const { schedule, deferralMonths } = terms;
  if (!isLocalDate(schedule.firstDue)) return { ...terms, deferralMonths: 0 };
  const dueDates = Array.from({ length: schedule.count }, (_, k) =>
    contractualDate(schedule, deferralMonths, k),
  );
  const firstDue = dueDates[0] ?? schedule.firstDue;
  return { ...withSchedule(terms, { dueDates, firstDue }), deferralMonths: 0 };
}

/** Half of what a level instalment would repay, and the first period's interest, for a third of the time. */
function firstStep({ count, every, annualRate }: ScheduleParameters, financed: Fen): Step {
  const years = "months" in every ? every.months / 12 : every.days / 365;
  const interest = Math.ceil(financed * (Number(annualRate) || 0) * years);
  const paymentFen = fen(Math.max(1, Math.floor(financed / (2 * count))) + interest);
  return { count: Math.max(1, Math.floor(count / 3)), paymentFen };
}

function cut(steps: readonly Step[], most: number): Step[] {
  let left = most;
  return steps.flatMap((step) => {
    const count = Math.min(step.count, left);
    left -= count;
    return count > 0 ? [{ ...step, count }] : [];
  });
}

function following(schedule: ScheduleParameters, last: LocalDate, k: number): LocalDate {
  const { dueDates: _, ...rhythm } = schedule;
  return isLocalDate(last)
    ? contractualDate({ ...rhythm, firstDue: last }, 0, k)
    : addMonthsAnchored(schedule.firstDue, k);
}
