import { addMonthsAnchored, isLocalDate, type LocalDate } from "../../../shared/calendar/localDate.ts";
import { addFen, type Fen, fen, minFen, subFen, sumFen, ZERO_FEN } from "../../../shared/money/fen.ts";
import { COMPONENTS, type Component } from "../../../shared/plans/statement.ts";
import type { PayeeAccount, ScheduleParameters, Terms, Waiver } from "../../../shared/plans/terms.ts";
import { MAX_DEFERRAL_MONTHS } from "../../../shared/plans/validateTerms.ts";
import type { TermsBasis } from "../../../shared/offers/draftTerms.ts";
import { withCount } from "../../../shared/offers/planShape.ts";

/** How much of a component the borrower asks to have waived; `kept` is what the countered offer waives. */
export const SHARES = ["none", "half", "all", "kept"] as const;
export type Share = (typeof SHARES)[number];

/** What of a schedule is not moved by a slider. */
type Shape = Omit<ScheduleParameters, "count" | "firstDue">;
type Conditions = Pick<Terms, "graceDays" | "acceleration" | "allocation" | "payments">;

/** The few things a borrower chooses, and what lies behind "more"; the rest follows from the statement and the countered offer. */
export interface OfferDraft {
  readonly count: number;
  readonly downFen: Fen;
  readonly downDue: LocalDate;
  readonly firstDue: LocalDate;
  readonly shares: Readonly<Record<Component, Share>>;
  /** Waivers asked for one by one; they stand instead of the shares. Null where nobody did. */
  readonly lineWaivers: readonly Waiver[] | null;
  readonly shape: Shape;
  readonly conditions: Conditions;
}

/** Months a borrower can spread payment over here; the platform may propose longer. */
export const MAX_MONTHS = 60;
const USUAL_MONTHS = 12;
const USUAL_SHAPE: Shape = { family: "level", every: { months: 1 }, annualRate: "0", dayCount: "30/360" };
const USUAL_CONDITIONS: Conditions = {
  graceDays: 7,
  acceleration: "none",
  allocation: "fees_interest_principal",
};

/** The draft to begin with: the countered offer where there is one, else a year of equal parts from next month. */
export function startDraft(basis: TermsBasis, countered: Terms | null): OfferDraft {
  const nextMonth = addMonthsAnchored(basis.today, 1);
  if (countered === null || countered.statementId !== basis.statementId) {
    return {
      count: USUAL_MONTHS,
      downFen: ZERO_FEN,
      downDue: nextMonth,
      firstDue: nextMonth,
      shares: NO_SHARES,
      lineWaivers: null,
      shape: USUAL_SHAPE,
      conditions: USUAL_CONDITIONS,
    };
  }
  const fitting = countered.schedule.count > MAX_MONTHS ? withCount(countered, MAX_MONTHS) : countered;
  const { downPaymentDue, waivers } = countered;
  const { firstDue } = chosenIn(fitting);
  const share = (component: Component): Share =>
    waivers.some((waiver) => waiver.component === component) ? "kept" : "none";
  return {
    ...chosenIn(fitting),
    downDue: downPaymentDue !== null && downPaymentDue >= basis.today ? downPaymentDue : basis.today,
    firstDue: firstDue >= basis.today ? firstDue : nextMonth,
    shares: {
      principal: share("principal"),
      interest: share("interest"),
      penalty: share("penalty"),
      fee: share("fee"),
    },
    lineWaivers: null,
  };
}

const NO_SHARES: OfferDraft["shares"] = { principal: "none", interest: "none", penalty: "none", fee: "none" };

/** What terms say of the things a draft holds, waivers and the day of a down payment apart. */
function chosenIn(terms: Terms): Pick<OfferDraft, "count" | "downFen" | "firstDue" | "shape" | "conditions"> {
  const { schedule, deferralMonths, downPaymentFen, graceDays, acceleration, allocation, payments } = terms;
  const { count, firstDue, ...shape } = schedule;
  return {
    count,
    downFen: downPaymentFen,
    firstDue: isLocalDate(firstDue) ? addMonthsAnchored(firstDue, deferralMonths) : firstDue,
    shape,
    conditions: { graceDays, acceleration, allocation, ...(payments === undefined ? {} : { payments }) },
  };
}

