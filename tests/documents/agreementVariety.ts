import type { AgreementFacts } from "../../shared/agreements/facts.ts";
import { addDays } from "../../shared/calendar/localDate.ts";
import { fen, ZERO_FEN, type Fen } from "../../shared/money/fen.ts";
import { computeSchedule } from "../../shared/plans/computeSchedule.ts";
import { hashStatement, hashTerms } from "../../shared/plans/hashing.ts";
import { COMPONENTS } from "../../shared/plans/statement.ts";
import {
  EARLY_PAYMENTS,
  EARLY_SETTLEMENTS,
  MISSED_PAYMENTS,
  PARTIAL_PAYMENTS,
  SCHEDULE_FAMILIES,
  type ScheduleParameters,
  type Terms,
  type Waiver,
} from "../../shared/plans/terms.ts";
import { buildAgreementFacts } from "./agreementFacts.ts";

const NAMES = [
  "张晓明",
  "王",
  "欧阳娜娜",
  "阿卜杜拉·吐尔逊",
  "阿卜杜热合曼·麦麦提图尔荪·阿卜杜克热木",
  "𠮷田明",
  "㛃",
  "䶮",
  "李㛃䶮",
  "Maria da Silva Pereira",
  "尼玛次仁",
];
/** Names that no document may show, each with what is wrong with it. */
export const HOSTILE_NAMES = [
  "张\u202e三",
  "李\u0000四",
  "⼈⾦",
  "王𪚥",
  "赵\u200b六",
  "钱\ue000七",
  "\ufffd",
  ") Tj (孙\u0008",
];
const LONG_ADDRESS = "浙江省江州市滨河区青年路十六号锦绣花园小区二幢一单元三百零一室（临时住所）"
  .repeat(12)
  .slice(0, 400);
const ADDRESSES = ["浙江省江州市滨河区青年路16号2幢301室", "新疆维吾尔自治区喀什地区疏附县", LONG_ADDRESS];

/** Facts of the k-th agreement of a fixed sequence: names × contracts × families × lengths, each new agreement another mix. */
export function variedFacts(k: number): AgreementFacts {
  const pick = <T>(list: readonly T[], stride: number): T => list[Math.floor(k / stride) % list.length]!;
  const contracts = 1 + ((k * 7) % 20);
  const debts = Array.from({ length: contracts }, (_, index) => debtOf(k, index));
  const basis = {
    statementId: `statement-${k}`,
    asOf: "2026-11-20",
    lines: debts.flatMap((debt) =>
      COMPONENTS.map((component) => ({ debtId: debt.debtId, component, fen: debt.components[component] })),
    ),
  };
  const base = buildAgreementFacts({ borrowerName: NAMES[k % NAMES.length]! });
  const terms: Terms = {
    ...base.terms,
    statementId: basis.statementId,
    statementHash: hashStatement(basis),
    waivers: waiversOf(k, debts),
    downPaymentFen: k % 3 === 0 ? fen(10_000 + k) : ZERO_FEN,
    downPaymentDue: k % 3 === 0 ? "2026-12-01" : null,
    schedule: scheduleOf(k),
    graceDays: (k * 3) % 16,
    acceleration: k % 4 === 1 ? "none" : "after_grace",
    allocation: k % 5 === 2 ? "principal_interest_fees" : "fees_interest_principal",
    payments: {
      early: pick(EARLY_PAYMENTS, 1),
      settledEarly: pick(EARLY_SETTLEMENTS, 2),
      partial: pick(PARTIAL_PAYMENTS, 3),
      missed: pick(MISSED_PAYMENTS, 4),
      missedBeforeAcceleration: 1 + (k % 12),
    },
  };
  return {
    ...base,
    agreementNumber: `调协2026-${String(k).padStart(7, "0")}-1`,
    borrower: {
      ...base.borrower,
      address: ADDRESSES[k % ADDRESSES.length]!,
      ethnicity: k % 2 === 0 ? "汉族" : null,
      representative:
        k % 6 === 5
          ? {
              name: "代理人甲",
              kind: "entrusted",
              idNumber: "110101198503070000",
              phone: "19900000001",
              powerOfAttorney: { grantedOn: "2026-11-10", scope: "special" },
            }
          : null,
    },
    recorder: k % 7 === 0 ? { name: "记录员乙" } : null,
    statementAsOf: basis.asOf,
    debts,
    terms,
    termsHash: hashTerms(terms),
    schedule: computeSchedule(basis, terms),
    supersedes: k % 9 === 4 ? { number: "调协2026-0000001-1", contentHash: "0f".repeat(32) } : null,
  };
}

function debtOf(k: number, index: number): AgreementFacts["debts"][number] {
  const amount = (weight: number): Fen => fen((k * 7_919 + index * 104_729 + weight * 1_299_709) % 5_000_000);
  return {
    debtId: `debt-${index}`,
    contractNumber: `HX-${k}-${String(index).padStart(8, "0")}`,
    lender: ["海岳消费金融有限公司", "江州市信达小额贷款有限责任公司", "江州银行"][(k + index) % 3]!,
    product: index % 2 === 0 ? "好借·循环贷" : null,
    disbursedOn: index % 3 === 0 ? null : "2024-03-15",
    disbursedFen: index % 3 === 0 ? null : fen(4_000_000),
    overdueSince: index % 4 === 3 ? null : "2025-07-02",
    components: {
      principal: fen(500_000 + amount(1)),
      interest: amount(2),
      penalty: amount(3),
      fee: index % 2 === 0 ? ZERO_FEN : amount(4),
    },
  };
}

function waiversOf(k: number, debts: AgreementFacts["debts"]): Waiver[] {
  if (k % 5 === 0) return [];
  return debts.flatMap(({ debtId, components }, index): Waiver[] => {
    const when = (k + index) % 2 === 0 ? "at_signing" : "on_completion";
    return components.penalty === 0 ? [] : [{ debtId, component: "penalty", fen: components.penalty, when }];
  });
}

const WITHOUT_INTEREST: readonly string[] = ["lump_sum", "level", "stepped"];

function scheduleOf(k: number): ScheduleParameters {
  const family = SCHEDULE_FAMILIES[k % SCHEDULE_FAMILIES.length]!;
  const count = family === "lump_sum" ? 1 : 2 + ((k * 11) % 59);
  const bearing = family === "equal_instalment" || family === "equal_principal" || (k % 2 === 0 && count > 2);
  const parameters: ScheduleParameters = {
    family,
    count,
    every: k % 4 === 3 ? { days: 14 } : { months: 1 + (k % 2) },
    firstDue: "2027-01-15",
    annualRate: bearing && !WITHOUT_INTEREST.includes(family) ? "0.0435" : "0",
    dayCount: "30/360",
  };
  if (family === "stepped") parameters.steps = [{ count: 1, paymentFen: fen(120_000) }];
  if (family === "balloon") parameters.balloonFen = fen(100_000);
  if (family === "irregular")
    parameters.dueDates = Array.from({ length: count }, (_, index) =>
      addDays("2027-01-15", index * 31 + (index % 3)),
    );
  return parameters;
}
