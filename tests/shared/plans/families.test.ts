import { expect } from "chai";
import * as fc from "fast-check";
import { addDays, addMonthsAnchored, daysInMonth, partsOf } from "../../../shared/calendar/localDate.ts";
import { allocateByWeights } from "../../../shared/money/allocateByWeights.ts";
import { allocateEvenly } from "../../../shared/money/allocateEvenly.ts";
import { fen } from "../../../shared/money/fen.ts";
import { alignedDates } from "../../../shared/plans/alignedDates.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import { hashTerms } from "../../../shared/plans/hashing.ts";
import { quote } from "../../../shared/plans/quote.ts";
import type { ScheduleParameters } from "../../../shared/plans/terms.ts";
import { validateTerms } from "../../../shared/plans/validateTerms.ts";
import { TODAY, buildBasis, buildSchedule, buildTerms } from "./buildTerms.ts";

const basis = buildBasis({ principal: 1_200_000 });
const rowsOf = (schedule: Partial<ScheduleParameters>) => {
  const terms = buildTerms(basis, { schedule });
  expect(validateTerms(basis, terms, TODAY)).to.deep.equal([]);
  return computeSchedule(basis, terms).rows;
};
const totals = (schedule: Partial<ScheduleParameters>) => rowsOf(schedule).map((row) => Number(row.totalFen));
const problems = (schedule: object) =>
  validateTerms(basis, buildTerms(basis, { schedule }), TODAY).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

describe("stepped schedules", () => {
  const steps = [
    { count: 2, paymentFen: fen(50_000) },
    { count: 3, paymentFen: fen(80_000) },
  ];

  it("pay the agreed sums first and the rest in equal parts", () => {
    const rest = (1_200_000 - 2 * 50_000 - 3 * 80_000) / 5;
    expect(totals({ family: "stepped", count: 10, steps })).to.deep.equal([
      50_000,
      50_000,
      80_000,
      80_000,
      80_000,
      ...Array(5).fill(rest),
    ]);
  });

  it("charge interest on what the agreed sums leave", () => {
    const rows = rowsOf({ family: "stepped", count: 10, steps, annualRate: "0.12" });
    expect(rows.slice(0, 3).map((row) => row.interestFen)).to.deep.equal([12_000, 11_620, 11_236]);
    expect(rows[4]?.totalFen).to.equal(80_000);
    expect(Math.abs((rows[9]?.totalFen ?? 0) - (rows[5]?.totalFen ?? 0))).to.be.at.most(1);
  });

  it("are refused, naming the step, when a payment does not cover its interest", () => {
    const low = [{ count: 1, paymentFen: fen(12_000) }];
    const terms = buildTerms(basis, { schedule: { family: "stepped", steps: low, annualRate: "0.12" } });
    expect(validateTerms(basis, terms, TODAY)).to.deep.equal([
      { pointer: "/schedule/steps/0/paymentFen", code: "below_interest", params: { interestFen: 12_000 } },
    ]);
    low[0]!.paymentFen = fen(12_001);
    expect(validateTerms(basis, terms, TODAY)).to.deep.equal([]);
  });

  it("are refused when they leave nothing for the rest, or no instalment for it", () => {
    const step = (count: number, paymentFen: number) => [{ count, paymentFen: fen(paymentFen) }];
    const family = "stepped" as const;
    expect(problems({ family, steps: step(6, 200_000) })).to.deep.equal([
      "/schedule/steps steps_exceed_balance",
    ]);
    expect(problems({ family, steps: step(6, 250_000) })).to.deep.equal([
      "/schedule/steps steps_exceed_balance",
    ]);
    expect(problems({ family, steps: step(12, 10_000) })).to.deep.equal([
      "/schedule/steps/0/count out_of_range",
    ]);
    expect(problems({ family, steps: step(1, 0) })).to.deep.equal([
      "/schedule/steps/0/paymentFen out_of_range",
    ]);
    expect(problems({ family })).to.deep.equal(["/schedule/steps missing"]);
  });
});

describe("balloon schedules", () => {
  it("leave the agreed sum for the last instalment", () => {
    expect(totals({ family: "balloon", count: 5, balloonFen: fen(600_001) })).to.deep.equal([
      150_000, 150_000, 150_000, 149_999, 600_001,
    ]);
  });

  it("charge interest on the whole balance, the balloon's in its own period", () => {
    const rows = rowsOf({ family: "balloon", count: 13, balloonFen: fen(600_000), annualRate: "0.12" });
    expect(rows[0]?.interestFen).to.equal(12_000);
    expect(rows[11]?.balanceFen).to.equal(600_000);
    expect(rows[12]).to.include({ principalFen: 600_000, interestFen: 6_000, balanceFen: 0 });
    // (12,000 − 6,000 × 1.01^−12) at 1 % over 12 periods: 593.09 a month.
    expect(rows[0]?.totalFen).to.be.within(59_309, 59_310);
  });

  it("are refused without a balloon, with one of everything, or in one instalment", () => {
    const family = "balloon" as const;
    expect(problems({ family })).to.deep.equal(["/schedule/balloonFen missing"]);
    expect(problems({ family, balloonFen: 1_200_000 })).to.deep.equal([
      "/schedule/balloonFen not_below_payable",
    ]);
    expect(problems({ family, balloonFen: 5, count: 1 })).to.deep.equal(["/schedule/count out_of_range"]);
  });
});

