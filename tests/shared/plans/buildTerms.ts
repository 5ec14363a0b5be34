import { fen } from "../../../shared/money/fen.ts";
import { hashStatement } from "../../../shared/plans/hashing.ts";
import type { Component, StatementBasis } from "../../../shared/plans/statement.ts";
import type { ScheduleParameters, Terms, Waiver } from "../../../shared/plans/terms.ts";

export const TODAY = "2026-11-01";

/** A statement of one debt with the given amounts in fen. */
export function buildBasis(
  amounts: Partial<Record<Component, number>> = { principal: 1_200_000 },
): StatementBasis {
  const components = ["principal", "interest", "penalty", "fee"] as const;
  return {
    statementId: "statement-1",
    asOf: TODAY,
    lines: components
      .filter((component) => amounts[component] !== undefined)
      .map((component) => ({ debtId: "debt-1", component, fen: fen(amounts[component] ?? 0) })),
  };
}

export function buildSchedule(changes: Partial<ScheduleParameters> = {}): ScheduleParameters {
  return {
    family: "level",
    count: 12,
    every: { months: 1 },
    firstDue: "2026-12-01",
    annualRate: "0",
    dayCount: "30/360",
    ...changes,
  };
}

export function buildTerms(
  basis: StatementBasis,
  changes: Partial<Omit<Terms, "schedule">> & { schedule?: Partial<ScheduleParameters> } = {},
): Terms {
  const { schedule, ...rest } = changes;
  return {
    version: 1,
    statementId: basis.statementId,
    statementHash: hashStatement(basis),
    waivers: [],
    downPaymentFen: fen(0),
    downPaymentDue: null,
    deferralMonths: 0,
    graceDays: 5,
    acceleration: "after_grace",
    allocation: "fees_interest_principal",
    payeeAccount: { name: "某某小额贷款有限公司", bank: "某某银行", number: "6222000000000000000" },
    ...rest,
    schedule: buildSchedule(schedule),
  };
}

export function buildWaiver(
  component: Component,
  amount: number,
  when: Waiver["when"] = "at_signing",
): Waiver {
  return { debtId: "debt-1", component, fen: fen(amount), when };
}
