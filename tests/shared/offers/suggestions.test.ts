import { expect } from "chai";
import fc from "fast-check";
import { fen } from "../../../shared/money/fen.ts";
import type { TermsBasis } from "../../../shared/offers/draftTerms.ts";
import { annualisedCostOf, monthsOf, peakShare } from "../../../shared/offers/offerCost.ts";
import { policyFactsOf } from "../../../shared/offers/policyFacts.ts";
import { NOTHING_ASKED, suggest } from "../../../shared/offers/suggestions.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import { assessPolicy, type PolicyLimits } from "../../../shared/plans/policy.ts";
import { NO_CONCESSIONS } from "../../../shared/plans/policyTable.ts";
import { validateTerms } from "../../../shared/plans/validateTerms.ts";

const basis: TermsBasis = {
  statementId: "s",
  statementHash: "h",
  asOf: "2026-10-31",
  lines: [
    { debtId: "d", component: "principal", fen: fen(1_200_000) },
    { debtId: "d", component: "interest", fen: fen(34_560) },
    { debtId: "e", component: "penalty", fen: fen(10_000) },
  ],
  payeeAccount: { name: "平台", bank: "银行", number: "1" },
  today: "2026-11-02",
  capacity: null,
};
const knowing = (perMonthFen: number): TermsBasis => ({
  ...basis,
  capacity: { perMonthFen: fen(perMonthFen), advice: perMonthFen === 0 ? "pause" : null },
});

const bp = fc.integer({ min: 0, max: 10_000 });
const anyLimits: fc.Arbitrary<PolicyLimits> = fc.record({
  maxWaiverBp: fc.record({ principal: bp, interest: bp, penalty: bp, fee: bp }),
  maxCount: fc.integer({ min: 1, max: 60 }),
  maxDeferralMonths: fc.integer({ min: 0, max: 6 }),
  minInstalmentFen: fc.integer({ min: 1, max: 200_000 }).map(fen),
  minDownPaymentBp: fc.integer({ min: 0, max: 5_000 }),
});

