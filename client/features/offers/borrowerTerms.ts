import { addMonthsAnchored, isLocalDate, type LocalDate } from "../../../shared/calendar/localDate.ts";
import { addFen, type Fen, fen, minFen, subFen, sumFen, ZERO_FEN } from "../../../shared/money/fen.ts";
import { COMPONENTS, type Component } from "../../../shared/plans/statement.ts";
import type { PayeeAccount, Terms, Waiver } from "../../../shared/plans/terms.ts";
import { MAX_DEFERRAL_MONTHS } from "../../../shared/plans/validateTerms.ts";
import type { TermsBasis } from "../../../shared/offers/draftTerms.ts";

/** How much of a component the borrower asks to have waived; `kept` is what the countered offer waives. */
export const SHARES = ["none", "half", "all", "kept"] as const;
export type Share = (typeof SHARES)[number];

/** The few things a borrower chooses; everything else follows from the statement and the countered offer. */
export interface OfferDraft {
  readonly count: number;
  readonly downFen: Fen;
  readonly downDue: LocalDate;
  readonly firstDue: LocalDate;
  readonly shares: Readonly<Record<Component, Share>>;
}

/** Months a borrower can spread payment over here; the platform may propose longer. */
export const MAX_MONTHS = 60;
const USUAL_MONTHS = 12;
const USUAL_GRACE_DAYS = 7;

/** The draft to begin with: the countered offer where there is one, else a year of equal parts from next month. */
export function startDraft(basis: TermsBasis, countered: Terms | null): OfferDraft {
  const nextMonth = addMonthsAnchored(basis.today, 1);
  if (countered === null || countered.statementId !== basis.statementId) {
    return {
      count: USUAL_MONTHS,
      downFen: ZERO_FEN,
      downDue: nextMonth,
      firstDue: nextMonth,
      shares: { principal: "none", interest: "none", penalty: "none", fee: "none" },
    };
  }
  const { schedule, deferralMonths, downPaymentFen, downPaymentDue, waivers } = countered;
  const firstDue = addMonthsAnchored(schedule.firstDue, deferralMonths);
  const share = (component: Component): Share =>
    waivers.some((waiver) => waiver.component === component) ? "kept" : "none";
  return {
    count: Math.min(schedule.count, MAX_MONTHS),
    downFen: downPaymentFen,
    downDue: downPaymentDue !== null && downPaymentDue >= basis.today ? downPaymentDue : basis.today,
    firstDue: firstDue >= basis.today ? firstDue : nextMonth,
    shares: {
      principal: share("principal"),
      interest: share("interest"),
      penalty: share("penalty"),
      fee: share("fee"),
    },
  };
}

/** The terms a draft stands for. They may still be unsound; `validateTerms` says so. */
export function termsOfDraft(
  basis: TermsBasis,
  payeeAccount: PayeeAccount,
  draft: OfferDraft,
  countered: Terms | null,
): Terms {
  const { firstDue, deferralMonths } = deferral(draft.firstDue, basis.today);
  return {
    version: 1,
    statementId: basis.statementId,
    statementHash: basis.statementHash,
    waivers: waiversOf(basis, draft, countered),
    downPaymentFen: draft.downFen,
    downPaymentDue: draft.downFen === 0 ? null : draft.downDue,
    deferralMonths,
    schedule: {
      family: draft.count === 1 ? "lump_sum" : "level",
      count: draft.count,
      every: { months: 1 },
      firstDue,
      annualRate: "0",
      dayCount: "30/360",
    },
    graceDays: countered?.graceDays ?? USUAL_GRACE_DAYS,
    acceleration: countered?.acceleration ?? "none",
    allocation: countered?.allocation ?? "fees_interest_principal",
    payeeAccount,
  };
}

/** What is asked to be waived, line by line. What one asks for beyond the countered offer is asked for outright. */
function waiversOf(basis: TermsBasis, { shares }: OfferDraft, countered: Terms | null): Waiver[] {
  const kept = countered?.statementId === basis.statementId ? countered.waivers : [];
  return COMPONENTS.flatMap((component): readonly Waiver[] => {
    const share = shares[component];
    if (share === "none") return [];
    if (share === "kept") return kept.filter((waiver) => waiver.component === component);
    return basis.lines
      .filter((line) => line.component === component)
      .map((line): Waiver => {
        const amount = share === "all" ? line.fen : fen(Math.floor(line.fen / 2));
        return { debtId: line.debtId, component, fen: amount, when: "at_signing" };
      })
      .filter((waiver) => waiver.fen > 0);
  });
}

/**
 * A first date more than a month away is named as a deferral, so that a platform's limit on deferral sees it. Only where
 * counting back and forth gives the same day; otherwise the date stands for itself.
 */
function deferral(chosen: LocalDate, today: LocalDate): { firstDue: LocalDate; deferralMonths: number } {
  if (!isLocalDate(chosen)) return { firstDue: chosen, deferralMonths: 0 };
  const usual = addMonthsAnchored(today, 1);
  for (let months = MAX_DEFERRAL_MONTHS; months > 0; months -= 1) {
    const firstDue = addMonthsAnchored(chosen, -months);
    if (firstDue >= usual && addMonthsAnchored(firstDue, months) === chosen)
      return { firstDue, deferralMonths: months };
  }
  return { firstDue: chosen, deferralMonths: 0 };
}

/** What is left to pay in instalments, in fen; never below zero. */
export function restFen(basis: TermsBasis, draft: OfferDraft, countered: Terms | null): Fen {
  const waived = sumFen(waiversOf(basis, draft, countered).map((waiver) => waiver.fen));
  const owed = sumFen(basis.lines.map((line) => line.fen));
  return subFen(owed, minFen(owed, addFen(waived, draft.downFen)));
}

/** The owed amount of one component over all debts. */
export function owedFen(basis: TermsBasis, component: Component): Fen {
  return sumFen(basis.lines.filter((line) => line.component === component).map((line) => line.fen));
}

/** How many months it takes at so much a month, within what can be chosen. */
export function countFor(monthlyFen: number, rest: Fen): number {
  return Math.min(Math.max(Math.ceil(rest / Math.max(monthlyFen, 1)), 1), MAX_MONTHS);
}