/** The draft after its terms, which were `before`, were changed in a way the sliders do not know. */
export function draftAfter(next: Terms, before: Terms, draft: OfferDraft): OfferDraft {
  return {
    ...draft,
    ...chosenIn(next),
    downDue: next.downPaymentDue ?? draft.downDue,
    lineWaivers: next.waivers === before.waivers ? draft.lineWaivers : next.waivers,
  };
}

/** A suggested plan as a draft; what it waives is asked for line by line. */
export function draftFrom(suggested: Terms, draft: OfferDraft): OfferDraft {
  const { schedule, deferralMonths, downPaymentFen, waivers, downPaymentDue } = suggested;
  const { conditions } = draft;
  return {
    ...chosenIn({ ...suggested, schedule, deferralMonths, downPaymentFen }),
    downDue: downPaymentDue ?? draft.downDue,
    shares: NO_SHARES,
    lineWaivers: waivers.length === 0 ? null : waivers,
    conditions,
  };
}

/** The terms a draft stands for. They may still be unsound; `validateTerms` says so. */
export function termsOfDraft(
  basis: TermsBasis,
  payeeAccount: PayeeAccount,
  draft: OfferDraft,
  countered: Terms | null,
): Terms {
  const { shape, count } = draft;
  const listed = shape.family === "irregular";
  const { firstDue, deferralMonths } = listed
    ? { firstDue: shape.dueDates?.[0] ?? draft.firstDue, deferralMonths: 0 }
    : deferral(draft.firstDue, basis.today);
  // One equal part is one payment, and one payment over months is equal parts.
  const equal = shape.family === "level" || shape.family === "lump_sum";
  const family = equal ? (count === 1 ? "lump_sum" : "level") : shape.family;
  return {
    version: 1,
    statementId: basis.statementId,
    statementHash: basis.statementHash,
    waivers: waiversOf(basis, draft, countered),
    downPaymentFen: draft.downFen,
    downPaymentDue: draft.downFen === 0 ? null : draft.downDue,
    deferralMonths,
    schedule: { ...shape, family, count, firstDue },
    ...draft.conditions,
    payeeAccount,
  };
}

/** What is asked to be waived, line by line. What one asks for beyond the countered offer is asked for outright. */
function waiversOf(basis: TermsBasis, draft: OfferDraft, countered: Terms | null): Waiver[] {
  if (draft.lineWaivers !== null) return [...draft.lineWaivers];
  return COMPONENTS.flatMap((component) => askedOf(basis, component, draft.shares[component], countered));
}

function askedOf(basis: TermsBasis, component: Component, share: Share, countered: Terms | null): Waiver[] {
  const kept = countered?.statementId === basis.statementId ? countered.waivers : [];
  if (share === "none") return [];
  if (share === "kept") return kept.filter((waiver) => waiver.component === component);
  return basis.lines
    .filter((line) => line.component === component)
    .map((line): Waiver => {
      const amount = share === "all" ? line.fen : fen(Math.floor(line.fen / 2));
      return { debtId: line.debtId, component, fen: amount, when: "at_signing" };
    })
    .filter((waiver) => waiver.fen > 0);
}

/** The share that says what the draft asks of a component; undefined where it was written line by line in another way. */
export function shareOf(
  basis: TermsBasis,
  draft: OfferDraft,
  component: Component,
  countered: Terms | null,
): Share | undefined {
  if (draft.lineWaivers === null) return draft.shares[component];
  const text = (waivers: readonly Waiver[]) =>
    waivers
      .filter((waiver) => waiver.component === component)
      .map(({ debtId, fen: amount, when }) => `${debtId} ${amount} ${when}`)
      .toSorted()
      .join();
  const own = text(draft.lineWaivers);
  return SHARES.find((share) => text(askedOf(basis, component, share, countered)) === own);
}

/** The draft with another share of a component; what was asked for of the others stays. */
export function withShare(
  basis: TermsBasis,
  draft: OfferDraft,
  component: Component,
  share: Share,
  countered: Terms | null,
): OfferDraft {
  const shares = { ...draft.shares, [component]: share };
  if (draft.lineWaivers === null) return { ...draft, shares };
  const others = draft.lineWaivers.filter((waiver) => waiver.component !== component);
  return {
    ...draft,
    shares,
    lineWaivers: [...others, ...askedOf(basis, component, share, countered)],
  };
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