describe("irregular schedules", () => {
  const harvest = alignedDates("2026-12-01", [20], 4, [6, 10]);

  it("fall due on pay-days and in seasons", () => {
    expect(harvest).to.deep.equal(["2027-06-20", "2027-10-20", "2028-06-20", "2028-10-20"]);
    expect(alignedDates("2027-01-15", [10, 31], 4)).to.deep.equal([
      "2027-01-31",
      "2027-02-10",
      "2027-02-28",
      "2027-03-10",
    ]);
    expect(alignedDates("2027-02-01", [28, 30, 31], 2)).to.deep.equal(["2027-02-28", "2027-03-28"]);
    expect(() => alignedDates("2027-01-01", [], 1)).to.throw(RangeError);
    expect(() => alignedDates("2027-01-01", [32], 1)).to.throw(RangeError);
  });

  it("share the principal by weights and charge interest for the days between", () => {
    const schedule = {
      family: "irregular",
      count: 4,
      firstDue: "2027-06-20",
      dueDates: harvest,
      weights: [1, 2, 1, 2],
      annualRate: "0.12",
    } as const;
    const rows = rowsOf({ ...schedule, dueDates: [...harvest], weights: [...schedule.weights] });
    expect(rows.map((row) => Number(row.principalFen))).to.deep.equal([200_000, 400_000, 200_000, 400_000]);
    expect(rows.map((row) => Number(row.interestFen))).to.deep.equal([12_000, 40_000, 48_000, 16_000]);
    expect(rows.map((row) => row.due)).to.deep.equal([
      "2027-06-21",
      "2027-10-20",
      "2028-06-20",
      "2028-10-20",
    ]);
  });

  it("are refused with dates that do not fit, weights that do not, and a deferral beside them", () => {
    const base = { family: "irregular" as const, count: 2, firstDue: "2027-06-20" };
    const dueDates = ["2027-06-20", "2027-06-27"];
    expect(problems({ ...base, dueDates })).to.deep.equal([]);
    expect(problems(base)).to.deep.equal(["/schedule/dueDates missing"]);
    expect(problems({ ...base, dueDates: dueDates.slice(1) })).to.deep.equal([
      "/schedule/dueDates length_mismatch",
    ]);
    expect(problems({ ...base, dueDates: ["2027-06-20", "2027-06-26"] })).to.deep.equal([
      "/schedule/dueDates/1 not_increasing",
    ]);
    expect(problems({ ...base, dueDates: ["2027-06-19", "2027-06-27"] })).to.deep.equal([
      "/schedule/dueDates/0 not_first_due",
    ]);
    expect(problems({ ...base, dueDates: ["2027-06-20", "2027-06-31"] })).to.deep.equal([
      "/schedule/dueDates/1 not_a_date",
    ]);
    expect(problems({ ...base, dueDates, weights: [1, 0] })).to.deep.equal([
      "/schedule/weights/1 out_of_range",
    ]);
    expect(problems({ ...base, dueDates, weights: [1] })).to.deep.equal([
      "/schedule/weights length_mismatch",
    ]);
    const deferred = buildTerms(basis, { deferralMonths: 1, schedule: { ...base, dueDates } });
    expect(validateTerms(basis, deferred, TODAY).map(({ pointer }) => pointer)).to.deep.equal([
      "/deferralMonths",
    ]);
  });

  it("have an annualised cost by their dates", () => {
    const schedule = buildSchedule({
      family: "irregular",
      count: 2,
      firstDue: "2027-11-01",
      dueDates: ["2027-11-01", "2028-11-01"],
      weights: [1, 1_000_000],
      annualRate: "0.1",
      every: { months: 12 },
    });
    const answer = quote({
      asOf: TODAY,
      principalFen: 1_200_000,
      interestFen: 0,
      penaltyFen: 0,
      feeFen: 0,
      waivers: [],
      downPaymentFen: 0,
      deferralMonths: 0,
      discountRate: "0.06",
      schedule,
    });
    expect(answer.ok && Number(answer.quote.annualised?.effective)).to.be.closeTo(0.1, 0.001);
  });
});

