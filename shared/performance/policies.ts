import type { LocalDate } from "../calendar/localDate.ts";
import { allocateByWeights } from "../money/allocateByWeights.ts";
import { type Fen, ZERO_FEN, addFen, fen, minFen, subFen, sumFen } from "../money/fen.ts";
import { agreedPayments } from "../plans/paymentPolicies.ts";
import type { ScheduleRow } from "../plans/schedule.ts";
import type { Terms } from "../plans/terms.ts";
import { type MissedTerms, datesAfterMissing } from "./missed.ts";
import {
  type AllocatedPart,
  type Allocation,
  type Instalment,
  allocatePayment,
  inOrder,
  openFen,
  receive,
} from "./plan.ts";

/** What was agreed about a plan's payments, and the agreed interest inside each instalment. */
export type AgreedPlan = {
  terms: Pick<Terms, "payments">;
  rows: readonly Pick<ScheduleRow, "no" | "interestFen">[];
};

/** `least` is what a payment has to be to cover the agreed interest of the oldest open instalment. */
export type AgreedAllocation =
  { kind: "allocated"; allocation: Allocation } | { kind: "too_little"; least: Fen };

/**
 * Put a payment of the day `on` on the instalments as the terms say: first those due and the one whose period runs, what is
 * left goes where early money was agreed to go. A payment that settles all but interest of periods not begun settles that
 * too where it was agreed; that interest then leaves `dueFen`. Nothing is lost: Σ parts + creditFen = paid.
 */
export function allocateAsAgreed(
  instalments: readonly Instalment[],
  paid: Fen,
  on: LocalDate,
  agreed: AgreedPlan,
): AgreedAllocation {
  const { early, settledEarly, partial } = agreedPayments(agreed.terms);
  const plan = inOrder(instalments);
  const least = partial === "must_cover_interest" ? interestOfOldest(plan, agreed) : ZERO_FEN;
  if (paid < least) return { kind: "too_little", least };
  const standing = settledEarly === "future_interest_dropped" ? withoutFuture(plan, paid, on, agreed) : plan;
  if (early === "earliest_first") return { kind: "allocated", allocation: allocatePayment(standing, paid) };
  const later = standing.filter((_, index) => isFuture(standing, index, on));
  const now = standing.filter((instalment) => !later.includes(instalment));
  const parts = new Map<number, Fen>();
  const give = (instalment: Instalment, most: Fen) => {
    const part = minFen(most, openFen(instalment));
    if (part > 0) parts.set(instalment.number, part);
    return part;
  };
  let left = paid;
  for (const instalment of now) left = subFen(left, give(instalment, left));
  if (early === "evenly") left = subFen(left, evenly(later, left, give));
  else {
    for (const instalment of later.toReversed()) left = subFen(left, give(instalment, left));
  }
  return { kind: "allocated", allocation: written(standing, parts, left) };
}

/** The instalments with the dates they are to be paid on now: missed ones at the end, where that was agreed. */
export function datedAsAgreed<T extends Instalment>(
  instalments: readonly T[],
  terms: MissedTerms,
  today: LocalDate,
): T[] {
  const open = instalments.map((instalment) => ({
    due: instalment.due,
    openFen: openFen(instalment),
    instalment,
  }));
  return datesAfterMissing(open, terms, today).map(({ due, instalment }) => ({ ...instalment, due }));
}

function written(plan: readonly Instalment[], parts: ReadonlyMap<number, Fen>, creditFen: Fen): Allocation {
  const given = plan.flatMap(({ number }): AllocatedPart[] => {
    const part = parts.get(number);
    return part === undefined ? [] : [{ number, fen: part }];
  });
  const instalments = plan.map((instalment) => {
    const part = parts.get(instalment.number);
    return part === undefined ? instalment : receive(instalment, part);
  });
  return { parts: given, creditFen, instalments };
}

/** In proportion to what is open, so that every later instalment becomes smaller. Answers how much was given. */
function evenly(
  later: readonly Instalment[],
  available: Fen,
  give: (instalment: Instalment, most: Fen) => Fen,
): Fen {
  const open = later.map(openFen);
  const whole = sumFen(open);
  if (whole === 0 || available === 0) return ZERO_FEN;
  const shares = allocateByWeights(minFen(available, whole), open);
  return sumFen(later.map((instalment, index) => give(instalment, shares[index] ?? ZERO_FEN)));
}

/** An instalment whose period has not begun: the one before it falls due on that day or later. */
function isFuture(plan: readonly Instalment[], index: number, on: LocalDate): boolean {
  return index > 0 && (plan[index - 1]?.due ?? on) >= on;
}

function withoutFuture(
  plan: readonly Instalment[],
  paid: Fen,
  on: LocalDate,
  agreed: AgreedPlan,
): readonly Instalment[] {
  const dropped = plan.map((instalment, index) =>
    isFuture(plan, index, on) ? openInterest(instalment, agreed) : ZERO_FEN,
  );
  const outstanding = sumFen(plan.map(openFen));
  if (addFen(paid, sumFen(dropped)) < outstanding) return plan;
  return plan.map((instalment, index) => ({
    ...instalment,
    dueFen: subFen(instalment.dueFen, dropped[index] ?? ZERO_FEN),
  }));
}

function interestOfOldest(plan: readonly Instalment[], agreed: AgreedPlan): Fen {
  const oldest = plan.find((instalment) => instalment.status !== "paid");
  return oldest === undefined ? ZERO_FEN : openInterest(oldest, agreed);
}

/** Agreed interest is what an instalment's money pays first. */
function openInterest({ number, paidFen, status }: Instalment, { rows }: AgreedPlan): Fen {
  const interestFen = rows.find(({ no }) => no === number)?.interestFen ?? ZERO_FEN;
  return status === "paid" ? ZERO_FEN : fen(Math.max(0, interestFen - paidFen));
}
