import { expect } from "chai";
import fc from "fast-check";
import { fen } from "../../../shared/money/fen.ts";
import { changedFigures, figuresOf, percentOf } from "../../../shared/offers/offerFigures.ts";
import {
  firstTerms,
  type TermsBasis,
  withDownPayment,
  withWaiver,
} from "../../../shared/offers/draftTerms.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import type { Terms } from "../../../shared/plans/terms.ts";

const basis: TermsBasis = {
  statementId: "s",
  statementHash: "h",
  asOf: "2026-10-31",
  lines: [
    { debtId: "d", component: "principal", fen: fen(1_200_000) },
    { debtId: "d", component: "interest", fen: fen(34_560) },
    { debtId: "d", component: "penalty", fen: fen(10_000) },
  ],
  payeeAccount: { name: "平台", bank: "银行", number: "1" },
  capacity: null,
  today: "2026-11-02",
};
const level = firstTerms(basis)!;
const penalty = { debtId: "d", component: "penalty" as const, fen: 10_000 };
const figures = (terms: Terms) => figuresOf(terms, computeSchedule(basis, terms));

describe("the figures of an offer", () => {
  it("say what the borrower pays, and when", () => {
    const shown = figures(withDownPayment(level, 44_560, "2026-11-20"));
    expect(shown).to.include({
      totalFen: 1_244_560,
      differenceFen: 0,
      largestInstalmentFen: 100_000,
      smallestInstalmentFen: 100_000,
      count: 12,
      every: "1m",
      downPaymentFen: 44_560,
      downPaymentDue: "2026-11-20",
      firstDue: "2026-12-02",
      lastDue: "2027-11-02",
    });
  });

  it("name the working day a down payment falls due on, not the day it was set for", () => {
    expect(figures(withDownPayment(level, 100, "2026-11-28")).downPaymentDue).to.equal("2026-11-30");
  });

  it("say what the platform gives, by component, and what of it depends on completion", () => {
    const shown = figures(withWaiver(level, penalty, 10_000, "on_completion"));
    expect(shown).to.include({
      differenceFen: -10_000,
      waivedFen: 10_000,
      waivedPenaltyFen: 10_000,
      waivedPrincipalFen: 0,
      conditionalFen: 10_000,
    });
  });

  it("always add up: the total is the statement less what is waived plus new interest", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 60 }), (amount, count) => {
        const waived = withWaiver(level, penalty, amount, "at_signing");
        const shown = figures({ ...waived, schedule: { ...waived.schedule, count } });
        expect(shown.differenceFen).to.equal(shown.agreedInterestFen - shown.waivedFen);
        expect(shown.largestInstalmentFen - shown.smallestInstalmentFen).to.be.at.most(1);
      }),
    );
  });
});

describe("the changes between two offers", () => {
  it("are none between an offer and itself", () => {
    expect(changedFigures(figures(level), figures(level))).to.deep.equal([]);
  });

  it("name a later first date and what follows from it, and nothing else", () => {
    const later = { ...level, schedule: { ...level.schedule, firstDue: "2026-12-07" } };
    expect(changedFigures(figures(level), figures(later))).to.deep.equal(["firstDue", "lastDue"]);
  });

  it("name the component that is waived", () => {
    const changed = changedFigures(figures(level), figures(withWaiver(level, penalty, 5_000, "at_signing")));
    expect(changed).to.include.members(["totalFen", "waivedFen", "waivedPenaltyFen"]);
    expect(changed).to.not.include("waivedInterestFen");
  });
});

describe("a share in percent", () => {
  for (const [part, whole, percent] of [
    [0, 10, 0],
    [10, 10, 100],
    [1, 3, 33.3],
    [9_999_999, 10_000_000, 99.9],
    [5, 0, 0],
  ] as const)
    it(`${part} of ${whole} is ${percent}`, () => {
      expect(percentOf(part, whole)).to.equal(percent);
    });
});
