import { addMonthsAnchored, daysBetween, type LocalDate } from "../calendar/localDate.ts";
import { type Fen, minFen, subFen, sumFen, ZERO_FEN } from "../money/fen.ts";
import type { Component } from "../plans/statement.ts";
import { type CapCheck, capCheck } from "./capCheck.ts";
import { type CreditCardRule, isCreditCard } from "./creditCard.ts";
import { capSources, type LawBook, lawOn } from "./lawBook.ts";
import type { LenderType } from "./lenderType.ts";
import { type Limitation, limitationDate, type Restart } from "./limitation.ts";
import type { DatedRule } from "./rule.ts";

/** One contract as far as the law asks about it. `components` are what is claimed as of the day of the check. */
export type CheckedContract = {
  lenderType: LenderType;
  product: string | null;
  disbursedOn: LocalDate | null;
  termCount: number | null;
  overdueSince: LocalDate | null;
  components: Record<Component, Fen>;
  /** Interest kept back when a private loan was paid out; it is not principal. */
  preDeductedFen?: Fen;
};

export type ClaimCheck =
  | { status: "measured"; check: CapCheck; preDeductedFen: Fen }
  | { status: "no_fixed_cap"; rule: DatedRule<CreditCardRule> }
  | { status: "no_rule" }
  | { status: "not_enough_data"; missing: string[] };

/**
 * Interest, penalty and fees of a contract against the cap of its lender and dates. Measured on what is still owed since
 * the arrears began, which favours the borrower and cannot overstate a claim. Informs; blocks nothing.
 */
export function checkClaim(book: LawBook, contract: CheckedContract, asOf: LocalDate): ClaimCheck {
  const { disbursedOn, overdueSince, components, lenderType } = contract;
  if (disbursedOn === null || overdueSince === null) {
    const missing = Object.entries({ disbursedOn, overdueSince }).filter(([, value]) => value === null);
    return { status: "not_enough_data", missing: missing.map(([name]) => name) };
  }
  const card = lawOn(book, "credit_card", asOf);
  if (card !== null && isCreditCard(contract, card)) return { status: "no_fixed_cap", rule: card };
  const days = daysBetween(overdueSince, asOf);
  if (days < 0) return { status: "not_enough_data", missing: ["overdueSince"] };
  const preDeductedFen = minFen(contract.preDeductedFen ?? ZERO_FEN, components.principal);
  const check = capCheck(
    {
      lenderType,
      contractDate: disbursedOn,
      accruesFrom: overdueSince,
      assessedOn: asOf,
      days,
      principalFen: subFen(components.principal, preDeductedFen),
      claimedFen: sumFen([components.interest, components.penalty, components.fee]),
    },
    capSources(book),
  );
  return check === null ? { status: "no_rule" } : { status: "measured", check, preDeductedFen };
}

/**
 * The end of the limitation period, counted from the last due date that follows from disbursement and number of monthly
 * terms. Null when those are unknown or no rule is known for that date.
 */
export function limitationOf(
  book: LawBook,
  contract: Pick<CheckedContract, "disbursedOn" | "termCount">,
  restarts: readonly Restart[],
): Limitation | null {
  const { disbursedOn, termCount } = contract;
  if (disbursedOn === null || termCount === null) return null;
  const lastDue = addMonthsAnchored(disbursedOn, termCount);
  const rule = lawOn(book, "limitation", lastDue);
  return rule && limitationDate({ lastDue, restarts }, rule);
}
