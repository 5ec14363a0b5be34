import { expect } from "chai";
import fc from "fast-check";
import { capacityOf } from "../../../shared/capacity/capacityOf.ts";
import { explain } from "../../../shared/capacity/explain.ts";
import { sectionOf } from "../../../shared/capacity/lines.ts";
import { fen } from "../../../shared/money/fen.ts";
import { aLine, arbitraryOptions, arbitraryStatement, aStatement, plainOptions } from "./aStatement.ts";

const living = [aLine("earnings", 6_000), aLine("home", 1_500), aLine("foodAndHousekeeping", 1_200)];

describe("ability to pay", () => {
  it("is income less essentials, priority debts and buffer, up to the share cap", () => {
    const statement = aStatement([...living, aLine("priorityDebts", 500), aLine("savings", 200)]);
    const { worst, averageFen, advice, provisional, months } = capacityOf(
      statement,
      plainOptions({ bufferBp: 500, shareCapBp: 5_000, floorPerPersonFen: fen(100_000) }),
    );
    expect(months.map(({ month }) => month).slice(0, 3)).to.deep.equal(["2026-12", "2027-01", "2027-02"]);
    expect(worst).to.deep.equal({
      month: "2026-12",
      incomeFen: 600_000,
      haircutFen: 0,
      statedEssentialsFen: 270_000,
      floorFen: 100_000,
      essentialsFen: 270_000,
      priorityDebtsFen: 50_000,
      bufferFen: 30_000,
      leftFen: 250_000,
      capFen: 300_000,
      capacityFen: 250_000,
      otherDebtsFen: 0,
      afterOtherDebtsFen: 250_000,
    });
    expect({ averageFen, advice, provisional }).to.deep.equal({
      averageFen: 250_000,
      advice: null,
      provisional: [],
    });
  });

  it("never takes the living floor of the household", () => {
    const options = plainOptions({ floorPerPersonFen: fen(150_000), householdSize: 3 });
    const { worst } = capacityOf(aStatement(living), options);
    expect(worst).to.include({ statedEssentialsFen: 270_000, floorFen: 450_000, essentialsFen: 450_000 });
    expect(worst.capacityFen).to.equal(150_000);
  });

  it("counts unverified income with a haircut, verified income in full", () => {
    const lines = [aLine("earnings", 4_000, { evidence: "evidenced" }), aLine("benefits", 1_000)];
    const capacity = capacityOf(aStatement(lines), plainOptions({ haircutBp: 2_000 }));
    expect(capacity.worst).to.include({ incomeFen: 500_000, haircutFen: 80_000, capacityFen: 420_000 });
    expect(capacity.provisional).to.deep.equal(["floor_not_set", "income_unverified"]);
  });

  it("plans on the worst month of a seasonal income", () => {
    const lines = [
      aLine("earnings", 9_000, { months: [6, 7, 8] }),
      aLine("benefits", 2_000),
      aLine("home", 1_000),
    ];
    const { worst, averageFen } = capacityOf(aStatement(lines), plainOptions());
    expect([worst.month, worst.capacityFen, averageFen]).to.deep.equal(["2026-12", 100_000, 325_000]);
  });

  it("shows other debts and what would be left after them, without taking them off", () => {
    const { worst } = capacityOf(aStatement([...living, aLine("otherDebts", 2_900)]), plainOptions());
    expect(worst).to.include({ capacityFen: 330_000, otherDebtsFen: 290_000, afterOtherDebtsFen: 40_000 });
  });

  it("of nothing leads to a pause when some month covers the living, else to a referral", () => {
    const season = [aLine("earnings", 9_000, { months: [6, 7] }), aLine("home", 1_000)];
    expect(capacityOf(aStatement(season), plainOptions()).advice).to.equal("pause");
    const scraping = [aLine("earnings", 2_000), aLine("home", 1_950)];
    expect(capacityOf(aStatement(scraping), plainOptions({ bufferBp: 500 })).advice).to.equal("pause");
    const short = [aLine("earnings", 2_000), aLine("home", 2_500)];
    expect(capacityOf(aStatement(short), plainOptions()).advice).to.equal("referral");
    expect(capacityOf(aStatement([]), plainOptions()).advice).to.equal("referral");
  });

  it("says why it may still change", () => {
    const lines = [
      aLine("earnings", 4_000),
      aLine("home", 0, { amountFen: null, unsure: true, evidence: "stated" }),
    ];
    const sections = { ...aStatement([]).sections, savings: "skipped" } as const;
    const { provisional } = capacityOf(aStatement(lines, { sections }), plainOptions());
    expect(provisional).to.deep.equal(["floor_not_set", "lines_unsure", "sections_missing"]);
  });

  it("refuses options out of range rather than answer nonsense", () => {
    for (const wrong of [
      { haircutBp: -1 },
      { bufferBp: 10_001 },
      { shareCapBp: 0.5 },
      { householdSize: 0 },
      { householdSize: 21 },
      { floorPerPersonFen: fen(-1) },
      { months: [] },
      { months: ["2026-13"] },
      { bufferBp: Number.NaN },
    ])
      expect(() => capacityOf(aStatement(living), plainOptions(wrong)), JSON.stringify(wrong)).to.throw(
        RangeError,
      );
  });
});

describe("ability to pay, whatever is stated", () => {
  const always = (check: Parameters<typeof property>[0]) => fc.assert(property(check), { numRuns: 2_000 });
  const property = (
    check: (statement: ReturnType<typeof aStatement>, options: ReturnType<typeof plainOptions>) => void,
  ) => fc.property(arbitraryStatement, arbitraryOptions, (statement, options) => check(statement, options));

  it("is never negative and the worst month never above the average", () => {
    always((statement, options) => {
      const { months, worst, averageFen } = capacityOf(statement, options);
      for (const month of months) expect(month.capacityFen).to.be.at.least(worst.capacityFen);
      expect(worst.capacityFen).to.be.at.least(0);
      expect(worst.capacityFen).to.be.at.most(averageFen);
    });
  });

  it("leaves the floor, the essentials and the priority debts untouched", () => {
    always((statement, options) => {
      for (const month of capacityOf(statement, options).months) {
        if (month.capacityFen === 0) continue;
        const kept = month.incomeFen - month.haircutFen - month.capacityFen;
        const floorFen = (options.floorPerPersonFen ?? 0) * options.householdSize;
        expect(kept).to.be.at.least(Math.max(floorFen, month.statedEssentialsFen) + month.priorityDebtsFen);
        expect(month.capacityFen).to.be.at.most(month.capFen);
        expect(month.afterOtherDebtsFen).to.be.at.most(month.capacityFen);
      }
    });
  });

  it("never falls when income rises or is better known", () => {
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
      { numRuns: 2_000 },
    );
  });

  it("advises exactly when nothing is left, and explains itself to the fen", () => {
    always((statement, options) => {
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
  });
});
