import { expect } from "chai";
import * as fc from "fast-check";
import { fen } from "../../../shared/money/fen.ts";
import { fraction, takeShare } from "../../../shared/money/fraction.ts";
import { validateTerms } from "../../../shared/plans/validateTerms.ts";
import { TODAY, buildBasis, buildTerms } from "./buildTerms.ts";

/**
 * An agreed sum that does not repay anything is refused at its place with the interest it does not cover, and a sum of one
 * fen more is not.
 */
export function belowInterestIsRefused(runs: number): void {
  const loan = fc.record({
    principal: fc.integer({ min: 100_000, max: 20_000_000 }),
    monthlyBp: fc.integer({ min: 10, max: 300 }),
    before: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 4 }),
    short: fc.integer({ min: -3, max: 3 }),
  });
  fc.assert(
    fc.property(loan, ({ principal, monthlyBp, before, short }) => {
      const rate = fraction(monthlyBp, 10_000);
      let balance = principal;
      const steps = before.map((perMille) => {
        const repaid = Math.max(1, Math.floor((principal * perMille) / 1_000 / 5));
        const paymentFen = fen(takeShare(fen(balance), rate) + repaid);
        balance -= repaid;
        return { count: 1, paymentFen };
      });
      const interestFen = takeShare(fen(balance), rate);
      fc.pre(interestFen + short > 0 && balance > 100);
      const basis = buildBasis({ principal });
      const schedule = {
        family: "stepped" as const,
        count: steps.length + 2,
        annualRate: ((monthlyBp * 12) / 10_000).toFixed(4),
        steps: [...steps, { count: 1, paymentFen: fen(interestFen + short) }],
      };
      const found = validateTerms(basis, buildTerms(basis, { schedule }), TODAY);
      const pointer = `/schedule/steps/${steps.length}/paymentFen`;
      expect(found).to.deep.equal(
        short > 0 ? [] : [{ pointer, code: "below_interest", params: { interestFen } }],
      );
    }),
    { numRuns: runs },
  );
}
