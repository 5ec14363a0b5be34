import type { LocalDate } from "../calendar/localDate.ts";
import type { Fen } from "../money/fen.ts";
import { COMPONENTS, type Component } from "../plans/statement.ts";

/**
 * What happened under an agreement, in the order it was written down; entries are never changed, a mistake is reversed. A `waiver`
 * gives up and a `write_off` stops expecting a part of what is still open of a bucket.
 */
export type LedgerEntry =
  | { kind: "payment"; id: string; on: LocalDate; fen: Fen }
  | { kind: "reversal"; id: string; on: LocalDate; of: string }
  | { kind: "waiver" | "write_off"; id: string; on: LocalDate; bucket: Bucket; fen: Fen };

/** What money is owed for: the components of the statement, and the interest newly agreed in the terms. */
export const BUCKETS = [...COMPONENTS, "agreed_interest"] as const;
export type Bucket = Component | "agreed_interest";
export type BucketAmounts = Record<Bucket, Fen>;

/** Per bucket: chargedFen = waivedFen + paidFen + writtenOffFen + outstandingFen, none negative. */
export type BucketBalance = {
  chargedFen: Fen;
  waivedFen: Fen;
  paidFen: Fen;
  writtenOffFen: Fen;
  outstandingFen: Fen;
};

/** One payment of the schedule as the log leaves it: what is still open, together and by bucket. */
export type LedgerRow = { no: number; due: LocalDate; openFen: Fen; open: BucketAmounts };

/**
 * An entry without effect, and why. `figureFen` is what would have been needed (interest to be covered) or available (an amount still
 * open); 0 where no figure explains it.
 */
export type RefusedEntry = { id: string; reason: RefusalReason; figureFen: Fen };
export type RefusalReason =
  | "not_positive"
  | "does_not_cover_interest"
  | "exceeds_outstanding"
  | "unknown_payment"
  | "already_reversed"
  | "before_payment";

/** `creditFen` is what was paid beyond everything owed; `paidFen` what was allocated. Refused money is in neither. */
export type LedgerState = {
  rows: LedgerRow[];
  balances: Record<Bucket, BucketBalance>;
  paidFen: Fen;
  creditFen: Fen;
  refused: RefusedEntry[];
};

/** A value for each bucket, computed one by one. */
export function perBucket<T>(compute: (bucket: Bucket) => T): Record<Bucket, T> {
  return {
    principal: compute("principal"),
    interest: compute("interest"),
    penalty: compute("penalty"),
    fee: compute("fee"),
    agreed_interest: compute("agreed_interest"),
  };
}
