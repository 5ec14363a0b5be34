import { expect } from "chai";
import { fen } from "../../../shared/money/fen.ts";
import { type PolicyLimits, assessPolicy } from "../../../shared/plans/policy.ts";
import { buildBasis, buildTerms, buildWaiver } from "./buildTerms.ts";

const basis = buildBasis({ principal: 1_000_000, interest: 100_001, penalty: 50_000 });
const limits: PolicyLimits = {
  maxWaiverBp: { principal: 0, interest: 5_000, penalty: 10_000, fee: 10_000 },
  maxCount: 24,
  maxDeferralMonths: 3,
  minInstalmentFen: fen(40_000),
  minDownPaymentBp: 0,
};
const breaches = (changes: Parameters<typeof buildTerms>[1], own: Partial<PolicyLimits> = {}) =>
  assessPolicy({ ...limits, ...own }, basis, buildTerms(basis, changes));

describe("policy limits", () => {
  it("are kept by terms on the limit", () => {
    const onLimit = {
      waivers: [buildWaiver("interest", 50_000), buildWaiver("penalty", 50_000)],
      deferralMonths: 3,
      schedule: { count: 24 },
    };
    expect(breaches(onLimit)).to.deep.equal([]);
  });

  it("are broken by one fen too much of a component", () => {
    expect(breaches({ waivers: [buildWaiver("interest", 50_001)] })).to.deep.equal([
      { limit: "maxWaiverBp", component: "interest", allowed: 5_000, proposed: 5_001 },
    ]);
    expect(breaches({ waivers: [buildWaiver("principal", 1)] })).to.deep.equal([
      { limit: "maxWaiverBp", component: "principal", allowed: 0, proposed: 1 },
    ]);
  });

  it("count instalments, deferral and the smallest instalment", () => {
    expect(breaches({ deferralMonths: 4, schedule: { count: 36 } })).to.deep.equal([
      { limit: "maxCount", allowed: 24, proposed: 36 },
      { limit: "maxDeferralMonths", allowed: 3, proposed: 4 },
      { limit: "minInstalmentFen", allowed: 40_000, proposed: 31_944 },
    ]);
  });

  it("ask for a down payment of a share of what is payable", () => {
    const down = (amount: number) => ({ downPaymentFen: fen(amount), downPaymentDue: "2026-11-10" });
    expect(breaches(down(115_001), { minDownPaymentBp: 1_000 })).to.deep.equal([]);
    expect(breaches(down(115_000), { minDownPaymentBp: 1_000 })).to.deep.equal([
      { limit: "minDownPaymentBp", allowed: 1_000, proposed: 999 },
    ]);
  });
});
