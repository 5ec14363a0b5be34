import * as fc from "fast-check";
import { addDays, daysInMonth } from "../../../shared/calendar/localDate.ts";
import { fen } from "../../../shared/money/fen.ts";
import { fraction, takeShare } from "../../../shared/money/fraction.ts";
import { COMPONENTS, type StatementBasis } from "../../../shared/plans/statement.ts";
import {
  SCHEDULE_FAMILIES,
  type ScheduleParameters,
  type Step,
  type Terms,
} from "../../../shared/plans/terms.ts";
import { bearsInterest } from "../../../shared/plans/validateFamily.ts";
import { TODAY, buildTerms } from "./buildTerms.ts";

export const amount = fc.integer({ min: 0, max: 50_000_000 });
export const date = fc
  .tuple(
    fc.integer({ min: 2026, max: 2040 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => {
    const pad = (n: number) => String(n).padStart(2, "0");
    return `${year}-${pad(month)}-${pad(Math.min(day, daysInMonth(year, month)))}`;
  });
export const soundDate = date.filter((day) => day > "2026-12-31");

const basisArbitrary: fc.Arbitrary<StatementBasis> = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom(...COMPONENTS), amount), {
    minLength: 1,
    maxLength: 8,
  })
  .map((lines) => ({
    statementId: "statement-1",
    asOf: TODAY,
    lines: lines.map(([debtId, component, value]) => ({ debtId, component, fen: fen(value) })),
  }));

/** Terms that are mostly sound: waivers are shares of distinct lines, so that few cases are thrown away. */
export const caseArbitrary = basisArbitrary.chain((basis) =>
  fc
    .record({
      shares: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 }),
      when: fc.constantFrom("at_signing" as const, "on_completion" as const),
      down: fc.integer({ min: 0, max: 60 }),
      deferralMonths: fc.integer({ min: 0, max: 12 }),
      family: fc.constantFrom(...SCHEDULE_FAMILIES),
      shape: fc.record({
        stepCounts: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
        stepShares: fc.array(fc.integer({ min: 20, max: 120 }), { minLength: 3, maxLength: 3 }),
        balloonShare: fc.integer({ min: 1, max: 90 }),
        gaps: fc.array(fc.integer({ min: 7, max: 200 }), { minLength: 72, maxLength: 72 }),
        weights: fc.option(fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 72, maxLength: 72 }), {
          nil: null,
        }),
        interestFree: fc.constantFrom(0, 0, 1, 3, 6),
        reducedFrom: fc.constantFrom(0, 0, 2, 5),
        minimum: fc.constantFrom(0, 0, 0, 30_000, 2_000_000),
      }),
      count: fc.integer({ min: 1, max: 72 }),
      every: fc.oneof(
        fc.record({ months: fc.integer({ min: 1, max: 6 }) }),
        fc.record({ days: fc.integer({ min: 7, max: 60 }) }),
      ),
      firstDue: soundDate,
      rate: fc.integer({ min: 0, max: 3600 }).map((bp) => (bp / 10_000).toFixed(4)),
      dayCount: fc.constantFrom("30/360", "act/365", "act/360", "act/act"),
      allocation: fc.constantFrom("fees_interest_principal", "principal_interest_fees"),
    })
    .map((raw) => ({ basis, terms: termsFrom(basis, raw as never) })),
);

type Shape = {
  stepCounts: number[];
  stepShares: number[];
  balloonShare: number;
  gaps: number[];
  weights: number[] | null;
  interestFree: number;
  reducedFrom: number;
  minimum: number;
};

type Raw = Pick<Terms, "deferralMonths" | "allocation"> &
  Omit<Terms["schedule"], "annualRate"> & {
    shares: number[];
    when: "at_signing" | "on_completion";
    down: number;
    rate: string;
    shape: Shape;
  };

function termsFrom(basis: StatementBasis, raw: Raw): Terms {
  const waivers = basis.lines.map((line, index) => {
    return { ...line, fen: takeShare(line.fen, fraction(raw.shares[index] ?? 0, 100)), when: raw.when };
  });
  const settled = basis.lines.reduce((sum, line, index) => sum + line.fen - (waivers[index]?.fen ?? 0), 0);
  const downPaymentFen = takeShare(fen(settled), fraction(raw.down, 100));
  return buildTerms(basis, {
    waivers,
    downPaymentFen,
    downPaymentDue: downPaymentFen > 0 ? "2026-12-15" : null,
    deferralMonths: raw.family === "irregular" ? 0 : raw.deferralMonths,
    allocation: raw.allocation,
    schedule: scheduleFrom(raw, settled - downPaymentFen),
  });
}

function scheduleFrom(raw: Raw, balance: number): ScheduleParameters {
  const { family, shape } = raw;
  const rate = bearsInterest(family) ? raw.rate : "0";
  const count = family === "lump_sum" ? 1 : family === "balloon" ? Math.max(2, raw.count) : raw.count;
  return {
    family,
    count,
    every: raw.every,
    firstDue: raw.firstDue,
    dayCount: raw.dayCount,
    annualRate: rate,
    ...(family === "stepped" ? { steps: stepsFrom(shape, count, balance) } : {}),
    ...(family === "balloon" ? { balloonFen: fen(Math.floor((balance * shape.balloonShare) / 100)) } : {}),
    ...(family === "irregular" ? listedFrom(raw, count) : {}),
    ...(shape.minimum > 0 ? { minimumInstalmentFen: fen(shape.minimum) } : {}),
    ...(Number(rate) > 0 ? interestTermsFrom(shape, count, rate) : {}),
  };
}

/** Payments around those of a level plan, so that most neither fall below their interest nor pay everything. */
function stepsFrom(shape: Shape, count: number, balance: number): Step[] {
  return shape.stepCounts.map((steps, index) => ({
    count: steps,
    paymentFen: fen(Math.floor((balance * (shape.stepShares[index] ?? 50)) / 100 / count)),
  }));
}

function listedFrom({ firstDue, shape }: Raw, count: number): Partial<ScheduleParameters> {
  const dueDates = [firstDue];
  for (let k = 1; k < count; k += 1) dueDates.push(addDays(dueDates[k - 1]!, shape.gaps[k]!));
  return { dueDates, ...(shape.weights === null ? {} : { weights: shape.weights.slice(0, count) }) };
}

function interestTermsFrom(shape: Shape, count: number, rate: string): Partial<ScheduleParameters> {
  const { interestFree, reducedFrom } = shape;
  return {
    ...(interestFree > 0 && interestFree <= count ? { interestFreePeriods: interestFree } : {}),
    ...(reducedFrom > 0 && reducedFrom <= count
      ? { rateSteps: [{ fromNo: reducedFrom, annualRate: (Number(rate) / 2).toFixed(5) }] }
      : {}),
  };
}
