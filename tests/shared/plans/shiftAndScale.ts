import { expect } from "chai";
import * as fc from "fast-check";
import { addMonthsAnchored, daysInMonth, partsOf } from "../../../shared/calendar/localDate.ts";
import { type Fen, fen } from "../../../shared/money/fen.ts";
import { type AnnualisedCost, annualisedCost } from "../../../shared/plans/annualisedCost.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import { contractualDate } from "../../../shared/plans/dueDates.ts";
import { enumeratePlans } from "../../../shared/plans/finding/enumeratePlans.ts";
import type { FoundPlan, PlanSearch } from "../../../shared/plans/finding/search.ts";
import { discountFactors, netPresentValue } from "../../../shared/plans/netPresentValue.ts";
import { COMPONENTS, type StatementBasis } from "../../../shared/plans/statement.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { validateTerms } from "../../../shared/plans/validateTerms.ts";
import { amount, caseArbitrary, date, soundDate } from "./arbitraryTerms.ts";
import { TODAY, buildBasis } from "./buildTerms.ts";

/**
 * The same plan agreed in another year has the same months and days; only a February may be a day longer or shorter, and a
 * date that is the last of its month stays so. A 29 February has no other year unless that is a leap year too.
 */
function yearsNeverShiftAMonthEnd(runs: number): void {
  const plan = fc.record({
    firstDue: date,
    years: fc.integer({ min: -20, max: 60 }),
    months: fc.integer({ min: 1, max: 12 }),
    deferralMonths: fc.nat(60),
    k: fc.nat(359),
  });
  fc.assert(
    fc.property(plan, ({ firstDue, years, months, deferralMonths, k }) => {
      const otherYear = addMonthsAnchored(firstDue, years * 12);
      fc.pre(otherYear.slice(5) === firstDue.slice(5));
      const dueOf = (from: string) =>
        partsOf(contractualDate({ firstDue: from, every: { months } }, deferralMonths, k));
      const [due, other] = [dueOf(firstDue), dueOf(otherYear)];
      expect([other.year, other.month]).to.deep.equal([due.year + years, due.month]);
      const anchor = partsOf(firstDue).day;
      for (const { year, month, day } of [due, other]) {
        expect(day).to.equal(Math.min(anchor, daysInMonth(year, month)));
        if (anchor === 31) expect(day).to.equal(daysInMonth(year, month));
      }
      if (due.month !== 2) expect(other.day).to.equal(due.day);
    }),
    { numRuns: runs },
  );
}

const factor = fc.integer({ min: 2, max: 1_000 });
const times = (k: number, value: Fen): Fen => fen(value * k);

function basisTimes(k: number, basis: StatementBasis): StatementBasis {
  return { ...basis, lines: basis.lines.map((line) => ({ ...line, fen: times(k, line.fen) })) };
}

function termsTimes(k: number, terms: Terms): Terms {
  const { steps, balloonFen, minimumInstalmentFen, ...schedule } = terms.schedule;
  return {
    ...terms,
    waivers: terms.waivers.map((waiver) => ({ ...waiver, fen: times(k, waiver.fen) })),
    downPaymentFen: times(k, terms.downPaymentFen),
    schedule: {
      ...schedule,
      ...(steps && { steps: steps.map((step) => ({ ...step, paymentFen: times(k, step.paymentFen) })) }),
      ...(balloonFen !== undefined && { balloonFen: times(k, balloonFen) }),
      ...(minimumInstalmentFen !== undefined && { minimumInstalmentFen: times(k, minimumInstalmentFen) }),
    },
  };
}

/** What is only added and subtracted scales to the fen; a level instalment is one division, so it stays within its fen. */
function totalsScale(runs: number): void {
  fc.assert(
    fc.property(caseArbitrary, factor, ({ basis, terms }, k) => {
      const [basisK, termsK] = [basisTimes(k, basis), termsTimes(k, terms)];
      fc.pre(
        validateTerms(basis, terms, TODAY).length === 0 && validateTerms(basisK, termsK, TODAY).length === 0,
      );
      const [one, many] = [computeSchedule(basis, terms), computeSchedule(basisK, termsK)];
      expect(many.totals.statementFen).to.equal(one.totals.statementFen * k);
      expect(many.totals.waivedFen).to.equal(one.totals.waivedFen * k);
      for (const component of COMPONENTS) {
        const { payableFen, conditionalFen } = one.byComponent[component];
        expect(many.byComponent[component]).to.deep.include({
          payableFen: payableFen * k,
          conditionalFen: conditionalFen * k,
        });
      }
      expect(many.rows.map((row) => row.due)).to.deep.equal(one.rows.map((row) => row.due));
      if (one.totals.agreedInterestFen > 0 || many.totals.agreedInterestFen > 0) return;
      expect(many.totals.totalFen).to.equal(one.totals.totalFen * k);
      const { family, minimumInstalmentFen } = terms.schedule;
      const apart = one.rows.map((row, index) => Math.abs(many.rows[index]!.totalFen - row.totalFen * k));
      if (family === "lump_sum") expect(Math.max(...apart)).to.equal(0);
      if (family === "level" && minimumInstalmentFen === undefined) {
        expect(Math.max(...apart)).to.be.at.most(k);
      }
    }),
    { numRuns: runs },
  );
}

