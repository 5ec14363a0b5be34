import { expect } from "chai";
import fc from "fast-check";
import { monthsAfter } from "../../../shared/capacity/assess.ts";
import { capacityOf, type Capacity, type CapacityOptions } from "../../../shared/capacity/capacityOf.ts";
import { explain } from "../../../shared/capacity/explain.ts";
import { LINE_KEYS, sectionOf, type Section } from "../../../shared/capacity/lines.ts";
import { amountInMonth } from "../../../shared/capacity/monthly.ts";
import type { CapacityStatement, SubmittedLine } from "../../../shared/capacity/statement.ts";
import { fen } from "../../../shared/money/fen.ts";
import { aLine, arbitraryOptions, arbitraryStatement, aStatement, plainOptions } from "./aStatement.ts";

type Check = (statement: CapacityStatement, options: CapacityOptions) => void;

function always(runs: number, check: Check): void {
  fc.assert(fc.property(arbitraryStatement, arbitraryOptions, check), { numRuns: runs });
}

function neverNegative(runs: number): void {
  always(runs, (statement, options) => {
    const { months, worst, averageFen } = capacityOf(statement, options);
    for (const month of months) expect(month.capacityFen).to.be.at.least(worst.capacityFen);
    expect(worst.capacityFen).to.be.at.least(0);
    expect(worst.capacityFen).to.be.at.most(averageFen);
  });
}

function leavesTheFloor(runs: number): void {
  always(runs, (statement, options) => {
    for (const month of capacityOf(statement, options).months) {
      if (month.capacityFen === 0) continue;
      const kept = month.incomeFen - month.haircutFen - month.capacityFen;
      const floorFen = (options.floorPerPersonFen ?? 0) * options.householdSize;
      expect(kept).to.be.at.least(Math.max(floorFen, month.statedEssentialsFen) + month.priorityDebtsFen);
      expect(month.capacityFen).to.be.at.most(month.capFen);
      expect(month.afterOtherDebtsFen).to.be.at.most(month.capacityFen);
    }
  });
}

function neverFallsWithIncome(runs: number): void {
  const more = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(arbitraryStatement, arbitraryOptions, more, (statement, options, rise) => {
      const before = capacityOf(statement, options);
      const lines = statement.lines.map((line) =>
        sectionOf(line.key) === "income" && line.amountFen !== null
          ? { ...line, amountFen: fen(line.amountFen + rise) }
          : line,
      );
      const known = lines.map((line) => ({ ...line, evidence: "verified" as const }));
      const after = capacityOf({ ...statement, lines }, options);
      const sure = capacityOf({ ...statement, lines: known }, options);
      for (const [index, month] of before.months.entries()) {
        expect(after.months[index]!.capacityFen).to.be.at.least(month.capacityFen);
        expect(sure.months[index]!.capacityFen).to.be.at.least(after.months[index]!.capacityFen);
      }
    }),
    { numRuns: runs },
  );
}

function explainsItself(runs: number): void {
  always(runs, (statement, options) => {
    const { months, worst, advice } = capacityOf(statement, options);
    expect(advice === null).to.equal(worst.capacityFen > 0);
    for (const month of months) {
      const steps = explain(month);
      const sum = (kind: string) =>
        steps.filter((step) => step.kind === kind).reduce((total, step) => total + step.fen, 0);
      const left = steps.find(({ kind }) => kind === "result")!.fen;
      expect(left).to.equal(month.leftFen);
      expect(sum("add") - sum("take")).to.equal(left);
      const cap = steps.find(({ step }) => step === "cap")?.fen ?? left;
      expect(steps.at(-1)!.fen).to.equal(Math.max(0, Math.min(left, cap)));
    }
  });
}

/** Whole yuan a month and shares in tenths, so that no step of the sum is rounded. */
const wholeStatement = fc
  .subarray([...LINE_KEYS])
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc
          .tuple(fc.nat(2_000), fc.constantFrom("stated" as const, "evidenced" as const, "verified" as const))
          .map(([yuan, evidence]) => aLine(key, yuan, { evidence })),
      ),
    ),
  )
  .map((lines) => aStatement(lines));
const tenths = fc.nat(10).map((n) => n * 1_000);
const wholeOptions = fc
  .record({ bufferBp: tenths, shareCapBp: tenths, haircutBp: tenths, perPerson: fc.nat(3_000) })
  .map(({ perPerson, ...shares }) => plainOptions({ ...shares, floorPerPersonFen: fen(perPerson * 100) }));

