import type { AgreementFacts, AgreementSignature } from "../../server/agreements/agreementFacts.ts";
import { fen } from "../../shared/money/fen.ts";
import { computeSchedule } from "../../shared/plans/computeSchedule.ts";
import { hashStatement, hashTerms } from "../../shared/plans/hashing.ts";
import { COMPONENTS } from "../../shared/plans/statement.ts";
import type { Terms } from "../../shared/plans/terms.ts";

const DEBTS = [
  {
    debtId: "debt-1",
    contractNumber: "HX-XD-2024-00018273",
    lender: "海岳消费金融有限公司",
    product: "好借·循环贷",
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
    debtId: "debt-2",
    contractNumber: "HX-FQ-2024-00551906",
    lender: "江州市信达小额贷款有限责任公司",
    product: "商品分期",
    disbursedOn: "2024-08-01",
    disbursedFen: fen(1_200_000),
    overdueSince: "2025-09-11",
    components: { principal: fen(860_000), interest: fen(93_418), penalty: fen(41_005), fee: fen(0) },
  },
];

/** Facts of an agreement, settled by the engine that rooms use. */
export function buildAgreementFacts(
  change: {
    count?: number;
    annualRate?: string;
    family?: Terms["schedule"]["family"];
    borrowerName?: string;
    terms?: Partial<Terms>;
  } = {},
): AgreementFacts {
  const basis = {
    statementId: "statement-1",
    asOf: "2026-11-20",
    lines: DEBTS.flatMap((debt) =>
      COMPONENTS.map((component) => ({ debtId: debt.debtId, component, fen: debt.components[component] })),
    ),
  };
  const terms: Terms = {
    version: 1,
    statementId: basis.statementId,
    statementHash: hashStatement(basis),
    waivers: [
      { debtId: "debt-1", component: "penalty", fen: fen(188_330), when: "at_signing" },
      { debtId: "debt-2", component: "penalty", fen: fen(41_005), when: "on_completion" },
    ],
    downPaymentFen: fen(200_000),
    downPaymentDue: "2026-12-01",
    deferralMonths: 0,
    schedule: {
      family: change.family ?? "level",
      count: change.count ?? 36,
      every: { months: 1 },
      firstDue: "2027-01-15",
      annualRate: change.annualRate ?? "0",
      dayCount: "30/360",
    },
    graceDays: 5,
    acceleration: "after_grace",
    allocation: "fees_interest_principal",
    payeeAccount: {
      name: "云启数字科技（江州）有限公司",
      bank: "中国工商银行江州高新支行",
      number: "6222021234567890123",
    },
    ...change.terms,
  };
  return {
    agreementNumber: "江融调〔2026〕0001234号",
    caseNumber: "2026-0001234",
    composedAt: "2026-11-21T02:30:00.000Z",
    centre: {
      name: "江州市金融纠纷人民调解委员会",
      registrationNumber: "江司调备2021-017",
      phone: "0570-12348",
      address: "江州市中山路88号金融服务中心3楼",
    },
    borrower: {
      name: change.borrowerName ?? "张晓明",
      idNumber: "330102199003072316",
      phone: "19900001234",
      address: "浙江省江州市滨河区青年路16号2幢301室",
      ethnicity: null,
      occupation: null,
    },
    platform: {
      name: "云启数字科技（江州）有限公司",
      creditCode: "91330100MA2B0XYZ0K",
      phone: "0570-88660000",
      address: "江州市高新区创业路1号",
      signatory: { name: "李慧", title: "授权代表" },
      standing: "authorised",
    },
    mediator: { name: "王建国" },
    recorder: null,
    mediation: { startedOn: "2026-11-03", agreedOn: "2026-11-21" },
    statementAsOf: basis.asOf,
    debts: DEBTS,
    terms,
    termsHash: hashTerms(terms),
    schedule: computeSchedule(basis, terms),
  };
}

export function buildSignature(
  change: Partial<AgreementSignature> & Pick<AgreementSignature, "party" | "contentHash">,
): AgreementSignature {
  return {
    signerName: "张晓明",
    method: "typed",
    image: null,
    signedAt: "2026-11-21T03:12:45.000Z",
    consentWording: "我已阅读本协议全文，同意以电子签名方式签署，知悉签署后协议对我具有法律约束力。",
    evidence: {
      ip: "203.0.113.24",
      device:
        "Mozilla/5.0 (Linux; Android 14; 2312DRA50C) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36",
      identification: "短信验证码（发送至 199****1234）核验通过",
    },
    ...change,
  };
}
