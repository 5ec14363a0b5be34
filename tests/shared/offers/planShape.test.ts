import { expect } from "chai";
import fc from "fast-check";
import { fen } from "../../../shared/money/fen.ts";
import { firstTerms, type TermsBasis } from "../../../shared/offers/draftTerms.ts";
import {
  financedFen,
  listedParts,
  nextRateStep,
  nextStep,
  sumOf,
  withCount,
  withDate,
  withFamily,
  withOptional,
  withPart,
  withRhythm,
  withSchedule,
} from "../../../shared/offers/planShape.ts";
import { compareTerms } from "../../../shared/plans/compareTerms.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import { hashTerms } from "../../../shared/plans/hashing.ts";
import { agreedPayments, withPayment } from "../../../shared/plans/paymentPolicies.ts";
import { SCHEDULE_FAMILIES } from "../../../shared/plans/terms.ts";
import { validateTerms } from "../../../shared/plans/validateTerms.ts";

const basis: TermsBasis = {
  statementId: "s",
  statementHash: "h",
  asOf: "2026-10-31",
  lines: [{ debtId: "d", component: "principal", fen: fen(1_200_000) }],
  payeeAccount: { name: "平台", bank: "银行", number: "1" },
  capacity: null,
  today: "2026-11-02",
};
const plain = firstTerms(basis)!;
const rest = financedFen(basis, plain);
const sound = (terms: typeof plain) => validateTerms(basis, terms, basis.today);

describe("the shape of a plan being drawn up", () => {
  it("stays sound whatever family and length are chosen, in whatever order", () => {
    const family = fc.constantFrom(...SCHEDULE_FAMILIES);
    const rate = fc.constantFrom("0", "0.06", "0.24");
    const count = fc.integer({ min: 3, max: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(family, count), { minLength: 1, maxLength: 4 }),
        rate,
        (moves, annualRate) => {
          let terms = withSchedule(withFamily(plain, "equal_instalment", rest), { annualRate });
          for (const [next, length] of moves) {
            terms = withFamily(terms, next, rest);
            if (next !== "lump_sum") terms = withCount(terms, length);
            // Agreed sums that are too much or too little for another length are the drawer's to mend, at their field.
            const found = sound(terms).filter(({ pointer }) => !pointer.startsWith("/schedule/steps"));
            expect(found).to.deep.equal([]);
          }
        },
      ),
    );
  });

  it("follows pay-days, or a season's months", () => {
    const irregular = withFamily(plain, "irregular", rest);
    const paid = withRhythm(irregular, { days: [10, 25], months: [] }, basis.today);
    expect(paid.schedule.dueDates?.slice(0, 3)).to.deep.equal(["2026-11-10", "2026-11-25", "2026-12-10"]);
    const harvest = withRhythm(withCount(irregular, 4), { days: [15], months: [6, 10] }, basis.today);
    expect(harvest.schedule.dueDates).to.deep.equal(["2027-06-15", "2027-10-15", "2028-06-15", "2028-10-15"]);
    expect(sound(paid)).to.deep.equal([]);
    expect(sound(harvest)).to.deep.equal([]);
  });

  it("pays on each date the part that was typed", () => {
    const irregular = withCount(withFamily(plain, "irregular", rest), 3);
    const first = withPart(irregular, 0, 600_000, rest);
    const typed = withPart(withPart(first, 1, 100_000, rest), 2, 500_000, rest);
    expect(sumOf(listedParts(typed, rest))).to.equal(rest);
    const { rows } = computeSchedule(basis, typed);
    expect(rows.map(({ totalFen }) => totalFen)).to.deep.equal([600_000, 100_000, 500_000]);
    const wrong = sound(withPart(typed, 1, 0, rest)).map(({ pointer }) => pointer);
    expect(wrong).to.deep.equal(["/schedule/weights/1"]);
  });

  it("points at the date that is wrong", () => {
    const irregular = withFamily(plain, "irregular", rest);
    expect(sound(withDate(irregular, 2, "2027-01-20")).map(({ pointer }) => pointer)).to.deep.equal([]);
    expect(sound(withDate(irregular, 2, "2027-01-03")).map(({ pointer }) => pointer)).to.deep.equal([
      "/schedule/dueDates/2",
    ]);
  });

  it("adds sums and reductions only where instalments are left", () => {
    const stepped = withFamily(plain, "stepped", rest);
    expect(nextStep(stepped.schedule)).to.include({ count: 1 });
    expect(nextStep(withCount(stepped, 5).schedule)).to.equal(null);
    const dear = withSchedule(withFamily(plain, "equal_instalment", rest), { annualRate: "0.12" });
    const step = nextRateStep(dear.schedule)!;
    expect(step).to.deep.equal({ fromNo: 6, annualRate: "0.06" });
    expect(sound(withOptional(dear, "rateSteps", [step]))).to.deep.equal([]);
    expect(nextRateStep({ ...dear.schedule, count: 1 })).to.equal(null);
  });
});

describe("policies of payment being drawn up", () => {
  it("that say what holds anyway leave terms as they were", () => {
    const said = withPayment(plain, "early", "evenly");
    expect(said.payments).to.deep.equal({ early: "evenly" });
    const unsaid = withPayment(said, "early", "earliest_first");
    expect(hashTerms(unsaid)).to.equal(hashTerms(plain));
    expect(agreedPayments(unsaid)).to.deep.equal(agreedPayments(plain));
  });

  it("are compared by what they mean", () => {
    expect(compareTerms(plain, { ...plain, payments: { partial: "any_sum" } })).to.deep.equal([]);
    expect(compareTerms(plain, withPayment(plain, "missed", "moves_to_end"))).to.deep.equal([
      "/payments/missed",
    ]);
  });
});
