import { compareDates } from "../calendar/localDate.ts";
import { type Fen, ZERO_FEN, addFen, subFen, sumFen } from "../money/fen.ts";
import type { ScheduleResult } from "../plans/schedule.ts";
import type { Terms } from "../plans/terms.ts";
import {
  BUCKETS,
  type Bucket,
  type BucketAmounts,
  type LedgerEntry,
  type LedgerState,
  type RefusalReason,
  type RefusedEntry,
  perBucket,
} from "./ledger.ts";
import { OpenRows } from "./openRows.ts";

type Schedule = Pick<ScheduleResult, "rows" | "byComponent">;
type Payment = Extract<LedgerEntry, { kind: "payment" }>;
type Forgiveness = Extract<LedgerEntry, { kind: "waiver" | "write_off" }>;
type Sums = { waived: BucketAmounts; paid: BucketAmounts; writtenOff: BucketAmounts };

/**
 * The balances that follow from a schedule and its log, by replaying the log from the beginning. A reversed payment is
 * as if it had never been. Entries take effect day by day, on one day waivers and write-offs before payments, and the payments of
 * a day as one sum, so that paying in two halves changes nothing. What exceeds everything owed is credit and stays
 * visible. An entry that cannot stand is left out and named with its reason; nothing is thrown.
 */
export function applyPayments(
  schedule: Schedule,
  terms: Pick<Terms, "allocation" | "payments">,
  log: readonly LedgerEntry[],
): LedgerState {
  const policies = terms.payments ?? {};
  const open = new OpenRows(schedule.rows, terms.allocation, policies);
  const sums: Sums = {
    waived: perBucket((bucket) =>
      bucket === "agreed_interest" ? ZERO_FEN : schedule.byComponent[bucket].waivedFen,
    ),
    paid: perBucket(() => ZERO_FEN),
    writtenOff: perBucket(() => ZERO_FEN),
  };
  const { standing, refused } = withoutReversed(log);
  let creditFen = ZERO_FEN;
  for (const day of byDay(standing)) {
    for (const entry of day.forgiven) refused.push(...forgive(open, sums, entry));
    const amount = sumFen(day.payments.map((payment) => payment.fen));
    if (amount === 0) continue;
    const least = policies.partial === "must_cover_interest" ? open.oldestInterest() : ZERO_FEN;
    if (amount < least) {
      refused.push(...day.payments.map(({ id }) => refusal(id, "does_not_cover_interest", least)));
      continue;
    }
    if (policies.settledEarly === "future_interest_dropped") dropInterest(open, sums, day.on, amount);
    const paid = open.pay(day.on, amount);
    addTo(sums.paid, paid);
    creditFen = addFen(creditFen, subFen(amount, total(paid)));
  }
  const balances = balancesOf(schedule, sums, open);
  return { rows: open.rows(), balances, paidFen: total(sums.paid), creditFen, refused };
}

function balancesOf(schedule: Schedule, sums: Sums, open: OpenRows): LedgerState["balances"] {
  const agreed = sumFen(schedule.rows.map((row) => row.interestFen));
  return perBucket((bucket) => ({
    chargedFen: bucket === "agreed_interest" ? agreed : schedule.byComponent[bucket].statementFen,
    waivedFen: sums.waived[bucket],
    paidFen: sums.paid[bucket],
    writtenOffFen: sums.writtenOff[bucket],
    outstandingFen: open.outstandingOf(bucket),
  }));
}

/** The entries that stand once reversals have had their say, and the reversals and amounts that make no sense. */
function withoutReversed(log: readonly LedgerEntry[]): {
  standing: (Payment | Forgiveness)[];
  refused: RefusedEntry[];
} {
  const refused: RefusedEntry[] = [];
  const payments = new Map(log.flatMap((entry) => (entry.kind === "payment" ? [[entry.id, entry]] : [])));
  const reversed = new Set<string>();
  for (const entry of log) {
    if (entry.kind !== "reversal") continue;
    const payment = payments.get(entry.of);
    if (payment === undefined) refused.push(refusal(entry.id, "unknown_payment"));
    else if (reversed.has(entry.of)) refused.push(refusal(entry.id, "already_reversed"));
    else if (entry.on < payment.on) refused.push(refusal(entry.id, "before_payment"));
    else reversed.add(entry.of);
  }
  const standing = log
    .filter((entry) => entry.kind !== "reversal")
    .filter((entry) => !reversed.has(entry.id));
  for (const entry of standing) if (entry.fen <= 0) refused.push(refusal(entry.id, "not_positive"));
  return { standing: standing.filter((entry) => entry.fen > 0), refused };
}

type Day = { on: string; forgiven: Forgiveness[]; payments: Payment[] };

function byDay(entries: readonly (Payment | Forgiveness)[]): Day[] {
  const days = new Map<string, Day>();
  for (const entry of entries) {
    const day = days.get(entry.on) ?? { on: entry.on, forgiven: [], payments: [] };
    days.set(entry.on, day);
    if (entry.kind === "payment") day.payments.push(entry);
    else day.forgiven.push(entry);
  }
  return [...days.values()].toSorted((a, b) => compareDates(a.on, b.on));
}

function forgive(open: OpenRows, sums: Sums, { id, kind, bucket, fen }: Forgiveness): RefusedEntry[] {
  const available = open.outstandingOf(bucket);
  if (fen > available) return [refusal(id, "exceeds_outstanding", available)];
  open.takeFromEnd(bucket, fen);
  const sum = kind === "waiver" ? sums.waived : sums.writtenOff;
  sum[bucket] = addFen(sum[bucket], fen);
  return [];
}

/** A payment that settles everything but interest for periods to come settles that too: it is given up. */
function dropInterest(open: OpenRows, sums: Sums, on: string, amount: Fen): void {
  const future = open.futureInterest(on);
  if (future === 0 || amount < subFen(open.outstanding(), future)) return;
  open.dropFutureInterest(on);
  sums.waived.agreed_interest = addFen(sums.waived.agreed_interest, future);
}

function refusal(id: string, reason: RefusalReason, figureFen: Fen = ZERO_FEN): RefusedEntry {
  return { id, reason, figureFen };
}

function addTo(sum: BucketAmounts, more: Record<Bucket, Fen>): void {
  for (const bucket of BUCKETS) sum[bucket] = addFen(sum[bucket], more[bucket]);
}

function total(amounts: BucketAmounts): Fen {
  return sumFen(BUCKETS.map((bucket) => amounts[bucket]));
}
