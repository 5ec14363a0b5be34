import { expect } from "chai";
import * as fc from "fast-check";
import { addDays } from "../../../shared/calendar/localDate.ts";
import { fen } from "../../../shared/money/fen.ts";
import { applyPayments } from "../../../shared/performance/applyPayments.ts";
import { BUCKETS, type LedgerEntry, type LedgerState } from "../../../shared/performance/ledger.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import type { ScheduleResult } from "../../../shared/plans/schedule.ts";
import {
  EARLY_PAYMENTS,
  EARLY_SETTLEMENTS,
  PARTIAL_PAYMENTS,
  type PaymentPolicies,
  type Terms,
} from "../../../shared/plans/terms.ts";
import { validateTerms } from "../../../shared/plans/validateTerms.ts";
import { caseArbitrary } from "../plans/arbitraryTerms.ts";
import { TODAY } from "../plans/buildTerms.ts";

type Case = { schedule: ScheduleResult; terms: Terms; log: LedgerEntry[] };

const policies: fc.Arbitrary<PaymentPolicies> = fc.record(
  {
    early: fc.constantFrom(...EARLY_PAYMENTS),
    settledEarly: fc.constantFrom(...EARLY_SETTLEMENTS),
    partial: fc.constantFrom(...PARTIAL_PAYMENTS),
  },
  { requiredKeys: [] },
);
const on = fc.nat(1_500).map((days) => addDays(TODAY, days));
const amount = fc.oneof(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 1, max: 80_000_000 }));
const happening = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("payment" as const), on, fen: amount.map(fen) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("reversal" as const), on, of: fc.nat(8).map(String) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("waiver" as const, "write_off" as const),
      on,
      bucket: fc.constantFrom(...BUCKETS),
      fen: fc.integer({ min: 1, max: 500_000 }).map(fen),
    }),
  },
);
const logArbitrary: fc.Arbitrary<LedgerEntry[]> = fc
  .array(happening, { maxLength: 9 })
  .map((entries) => entries.map((entry, index) => ({ ...entry, id: String(index) })));

function forCases(runs: number, check: (given: Case, amounts: [number, number]) => void): void {
  fc.assert(
    fc.property(
      caseArbitrary,
      policies,
      logArbitrary,
      fc.tuple(amount, amount),
      ({ basis, terms: plain }, payments, log, amounts) => {
        fc.pre(validateTerms(basis, plain, TODAY).length === 0);
        const terms = { ...plain, payments };
        check({ schedule: computeSchedule(basis, terms), terms, log }, amounts);
      },
    ),
    { numRuns: runs },
  );
}

const replay = ({ schedule, terms, log }: Case): LedgerState => applyPayments(schedule, terms, log);
const sum = (amounts: readonly number[]) => amounts.reduce((total, value) => total + value, 0);

function balancesAddUp(runs: number): void {
  forCases(runs, (given) => {
    const { balances, rows, paidFen, creditFen, refused } = replay(given);
    for (const bucket of BUCKETS) {
      const { chargedFen, waivedFen, paidFen: paid, writtenOffFen, outstandingFen } = balances[bucket];
      expect(waivedFen + paid + writtenOffFen + outstandingFen, bucket).to.equal(chargedFen);
      expect(Math.min(waivedFen, paid, writtenOffFen, outstandingFen)).to.be.at.least(0);
      expect(sum(rows.map((row) => row.open[bucket]))).to.equal(outstandingFen);
    }
    const left = sum(rows.map((row) => row.openFen));
    expect(left).to.equal(sum(BUCKETS.map((bucket) => balances[bucket].outstandingFen)));
    if (creditFen > 0) expect(left).to.equal(0);
    const refusedIds = new Set(refused.map(({ id }) => id));
    const undone = new Set(
      given.log.flatMap((entry) =>
        entry.kind === "reversal" && !refusedIds.has(entry.id) ? [entry.of] : [],
      ),
    );
    const taken = given.log.filter(
      (entry) => entry.kind === "payment" && !undone.has(entry.id) && !refusedIds.has(entry.id),
    );
    expect(paidFen + creditFen).to.equal(
      sum(taken.map((entry) => (entry.kind === "payment" ? entry.fen : 0))),
    );
  });
}

