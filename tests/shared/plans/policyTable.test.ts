import { expect } from "chai";
import { fen } from "../../../shared/money/fen.ts";
import type { PolicyLimits } from "../../../shared/plans/policy.ts";
import {
  type PolicyTable,
  limitsFor,
  policyTableProblems,
  ruleFor,
  singleRule,
  tryPolicy,
} from "../../../shared/plans/policyTable.ts";
import { buildBasis, buildTerms } from "./buildTerms.ts";

const limits = (maxCount: number): PolicyLimits => ({
  maxWaiverBp: { principal: 0, interest: 5_000, penalty: 10_000, fee: 10_000 },
  maxCount,
  maxDeferralMonths: 3,
  minInstalmentFen: fen(1),
  minDownPaymentBp: 0,
});
const table: PolicyTable = {
  rules: [
    { when: { riskTier: "hardship" }, limits: limits(60) },
    { when: { minDaysOverdue: 180, product: "借呗" }, limits: limits(48) },
    { when: { minDaysOverdue: 90 }, limits: limits(36) },
    { when: { minDaysOverdue: 0 }, limits: limits(12) },
  ],
};
const counted = (daysOverdue: number | null, product: string | null = null, riskTier: string | null = null) =>
  limitsFor(table, { daysOverdue, product, riskTier })?.maxCount ?? null;

describe("a policy table", () => {
  it("judges by the first rule whose conditions all hold, from the day they hold", () => {
    expect(counted(89)).to.equal(12);
    expect(counted(90)).to.equal(36);
    expect(counted(180)).to.equal(36);
    expect(counted(180, "借呗")).to.equal(48);
    expect(counted(179, "借呗")).to.equal(36);
    expect(counted(0, null, "hardship")).to.equal(60);
  });

  it("has no rule for what is not known and asked for", () => {
    expect(counted(null)).to.equal(null);
    expect(counted(null, "借呗", "hardship")).to.equal(60);
    expect(
      ruleFor(singleRule(limits(7)), { daysOverdue: null, product: null, riskTier: null })?.limits.maxCount,
    ).to.equal(7);
  });

  it("says which rule can never apply", () => {
    expect(policyTableProblems(table)).to.deep.equal([]);
    expect(policyTableProblems({ rules: [] })).to.deep.equal([{ pointer: "/rules", code: "no_rules" }]);
    expect(policyTableProblems({ rules: table.rules.toReversed() })).to.deep.equal([
      { pointer: "/rules/1", code: "never_applies" },
      { pointer: "/rules/2", code: "never_applies" },
    ]);
    const odd = [{ when: { minDaysOverdue: 0.5 }, limits: limits(1) }];
    expect(policyTableProblems({ rules: odd })).to.deep.equal([
      { pointer: "/rules/0/when/minDaysOverdue", code: "not_days" },
    ]);
  });

  it("is tried on past terms", () => {
    const basis = buildBasis();
    const terms = buildTerms(basis, { schedule: { count: 24 } });
    const trial = (daysOverdue: number | null) => ({
      facts: { daysOverdue, product: null, riskTier: null },
      basis,
      terms,
    });
    const verdicts = tryPolicy(table, [trial(30), trial(90), trial(null)]);
    expect(verdicts.map((verdict) => verdict.breaches.map(({ limit }) => limit))).to.deep.equal([
      ["maxCount"],
      [],
      [],
    ]);
    expect(verdicts.map((verdict) => verdict.limits?.maxCount ?? null)).to.deep.equal([12, 36, null]);
  });
});
