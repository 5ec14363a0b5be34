import type { LocalDate } from "../calendar/localDate.ts";
import type { LenderType } from "../law/lenderType.ts";
import type { Fen } from "../money/fen.ts";
import type { Rate } from "../money/rate.ts";
import { COMPONENTS, type Component } from "../plans/statement.ts";

/** One overdue contract as a platform states it: what was lent, and what is owed by component. */
export type NewDebt = {
  contractNumber: string;
  product: string | null;
  lenderName: string;
  lenderType: LenderType;
  disbursedOn: LocalDate | null;
  disbursedFen: Fen | null;
  termCount: number | null;
  annualRate: Rate | null;
  penaltyMarkup: Rate | null;
  overdueSince: LocalDate | null;
  repaidFen: Fen | null;
  remark: string | null;
  /** What the borrower received, where interest was kept back. */
  receivedFen?: Fen | null;
  /** The platform's own class of risk. */
  riskTier?: string | null;
  principalFen: Fen;
  interestFen: Fen;
  penaltyFen: Fen;
  feeFen: Fen;
};

/** What is owed on a contract, component by component; a component nothing is owed of has no line. */
export function owedComponents(debt: NewDebt): { component: Component; fen: Fen }[] {
  const amounts: Record<Component, Fen> = {
    principal: debt.principalFen,
    interest: debt.interestFen,
    penalty: debt.penaltyFen,
    fee: debt.feeFen,
  };
  return COMPONENTS.map((component) => ({ component, fen: amounts[component] })).filter(
    (line) => line.fen > 0,
  );
}

/** One contract at one lender: a platform states it once. */
export function contractKey(debt: { lenderName: string; contractNumber: string }): string {
  return JSON.stringify([debt.lenderName, debt.contractNumber]);
}
