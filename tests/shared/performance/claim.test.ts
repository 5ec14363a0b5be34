import { expect } from "chai";
import * as fc from "fast-check";
import { fen, sumFen, type Fen } from "../../../shared/money/fen.ts";
import { claimLines } from "../../../shared/performance/claim.ts";
import { remainingLines } from "../../../shared/performance/remaining.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import type { StatementLine } from "../../../shared/plans/statement.ts";
import type { Terms, Waiver } from "../../../shared/plans/terms.ts";

const LINES: StatementLine[] = [
  { debtId: "a", component: "principal", fen: fen(100_000) },
  { debtId: "a", component: "interest", fen: fen(10_000) },
  { debtId: "a", component: "penalty", fen: fen(5_000) },
  { debtId: "b", component: "principal", fen: fen(50_000) },
];

function terms(more: Partial<Terms> = {}, waivers: Waiver[] = []): Terms {
  return {
    version: 1,
    statementId: "s",
    statementHash: "h",
    waivers,
    downPaymentFen: fen(0),
    downPaymentDue: null,
    deferralMonths: 0,
    schedule: {
      family: "level",
      count: 12,
      every: { months: 1 },
      firstDue: "2026-12-15",
      annualRate: "0",
      dayCount: "30/360",
    },
    graceDays: 5,
    acceleration: "after_grace",
    allocation: "fees_interest_principal",
    payeeAccount: { name: "n", bank: "b", number: "1" },
    ...more,
  };
}

const rowsOf = (given: Terms) =>
  computeSchedule({ statementId: "s", asOf: "2026-11-01", lines: LINES }, given).rows;
const total = (lines: readonly StatementLine[]) => sumFen(lines.map((line) => line.fen));
const amounts = (lines: readonly StatementLine[]) => lines.map((line) => Number(line.fen));
const waiver = (when: Waiver["when"]): Waiver => ({
  debtId: "a",
  component: "penalty",
  fen: fen(5_000),
  when,
});

describe("what is left after a plan that failed", () => {
  it("keeps waivers of the signing and loses those of completion", () => {
    const atSigning = terms({}, [waiver("at_signing")]);
    expect(amounts(remainingLines(LINES, atSigning, rowsOf(atSigning), new Map()))).to.deep.equal([
      100_000, 10_000, 0, 50_000,
    ]);
    const onCompletion = terms({}, [waiver("on_completion")]);
    expect(amounts(remainingLines(LINES, onCompletion, rowsOf(onCompletion), new Map()))).to.deep.equal([
      100_000, 10_000, 5_000, 50_000,
    ]);
  });

  it("takes payments off in the agreed order", () => {
    const given = terms();
    const paid = new Map([[1, fen(13_000)]]);
    expect(amounts(remainingLines(LINES, given, rowsOf(given), paid))).to.deep.equal([
      100_000, 0, 2_000, 50_000,
    ]);
    const principalFirst = terms({ allocation: "principal_interest_fees" });
    expect(amounts(remainingLines(LINES, principalFirst, rowsOf(given), paid))).to.deep.equal([
      87_000, 10_000, 5_000, 50_000,
    ]);
  });

  it("pays newly agreed interest before the settled sum", () => {
    const rows = [{ no: 1, interestFen: fen(400) }];
    const left = remainingLines(LINES, terms(), rows, new Map([[1, fen(1_000)]]));
    expect(total(left)).to.equal(165_000 - 600);
  });

  it("never falls below nothing, whatever was paid", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 12, maxLength: 12 }),
        (payments) => {
          const given = terms({}, [waiver("on_completion")]);
          const paid = new Map<number, Fen>(payments.map((amount, index) => [index + 1, fen(amount)]));
          const left = remainingLines(LINES, given, rowsOf(given), paid);
          expect(left.every((line) => line.fen >= 0)).to.equal(true);
          const settled = Math.min(
            165_000,
            payments.reduce((sum, amount) => sum + amount, 0),
          );
          expect(total(left)).to.equal(165_000 - settled);
        },
      ),
    );
  });
});

describe("what may be claimed after a breach", () => {
  it("is everything that is left when the plan accelerates", () => {
    const given = terms({}, [waiver("on_completion")]);
    expect(
      total(claimLines(LINES, given, rowsOf(given), new Map([[1, fen(13_334)]]), "2027-03-01")),
    ).to.equal(165_000 - 13_334);
  });

  it("is only what is due when it does not", () => {
    const given = terms({ acceleration: "none" }, [waiver("on_completion")]);
    const rows = rowsOf(given);
    const due = sumFen(rows.filter((row) => row.due < "2027-03-01").map((row) => row.totalFen));
    expect(total(claimLines(LINES, given, rows, new Map(), "2027-03-01"))).to.equal(due);
    const paid = new Map([[1, fen(1_000)]]);
    expect(total(claimLines(LINES, given, rows, paid, "2027-03-01"))).to.equal(due - 1_000);
  });

  it("includes agreed interest of what is due and none of what is not", () => {
    const given = terms({
      acceleration: "none",
      schedule: { ...terms().schedule, family: "equal_instalment", annualRate: "0.06" },
    });
    const rows = rowsOf(given);
    const due = sumFen(rows.filter((row) => row.due < "2027-03-01").map((row) => row.totalFen));
    expect(total(claimLines(LINES, given, rows, new Map(), "2027-03-01"))).to.equal(due);
    expect(total(claimLines(LINES, given, rows, new Map(), "2026-12-01"))).to.equal(0);
  });
});
