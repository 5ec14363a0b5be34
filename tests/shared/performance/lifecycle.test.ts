import { expect } from "chai";
import { decideCaseMove } from "../../../shared/cases/lifecycle.ts";
import { fen } from "../../../shared/money/fen.ts";
import {
  breachOf,
  caseMovesFor,
  paymentKind,
  PLAN_COMMANDS,
  PLAN_STATES,
  PLAN_TRANSITIONS,
} from "../../../shared/performance/lifecycle.ts";
import { allocatePayment, openingPlan } from "../../../shared/performance/plan.ts";

const EXPECTED: Record<string, string | null> = {
  "performing pay": "performing",
  "performing pay_arrears": "performing",
  "performing pay_last": "completed",
  "performing declare_breach": "breached",
  "performing renegotiate": "superseded",
  "breached pay": "breached",
  "breached pay_arrears": "performing",
  "breached pay_last": "completed",
  "breached renegotiate": "superseded",
};

const plan = openingPlan([
  { no: 1, due: "2026-12-01", totalFen: fen(1_000) },
  { no: 2, due: "2027-01-04", totalFen: fen(1_000) },
]);

describe("plan lifecycle", () => {
  for (const state of PLAN_STATES) {
    for (const command of PLAN_COMMANDS) {
      const to = EXPECTED[`${state} ${command}`] ?? null;
      it(`${state} × ${command} → ${to ?? "refused"}`, () => {
        expect(PLAN_TRANSITIONS[state][command]).to.equal(to);
      });
    }
  }

  it("asks its case only for moves the case can make", () => {
    for (const from of ["performing", "breached"] as const) {
      for (const command of PLAN_COMMANDS) {
        const to = PLAN_TRANSITIONS[from][command];
        if (to === null) continue;
        let stage: Parameters<typeof decideCaseMove>[0]["stage"] = from;
        for (const move of caseMovesFor(from, to)) {
          const decision = decideCaseMove({ stage, pausedAt: null }, move);
          expect(decision.ok, `${from} ${command} ${move}`).to.equal(true);
          if (decision.ok) stage = decision.to;
        }
        expect(stage).to.equal(to === "superseded" ? "negotiating" : to);
      }
    }
  });
});

describe("breach", () => {
  it("begins the day after the last day of grace", () => {
    expect(breachOf(plan, 5, "2026-12-06")).to.equal(null);
    expect(breachOf(plan, 5, "2026-12-07")).to.deep.equal({ instalmentNo: 1, overdueFen: 1_000 });
  });

  it("without grace begins the day after the due date", () => {
    expect(breachOf(plan, 0, "2026-12-01")).to.equal(null);
    expect(breachOf(plan, 0, "2026-12-02")?.instalmentNo).to.equal(1);
  });

  it("counts everything overdue, also what is still within grace", () => {
    expect(breachOf(plan, 5, "2027-01-05")).to.deep.equal({ instalmentNo: 1, overdueFen: 2_000 });
  });

  it("does not exist when the late instalment is paid", () => {
    expect(breachOf(allocatePayment(plan, fen(1_000)).instalments, 5, "2026-12-20")).to.equal(null);
  });
});

describe("what a payment amounts to", () => {
  const after = (amount: number) => allocatePayment(plan, fen(amount)).instalments;
  it("is a cure once nothing is overdue", () => {
    expect(paymentKind(after(999), "2026-12-20")).to.equal("pay");
    expect(paymentKind(after(1_000), "2026-12-20")).to.equal("pay_arrears");
  });
  it("is the last one when all is paid", () =>
    expect(paymentKind(after(2_000), "2026-12-20")).to.equal("pay_last"));
});