describe("a suggestion", () => {
  it("to a platform is sound, inside its limits and within what was shared, whatever the limits", () => {
    const shared = fc.option(fc.integer({ min: 1, max: 400_000 }), { nil: null });
    let plans = 0;
    fc.assert(
      fc.property(anyLimits, shared, (policy, perMonthFen) => {
        const own = { ...(perMonthFen === null ? basis : knowing(perMonthFen)), policy };
        const found = suggest(own, "platform");
        if (found.kind === "no_plan") return;
        for (const { terms, peakFen } of found.plans) {
          plans += 1;
          expect(validateTerms(own, terms, own.today)).to.deep.equal([]);
          expect(assessPolicy(policy, own, terms)).to.deep.equal([]);
          if (perMonthFen !== null) expect(peakFen).to.be.at.most(perMonthFen);
        }
      }),
      { numRuns: 150 },
    );
    expect(plans).to.be.greaterThan(100);
  });

  it("to a borrower is sound and never asks for more than the worst month leaves", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), (perMonthFen) => {
        const found = suggest(knowing(perMonthFen), "borrower");
        if (found.kind === "no_plan") {
          expect(perMonthFen * 60).to.be.below(1_244_560);
          return;
        }
        for (const { terms, peakFen, totals } of found.plans) {
          expect(validateTerms(basis, terms, basis.today)).to.deep.equal([]);
          expect(peakFen).to.be.at.most(perMonthFen);
          expect(totals.totalFen).to.equal(1_244_560);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("does not go beyond what is known to be possible, whatever somebody types", () => {
    const typed = { ...NOTHING_ASKED, monthlyFen: fen(90_000) };
    const found = suggest(knowing(50_000), "borrower", typed);
    expect(found).to.deep.equal(suggest(knowing(50_000), "borrower"));
    expect(suggest(knowing(0), "borrower", typed)).to.deep.equal({
      kind: "no_plan",
      reason: "capacity_zero",
      advice: "pause",
    });
  });

  it("needs somebody to pay to", () => {
    const found = suggest({ ...knowing(50_000), payeeAccount: null }, "borrower");
    expect(found).to.include({ kind: "no_plan", reason: "no_payee" });
  });

  it("to a platform without limits is one payment of everything", () => {
    const found = suggest({ ...basis, policy: NO_CONCESSIONS }, "platform");
    if (found.kind !== "plans") throw new Error(found.reason);
    expect(found.plans).to.have.length(1);
    expect(found.plans[0]).to.deep.include({ peakFen: 1_244_560, months: 1 });
    expect(found.plans[0]?.tradeOffs).to.have.length(3);
  });
});

describe("suggestions of every kind", () => {
  const families = (found: ReturnType<typeof suggest>) => {
    if (found.kind !== "plans") throw new Error(found.reason);
    return found.plans.map(({ terms }) => terms.schedule.family);
  };
  const policy: PolicyLimits = { ...NO_CONCESSIONS, maxCount: 36, maxDeferralMonths: 3 };
  const dear = { ...NOTHING_ASKED, annualRate: "0.06" };

  it("that the limits allow are shown, each kind at least once, and sound", () => {
    const found = suggest({ ...knowing(260_000), policy }, "platform", dear);
    expect(families(found)).to.include.members([
      "level",
      "equal_instalment",
      "equal_principal",
      "stepped",
      "balloon",
    ]);
    if (found.kind !== "plans") return;
    for (const { terms, peakFen } of found.plans) {
      expect(validateTerms(basis, terms, basis.today)).to.deep.equal([]);
      expect(assessPolicy(policy, basis, terms)).to.deep.equal([]);
      expect(peakFen).to.be.at.most(260_000);
    }
  });

  it("are none but one payment where only that is allowed", () => {
    const found = suggest({ ...basis, policy: { ...policy, maxCount: 1 } }, "platform", dear);
    expect(families(found)).to.deep.equal(["lump_sum"]);
  });

  it("go from the waivers on the table, for the borrower and for the mediator", () => {
    const offered = [{ debtId: "e", component: "penalty", fen: fen(10_000), when: "at_signing" }] as const;
    for (const side of ["borrower", "mediator"] as const) {
      const found = suggest(knowing(90_000), side, { ...NOTHING_ASKED, offered });
      if (found.kind !== "plans") throw new Error(found.reason);
      for (const { totals, terms } of found.plans) {
        expect(totals.waivedFen).to.equal(10_000);
        expect(validateTerms(basis, terms, basis.today)).to.deep.equal([]);
      }
    }
  });

  it("tell borrower and mediator nothing of limits, whatever the limits and the kind", () => {
    const rate = fc.constantFrom("0", "0.06", "0.24");
    fc.assert(
      fc.property(anyLimits, anyLimits, rate, (one, other, annualRate) => {
        for (const side of ["borrower", "mediator"] as const) {
          const bytes = (limits: PolicyLimits) =>
            JSON.stringify(
              suggest({ ...knowing(90_000), policy: limits }, side, { ...NOTHING_ASKED, annualRate }),
            );
          expect(bytes(one)).to.equal(bytes(other));
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("what limits are chosen by", () => {
  it("are the days since the oldest missed payment and the one product", () => {
    const debts = [
      { product: "星享贷", overdueSince: "2026-10-01", riskTier: "A" },
      { product: "星享贷", overdueSince: "2026-09-01", riskTier: "A" },
      { product: "星享贷", overdueSince: null, riskTier: "A" },
    ];
    expect(policyFactsOf(debts, "2026-11-01")).to.deep.equal({
      daysOverdue: 61,
      product: "星享贷",
      riskTier: "A",
    });
    const mixed = [...debts, { product: null, overdueSince: null, riskTier: "B" }];
    expect(policyFactsOf(mixed, "2026-11-01")).to.include({ product: null, riskTier: null });
    expect(policyFactsOf([], "2026-11-01")).to.include({ daysOverdue: null, product: null });
    expect(policyFactsOf(debts, "2026-08-01").daysOverdue).to.equal(0);
  });
});

describe("what an offer costs", () => {
  it("is nothing without new interest and the rate with it", () => {
    const found = suggest(knowing(110_000), "borrower");
    if (found.kind !== "plans") throw new Error(found.reason);
    const { terms } = found.plans[0]!;
    expect(annualisedCostOf(terms, computeSchedule(basis, terms))?.effective).to.equal("0.000000");
    const family = "equal_instalment" as const;
    const dear = { ...terms, schedule: { ...terms.schedule, family, annualRate: "0.12", count: 12 } };
    const cost = annualisedCostOf(dear, computeSchedule(basis, dear));
    expect(Number(cost?.nominal)).to.be.closeTo(0.12, 0.0001);
    expect(Number(cost?.effective)).to.be.closeTo(0.1268, 0.0001);
  });

  it("is a share of what can be paid, rounded up", () => {
    expect(peakShare(50_001, 100_000)).to.equal(51);
    expect(peakShare(100_000, 100_000)).to.equal(100);
    expect(peakShare(1, 0)).to.equal(null);
  });

  it("lasts so many calendar months, at least one", () => {
    expect(monthsOf({ lastDue: "2027-12-02" }, "2026-11-30")).to.equal(13);
    expect(monthsOf({ lastDue: "2026-11-30" }, "2026-11-02")).to.equal(1);
  });
});