function reversalRestores(runs: number): void {
  forCases(runs, (given, [paid]) => {
    const payment: LedgerEntry = { kind: "payment", id: "p", on: addDays(TODAY, 100), fen: fen(paid) };
    const reversal: LedgerEntry = { kind: "reversal", id: "r", on: addDays(TODAY, 130), of: "p" };
    expect(replay({ ...given, log: [...given.log, payment, reversal] })).to.deep.equal(replay(given));
  });
}

function splittingChangesNothing(runs: number): void {
  forCases(runs, (given, [first, second]) => {
    const at = addDays(TODAY, 200);
    const pay = (id: string, value: number): LedgerEntry => ({
      kind: "payment",
      id,
      on: at,
      fen: fen(value),
    });
    const whole = replay({ ...given, log: [...given.log, pay("p", first + second)] });
    const split = replay({ ...given, log: [pay("p1", first), ...given.log, pay("p2", second)] });
    const { refused: refusedWhole, ...together } = whole;
    const { refused: refusedSplit, ...apart } = split;
    expect(apart).to.deep.equal(together);
    expect(refusedSplit.some(({ id }) => id === "p1")).to.equal(refusedWhole.some(({ id }) => id === "p"));
  });
}

function earliestFirstFillsInOrder(runs: number): void {
  forCases(runs, ({ schedule, terms, log }) => {
    const payments = log.filter((entry) => entry.kind === "payment");
    const { rows } = applyPayments(schedule, { allocation: terms.allocation }, payments);
    const firstOpen = rows.findIndex((row) => row.openFen > 0);
    if (firstOpen < 0) return;
    for (const row of rows.slice(firstOpen + 1)) {
      expect(row.openFen).to.equal(schedule.rows.find(({ no }) => no === row.no)?.totalFen);
    }
  });
}

/** The log as it was stored and read back, its days in any order: only what was written on one day keeps its order. */
function replayGivesTheBalances(runs: number): void {
  forCases(runs, (given, [rotate]) => {
    const days = [...new Set(given.log.map((entry) => entry.on))];
    const turned = days.map((_, index) => days[(index + rotate) % days.length]);
    const log = turned.flatMap((day) => given.log.filter((entry) => entry.on === day));
    const { refused: once, ...state } = replay(given);
    const stored = JSON.parse(JSON.stringify({ ...given, log })) as Case;
    const { refused: again, ...replayed } = replay(stored);
    expect(replayed).to.deep.equal(state);
    expect(again).to.have.length(once.length);
  });
}

function overpaymentIsCredit(runs: number): void {
  forCases(runs, (given, [extra]) => {
    const before = replay(given);
    const owed = sum(before.rows.map((row) => row.openFen));
    const last: LedgerEntry = {
      kind: "payment",
      id: "p",
      on: addDays(TODAY, 20_000),
      fen: fen(owed + extra),
    };
    const after = replay({ ...given, log: [...given.log, last] });
    expect(after.rows.every((row) => row.openFen === 0)).to.equal(true);
    expect(after.creditFen).to.equal(before.creditFen + extra);
    expect(after.paidFen).to.equal(before.paidFen + owed);
  });
}

export const LEDGER_PROPERTIES: Record<string, (runs: number) => void> = {
  "waived + paid + written off + outstanding = charged, per bucket, and no fen of a payment is lost":
    balancesAddUp,
  "a payment and its reversal restore the state": reversalRestores,
  "a payment split on its day changes nothing": splittingChangesNothing,
  "replaying the stored log gives the balances, in whatever order its days were written":
    replayGivesTheBalances,
  "an overpayment settles everything and becomes a visible credit": overpaymentIsCredit,
  "without policies the earliest instalment is filled first": earliestFirstFillsInOrder,
};
