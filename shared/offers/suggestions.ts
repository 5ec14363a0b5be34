import { addDays, addMonthsAnchored } from "../calendar/localDate.ts";
import { type Fen, fen, minFen, sumFen } from "../money/fen.ts";
import type { Rate } from "../money/rate.ts";
import type { AnnualisedCost } from "../plans/annualisedCost.ts";
import { computeSchedule } from "../plans/computeSchedule.ts";
import { type NoPlanReason, type PlansFound, TRADE_OFFS, type TradeOff } from "../plans/finding/search.ts";
import { type SharedFacts, suggestPlans, type SuggestionView } from "../plans/finding/suggestPlans.ts";
import type { PolicyLimits } from "../plans/policy.ts";
import { NO_CONCESSIONS } from "../plans/policyTable.ts";
import type { ScheduleTotals } from "../plans/schedule.ts";
import type { Component } from "../plans/statement.ts";
import type { Terms, Waiver } from "../plans/terms.ts";
import { firstTerms, type TermsBasis, waivableLines } from "./draftTerms.ts";
import { annualisedCostOf } from "./offerCost.ts";

/** A plan ready to be put as an offer, with the names it stands out by; none where it is there as the best of its kind. */
export type SuggestedPlan = {
  tradeOffs: TradeOff[];
  terms: Terms;
  totals: ScheduleTotals;
  peakFen: Fen;
  months: number;
  annualised: AnnualisedCost | null;
};

/**
 * What one side is suggested. `perMonthFen` is what it was reckoned with, null when nothing is known of it. `capacity_unknown`:
 * the borrower has said neither what comes in nor what can be paid; `no_payee`: there is no account to pay to.
 */
export type Suggestions =
  | { kind: "plans"; perMonthFen: Fen | null; plans: SuggestedPlan[] }
  | {
      kind: "no_plan";
      reason: NoPlanReason | "capacity_unknown" | "no_payee";
      advice: "pause" | "referral" | null;
    };

/** What later payments are worth today when plans are compared; our own figure, the same for every side. */
const DISCOUNT_RATE = "0.06";
const DOWN_PAYMENT_DAYS = 7;
const FULL_BP = 10_000n;
/** In the order platforms give up: what was added to the debt before the debt itself. */
const GIVEN_UP: readonly Component[] = ["penalty", "fee", "interest", "principal"];

/**
 * What whoever asks adds on their own: how much can be paid in a month, where more than is known to be possible does not count, and the
 * yearly rate plans with new interest are to charge. `offered` are the waivers of the platform's newest offer on the table.
 */
export type Asked = { monthlyFen: Fen | null; annualRate: Rate; offered: readonly Waiver[] };

export const NOTHING_ASKED: Asked = { monthlyFen: null, annualRate: "0", offered: [] };

/**
 * Plans for whoever holds this basis, from it and from nothing else: a basis has only what its viewer may see, and so has what
 * lies on the table. First those that stand out, then the best of every other kind that the limits allow.
 */
export function suggest(
  basis: TermsBasis,
  side: SuggestionView["side"],
  asked: Asked = NOTHING_ASKED,
): Suggestions {
  const base = firstTerms(basis);
  if (base === null) return none("no_payee");
  const perMonthFen = leastKnown(basis.capacity?.perMonthFen ?? null, asked.monthlyFen);
  if (perMonthFen === 0) return none("capacity_zero", basis.capacity?.advice ?? null);
  if (side !== "platform" && perMonthFen === null) return none("capacity_unknown");
  const found = suggestPlans(viewOf(basis, side, perMonthFen, asked));
  if (found.kind === "no_plan") return none(found.reason);
  return { kind: "plans", perMonthFen, plans: shown(found, basis, base) };
}

function none(
  reason: Extract<Suggestions, { kind: "no_plan" }>["reason"],
  advice: "pause" | "referral" | null = null,
): Suggestions {
  return { kind: "no_plan", reason, advice };
}

