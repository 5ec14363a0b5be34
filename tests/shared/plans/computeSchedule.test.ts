import { expect } from "chai";
import fc from "fast-check";
import { fen } from "../../../shared/money/fen.ts";
import { fraction } from "../../../shared/money/fraction.ts";
import { levelPayment } from "../../../shared/money/timeValue.ts";
import { equalInstalments, repayAt } from "../../../shared/plans/amortise.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import type { ScheduleParameters } from "../../../shared/plans/terms.ts";
import { buildBasis, buildTerms, buildWaiver } from "./buildTerms.ts";

const totals = (repayments: { principalFen: number; interestFen: number }[]) =>
  repayments.map((row) => row.principalFen + row.interestFen);

describe("schedules: published figures", () => {
  it("100 at 9.4822 %, 30/360, 6 months: 6 × 17.13", () => {
    const rates = Array(6).fill(fraction(94_822, 12_000_000));
    expect(totals(equalInstalments(fen(10_000), rates))).to.deep.equal(Array(6).fill(1_713));
  });

  const januaryToJuly = [31, 29, 31, 30, 31, 30].map((days) => fraction(15_678 * days, 36_500_000));

  it("100 at 15.678 %, act/365, Jan–Jul 2024, residue in the last: 5 × 17.43 + 17.47", () => {
    expect(totals(repayAt(fen(10_000), januaryToJuly, fen(1_743)))).to.deep.equal([
      ...Array(5).fill(1_743),
      1_747,
    ]);
  });

  it("the same with the residue spread early closes without a remainder", () => {
    expect(totals(equalInstalments(fen(10_000), januaryToJuly))).to.deep.equal([
      1_744, 1_744, 1_744, 1_743, 1_743, 1_743,
    ]);
  });

  it("750 re-aged over 6: 125 each", () => {
    const basis = buildBasis({ principal: 75_000 });
    const { rows } = computeSchedule(basis, buildTerms(basis, { schedule: { count: 6 } }));
    expect(rows.map((row) => row.totalFen)).to.deep.equal(Array(6).fill(12_500));
  });

  it("等额本金 12,000 at 1 %/month × 12: first 1,120, step −10, interest 780", () => {
    const basis = buildBasis();
    const terms = buildTerms(basis, { schedule: { family: "equal_principal", annualRate: "0.12" } });
    const { rows, totals: sums, peakFen } = computeSchedule(basis, terms);
    expect(rows[0]?.totalFen).to.equal(112_000);
    expect(peakFen).to.equal(112_000);
    for (let k = 1; k < 12; k += 1) expect(rows[k]!.totalFen - rows[k - 1]!.totalFen).to.equal(-1_000);
    expect(sums.agreedInterestFen).to.equal(78_000);
  });
});

describe("schedules: the published loans as terms", () => {
  const loan = buildBasis({ principal: 10_000 });
  const rowsOf = (schedule: Partial<ScheduleParameters>) =>
    computeSchedule(
      loan,
      buildTerms(loan, { schedule: { family: "equal_instalment", count: 6, ...schedule } }),
    ).rows;

  it("100 at 9.4822 %, 30/360, monthly", () => {
    const rows = rowsOf({ annualRate: "0.094822", firstDue: "2026-12-31" });
    expect(rows.map((row) => row.totalFen)).to.deep.equal(Array(6).fill(1_713));
    expect(rows.map((row) => row.interestFen)).to.deep.equal([79, 66, 53, 40, 27, 13]);
  });

  it("100 at 15.678 %, act/365, from 1 January 2024: interest on 31, 29, 31, 30, 31 and 30 days", () => {
    const rows = rowsOf({ annualRate: "0.15678", dayCount: "act/365", firstDue: "2024-02-01" });
    expect(rows.map((row) => row.totalFen)).to.deep.equal([1_744, 1_744, 1_744, 1_743, 1_743, 1_743]);
    expect(rows[0]?.interestFen).to.equal(133);
    expect(rows[1]?.interestFen).to.equal(Math.round((8_389 * 0.15678 * 29) / 365));
  });
});

