import { addDays } from "../../shared/calendar/localDate.ts";
import { fen } from "../../shared/money/fen.ts";
import type { PayeeAccount, Terms, Waiver } from "../../shared/plans/terms.ts";
import type { StatementLine } from "../../shared/plans/statement.ts";
import type { Client } from "./client.ts";

type Basis = {
  statementId: string;
  statementHash: string;
  lines: StatementLine[];
  payeeAccount: PayeeAccount;
  today: string;
};

/** Level monthly parts, the penalty given up once everything else is paid. */
export async function drawUpTerms(client: Client, caseId: string, count: number): Promise<Terms> {
  const basis = await client.get<Basis>(`/api/cases/${caseId}/terms-basis`);
  const waivers: Waiver[] = basis.lines
    .filter((line) => line.component === "penalty")
    .map((line) => ({ ...line, when: "on_completion" }));
  return {
    version: 1,
    statementId: basis.statementId,
    statementHash: basis.statementHash,
    waivers,
    downPaymentFen: fen(0),
    downPaymentDue: null,
    deferralMonths: 0,
    schedule: {
      family: "level",
      count,
      every: { months: 1 },
      firstDue: addDays(basis.today, 30),
      annualRate: "0",
      dayCount: "30/360",
    },
    graceDays: 5,
    acceleration: "after_grace",
    allocation: "fees_interest_principal",
    payeeAccount: basis.payeeAccount,
  };
}

export function inDays(count: number): string {
  return new Date(Date.now() + count * 86_400_000).toISOString();
}