describe("concessions on interest and size", () => {
  const equal = { family: "equal_principal", annualRate: "0.12" } as const;

  it("interest-free periods bear none, the later ones do", () => {
    const interest = rowsOf({ ...equal, interestFreePeriods: 3 }).map((row) => Number(row.interestFen));
    expect(interest.slice(0, 5)).to.deep.equal([0, 0, 0, 9_000, 8_000]);
  });

  it("a reduced rate holds from its instalment on", () => {
    const rateSteps = [
      { fromNo: 3, annualRate: "0.06" },
      { fromNo: 5, annualRate: "0" },
    ];
    const interest = rowsOf({ ...equal, rateSteps }).map((row) => Number(row.interestFen));
    expect(interest.slice(0, 6)).to.deep.equal([12_000, 11_000, 5_000, 4_500, 0, 0]);
  });

  it("a minimum instalment ends the plan earlier, with the rest as the last", () => {
    expect(totals({ count: 24, minimumInstalmentFen: fen(130_000) })).to.deep.equal([
      ...Array(9).fill(130_000),
      30_000,
    ]);
    const rows = rowsOf({ ...equal, minimumInstalmentFen: fen(106_000) });
    expect(rows.slice(0, -1).every((row) => row.totalFen >= 106_000)).to.equal(true);
    expect(rows.at(-1)?.balanceFen).to.equal(0);
    expect(rows[7]?.totalFen).to.equal(106_000);
  });

  it("are refused where they say nothing or raise the rate", () => {
    expect(problems({ interestFreePeriods: 1 })).to.deep.equal([
      "/schedule/interestFreePeriods not_for_family",
    ]);
    expect(problems({ ...equal, interestFreePeriods: 13 })).to.deep.equal([
      "/schedule/interestFreePeriods out_of_range",
    ]);
    expect(problems({ ...equal, rateSteps: [{ fromNo: 2, annualRate: "0.13" }] })).to.deep.equal([
      "/schedule/rateSteps/0/annualRate rate_not_reduced",
    ]);
    expect(problems({ ...equal, rateSteps: [{ fromNo: 1, annualRate: "0.1" }] })).to.deep.equal([
      "/schedule/rateSteps/0/fromNo out_of_range",
    ]);
    expect(problems({ minimumInstalmentFen: 0 })).to.deep.equal([
      "/schedule/minimumInstalmentFen out_of_range",
    ]);
    expect(problems({ balloonFen: 5, weights: [1] })).to.deep.equal([
      "/schedule/balloonFen not_for_family",
      "/schedule/weights not_for_family",
    ]);
  });

  it("payment policies are part of the hash, and refused when unknown", () => {
    const plain = buildTerms(basis);
    const early = { ...plain, payments: { early: "latest_first", missedBeforeAcceleration: 2 } as const };
    expect(validateTerms(basis, early, TODAY)).to.deep.equal([]);
    expect(hashTerms(early)).not.to.equal(hashTerms(plain));
    const bad = { ...plain, payments: { early: "never", missedBeforeAcceleration: 0 } as never };
    expect(validateTerms(basis, bad, TODAY).map(({ pointer }) => pointer)).to.deep.equal([
      "/payments/early",
      "/payments/missedBeforeAcceleration",
    ]);
  });

  it("terms without any of these keep the hash they had before there were any", () => {
    expect(hashTerms(buildTerms(basis))).to.equal(
      "9c0609a5821e00e12b732a0a7afb4614c2f04797e07de31614e1343c3993769c",
    );
  });
});

describe("shifting and scaling", () => {
  it("weights that are equal allocate as evenly as no weights", () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 40),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 1_000 }),
        (total, count, weight) => {
          expect(allocateByWeights(fen(total), Array(count).fill(weight))).to.deep.equal(
            allocateEvenly(fen(total), count),
          );
        },
      ),
    );
  });

  it("a plan anchored on a month's end stays on it, in whatever year it begins", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 6 }), fc.nat(71), (years, months, k) => {
        const anchor = addMonthsAnchored("2026-12-31", years * 12);
        const due = partsOf(addMonthsAnchored(anchor, months * k));
        expect(due.day).to.equal(daysInMonth(due.year, due.month));
      }),
    );
  });

  it("a multiple of the money is a multiple of every figure that needs no rounding", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 500 }),
        (each, count, k) => {
          const schedule = { count, firstDue: addDays(TODAY, 30) };
          const small = buildBasis({ principal: each * count, fee: count });
          const large = buildBasis({ principal: each * count * k, fee: count * k });
          const one = computeSchedule(small, buildTerms(small, { schedule }));
          const many = computeSchedule(large, buildTerms(large, { schedule }));
          expect(many.rows.map((row) => row.totalFen / k)).to.deep.equal(
            one.rows.map((row) => Number(row.totalFen)),
          );
          expect(many.totals.totalFen).to.equal(one.totals.totalFen * k);
        },
      ),
    );
  });
});
