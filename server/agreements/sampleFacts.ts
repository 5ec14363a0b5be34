import type { AgreementFacts } from "../../shared/agreements/facts.ts";
import { fen } from "../../shared/money/fen.ts";
import { computeSchedule } from "../../shared/plans/computeSchedule.ts";
import { hashStatement, hashTerms } from "../../shared/plans/hashing.ts";
import { COMPONENTS } from "../../shared/plans/statement.ts";
import type { Terms } from "../../shared/plans/terms.ts";

/** Invented cases in which, taken together, most clauses occur: what the centre previews its wording on. */
export const SAMPLES = ["instalments", "lump_sum", "renegotiated"] as const;
export type Sample = (typeof SAMPLES)[number];

const DEBTS = [
  {
    debtId: "sample-1",
    contractNumber: "YL-2024-000001",
    lender: "样例消费金融有限公司",
    product: "样例循环贷",
    disbursedOn: "2024-03-15",
    disbursedFen: fen(4_000_000),
    overdueSince: "2025-07-02",
    components: {
      principal: fen(3_215_040),
      interest: fen(402_117),
      penalty: fen(188_330),
      fee: fen(20_000),
    },
  },
  {
    debtId: "sample-2",
    contractNumber: "YL-2024-000002",
    lender: "样例小额贷款有限公司",
    product: null,
    disbursedOn: "2024-08-01",
    disbursedFen: fen(1_200_000),
    overdueSince: "2025-09-11",
    components: { principal: fen(860_000), interest: fen(93_418), penalty: fen(41_005), fee: fen(0) },
  },
];
const BASIS = {
  statementId: "sample",
  asOf: "2026-11-20",
  lines: DEBTS.flatMap((debt) =>
    COMPONENTS.map((component) => ({ debtId: debt.debtId, component, fen: debt.components[component] })),
  ),
};

const TERMS: Terms = {
  version: 1,
  statementId: BASIS.statementId,
  statementHash: hashStatement(BASIS),
  waivers: [
    { debtId: "sample-1", component: "penalty", fen: fen(188_330), when: "at_signing" },
    { debtId: "sample-2", component: "penalty", fen: fen(41_005), when: "on_completion" },
  ],
  downPaymentFen: fen(200_000),
  downPaymentDue: "2026-12-01",
  deferralMonths: 0,
  schedule: {
    family: "equal_instalment",
    count: 12,
    every: { months: 1 },
    firstDue: "2027-01-15",
    annualRate: "0.0435",
    dayCount: "30/360",
  },
  graceDays: 5,
  acceleration: "after_grace",
  allocation: "fees_interest_principal",
  payeeAccount: { name: "样例平台有限公司", bank: "样例银行样例支行", number: "6222000000000000000" },
};

const VARIANTS: Record<Sample, { terms: Partial<Terms>; facts: Partial<AgreementFacts> }> = {
  instalments: {
    terms: { payments: { settledEarly: "future_interest_dropped", missedBeforeAcceleration: 2 } },
    facts: {},
  },
  lump_sum: {
    terms: {
      waivers: [],
      downPaymentFen: fen(0),
      downPaymentDue: null,
      schedule: {
        family: "lump_sum",
        count: 1,
        every: { months: 1 },
        firstDue: "2027-01-15",
        annualRate: "0",
        dayCount: "30/360",
      },
      graceDays: 0,
      acceleration: "none",
      allocation: "principal_interest_fees",
    },
    facts: {},
  },
  renegotiated: {
    terms: {
      schedule: {
        family: "irregular",
        count: 3,
        every: { months: 1 },
        firstDue: "2027-01-15",
        dueDates: ["2027-01-15", "2027-03-02", "2027-06-10"],
        annualRate: "0",
        dayCount: "30/360",
      },
      payments: { early: "evenly", missed: "moves_to_end" },
    },
    facts: { supersedes: { number: "调协2026-0000001-1", contentHash: "0".repeat(64) } },
  },
};

/** The facts of a sample; every person, organisation and number in it is invented. */
export function sampleFacts(sample: Sample): AgreementFacts {
  return inventedFacts(VARIANTS[sample]);
}

/** An agreement over two contracts in twelve instalments, settled by the engine that rooms use, with what is to differ. */
export function inventedFacts(change: {
  terms: Partial<Terms>;
  facts: Partial<AgreementFacts>;
}): AgreementFacts {
  const terms = { ...TERMS, ...change.terms };
  return {
    agreementNumber: "调协2026-0000000-1",
    caseNumber: "2026-0000000",
    composedAt: "2026-11-21T02:30:00.000Z",
    centre: {
      name: "样例金融纠纷人民调解委员会",
      registrationNumber: "样例001",
      phone: "0570-12348000",
      address: "样例市样例路1号",
    },
    borrower: {
      name: "样例借款人",
      idNumber: "110101199003070000",
      phone: "19900000000",
      address: "样例省样例市样例区样例路2号3幢401室",
      ethnicity: null,
      occupation: null,
      representative: {
        name: "样例代理人",
        kind: "entrusted",
        idNumber: "110101198503070000",
        phone: "19900000001",
        powerOfAttorney: { grantedOn: "2026-11-10", scope: "special" },
      },
    },
    platform: {
      name: "样例平台有限公司",
      creditCode: "91110000MA00000000",
      phone: "0570-88660000",
      address: "样例市样例路3号",
      signatory: { name: "样例签署人", title: "授权签署代表" },
      standing: "authorised",
    },
    mediator: { name: "样例调解员" },
    recorder: null,
    mediation: { startedOn: "2026-11-03", agreedOn: "2026-11-21" },
    statementAsOf: BASIS.asOf,
    debts: DEBTS,
    terms,
    termsHash: hashTerms(terms),
    schedule: computeSchedule(BASIS, terms),
    ...change.facts,
  };
}
