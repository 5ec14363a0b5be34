import { expect } from "chai";
import { comparedRows } from "../../../client/features/offers/borrowerCompare.ts";
import { draftFrom, startDraft, termsOfDraft } from "../../../client/features/offers/borrowerTerms.ts";
import { capWarnings } from "../../../client/features/offers/capWarnings.ts";
import { FIRST_RULE, shownTable, tableFrom } from "../../../client/features/policy/policyUnits.ts";
import { fen } from "../../../shared/money/fen.ts";
import { firstTerms, type TermsBasis, withDownPayment } from "../../../shared/offers/draftTerms.ts";
import { figuresOf } from "../../../shared/offers/offerFigures.ts";
import { suggest } from "../../../shared/offers/suggestions.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import { NO_CONCESSIONS, type PolicyTable } from "../../../shared/plans/policyTable.ts";

const payee = { name: "平台", bank: "银行", number: "1" };
const basis: TermsBasis = {
  statementId: "s",
  statementHash: "h",
  asOf: "2026-10-31",
  lines: [
    { debtId: "d", component: "principal", fen: fen(1_200_000) },
    { debtId: "d", component: "penalty", fen: fen(10_000) },
  ],
  payeeAccount: payee,
  today: "2026-11-02",
  capacity: { perMonthFen: fen(43_000), advice: null },
};

describe("a suggestion used by a borrower", () => {
  it("makes the sliders say exactly the suggested plan", () => {
    const found = suggest(basis, "borrower");
    if (found.kind !== "plans") throw new Error(found.reason);
    for (const { terms } of found.plans) {
      const draft = draftFrom(terms, startDraft(basis, null));
      const own = termsOfDraft(basis, payee, draft, null);
      expect(computeSchedule(basis, own).rows).to.deep.equal(computeSchedule(basis, terms).rows);
    }
  });
});

describe("two offers compared by a borrower", () => {
  const plain = firstTerms(basis)!;
  const rows = (terms: typeof plain) => figuresOf(terms, computeSchedule(basis, terms));

  it("are marked where they differ, and only there", () => {
    const compared = comparedRows(rows(plain), rows(withDownPayment(plain, 20_000, "2026-11-10")));
    const changed = compared.filter((row) => row.changed).map(({ key }) => key);
    expect(changed).to.deep.equal(["instalment", "downPayment"]);
    expect(compared.map(({ key }) => key)).to.not.include("waivedFee");
    expect(comparedRows(rows(plain), rows(plain)).some((row) => row.changed)).to.equal(false);
  });
});

describe("a warning of a cap", () => {
  const claim = { status: "measured", differenceFen: 3_000, toBeConfirmed: true };
  const contracts = [
    { debtId: "d", contractNumber: "XH-1", claim },
    { debtId: "e", contractNumber: "XH-2", claim: { status: "measured", differenceFen: 0 } },
    { debtId: "f", contractNumber: "XH-3", claim: { status: "no_rule" } },
  ];

  it("names what is above and what waivers of that contract leave of it", () => {
    const waivers = [
      { debtId: "d", component: "penalty" as const, fen: fen(2_000) },
      { debtId: "d", component: "principal" as const, fen: fen(9_000) },
      { debtId: "e", component: "penalty" as const, fen: fen(9_000) },
    ];
    expect(capWarnings(contracts, waivers)).to.deep.equal([
      { contractNumber: "XH-1", excessFen: 3_000, waivedFen: 2_000, leftFen: 1_000, toBeConfirmed: true },
    ]);
    const more = [{ debtId: "d", component: "fee" as const, fen: fen(5_000) }];
    expect(capWarnings(contracts, more)[0]?.leftFen).to.equal(0);
    expect(capWarnings([], waivers)).to.deep.equal([]);
  });
});

describe("limits in the units people think in", () => {
  it("come back as they were", () => {
    const table: PolicyTable = {
      rules: [
        {
          when: { minDaysOverdue: 0, product: "星享贷", riskTier: "A" },
          limits: {
            maxWaiverBp: { principal: 1, interest: 3_333, penalty: 10_000, fee: 29 },
            maxCount: 36,
            maxDeferralMonths: 3,
            minInstalmentFen: fen(10_029),
            minDownPaymentBp: 57,
          },
        },
        { when: {}, limits: NO_CONCESSIONS },
      ],
    };
    expect(tableFrom(shownTable(table))).to.deep.equal(table);
    expect(tableFrom({ rules: [FIRST_RULE] })).to.deep.equal({
      rules: [{ when: {}, limits: NO_CONCESSIONS }],
    });
  });
});
