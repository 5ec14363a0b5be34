import { expect } from "chai";
import * as fc from "fast-check";
import { fen, sumFen } from "../../../shared/money/fen.ts";
import { claimLines } from "../../../shared/performance/claim.ts";
import { breachOf } from "../../../shared/performance/lifecycle.ts";
import { openFen, openingPlan } from "../../../shared/performance/plan.ts";
import { allocateAsAgreed, datedAsAgreed } from "../../../shared/performance/policies.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import {
  EARLY_PAYMENTS,
  EARLY_SETTLEMENTS,
  PARTIAL_PAYMENTS,
  type PaymentPolicies,
} from "../../../shared/plans/terms.ts";
import { buildBasis, buildTerms } from "../plans/buildTerms.ts";

const basis = buildBasis({ principal: 120_000 });

/** Four instalments on 1 Dec 2026, 4 Jan, 1 Feb and 1 Mar, at 12 % a year. */
function agreed(payments: PaymentPolicies) {
  const family = "equal_principal" as const;
  const terms = buildTerms(basis, { payments, schedule: { family, count: 4, annualRate: "0.12" } });
  const { rows } = computeSchedule(basis, terms);
  return { terms, rows, plan: openingPlan(rows) };
}

function pay(payments: PaymentPolicies, amount: number, on = "2026-11-20") {
  const { terms, rows, plan } = agreed(payments);
  return allocateAsAgreed(plan, fen(amount), on, { terms, rows });
}

function openAfter(payments: PaymentPolicies, amount: number, on?: string): number[] {
  const found = pay(payments, amount, on);
  if (found.kind !== "allocated") throw new Error(`at least ${found.least}`);
  return found.allocation.instalments.map(openFen);
}

describe("a payment under agreed policies", () => {
  it("that is early goes to the next, to the last, or to all later instalments alike", () => {
    // 31,200 · 30,900 · 30,600 · 30,300; the first is the one whose period runs.
    expect(openAfter({}, 41_200)).to.deep.equal([0, 20_900, 30_600, 30_300]);
    expect(openAfter({ early: "latest_first" }, 41_200)).to.deep.equal([0, 30_900, 30_600, 20_300]);
    expect(openAfter({ early: "evenly" }, 31_200 + 9_180)).to.deep.equal([0, 27_810, 27_540, 27_270]);
  });

  it("that settles everything early drops interest of periods not begun, where that was agreed", () => {
    const dropped: PaymentPolicies = { settledEarly: "future_interest_dropped" };
    expect(openAfter(dropped, 121_200)).to.deep.equal([0, 0, 0, 0]);
    expect(sumFen(openAfter(dropped, 121_199).map(fen))).to.equal(123_000 - 121_199);
    expect(sumFen(openAfter({}, 121_200).map(fen))).to.equal(1_800);
  });

  it("that does not cover interest is refused with what would", () => {
    const strict: PaymentPolicies = { partial: "must_cover_interest" };
    expect(pay(strict, 1_199)).to.deep.equal({ kind: "too_little", least: 1_200 });
    expect(pay(strict, 1_200).kind).to.equal("allocated");
    expect(pay({}, 1).kind).to.equal("allocated");
  });

  it("loses nothing, whatever the policies", () => {
    const policies = fc.record({
      early: fc.constantFrom(...EARLY_PAYMENTS),
      settledEarly: fc.constantFrom(...EARLY_SETTLEMENTS),
      partial: fc.constantFrom(...PARTIAL_PAYMENTS),
    });
    const amount = fc.integer({ min: 1_200, max: 140_000 });
    const day = fc.constantFrom("2026-11-20", "2026-12-01", "2027-01-10", "2027-04-01");
    fc.assert(
      fc.property(policies, amount, day, (payments, paid, on) => {
        const found = pay(payments, paid, on);
        if (found.kind !== "allocated") throw new Error("covers interest");
        const { parts, creditFen, instalments } = found.allocation;
        expect(sumFen(parts.map((part) => part.fen)) + creditFen).to.equal(paid);
        expect(sumFen(instalments.map(({ paidFen }) => paidFen)) + creditFen).to.equal(paid);
        for (const each of instalments) {
          expect(openFen(each)).to.be.at.least(0);
          expect(each.status === "paid").to.equal(openFen(each) === 0);
        }
      }),
    );
  });
});

describe("a missed instalment", () => {
  it("is a breach where it stays due, and none while it waits at the end", () => {
    const { plan, terms } = agreed({});
    expect(breachOf(datedAsAgreed(plan, terms, "2026-12-20"), 5, "2026-12-20")?.instalmentNo).to.equal(1);
    const moving = agreed({ missed: "moves_to_end" });
    const dated = datedAsAgreed(moving.plan, moving.terms, "2026-12-20");
    expect(breachOf(dated, 5, "2026-12-20")).to.equal(null);
    expect(dated.map(({ number }) => number)).to.deep.equal([2, 3, 4, 1]);
  });

  it("moves once: missed again at the end it is a breach", () => {
    const { plan, terms } = agreed({ missed: "moves_to_end" });
    const dated = datedAsAgreed(plan, terms, "2027-09-01");
    expect(dated.map(({ due }) => due)).to.deep.equal([
      "2027-04-01",
      "2027-05-03",
      "2027-06-01",
      "2027-07-01",
    ]);
    expect(breachOf(dated, 5, "2027-09-01")?.instalmentNo).to.equal(1);
  });

  it("calls in everything only after as many as were agreed", () => {
    const claim = (missedBeforeAcceleration: number) => {
      const { terms, rows } = agreed({ missedBeforeAcceleration });
      const accelerating = { ...terms, acceleration: "after_grace" as const };
      return claimLines(basis.lines, accelerating, rows, new Map(), "2027-01-20")[0]?.fen;
    };
    expect(claim(2)).to.equal(120_000 + 1_200 + 900);
    expect(claim(3)).to.equal(60_000 + 1_200 + 900);
  });
});
