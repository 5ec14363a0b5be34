import { fen } from "../../shared/money/fen.ts";
import type { StatementLine } from "../../shared/plans/statement.ts";
import type { PayeeAccount, Terms } from "../../shared/plans/terms.ts";

/** What `GET …/terms-basis` answers, as far as terms need it. */
export type TermsBasis = {
  statementId: string;
  statementHash: string;
  lines: StatementLine[];
  payeeAccount: PayeeAccount;
};

/** Twelve level instalments from December 2026 without any waiver, unless told otherwise. */
export function buildTerms(basis: TermsBasis, more: Partial<Terms> = {}): Terms {
  return {
    version: 1,
    statementId: basis.statementId,
    statementHash: basis.statementHash,
    waivers: [],
    downPaymentFen: fen(0),
    downPaymentDue: null,
    deferralMonths: 0,
    schedule: {
      family: "level",
      count: 12,
      every: { months: 1 },
      firstDue: "2026-12-15",
      annualRate: "0",
      dayCount: "30/360",
    },
    graceDays: 5,
    acceleration: "after_grace",
    allocation: "fees_interest_principal",
    payeeAccount: basis.payeeAccount,
    ...more,
  };
}

/** Give up all of one component at signing. */
export function waive(basis: TermsBasis, component: StatementLine["component"]): Terms["waivers"] {
  return basis.lines
    .filter((line) => line.component === component)
    .map(({ debtId, fen: amount }) => ({ debtId, component, fen: amount, when: "at_signing" as const }));
}
