import { expect } from "chai";
import fc from "fast-check";
import { compareAllocations, paymentHistoryProblems } from "../../../shared/debts/paymentHistory.ts";
import type { StatedPayment } from "../../../shared/debts/paymentHistory.ts";
import { readPayments } from "../../../shared/debts/readPayments.ts";
import { recompute } from "../../../shared/debts/recompute.ts";
import { fen, sumFen } from "../../../shared/money/fen.ts";

/** 10,000 yuan at 0.1 % a day: ten yuan of interest a day on all of it. */
const contract = {
  disbursedOn: "2025-01-01",
  disbursedFen: fen(1_000_000),
  annualRate: "0.365",
  penaltyMarkup: "0.5",
  termCount: 12,
  overdueSince: "2025-03-01",
  repaidFen: null,
};
const parts = (principal: number, interest: number, penalty = 0, fee = 0) => ({
  principalFen: fen(principal),
  interestFen: fen(interest),
  penaltyFen: fen(penalty),
  feeFen: fen(fee),
});
const paid = (on: string, amount: number, stated: StatedPayment["parts"] = null): StatedPayment => ({
  on,
  fen: fen(amount),
  parts: stated,
});
const of = { disbursedOn: "2025-01-01", asOf: "2025-03-31" };

describe("a payment history", () => {
  it("goes to interest first and to principal with the rest; the platform's other order is found at its first payment", () => {
    const payments = [
      paid("2025-01-31", 130_000, parts(100_000, 30_000)),
      paid("2025-02-10", 109_000, parts(109_000, 0)),
    ];
    const result = recompute(contract, payments, "2025-02-10", "fees_interest_principal");
    if (result.status !== "computed") throw new Error("computed");
    const { rows, partsFrom } = compareAllocations(payments, result.allocations);
    expect(rows.map(({ lawful }) => [lawful.interestFen, lawful.principalFen])).to.deep.equal([
      [30_000, 100_000],
      [9_000, 100_000],
    ]);
    expect(rows.map(({ differs }) => differs)).to.deep.equal([false, true]);
    expect(partsFrom).to.equal("2025-02-10");
    expect(rows.at(-1)?.lawful.principalLeftFen).to.equal(800_000);
  });

  it("says nothing about the platform's order where the platform did not", () => {
    const payments = [paid("2025-01-31", 130_000)];
    const result = recompute(contract, payments, "2025-02-10", "fees_interest_principal");
    if (result.status !== "computed") throw new Error("computed");
    const { rows, partsFrom } = compareAllocations(payments, result.allocations);
    expect([rows[0]?.differs, partsFrom]).to.deep.equal([null, null]);
  });

  it("loses nothing: the parts of every payment make it up, and principal falls by what went to it", () => {
    const payment = fc.record({
      day: fc.integer({ min: 0, max: 88 }),
      amount: fc.integer({ min: 1, max: 400_000 }),
    });
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 8 }), (list) => {
        const made = list
          .toSorted((a, b) => a.day - b.day)
          .map(({ day, amount }) =>
            paid(new Date(Date.UTC(2025, 0, 2 + day)).toISOString().slice(0, 10), amount),
          );
        const result = recompute(contract, made, "2025-03-31", "fees_interest_principal");
        if (result.status !== "computed") throw new Error("computed");
        for (const each of result.allocations) {
          const sum = sumFen([each.interestFen, each.penaltyFen, each.principalFen, each.overpaidFen]);
          expect(sum).to.equal(each.fen);
        }
        const repaid = sumFen(result.allocations.map((each) => each.principalFen));
        expect(result.principalFen + repaid).to.equal(1_000_000);
      }),
      { numRuns: 300 },
    );
  });

  const FAULTS: [string, StatedPayment[], string[]][] = [
    ["no payment", [], [" none"]],
    ["a day that does not exist", [paid("2025-02-30", 1)], ["/0/on not_a_date"]],
    ["nothing paid", [paid("2025-02-01", 0)], ["/0/fen not_positive"]],
    ["parts that make up another sum", [paid("2025-02-01", 10, parts(5, 4))], ["/0/parts parts_differ"]],
    ["the day before disbursement", [paid("2024-12-31", 1)], ["/0/on before_disbursement"]],
    ["the day of disbursement", [paid("2025-01-01", 1)], []],
    ["the day of the statement", [paid("2025-03-31", 1)], []],
    ["the day after the statement", [paid("2025-04-01", 1)], ["/0/on after_as_of"]],
    ["days out of order", [paid("2025-02-02", 1), paid("2025-02-01", 1)], ["/1/on not_in_order"]],
    ["two payments on one day", [paid("2025-02-02", 1), paid("2025-02-02", 1)], []],
  ];
  for (const [what, payments, expected] of FAULTS) {
    it(`${what}: ${expected.join() || "taken"}`, () => {
      expect(
        paymentHistoryProblems(payments, of).map(({ pointer, code }) => `${pointer} ${code}`),
      ).to.deep.equal(expected);
    });
  }
});

describe("a payment history as a table", () => {
  it("is read with or without the parts, from commas or tabs, in the order of dates", () => {
    const read = readPayments(
      '\uFEFF还款日期,还款金额（元）,其中本金,其中利息\n2025/2/10,"1,090.00",1000,90\n2025-01-31,1300,,\n',
    );
    expect(read).to.deep.equal({
      ok: true,
      payments: [paid("2025-01-31", 130_000), paid("2025-02-10", 109_000, parts(100_000, 9_000))],
    });
    expect(readPayments("date\tamount\r\n20250131\t13.5\r\n")).to.deep.equal({
      ok: true,
      payments: [paid("2025-01-31", 1_350)],
    });
  });

  it("names every line that cannot be read", () => {
    expect(readPayments("还款日期,还款金额\n2025-02-30,1\n2025-02-01,\n2025-02-01,-5\n")).to.deep.equal({
      ok: false,
      problems: [
        { line: 2, column: "还款日期", code: "date_not_real" },
        { line: 3, column: "还款金额", code: "required" },
        { line: 4, column: "还款金额", code: "money_negative" },
      ],
    });
    expect(readPayments("a,b\n1,2")).to.deep.include({ ok: false });
    expect(readPayments("")).to.deep.include({ ok: false });
  });

  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => typeof readPayments(text).ok === "boolean"),
    );
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }),
        (row) => typeof readPayments(`date,amount\n${row}`).ok === "boolean",
      ),
    );
  });
});
