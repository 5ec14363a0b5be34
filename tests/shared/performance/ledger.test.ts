import { expect } from "chai";
import { fen } from "../../../shared/money/fen.ts";
import { applyPayments } from "../../../shared/performance/applyPayments.ts";
import type { LedgerEntry } from "../../../shared/performance/ledger.ts";
import { datesAfterMissing, mayAccelerate, missedRows } from "../../../shared/performance/missed.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import type { PaymentPolicies, ScheduleParameters } from "../../../shared/plans/terms.ts";
import { buildBasis, buildTerms } from "../plans/buildTerms.ts";
import { LEDGER_PROPERTIES } from "./ledgerProperties.ts";

/** Four instalments of 300 fen on 1 Dec, 4 Jan, 1 Feb and 1 Mar; with a rate, 12 fen of interest falling by 3. */
function replay(
  log: LedgerEntry[],
  payments: PaymentPolicies = {},
  schedule: Partial<ScheduleParameters> = {},
) {
  const basis = buildBasis({ principal: 1_000, fee: 200 });
  const terms = buildTerms(basis, { payments, schedule: { count: 4, ...schedule } });
  return { terms, ...applyPayments(computeSchedule(basis, terms), terms, log) };
}
const withInterest = { family: "equal_principal", annualRate: "0.12" } as const;
const pay = (id: string, on: string, amount: number): LedgerEntry => ({
  kind: "payment",
  id,
  on,
  fen: fen(amount),
});
const open = ({ rows }: { rows: { openFen: number }[] }) => rows.map((row) => row.openFen);

describe("a log of payments", () => {
  it("settles instalments in order, fees before principal, and shows a credit", () => {
    const state = replay([pay("1", "2026-12-01", 350)]);
    expect(open(state)).to.deep.equal([0, 250, 300, 300]);
    expect(state.balances.fee.outstandingFen).to.equal(0);
    expect(state.balances.principal).to.deep.equal({
      chargedFen: 1_000,
      waivedFen: 0,
      paidFen: 150,
      writtenOffFen: 0,
      outstandingFen: 850,
    });
    expect(replay([pay("1", "2026-12-01", 1_300)]).creditFen).to.equal(100);
  });

  it("takes waivers and write-offs off the end, and refuses more than is open", () => {
    const state = replay([
      { kind: "waiver", id: "w", on: "2027-01-10", bucket: "principal", fen: fen(400) },
      { kind: "write_off", id: "x", on: "2027-01-11", bucket: "principal", fen: fen(100) },
      { kind: "waiver", id: "y", on: "2027-01-12", bucket: "principal", fen: fen(501) },
    ]);
    expect(open(state)).to.deep.equal([300, 300, 100, 0]);
    expect(state.balances.principal).to.include({ waivedFen: 400, writtenOffFen: 100, outstandingFen: 500 });
    expect(state.refused).to.deep.equal([{ id: "y", reason: "exceeds_outstanding", figureFen: 500 }]);
  });

  it("names reversals that reverse nothing, and sums that are none", () => {
    const state = replay([
      pay("1", "2026-12-01", 300),
      { kind: "reversal", id: "a", on: "2026-11-30", of: "1" },
      { kind: "reversal", id: "b", on: "2026-12-02", of: "nothing" },
      { kind: "reversal", id: "c", on: "2026-12-02", of: "1" },
      { kind: "reversal", id: "d", on: "2026-12-03", of: "1" },
      pay("2", "2026-12-01", 0),
    ]);
    expect(state.refused.map(({ id, reason }) => `${id} ${reason}`)).to.deep.equal([
      "a before_payment",
      "b unknown_payment",
      "d already_reversed",
      "2 not_positive",
    ]);
    expect(open(state)).to.deep.equal([300, 300, 300, 300]);
  });
});