/** A rate has no unit of money; its digits may differ where the last one is rounded. */
function costDoesNotScale(runs: number): void {
  const payments = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 60 });
  const near = (one: AnnualisedCost, many: AnnualisedCost, of: keyof AnnualisedCost) =>
    expect(Number(many[of])).to.be.closeTo(Number(one[of]), 2e-6 * (1 + Number(one[of])));
  fc.assert(
    fc.property(payments, fc.integer({ min: 1, max: 200_000_000 }), factor, (paid, lent, k) => {
      const costOf = (of: number) =>
        annualisedCost(
          paid.map((each) => ({ totalFen: fen(each * of) })),
          fen(lent * of),
        );
      const [one, many] = [costOf(1), costOf(k)];
      expect(many === null).to.equal(one === null);
      if (one === null || many === null) return;
      near(one, many, "nominal");
      near(one, many, "effective");
    }),
    { numRuns: runs },
  );
}

function valueScales(runs: number): void {
  const rate = fc.nat(10_000).map((bp) => (bp / 10_000).toFixed(4));
  const payments = fc.array(fc.tuple(amount, soundDate), { maxLength: 24 });
  fc.assert(
    fc.property(payments, rate, factor, (paid, yearly, k) => {
      const factors = discountFactors(
        TODAY,
        yearly,
        paid.map(([, due]) => due),
      );
      const valueOf = (of: number) =>
        netPresentValue(
          paid.map(([value]) => fen(value * of)),
          factors,
        );
      // Rounded half up once, so half a fen of the one and k halves of the other.
      expect(Math.abs(valueOf(k) - valueOf(1) * k)).to.be.at.most((k + 1) / 2);
    }),
    { numRuns: runs },
  );
}

/** Divisible by every length up to twelve, so that no instalment is rounded; and at rate zero no present value either. */
const DIVISIBLE = 27_720;

function foundPlansScale(runs: number): void {
  const search = fc.record({
    units: fc.integer({ min: 1, max: 200 }),
    feeUnits: fc.nat(20),
    capacityFen: fc.option(
      fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 6 }).map((each) => each.map(fen)),
      { nil: null },
    ),
    minInstalmentFen: fc.integer({ min: 1, max: 400_000 }),
    maxCount: fc.integer({ min: 1, max: 12 }),
    maxDeferralMonths: fc.nat(2),
    firstDue: soundDate,
  });
  fc.assert(
    fc.property(search, factor, ({ units, feeUnits, capacityFen, minInstalmentFen, ...rest }, k) => {
      const asked = (of: number): PlanSearch => ({
        ...rest,
        basis: buildBasis({ principal: DIVISIBLE * units * of, fee: DIVISIBLE * feeUnits * of }),
        today: TODAY,
        capacityFen: capacityFen?.map((each) => times(of, each)) ?? null,
        policy: {
          maxWaiverBp: { principal: 0, interest: 0, penalty: 0, fee: 0 },
          maxCount: 12,
          maxDeferralMonths: 2,
          minInstalmentFen: fen(minInstalmentFen * of),
          minDownPaymentBp: 0,
        },
        discountRate: "0",
        annualRate: "0",
        families: ["lump_sum", "level"],
      });
      const [one, many] = [enumeratePlans(asked(1)), enumeratePlans(asked(k))];
      if (one.kind === "no_plan" || many.kind === "no_plan") {
        expect(many).to.deep.equal(one);
        return;
      }
      expect(many.plans.map((plan) => inWords(plan, 1))).to.deep.equal(
        one.plans.map((plan) => inWords(plan, k)),
      );
    }),
    { numRuns: runs },
  );
}

function inWords({ parts, figures }: FoundPlan, k: number): object {
  const { family, count } = parts.schedule;
  const { strain, months, totalFen, npvFen, peakFen } = figures;
  return {
    plan: [family, count, parts.deferralMonths, months, strain.toPrecision(12)],
    amounts: [totalFen, npvFen, peakFen].map((each) => each * k),
  };
}

export const SHIFT_AND_SCALE: Record<string, (runs: number) => void> = {
  "shifting years never shifts a month-end": yearsNeverShiftAMonthEnd,
  "k times the money is k times every total, waiver and component": totalsScale,
  "k times the money costs the same rate": costDoesNotScale,
  "k times the payments are worth k times as much, but for rounding": valueScales,
  "k times the money and the means find the same plans, k times as large": foundPlansScale,
};