function leastKnown(known: Fen | null, typed: Fen | null): Fen | null {
  return known === null ? typed : typed === null ? known : minFen(known, typed);
}

/** The worst month counts for every month, so capacity is one figure. */
function viewOf(
  basis: TermsBasis,
  side: SuggestionView["side"],
  perMonthFen: Fen | null,
  { annualRate, offered }: Asked,
): SuggestionView {
  const { statementId, asOf, lines, today } = basis;
  const capacityFen = perMonthFen === null ? null : [perMonthFen];
  const shared: SharedFacts = {
    basis: { statementId, asOf, lines },
    today,
    firstDue: addMonthsAnchored(today, 1),
    discountRate: DISCOUNT_RATE,
    annualRate,
    publishedPolicy: null,
    disclosedCapacityFen: side === "platform" ? capacityFen : null,
    offeredWaivers: offered,
  };
  if (side === "mediator") return { side, shared, own: { capacityFen: capacityFen ?? [] } };
  if (side === "borrower")
    return { side, shared, own: { capacityFen: capacityFen ?? [], mostInTotalFen: null } };
  const policy = basis.policy ?? NO_CONCESSIONS;
  const downPayment = downPaymentOf(basis, policy);
  const own = { policy, waiverOptions: waiverOptions(basis, policy), floorNpvFen: null };
  return { side, shared, own: downPayment === null ? own : { ...own, downPayment } };
}

/** The share of everything owed, so that it is enough whatever is waived; rounded up. */
function downPaymentOf(
  { lines, today }: TermsBasis,
  { minDownPaymentBp }: PolicyLimits,
): { fen: Fen; due: TermsBasis["today"] } | null {
  const owed = BigInt(sumFen(lines.map((line) => line.fen)));
  const share = fen(Number((owed * BigInt(minDownPaymentBp) + FULL_BP - 1n) / FULL_BP));
  return share === 0 ? null : { fen: share, due: addDays(today, DOWN_PAYMENT_DAYS) };
}

/** Nothing waived, then as much as policy allows of one component more each time. */
function waiverOptions(basis: TermsBasis, { maxWaiverBp }: PolicyLimits): Waiver[][] {
  const lines = waivableLines(basis);
  const options: Waiver[][] = [[]];
  for (const component of GIVEN_UP) {
    const more = lines
      .filter((line) => line.component === component)
      .map((line): Waiver => {
        const amount = fen(Number((BigInt(line.fen) * BigInt(maxWaiverBp[component])) / FULL_BP));
        return { debtId: line.debtId, component, fen: amount, when: "at_signing" };
      })
      .filter((waiver) => waiver.fen > 0);
    if (more.length > 0) options.push([...(options.at(-1) ?? []), ...more]);
  }
  return options;
}

/** Each plan once, with every name it bears; after them a plan of each family that has none yet. */
function shown(
  { tradeOffs, families }: Extract<PlansFound, { kind: "plans" }>,
  basis: TermsBasis,
  base: Terms,
): SuggestedPlan[] {
  const named = [...new Set(TRADE_OFFS.map((name) => tradeOffs[name]))];
  const known = new Set(named.map(({ parts }) => parts.schedule.family));
  const others = families.filter(
    ({ parts: { schedule } }) => !known.has(schedule.family) && !isOnePayment(schedule),
  );
  return [...named, ...others].map((plan) => {
    const terms: Terms = { ...base, ...plan.parts };
    const schedule = computeSchedule(basis, terms);
    return {
      tradeOffs: TRADE_OFFS.filter((name) => tradeOffs[name] === plan),
      terms,
      totals: schedule.totals,
      peakFen: schedule.peakFen,
      months: plan.figures.months,
      annualised: annualisedCostOf(terms, schedule),
    };
  });
}

/** Whatever it is called, one instalment is one payment. */
function isOnePayment({ family, count }: Terms["schedule"]): boolean {
  return count === 1 && family !== "lump_sum";
}
