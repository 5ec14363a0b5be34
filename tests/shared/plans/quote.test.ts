import { expect } from "chai";
import { fen } from "../../../shared/money/fen.ts";
import { annualisedCost } from "../../../shared/plans/annualisedCost.ts";
import { type QuoteRequest, quote } from "../../../shared/plans/quote.ts";
import { buildSchedule } from "./buildTerms.ts";
import { QUOTE_PROPERTIES } from "./quoteProperties.ts";

const request: QuoteRequest = {
  asOf: "2026-11-01",
  principalFen: 1_200_000,
  interestFen: 0,
  penaltyFen: 0,
  feeFen: 0,
  waivers: [{ component: "penalty", fen: 0, when: "at_signing" }],
  downPaymentFen: 0,
  deferralMonths: 0,
  schedule: buildSchedule({ family: "equal_instalment", annualRate: "0.12" }),
  discountRate: "0.06",
};

function answered(changes: Partial<QuoteRequest> = {}) {
  const result = quote({ ...request, ...changes });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.quote;
}

function refused(changes: Partial<QuoteRequest>) {
  const result = quote({ ...request, ...changes });
  return result.ok ? [] : result.problems.map(({ pointer, code }) => `${pointer} ${code}`);
}

describe("a quote", () => {
  it("reproduces the documented example", () => {
    const { rows, totals, annualised, warnings } = answered();
    expect(rows).to.have.length(12);
    expect(rows[0]).to.deep.equal({
      no: 1,
      due: "2026-12-01",
      principalFen: 94_619,
      interestFen: 12_000,
      totalFen: 106_619,
      balanceFen: 1_105_381,
    });
    expect(rows[11]).to.deep.equal({
      no: 12,
      due: "2027-11-01",
      principalFen: 105_562,
      interestFen: 1_056,
      totalFen: 106_618,
      balanceFen: 0,
    });
    expect(totals).to.deep.equal({ totalFen: 1_279_423, interestFen: 79_423, waivedFen: 0 });
    expect(annualised).to.deep.equal({ nominal: "0.1200", effective: "0.1268" });
    expect(warnings).to.deep.equal([]);
  });

  it("values the payments by the discount rate", () => {
    expect(answered({ discountRate: "0" }).npvFen).to.equal(1_279_423);
    const one = answered({ schedule: buildSchedule({ count: 1, firstDue: "2027-11-01" }) });
    expect(one.npvFen).to.equal(Math.round(1_200_000 / 1.06));
  });

  it("costs nothing where no interest is agreed, with a down payment or deferral too", () => {
    const plain = { schedule: buildSchedule() };
    expect(answered(plain).annualised).to.deep.equal({ nominal: "0.0000", effective: "0.0000" });
    expect(answered({ ...plain, downPaymentFen: 200_000 }).rows[0]).to.include({ no: 0, totalFen: 200_000 });
    const deferred = answered({ deferralMonths: 6 }).annualised;
    expect(Number(deferred?.nominal)).to.be.within(0.05, 0.08);
  });

  it("tells when dates may still move and when a waiver is conditional", () => {
    expect(answered().provisionalFrom).to.equal("2027-01-04");
    const waivers = [{ component: "principal" as const, fen: 1, when: "on_completion" as const }];
    expect(answered({ waivers }).warnings).to.deep.equal(["waiver_depends_on_completion"]);
  });

  it("names the field that is wrong", () => {
    expect(refused({ principalFen: -1 })).to.deep.equal(["/principalFen negative"]);
    expect(refused({ feeFen: 0.5 })).to.deep.equal(["/feeFen not_whole_fen"]);
    expect(refused({ principalFen: 2 ** 53 })).to.deep.equal(["/principalFen beyond_safe_integers"]);
    expect(refused({ principalFen: Number.MAX_SAFE_INTEGER, feeFen: 1 })).to.deep.equal([
      "/principalFen beyond_safe_integers",
    ]);
    expect(refused({ asOf: "2026-02-30" })).to.deep.equal(["/asOf not_a_date"]);
    expect(refused({ discountRate: "2" })).to.deep.equal(["/discountRate rate_out_of_range"]);
    expect(refused({ schedule: buildSchedule({ count: 10_000 }) })).to.deep.equal([
      "/schedule/count out_of_range",
    ]);
    const waivers = [{ component: "penalty" as const, fen: 1, when: "at_signing" as const }];
    expect(refused({ waivers })).to.deep.equal(["/waivers/0/fen waiver_exceeds_line"]);
    expect(refused({ schedule: buildSchedule({ firstDue: "2026-10-31" }) })).to.deep.equal([
      "/schedule/firstDue in_the_past",
    ]);
  });
});

describe("annualised cost", () => {
  const monthly = (amount: number, count: number) =>
    Array.from({ length: count }, () => ({ totalFen: fen(amount) }));

  it("fee loan 12,000 repaid 12 × 1,072: 1.0862 % a month, 13.034 % nominal, 13.842 % effective", () => {
    const cost = annualisedCost(monthly(107_200, 12), fen(1_200_000));
    expect(Number(cost?.nominal)).to.be.closeTo(0.13034, 5e-6);
    expect(Number(cost?.effective)).to.be.closeTo(0.13842, 5e-6);
    expect(Number(cost?.nominal) / 12).to.be.closeTo(0.010862, 5e-7);
  });

  it("is unknown when nothing was lent or less is repaid than lent", () => {
    expect(annualisedCost([], fen(0))).to.equal(null);
    expect(annualisedCost(monthly(1, 3), fen(0))).to.equal(null);
    expect(annualisedCost(monthly(1, 3), fen(4))).to.equal(null);
  });
});

describe("quotes, whatever is asked", () => {
  for (const [name, check] of Object.entries(QUOTE_PROPERTIES)) it(name, () => check(2_000)).timeout(60_000);
});
