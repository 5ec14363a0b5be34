import { isLocalDate, type LocalDate } from "../calendar/localDate.ts";
import { isFen, sumFen, type Fen } from "../money/fen.ts";
import type { PaymentAllocation } from "./recompute.ts";

/** Where the platform says a payment went. The parts make up the payment. */
export type StatedParts = { principalFen: Fen; interestFen: Fen; penaltyFen: Fen; feeFen: Fen };
/** One payment the borrower made before the mediation, as the platform's books have it. */
export type StatedPayment = { on: LocalDate; fen: Fen; parts: StatedParts | null };

/** More payments than any contract has: a daily one for five years. */
export const MAX_PAYMENTS = 2_000;

export const PAYMENT_PROBLEMS = [
  "none",
  "too_many",
  "not_a_date",
  "not_positive",
  "parts_differ",
  "before_disbursement",
  "after_as_of",
  "not_in_order",
] as const;
export type PaymentProblem = { pointer: string; code: (typeof PAYMENT_PROBLEMS)[number] };

/**
 * Everything wrong with a payment history of a contract disbursed on a day, as of a day; empty when it can be computed
 * with. Payments stand in the order of their dates. Pointers are into the list.
 */
export function paymentHistoryProblems(
  payments: readonly StatedPayment[],
  of: { disbursedOn: LocalDate | null; asOf: LocalDate },
): PaymentProblem[] {
  if (payments.length === 0) return [{ pointer: "", code: "none" }];
  if (payments.length > MAX_PAYMENTS) return [{ pointer: "", code: "too_many" }];
  return payments.flatMap(({ on, fen, parts }, index): PaymentProblem[] => {
    const at = (field: string, code: PaymentProblem["code"]) => [{ pointer: `/${index}${field}`, code }];
    if (!isLocalDate(on)) return at("/on", "not_a_date");
    if (!isFen(fen) || fen <= 0) return at("/fen", "not_positive");
    if (parts !== null && !isWhole(parts, fen)) return at("/parts", "parts_differ");
    if (of.disbursedOn !== null && on < of.disbursedOn) return at("/on", "before_disbursement");
    if (on > of.asOf) return at("/on", "after_as_of");
    const before = payments[index - 1];
    return before !== undefined && on < before.on ? at("/on", "not_in_order") : [];
  });
}

function isWhole(parts: StatedParts, fen: Fen): boolean {
  const { principalFen, interestFen, penaltyFen, feeFen } = parts;
  const all = [principalFen, interestFen, penaltyFen, feeFen];
  return all.every((part) => isFen(part) && part >= 0) && sumFen(all) === fen;
}

/** One payment with where the platform put it beside where the law puts it; `differs` is null where the platform does not say. */
export type AllocationComparison = {
  lawful: PaymentAllocation;
  stated: StatedParts | null;
  differs: boolean | null;
};

/**
 * The platform's allocation of each payment against the lawful one (民法典 561), in order of dates. `partsFrom` is the
 * date of the first payment that the platform put elsewhere: from there on the two accounts drift apart.
 */
export function compareAllocations(
  payments: readonly StatedPayment[],
  lawful: readonly PaymentAllocation[],
): { rows: AllocationComparison[]; partsFrom: LocalDate | null } {
  const rows = lawful.map((allocation, index): AllocationComparison => {
    const stated = payments[index]?.parts ?? null;
    return { lawful: allocation, stated, differs: stated && isElsewhere(stated, allocation) };
  });
  return { rows, partsFrom: rows.find((row) => row.differs === true)?.lawful.on ?? null };
}

function isElsewhere(stated: StatedParts, lawful: PaymentAllocation): boolean {
  return (
    stated.principalFen !== lawful.principalFen ||
    stated.interestFen !== lawful.interestFen ||
    stated.penaltyFen !== lawful.penaltyFen
  );
}
