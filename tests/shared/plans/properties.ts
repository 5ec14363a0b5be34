import { expect } from "chai";
import * as fc from "fast-check";
import { addMonthsAnchored, daysInMonth, partsOf } from "../../../shared/calendar/localDate.ts";
import { allocateEvenly } from "../../../shared/money/allocateEvenly.ts";
import { fen } from "../../../shared/money/fen.ts";
import { fraction, shareOf } from "../../../shared/money/fraction.ts";
import { levelPayment } from "../../../shared/money/timeValue.ts";
import { equalInstalments } from "../../../shared/plans/amortise.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import { canonicalTerms, hashTerms } from "../../../shared/plans/hashing.ts";
import { discountFactors, netPresentValue } from "../../../shared/plans/netPresentValue.ts";
import { COMPONENTS, type StatementBasis } from "../../../shared/plans/statement.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { validateTerms } from "../../../shared/plans/validateTerms.ts";
import { amount, caseArbitrary, date, soundDate } from "./arbitraryTerms.ts";
import { belowInterestIsRefused } from "./belowInterest.ts";
import { TODAY } from "./buildTerms.ts";
import { SHIFT_AND_SCALE } from "./shiftAndScale.ts";

/** Runs a predicate over sound terms only; the filter lives here because soundness is what validateTerms says. */
function forSoundTerms(runs: number, check: (basis: StatementBasis, terms: Terms) => void): void {
  fc.assert(
    fc.property(caseArbitrary, ({ basis, terms }) => {
      fc.pre(validateTerms(basis, terms, TODAY).length === 0);
      check(basis, terms);
    }),
    { numRuns: runs },
  );
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, value) => total + value, 0);

export function instalmentsAddUp(runs: number): void {
  forSoundTerms(runs, (basis, terms) => {
    const { rows, totals, byComponent } = computeSchedule(basis, terms);
    expect(sum(rows.map((row) => row.totalFen))).to.equal(totals.totalFen);
    expect(totals.totalFen).to.equal(totals.statementFen - totals.waivedFen + totals.agreedInterestFen);
    expect(totals.statementFen).to.equal(sum(basis.lines.map((line) => line.fen)));
    for (const component of COMPONENTS) {
      const settled = sum(rows.map((row) => row.settles[component]));
      expect(settled).to.equal(byComponent[component].payableFen);
      expect(byComponent[component].statementFen).to.equal(settled + byComponent[component].waivedFen);
    }
  });
}

export function rowsAreSound(runs: number): void {
  forSoundTerms(runs, (basis, terms) => {
    const { rows } = computeSchedule(basis, terms);
    let balance = sum(basis.lines.map((line) => line.fen)) - sum(terms.waivers.map((waiver) => waiver.fen));
    let previous = "";
    for (const row of rows) {
      balance -= row.principalFen;
      expect(row.balanceFen).to.equal(balance);
      expect(Math.min(row.principalFen, row.interestFen, row.balanceFen)).to.be.at.least(0);
      expect(Math.min(...Object.values(row.settles))).to.be.at.least(0);
      expect(sum(Object.values(row.settles))).to.equal(row.principalFen);
      expect(row.totalFen).to.equal(row.principalFen + row.interestFen);
      expect(row.due > previous, `${row.due} after ${previous}`).to.equal(true);
      previous = row.due;
    }
    expect(balance).to.equal(0);
  });
}

export function levelDiffersByOneFen(runs: number): void {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      fc.integer({ min: 1, max: 360 }),
      (total, count) => {
        const parts = allocateEvenly(fen(total), count);
        expect(parts.reduce((left, part) => left - part, total)).to.equal(0);
        expect((parts[0] ?? 0) - (parts.at(-1) ?? 0)).to.be.within(0, 1);
        expect(parts.every((part, index) => index === 0 || part <= (parts[index - 1] ?? 0))).to.equal(true);
      },
    ),
    { numRuns: runs },
  );
}

export function monthEndsNeverDrift(runs: number): void {
  fc.assert(
    fc.property(date, fc.integer({ min: -360, max: 360 }), (anchor, months) => {
      const from = partsOf(anchor);
      const to = partsOf(addMonthsAnchored(anchor, months));
      expect((to.year - from.year) * 12 + to.month - from.month).to.equal(months);
      expect(to.day).to.equal(Math.min(from.day, daysInMonth(to.year, to.month)));
    }),
    { numRuns: runs },
  );
}

export function valueAtRateZeroIsTotal(runs: number): void {
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, soundDate), { maxLength: 24 }), (payments) => {
      const amounts = payments.map(([value]) => fen(value));
      const factors = discountFactors(
        TODAY,
        "0",
        payments.map(([, due]) => due),
      );
      expect(netPresentValue(amounts, factors)).to.equal(sum(amounts));
    }),
    { numRuns: runs },
  );
}

