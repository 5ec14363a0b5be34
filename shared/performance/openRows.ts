import type { LocalDate } from "../calendar/localDate.ts";
import { allocateByWeights } from "../money/allocateByWeights.ts";
import { type Fen, ZERO_FEN, addFen, fen, minFen, subFen, sumFen } from "../money/fen.ts";
import { componentsInOrder } from "../plans/componentTotals.ts";
import type { ScheduleRow } from "../plans/schedule.ts";
import type { AllocationOrder, PaymentPolicies } from "../plans/terms.ts";
import { BUCKETS, type Bucket, type BucketAmounts, type LedgerRow, perBucket } from "./ledger.ts";

/** What is open of a schedule while its log is replayed, by row and bucket; the one thing here that changes. */
export class OpenRows {
  readonly #rows: LedgerRow[];
  readonly #order: readonly Bucket[];
  readonly #early: NonNullable<PaymentPolicies["early"]>;

  constructor(rows: readonly ScheduleRow[], allocation: AllocationOrder, policies: PaymentPolicies) {
    this.#rows = rows.map(({ no, due, totalFen, interestFen, settles }) => {
      return { no, due, openFen: totalFen, open: { ...settles, agreed_interest: interestFen } };
    });
    // Within an instalment agreed interest comes first: it is what the payment plan itself costs.
    this.#order = ["agreed_interest", ...componentsInOrder(allocation)];
    this.#early = policies.early ?? "earliest_first";
  }

  rows(): LedgerRow[] {
    return this.#rows.map((row) => ({ ...row, open: { ...row.open } }));
  }

  outstanding(): Fen {
    return sumFen(this.#rows.map((row) => row.openFen));
  }

  /** What is open of one bucket. */
  outstandingOf(bucket: Bucket): Fen {
    return sumFen(this.#rows.map((row) => row.open[bucket]));
  }

  /** The agreed interest still open of the oldest instalment that is not paid. */
  oldestInterest(): Fen {
    return this.#rows.find((row) => row.openFen > 0)?.open.agreed_interest ?? ZERO_FEN;
  }

  /** Agreed interest still open of instalments whose period begins on `on` or later. */
  futureInterest(on: LocalDate): Fen {
    return sumFen(this.#future(on).map((row) => row.open.agreed_interest));
  }

  dropFutureInterest(on: LocalDate): void {
    for (const row of this.#future(on)) take(row, "agreed_interest", row.open.agreed_interest);
  }

  /** Takes an amount off a bucket, from the last instalment backwards, so that the next ones stay as they are. */
  takeFromEnd(bucket: Bucket, amount: Fen): void {
    let left = amount;
    for (const row of this.#rows.toReversed()) {
      const part = minFen(left, row.open[bucket]);
      take(row, bucket, part);
      left = subFen(left, part);
    }
  }

  /**
   * Allocates a payment of `on` and returns what it paid by bucket, at most what is outstanding: first the instalments that are due and the
   * one whose period is running, in order; what is left is early and goes where the terms say.
   */
  pay(on: LocalDate, amount: Fen): BucketAmounts {
    const paid = perBucket(() => ZERO_FEN);
    const future = this.#future(on);
    let left = amount;
    for (const row of this.#rows.filter((each) => !future.includes(each)))
      left = this.#payRow(row, left, paid);
    if (this.#early === "evenly") {
      this.#payEvenly(future, left, paid);
      return paid;
    }
    const rest = this.#early === "earliest_first" ? future : future.toReversed();
    for (const row of rest) left = this.#payRow(row, left, paid);
    return paid;
  }

  /** Instalments whose period has not begun before `on`: the one before them falls due on that day or later. */
  #future(on: LocalDate): LedgerRow[] {
    return this.#rows.filter((_, index) => index > 0 && (this.#rows[index - 1]?.due ?? on) >= on);
  }

  #payRow(row: LedgerRow, available: Fen, paid: BucketAmounts): Fen {
    let left = available;
    for (const bucket of this.#order) {
      const part = minFen(left, row.open[bucket]);
      take(row, bucket, part);
      paid[bucket] = addFen(paid[bucket], part);
      left = subFen(left, part);
    }
    return left;
  }

  /** In proportion to what is open, so that every later instalment becomes smaller. */
  #payEvenly(rows: readonly LedgerRow[], available: Fen, paid: BucketAmounts): void {
    const open = rows.map((row) => Number(row.openFen));
    const whole = fen(open.reduce((sum, each) => sum + each, 0));
    if (whole === 0) return;
    const parts = allocateByWeights(minFen(available, whole), open);
    for (const [index, row] of rows.entries()) this.#payRow(row, parts[index] ?? ZERO_FEN, paid);
  }
}

function take(row: LedgerRow, bucket: Bucket, part: Fen): void {
  row.open[bucket] = subFen(row.open[bucket], part);
  row.openFen = sumFen(BUCKETS.map((each) => row.open[each]));
}
