import type { LocalDate } from "../calendar/localDate.ts";
import { type Fen, ZERO_FEN, addFen, minFen, subFen, sumFen } from "../money/fen.ts";

/** `due` nothing paid yet (whether or not the date has come) · `part_paid` · `paid`. */
export const INSTALMENT_STATUSES = ["due", "part_paid", "paid"] as const;
export type InstalmentStatus = (typeof INSTALMENT_STATUSES)[number];

export const INSTALMENT_EVENTS = ["receive_part", "receive_rest"] as const;
export type InstalmentEvent = (typeof INSTALMENT_EVENTS)[number];

/** What a payment does to an instalment; null where a paid instalment can take no more. */
export const INSTALMENT_TRANSITIONS: Record<
  InstalmentStatus,
  Record<InstalmentEvent, InstalmentStatus | null>
> = {
  due: { receive_part: "part_paid", receive_rest: "paid" },
  part_paid: { receive_part: "part_paid", receive_rest: "paid" },
  paid: { receive_part: null, receive_rest: null },
};

/** One payment that is owed under the agreement. 0 ≤ paidFen ≤ dueFen. */
export type Instalment = {
  number: number;
  due: LocalDate;
  dueFen: Fen;
  paidFen: Fen;
  status: InstalmentStatus;
};

export type AllocatedPart = { number: number; fen: Fen };
export type Allocation = { parts: AllocatedPart[]; creditFen: Fen; instalments: Instalment[] };

/**
 * Put a payment on the instalments, the earliest first, whatever is left on later ones; what exceeds the whole
 * plan is credit and stays visible. Order follows the due date, then the number. Nothing is lost:
 * Σ parts + creditFen = paid. Throws RangeError unless `paid` is positive.
 */
export function allocatePayment(instalments: readonly Instalment[], paid: Fen): Allocation {
  if (paid <= 0) throw new RangeError("a payment is more than nothing");
  let left = paid;
  const parts: AllocatedPart[] = [];
  const after = inOrder(instalments).map((instalment): Instalment => {
    const part = minFen(left, openFen(instalment));
    if (part === 0) return instalment;
    left = subFen(left, part);
    parts.push({ number: instalment.number, fen: part });
    return receive(instalment, part);
  });
  return { parts, creditFen: left, instalments: after };
}

/** What is still to be paid on one instalment. */
export function openFen(instalment: Pick<Instalment, "dueFen" | "paidFen">): Fen {
  return subFen(instalment.dueFen, instalment.paidFen);
}

/** Due date has passed without full payment; on the day itself it is not yet overdue. */
export function isOverdue(instalment: Instalment, today: LocalDate): boolean {
  return instalment.status !== "paid" && instalment.due < today;
}

export type PlanTotals = { dueFen: Fen; paidFen: Fen; openFen: Fen; overdueFen: Fen };

/** Sums over a plan as it stands on `today`. dueFen = paidFen + openFen. */
export function planTotals(instalments: readonly Instalment[], today: LocalDate): PlanTotals {
  const dueFen = sumFen(instalments.map((instalment) => instalment.dueFen));
  const paidFen = sumFen(instalments.map((instalment) => instalment.paidFen));
  const overdueFen = sumFen(
    instalments.filter((instalment) => isOverdue(instalment, today)).map((instalment) => openFen(instalment)),
  );
  return { dueFen, paidFen, openFen: subFen(dueFen, paidFen), overdueFen };
}

export function isPaidUp(instalments: readonly Instalment[]): boolean {
  return instalments.every((instalment) => instalment.status === "paid");
}

/** The instalment with so much more paid. Throws Error on a paid one. */
export function receive(instalment: Instalment, part: Fen): Instalment {
  const rest = openFen(instalment) === part;
  const status = INSTALMENT_TRANSITIONS[instalment.status][rest ? "receive_rest" : "receive_part"];
  if (status === null) throw new Error("a paid instalment takes no payment");
  return { ...instalment, paidFen: addFen(instalment.paidFen, part), status };
}

/** By due date, then by number. */
export function inOrder(instalments: readonly Instalment[]): Instalment[] {
  return instalments.toSorted((a, b) => (a.due === b.due ? a.number - b.number : a.due < b.due ? -1 : 1));
}

/** Nothing paid yet. Rows with nothing to pay are left out, because nobody can pay them. */
export function openingPlan(rows: readonly { due: LocalDate; totalFen: Fen; no: number }[]): Instalment[] {
  return rows
    .filter((row) => row.totalFen > 0)
    .map((row) => ({ number: row.no, due: row.due, dueFen: row.totalFen, paidFen: ZERO_FEN, status: "due" }));
}