export function hashIgnoresKeyOrder(runs: number): void {
  fc.assert(
    fc.property(caseArbitrary, fc.infiniteStream(fc.nat()), ({ terms }, stream) => {
      const shuffled = shuffleKeys(terms, stream) as Terms;
      expect(hashTerms(shuffled)).to.equal(hashTerms(terms));
      expect(canonicalTerms(shuffled)).to.equal(canonicalTerms(terms));
      const other = { ...terms, graceDays: terms.graceDays + 1 };
      expect(hashTerms(other)).not.to.equal(hashTerms(terms));
    }),
    { numRuns: runs },
  );
}

/** Whatever the fields hold, validation answers with problems that name a field, and no figure is ever NaN. */
export function validationNeverThrows(runs: number): void {
  const odd = fc.constantFrom<unknown>(
    -1,
    0.5,
    Number.NaN,
    Infinity,
    2 ** 53,
    Number.MAX_SAFE_INTEGER,
    0,
    10_000,
    "",
    "2023-02-29",
    "2026-13-01",
    "1.01",
    "-0.1",
    "1e3",
    null,
    undefined,
    {},
    [],
    [null],
    "lump_sum",
    "9999-12-31",
    "2999-12-31",
    true,
  );
  const path = fc.constantFrom(
    ["waivers"],
    ["downPaymentFen"],
    ["downPaymentDue"],
    ["deferralMonths"],
    ["graceDays"],
    ["acceleration"],
    ["allocation"],
    ["statementId"],
    ["schedule"],
    ["schedule", "family"],
    ["schedule", "count"],
    ["schedule", "every"],
    ["schedule", "firstDue"],
    ["schedule", "annualRate"],
    ["schedule", "dayCount"],
    ["waivers", "0"],
    ["schedule", "steps"],
    ["schedule", "balloonFen"],
    ["schedule", "dueDates"],
    ["schedule", "weights"],
    ["schedule", "interestFreePeriods"],
    ["schedule", "rateSteps"],
    ["schedule", "minimumInstalmentFen"],
    ["payments"],
  );
  fc.assert(
    fc.property(
      caseArbitrary,
      fc.array(fc.tuple(path, odd), { maxLength: 3 }),
      ({ basis, terms }, changes) => {
        const broken = structuredClone(terms) as unknown as Record<string, unknown>;
        for (const [[first = "", second], value] of changes) {
          const inner = broken[first];
          if (second === undefined) broken[first] = value;
          else if (typeof inner === "object" && inner !== null) Reflect.set(inner, second, value);
        }
        const problems = validateTerms(basis, broken as never, TODAY);
        for (const { pointer } of problems) expect(pointer).to.match(/^\//);
        if (problems.length > 0) return;
        const figures = JSON.stringify(computeSchedule(basis, broken as never));
        expect(figures).not.to.match(/null|NaN/);
      },
    ),
    { numRuns: runs },
  );
}

/** The rows chosen leave the last one no more to absorb than any other number of raised rows would. */
export function equalInstalmentsCloseBest(runs: number): void {
  const loan = fc.tuple(
    fc.integer({ min: 50_000, max: 20_000_000 }),
    fc.integer({ min: 2, max: 24 }),
    fc.integer({ min: 1, max: 3_600 }),
  );
  fc.assert(
    fc.property(loan, ([principal, count, bp]) => {
      const rate = fraction(bp, 120_000);
      const level = Math.floor(levelPayment(principal, bp / 120_000, count));
      const last = equalInstalments(fen(principal), Array(count).fill(rate)).at(-1)!;
      const interest = shareOf(rate);
      const leftOver = Array.from({ length: count }, (_, raised) => {
        let balance = principal;
        for (let k = 0; k < count - 1; k += 1) {
          balance += interest(fen(balance)) - level - (k < raised ? 1 : 0);
        }
        return Math.abs(balance + interest(fen(balance)) - level);
      });
      expect(Math.abs(last.principalFen + last.interestFen - level)).to.equal(Math.min(...leftOver));
    }),
    { numRuns: runs },
  );
}

function shuffleKeys(value: unknown, random: Iterator<number>): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffleKeys(item, random));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffleKeys(inner, random)] as const);
  const ranked = entries.map((entry) => ({ entry, rank: Number(random.next().value) }));
  return Object.fromEntries(ranked.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry));
}

export const PROPERTIES: Record<string, (runs: number) => void> = {
  "instalments are statement − waivers + agreed interest, to the fen and per component": instalmentsAddUp,
  "no row is negative, balances follow, and due dates strictly increase": rowsAreSound,
  "level instalments differ by at most one fen, the larger first": levelDiffersByOneFen,
  "equal instalments leave the last row as little to absorb as any choice could": equalInstalmentsCloseBest,
  "a month-end never drifts": monthEndsNeverDrift,
  "the value at rate zero is the total": valueAtRateZeroIsTotal,
  "the terms hash does not depend on key order": hashIgnoresKeyOrder,
  "validation never throws and names a field": validationNeverThrows,
  "a payment that does not cover its interest is refused with the interest": belowInterestIsRefused,
  ...SHIFT_AND_SCALE,
};
