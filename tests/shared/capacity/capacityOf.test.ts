import { expect } from "chai";
import { capacityOf } from "../../../shared/capacity/capacityOf.ts";
import { fen } from "../../../shared/money/fen.ts";
import { aLine, aStatement, plainOptions } from "./aStatement.ts";
import { CAPACITY_PROPERTIES } from "./capacityProperties.ts";

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
  for (const [name, check] of Object.entries(CAPACITY_PROPERTIES)) it(name, () => check(300)).timeout(60_000);
});
