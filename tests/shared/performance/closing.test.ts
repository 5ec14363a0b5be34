import { expect } from "chai";
import fc from "fast-check";
import { fen } from "../../../shared/money/fen.ts";
import { carryOver, openAtClosing } from "../../../shared/performance/closing.ts";
import { allocatePayment, openingPlan, planTotals } from "../../../shared/performance/plan.ts";
import { settlementFigures } from "../../../shared/performance/settlement.ts";

const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 12 });
const planOf = (sums: readonly number[]) =>
  openingPlan(
    sums.map((sum, index) => ({
      no: index + 1,
      due: `2027-${String(index + 1).padStart(2, "0")}-15`,
      totalFen: fen(sum),
    })),
  );

describe("closing one plan and beginning another", () => {
  it("closes each open instalment with what is open of it, and nothing else", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 5_000_000 }), (sums, paid) => {
        const { instalments } = allocatePayment(planOf(sums), fen(paid));
        const closed = openAtClosing(instalments);
        const totals = planTotals(instalments, "2027-01-01");
        expect(closed.reduce((sum, each) => sum + each.fen, 0)).to.equal(totals.openFen);
        expect(closed.every((each) => each.fen > 0)).to.equal(true);
      }),
    );
  });

  it("carries over what was paid meanwhile, to the fen and not beyond the new plan", () => {
    fc.assert(
      fc.property(amounts, fc.array(fc.integer({ min: 1, max: 400_000 }), { maxLength: 5 }), (sums, late) => {
        const opening = planOf(sums);
        const { instalments, carriedFen } = carryOver(
          opening,
          late.map((sum) => ({ fen: fen(sum) })),
        );
        const all = late.reduce((sum, each) => sum + each, 0);
        const total = sums.reduce((sum, each) => sum + each, 0);
        expect(carriedFen).to.equal(Math.min(all, total));
        expect(planTotals(instalments, "2027-01-01").paidFen).to.equal(carriedFen);
      }),
    );
  });

  it("certifies figures that add up, with what was paid before kept apart", () => {
    const figures = settlementFigures(
      {
        totals: {
          statementFen: fen(1_000),
          waivedFen: fen(300),
          agreedInterestFen: fen(50),
          totalFen: fen(750),
        },
      },
      {
        waivers: [
          { debtId: "a", component: "penalty", fen: fen(100), when: "at_signing" },
          { debtId: "a", component: "interest", fen: fen(200), when: "on_completion" },
        ],
      },
      {
        instalments: [{ paidFen: fen(700) }, { paidFen: fen(30) }],
        allPaymentsFen: fen(1_234),
        creditFen: fen(4),
      },
    );
    expect(figures).to.deep.equal({
      statementFen: 1_000,
      agreedInterestFen: 50,
      waivedFen: 100,
      waivedOnCompletionFen: 200,
      givenUpFen: 20,
      paidFen: 730,
      earlierPaidFen: 500,
      creditFen: 4,
    });
  });
});
