import { expect } from "chai";
import fc from "fast-check";
import { fen } from "../../../shared/money/fen.ts";
import { isRate } from "../../../shared/money/rate.ts";
import {
  firstTerms,
  rateOfPercent,
  renewedTerms,
  shareOfLine,
  type TermsBasis,
  waivableLines,
  waivedOf,
  withDownPayment,
  withWaiver,
} from "../../../shared/offers/draftTerms.ts";
import { financedFen, withFamily } from "../../../shared/offers/planShape.ts";
import { SCHEDULE_FAMILIES } from "../../../shared/plans/terms.ts";
import { validateTerms } from "../../../shared/plans/validateTerms.ts";

const basis: TermsBasis = {
  statementId: "s2",
  statementHash: "h2",
  asOf: "2026-10-31",
  lines: [
    { debtId: "d", component: "principal", fen: fen(1_200_000) },
    { debtId: "d", component: "fee", fen: fen(300) },
    { debtId: "d", component: "fee", fen: fen(700) },
    { debtId: "e", component: "penalty", fen: fen(9_999) },
    { debtId: "e", component: "interest", fen: fen(0) },
  ],
  payeeAccount: { name: "平台", bank: "银行", number: "1" },
  capacity: null,
  today: "2026-11-02",
};
const terms = firstTerms(basis)!;
const fee = { debtId: "d", component: "fee" as const, fen: 1_000 };

describe("the terms an offer begins with", () => {
  it("can be put as they are", () => {
    expect(validateTerms(basis, terms, basis.today)).to.deep.equal([]);
  });

  it("are none while the platform has no account to be paid to", () => {
    expect(firstTerms({ ...basis, payeeAccount: null })).to.equal(null);
    expect(renewedTerms(terms, { ...basis, payeeAccount: null })).to.equal(null);
  });

  it("can be put whatever family is chosen, and from there any other", () => {
    const rest = financedFen(basis, terms);
    for (const one of SCHEDULE_FAMILIES)
      for (const other of SCHEDULE_FAMILIES) {
        const chosen = withFamily(withFamily(terms, one, rest), other, rest);
        expect(validateTerms(basis, chosen, basis.today), `${one}, ${other}`).to.deep.equal([]);
      }
  });
});

describe("an earlier offer taken up again", () => {
  const earlier = {
    ...withDownPayment(withWaiver(terms, fee, 1_000, "at_signing"), 500, "2026-10-01"),
    statementId: "s1",
    statementHash: "h1",
    schedule: { ...terms.schedule, firstDue: "2026-10-15", count: 7 },
  };

  it("stands on the statement in force, with dates to come", () => {
    const renewed = renewedTerms(earlier, basis)!;
    expect(renewed).to.include({ statementId: "s2", statementHash: "h2", downPaymentDue: "2026-11-02" });
    expect(renewed.schedule).to.include({ firstDue: "2026-12-02", count: 7 });
    expect(validateTerms(basis, renewed, basis.today)).to.deep.equal([]);
  });

  it("keeps a date that is still to come", () => {
    const renewed = renewedTerms(
      { ...terms, schedule: { ...terms.schedule, firstDue: "2027-01-05" } },
      basis,
    );
    expect(renewed?.schedule.firstDue).to.equal("2027-01-05");
  });

  it("lists dates to come where it listed dates that have passed", () => {
    const irregular = withFamily(earlier, "irregular", financedFen(basis, earlier));
    const renewed = renewedTerms(irregular, basis)!;
    expect(renewed.schedule.dueDates?.slice(0, 2)).to.deep.equal(["2026-11-15", "2026-12-15"]);
    expect(validateTerms(basis, renewed, basis.today)).to.deep.equal([]);
  });

  it("leaves out what can no longer be waived, and cuts what has become smaller", () => {
    const smaller: TermsBasis = {
      ...basis,
      lines: [
        { debtId: "d", component: "principal", fen: fen(1_200_000) },
        { debtId: "d", component: "fee", fen: fen(400) },
      ],
    };
    const penalty = { debtId: "e", component: "penalty" as const, fen: 9_999 };
    const before = withWaiver(withWaiver(terms, fee, 1_000, "at_signing"), penalty, 9_999, "at_signing");
    const { waivers } = renewedTerms(before, smaller)!;
    expect(waivers).to.deep.equal([{ debtId: "d", component: "fee", fen: 400, when: "at_signing" }]);
  });
});

describe("waiving", () => {
  it("sees the lines of one component of a debt as one, and leaves out what nobody owes", () => {
    expect(waivableLines(basis).map(({ debtId, component, fen }) => [debtId, component, fen])).to.deep.equal([
      ["d", "principal", 1_200_000],
      ["d", "fee", 1_000],
      ["e", "penalty", 9_999],
    ]);
  });

  it("never waives more than is owed, and reads back what it waives", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), (amount) => {
        const waived = waivedOf(withWaiver(terms, fee, amount, "on_completion"), fee);
        expect(waived.fen).to.equal(Math.min(amount, 1_000));
      }),
    );
  });

  it("is undone by nothing", () => {
    const twice = withWaiver(withWaiver(terms, fee, 600, "at_signing"), fee, 0, "at_signing");
    expect(twice.waivers).to.deep.equal([]);
  });

  it("takes shares in whole fen, never more than asked for", () => {
    expect([0, 25, 50, 100].map((percent) => shareOfLine({ ...fee, fen: 999 }, percent))).to.deep.equal([
      0, 249, 499, 999,
    ]);
  });
});

describe("a down payment", () => {
  it("has a date exactly while there is one", () => {
    const paid = withDownPayment(terms, 100, "2026-11-09");
    expect(paid.downPaymentDue).to.equal("2026-11-09");
    expect(withDownPayment(paid, 200, "2026-11-20").downPaymentDue).to.equal("2026-11-09");
    expect(withDownPayment(paid, 0, "2026-11-20").downPaymentDue).to.equal(null);
  });
});

describe("a rate typed in percent", () => {
  for (const [percent, rate] of [
    [0, "0"],
    [6.5, "0.065"],
    [12.78, "0.1278"],
    [100, "1"],
    [10, "0.1"],
    [0.0001, "0.000001"],
  ] as const)
    it(`${percent} is "${rate}"`, () => {
      expect(rateOfPercent(percent)).to.equal(rate);
      expect(isRate(rateOfPercent(percent))).to.equal(true);
    });
});
