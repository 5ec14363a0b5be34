import { addDays, type LocalDate } from "../../shared/calendar/localDate.ts";
import { fen } from "../../shared/money/fen.ts";
import type { Component } from "../../shared/plans/statement.ts";
import type { PayeeAccount, Terms, Waiver, WaiverMoment } from "../../shared/plans/terms.ts";
import type { CurrentStatement } from "../debts/index.ts";

/** What somebody has in mind; waivers in percent of a component. */
export type Deal = {
  count: number;
  firstDueInDays: number;
  waive?: Partial<Record<Component, number>>;
  waiveWhen?: WaiverMoment;
  downPaymentYuan?: number;
  deferralMonths?: number;
};

/** Draw a deal up as terms on a statement. */
export function termsOf(
  deal: Deal,
  on: { current: CurrentStatement; payeeAccount: PayeeAccount; today: LocalDate },
): Terms {
  const { current, payeeAccount, today } = on;
  const downPayment = (deal.downPaymentYuan ?? 0) * 100;
  return {
    version: 1,
    statementId: current.statement.id,
    statementHash: current.statement.hash,
    waivers: waiversOf(deal, current),
    downPaymentFen: fen(downPayment),
    downPaymentDue: downPayment === 0 ? null : addDays(today, 5),
    deferralMonths: deal.deferralMonths ?? 0,
    schedule: {
      family: deal.count === 1 ? "lump_sum" : "level",
      count: deal.count,
      every: { months: 1 },
      firstDue: addDays(today, deal.firstDueInDays),
      annualRate: "0",
      dayCount: "30/360",
    },
    graceDays: 5,
    acceleration: "after_grace",
    allocation: "fees_interest_principal",
    payeeAccount,
  };
}

function waiversOf({ waive = {}, waiveWhen = "on_completion" }: Deal, { lines }: CurrentStatement): Waiver[] {
  return lines.flatMap(({ debtId, component, fen: owed }) => {
    const waived = Math.floor((owed * (waive[component] ?? 0)) / 100);
    return waived === 0 ? [] : [{ debtId, component, fen: fen(waived), when: waiveWhen }];
  });
}