describe("payment policies", () => {
  it("an early sum pays the next instalments, the last ones, or a part of each", () => {
    const early = [pay("1", "2026-11-20", 720)];
    expect(open(replay(early))).to.deep.equal([0, 0, 180, 300]);
    expect(open(replay(early, { early: "latest_first" }))).to.deep.equal([0, 300, 180, 0]);
    expect(open(replay(early, { early: "evenly" }))).to.deep.equal([0, 160, 160, 160]);
  });

  it("the instalment whose period is running comes before the last ones", () => {
    const state = replay([pay("1", "2026-12-02", 650)], { early: "latest_first" });
    expect(open(state)).to.deep.equal([0, 0, 300, 250]);
  });

  it("interest for periods to come ends with settlement, where that is agreed", () => {
    // 312, 309, 306, 303: on 20 December the second period runs, so that 6 + 3 of interest are to come.
    const settle = (amount: number) => [pay("1", "2026-12-01", 312), pay("2", "2026-12-20", amount)];
    const dropped = replay(settle(909), { settledEarly: "future_interest_dropped" }, withInterest);
    expect(open(dropped)).to.deep.equal([0, 0, 0, 0]);
    expect(dropped.balances.agreed_interest).to.include({ chargedFen: 30, waivedFen: 9, paidFen: 21 });
    const short = replay(settle(908), { settledEarly: "future_interest_dropped" }, withInterest);
    expect(open(short)).to.deep.equal([0, 0, 0, 10]);
    expect(open(replay(settle(909), {}, withInterest))).to.deep.equal([0, 0, 0, 9]);
  });

  it("a day's payments that do not cover the interest are refused, with the figure, where that is agreed", () => {
    const partial = { partial: "must_cover_interest" } as const;
    const refused = replay([pay("1", "2026-12-01", 6), pay("2", "2026-12-01", 5)], partial, withInterest);
    expect(refused.refused).to.deep.equal([
      { id: "1", reason: "does_not_cover_interest", figureFen: 12 },
      { id: "2", reason: "does_not_cover_interest", figureFen: 12 },
    ]);
    expect(refused.paidFen + refused.creditFen).to.equal(0);
    const covered = replay([pay("1", "2026-12-01", 6), pay("2", "2026-12-01", 6)], partial, withInterest);
    expect(covered.refused).to.deep.equal([]);
    expect(covered.balances.agreed_interest.paidFen).to.equal(12);
    expect(replay([pay("1", "2026-12-01", 6)], {}, withInterest).paidFen).to.equal(6);
  });
});

describe("missed instalments", () => {
  it("are those open past grace, and may bring acceleration once there are enough", () => {
    const { rows, terms } = replay([]);
    expect(missedRows(rows, terms, "2026-12-06")).to.have.length(0);
    expect(missedRows(rows, terms, "2026-12-07")).to.have.length(1);
    expect(mayAccelerate(rows, terms, "2026-12-06")).to.equal(false);
    expect(mayAccelerate(rows, terms, "2026-12-07")).to.equal(true);
    const two = { ...terms, payments: { missedBeforeAcceleration: 2 } };
    expect(mayAccelerate(rows, two, "2027-01-09")).to.equal(false);
    expect(mayAccelerate(rows, two, "2027-01-10")).to.equal(true);
    expect(mayAccelerate(rows, { ...two, acceleration: "none" }, "2028-01-01")).to.equal(false);
  });

  it("keep their date, or follow the last one where that is agreed", () => {
    const { rows, terms } = replay([]);
    const dates = (state: { no: number; due: string }[]) => state.map(({ no, due }) => `${no} ${due}`);
    expect(datesAfterMissing(rows, terms, "2026-12-07")).to.deep.equal(rows);
    const moving = { ...terms, payments: { missed: "moves_to_end" } as const };
    expect(dates(datesAfterMissing(rows, moving, "2026-12-07"))).to.deep.equal([
      "2 2027-01-04",
      "3 2027-02-01",
      "4 2027-03-01",
      "1 2027-04-01",
    ]);
  });
});

describe("the ledger, on random logs", () => {
  for (const [name, check] of Object.entries(LEDGER_PROPERTIES)) it(name, () => check(300)).timeout(120_000);
});