/** capacity = max(0, min(income − essentials − priority − buffer, share cap)), in plain numbers. */
function isTheDefinition(runs: number): void {
  fc.assert(
    fc.property(wholeStatement, wholeOptions, (statement, options) => {
      const of = (section: Section) => statement.lines.filter((line) => sectionOf(line.key) === section);
      const total = (lines: readonly SubmittedLine[]) =>
        lines.reduce((sum, line) => sum + (line.amountFen ?? 0), 0);
      const unsure = of("income").filter((line) => line.evidence !== "verified");
      const counted = total(of("income")) - (total(unsure) * options.haircutBp) / 10_000;
      const needed = Math.max(total(of("fixed")) + total(of("flexible")), options.floorPerPersonFen ?? 0);
      const left = counted - needed - total(of("priorityDebts")) - (counted * options.bufferBp) / 10_000;
      const expected = Math.max(0, Math.min(left, (counted * options.shareCapBp) / 10_000));
      for (const month of capacityOf(statement, options).months) expect(month.capacityFen).to.equal(expected);
    }),
    { numRuns: runs },
  );
}

function times(k: number, statement: CapacityStatement): CapacityStatement {
  const lines = statement.lines.map((line) =>
    line.amountFen === null ? line : { ...line, amountFen: fen(line.amountFen * k) },
  );
  return { ...statement, lines };
}

function floorTimes(k: number, options: CapacityOptions): CapacityOptions {
  const { floorPerPersonFen: floor } = options;
  return { ...options, floorPerPersonFen: floor === null ? null : fen(floor * k) };
}

function scalesWithMoney(runs: number): void {
  const factor = fc.integer({ min: 2, max: 1_000 });
  fc.assert(
    fc.property(wholeStatement, wholeOptions, factor, (statement, options, k) => {
      const amounts = (given: Capacity) => given.months.map((month) => Number(month.capacityFen));
      const one = capacityOf(statement, options);
      const many = capacityOf(times(k, statement), floorTimes(k, options));
      expect(amounts(many)).to.deep.equal(amounts(one).map((amount) => amount * k));
      expect(many.advice).to.equal(one.advice);
    }),
    { numRuns: runs },
  );
  // Every line is rounded once, or spread with its odd fen early; then the haircuts, the buffer and the cap.
  fc.assert(
    fc.property(arbitraryStatement, arbitraryOptions, factor, (statement, options, k) => {
      const one = capacityOf(statement, options);
      const many = capacityOf(times(k, statement), floorTimes(k, options));
      const roundings = 2 * statement.lines.length + 3;
      for (const [index, month] of one.months.entries()) {
        const apart = Math.abs(many.months[index]!.capacityFen - month.capacityFen * k);
        expect(apart).to.be.at.most(roundings * (k + 1));
      }
    }),
    { numRuns: runs },
  );
}

function yearsChangeNothing(runs: number): void {
  fc.assert(
    fc.property(arbitraryStatement, arbitraryOptions, fc.nat(60), (statement, options, years) => {
      const later = { ...options, months: monthsAfter(`${2026 + years}-11-21`, 12) };
      const figures = ({ months }: Capacity) => months.map(({ month: _month, ...amounts }) => amounts);
      expect(figures(capacityOf(statement, later))).to.deep.equal(figures(capacityOf(statement, options)));
    }),
    { numRuns: runs },
  );
}

function yearAddsUp(runs: number): void {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000_000 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }),
      (amount, chosen) => {
        const months = chosen.toSorted((a, b) => a - b);
        const line = aLine("earnings", 0, { amountFen: fen(amount), period: "yearly", months });
        const year = Array.from({ length: 12 }, (_, index) => amountInMonth(line, index + 1));
        expect(year.reduce((sum, each) => sum + each, 0)).to.equal(amount);
      },
    ),
    { numRuns: runs },
  );
}

export const CAPACITY_PROPERTIES: Record<string, (runs: number) => void> = {
  "is never negative and the worst month never above the average": neverNegative,
  "leaves the floor, the essentials and the priority debts untouched": leavesTheFloor,
  "never falls when income rises or is better known": neverFallsWithIncome,
  "advises exactly when nothing is left, and explains itself to the fen": explainsItself,
  "is what its definition says": isTheDefinition,
  "is k times as much for k times the money, but for rounding": scalesWithMoney,
  "is the same in whatever year the months lie": yearsChangeNothing,
  "of a yearly amount adds up to the year, whatever its months": yearAddsUp,
};
