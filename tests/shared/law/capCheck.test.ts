import { expect } from "chai";
import { fen } from "../../../shared/money/fen.ts";
import { fraction, multiplyFractions, takeShare } from "../../../shared/money/fraction.ts";
import { rateFraction } from "../../../shared/money/rate.ts";
import { type CapQuestion, capCheck } from "../../../shared/law/capCheck.ts";

/** 20,000 yuan at 36 % a year for 180 days: 3,550.68 claimed. */
const question: CapQuestion = {
  lenderType: "microloan",
  contractDate: "2024-03-01",
  days: 180,
  principalFen: fen(2_000_000),
  claimedFen: fen(355_068),
};

function check(changes: Partial<CapQuestion> = {}) {
  const result = capCheck({ ...question, ...changes });
  if (result === null) throw new Error("no rule");
  return result;
}

describe("cap check: worked examples", () => {
  it("20,000 yuan at 36 % a year for 180 days claim 3,550.68, simple, by 365", () => {
    expect(takeShare(fen(2_000_000), multiplyFractions(rateFraction("0.36"), fraction(180, 365)))).to.equal(
      question.claimedFen,
    );
  });

  it("microloan: 2,367.12 at 24 %, propose reducing 1,183.56 at the court's discretion", () => {
    const result = check();
    expect(result).to.deep.include({
      claimedFen: 355_068,
      allowedFen: 236_712,
      differenceFen: 118_356,
      effect: "judicial_discretion",
      confidence: "RECALLED",
    });
    expect(result.period).to.deep.equal({ from: "2024-03-01", to: "2024-08-28", days: 180 });
  });

  it("unlicensed lender, signed 2024-03-01: 4 × 3.45 = 13.8 % → 1,361.10", () => {
    const result = check({ lenderType: "private" });
    expect(result).to.deep.include({ allowedFen: 136_110, effect: "void_above", confidence: "READ" });
    expect(result.parts[0]).to.deep.include({
      annualPercent: "13.8",
      lpr: { from: "2023-08-21", rate: "0.0345", verified: true, verifiedThrough: "2026-06-22" },
    });
    expect(result.rule.id).to.equal("private-4-lpr");
  });
});

describe("cap check", () => {
  it("finds nothing to reduce within the cap, on both sides of the boundary", () => {
    expect(check({ claimedFen: fen(236_712) }).differenceFen).to.equal(0);
    expect(check({ claimedFen: fen(236_713) }).differenceFen).to.equal(1);
    expect(check({ claimedFen: fen(0) }).differenceFen).to.equal(0);
  });

  for (const lenderType of ["bank", "consumer_finance"] as const) {
    it(`reduces a ${lenderType}'s claim on request, to be confirmed`, () => {
      expect(check({ lenderType })).to.deep.include({
        allowedFen: 236_712,
        effect: "reduced_on_request",
        confidence: "RECALLED",
      });
    });
  }

  it("judges a microloan of 2026 by the reported guideline", () => {
    const result = check({ contractDate: "2026-01-05" });
    expect([result.rule.id, result.confidence]).to.deep.equal(["microloan-24-guideline", "PRESS"]);
  });

  it("splits a private loan older than 20 August 2020", () => {
    const result = check({
      lenderType: "private",
      contractDate: "2020-08-10",
      days: 20,
      assessedOn: "2024-03-01",
    });
    expect(result.parts.map((part) => [part.period.days, part.annualPercent, part.allowedFen])).to.deep.equal(
      [
        [10, "24", 13_151],
        [10, "13.8", 7_562],
      ],
    );
    expect(result.allowedFen).to.equal(20_713);
    expect(result.confidence).to.equal("RECALLED");
    const later = check({ lenderType: "private", contractDate: "2020-08-10", accruesFrom: "2024-03-01" });
    expect(later.parts.map((part) => part.rule.id)).to.deep.equal(["private-4-lpr"]);
  });

  it("is only recalled when the LPR of that day is not verified", () => {
    expect(check({ lenderType: "private", contractDate: "2026-09-01" }).confidence).to.equal("RECALLED");
  });

  it("allows nothing for no days, and knows no rule before its rules begin", () => {
    expect(check({ days: 0 }).allowedFen).to.equal(0);
    expect(check({ lenderType: "private", contractDate: "2020-01-01", days: 0 }).allowedFen).to.equal(0);
    expect(capCheck({ ...question, contractDate: "2014-01-01" })).to.equal(null);
  });

  it("refuses negative amounts and days", () => {
    expect(() => check({ principalFen: fen(-1) })).to.throw(RangeError);
    expect(() => check({ days: -1 })).to.throw(RangeError);
  });
});