describe("equal instalments of 5,000 loans", () => {
  it("close with nothing to absorb in four of five, and within a fen in all but a few of a hundred", () => {
    const loan = fc.tuple(
      fc.integer({ min: 100_000, max: 20_000_000 }),
      fc.integer({ min: 2, max: 24 }),
      fc.integer({ min: 1, max: 3_600 }),
    );
    const absorbed = fc.sample(loan, { numRuns: 5_000, seed: 1 }).map(([principal, count, bp]) => {
      const level = Math.floor(levelPayment(principal, bp / 120_000, count));
      return Math.abs(
        (totals(equalInstalments(fen(principal), Array(count).fill(fraction(bp, 120_000)))).at(-1) ?? 0) -
          level,
      );
    });
    const share = (most: number) => absorbed.filter((each) => each <= most).length / absorbed.length;
    expect(share(0)).to.be.at.least(0.78);
    expect(share(1)).to.be.at.least(0.96);
  });
});

describe("a level schedule", () => {
  const basis = buildBasis({ principal: 1_000_001, interest: 50_000, penalty: 30_000, fee: 20_000 });
  const terms = buildTerms(basis, {
    waivers: [buildWaiver("penalty", 30_000), buildWaiver("interest", 10_000, "on_completion")],
    downPaymentFen: fen(60_000),
    downPaymentDue: "2026-11-14",
    deferralMonths: 2,
    schedule: { count: 4, firstDue: "2026-12-31" },
  });
  const result = computeSchedule(basis, terms);

  it("pays what is left after waivers and down payment, the residue first", () => {
    expect(result.rows.map((row) => row.totalFen)).to.deep.equal([
      60_000, 250_001, 250_000, 250_000, 250_000,
    ]);
    expect(result.rows.map((row) => row.balanceFen)).to.deep.equal([1_000_001, 750_000, 500_000, 250_000, 0]);
    expect(result.totals).to.deep.equal({
      statementFen: 1_100_001,
      waivedFen: 40_000,
      agreedInterestFen: 0,
      totalFen: 1_060_001,
    });
    expect(result.peakFen).to.equal(250_001);
  });

  it("falls due on working days counted from the first date, never drifting", () => {
    // The down payment's 14 November is a Saturday; 28 February 2027 a Sunday; deferral moves 31 December to the end of February.
    expect(result.rows.map((row) => row.due)).to.deep.equal([
      "2026-11-16",
      "2027-03-01",
      "2027-03-31",
      "2027-04-30",
      "2027-05-31",
    ]);
    expect(result.rows.map((row) => row.dueProvisional)).to.deep.equal([false, true, true, true, true]);
    expect(result.lastDue).to.equal("2027-05-31");
    expect(result.rows.map((row) => [row.no, row.kind])).to.deep.equal([
      [0, "down_payment"],
      [1, "instalment"],
      [2, "instalment"],
      [3, "instalment"],
      [4, "instalment"],
    ]);
  });

  it("settles fees, then interest, then principal", () => {
    expect(result.rows[0]?.settles).to.deep.equal({
      fee: 20_000,
      interest: 40_000,
      penalty: 0,
      principal: 0,
    });
    expect(result.rows[1]?.settles).to.deep.equal({ fee: 0, interest: 0, penalty: 0, principal: 250_001 });
    expect(result.byComponent.interest).to.deep.equal({
      statementFen: 50_000,
      waivedFen: 10_000,
      conditionalFen: 10_000,
      payableFen: 40_000,
    });
  });

  it("settles principal first where that is agreed", () => {
    const rows = computeSchedule(basis, { ...terms, allocation: "principal_interest_fees" }).rows;
    expect(rows[0]?.settles).to.deep.equal({ fee: 0, interest: 0, penalty: 0, principal: 60_000 });
    expect(rows.at(-1)?.settles).to.deep.equal({
      fee: 20_000,
      interest: 40_000,
      penalty: 0,
      principal: 190_000,
    });
  });
});

describe("a schedule in days", () => {
  it("gives two instalments in one long holiday two dates", () => {
    const basis = buildBasis();
    const terms = buildTerms(basis, { schedule: { count: 3, every: { days: 7 }, firstDue: "2026-09-24" } });
    expect(computeSchedule(basis, terms).rows.map((row) => row.due)).to.deep.equal([
      "2026-09-24",
      "2026-10-08",
      "2026-10-09",
    ]);
  });

  it("charges interest on contractual days, not on the days a holiday adds", () => {
    const basis = buildBasis({ principal: 3_650_000 });
    const schedule = {
      every: { days: 7 },
      firstDue: "2026-10-01",
      annualRate: "0.1",
      dayCount: "act/365",
    } as const;
    const terms = buildTerms(basis, { schedule: { ...schedule, family: "equal_principal", count: 1 } });
    const [row] = computeSchedule(basis, terms).rows;
    expect(row?.due).to.equal("2026-10-08");
    expect(row?.interestFen).to.equal(7_000);
  });
});
