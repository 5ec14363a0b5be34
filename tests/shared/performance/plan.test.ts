import { expect } from "chai";
import * as fc from "fast-check";
import { addDays } from "../../../shared/calendar/localDate.ts";
import { fen, sumFen, type Fen } from "../../../shared/money/fen.ts";
import {
  allocatePayment,
  INSTALMENT_EVENTS,
  INSTALMENT_STATUSES,
  INSTALMENT_TRANSITIONS,
  isOverdue,
  openingPlan,
  planTotals,
  type Instalment,
} from "../../../shared/performance/plan.ts";

function plan(...amounts: number[]): Instalment[] {
  return openingPlan(
    amounts.map((amount, index) => ({
      no: index + 1,
      due: addDays("2026-12-01", index * 30),
      totalFen: fen(amount),
    })),
  );
}

const paid = (instalments: readonly Instalment[]) =>
  instalments.map((instalment) => Number(instalment.paidFen));

describe("instalments", () => {
  const expected = {
    due: { receive_part: "part_paid", receive_rest: "paid" },
    part_paid: { receive_part: "part_paid", receive_rest: "paid" },
    paid: { receive_part: null, receive_rest: null },
  } as const;
  for (const status of INSTALMENT_STATUSES) {
    for (const event of INSTALMENT_EVENTS) {
      it(`${status} × ${event} → ${expected[status][event] ?? "refused"}`, () => {
        expect(INSTALMENT_TRANSITIONS[status][event]).to.equal(expected[status][event]);
      });
    }
  }

  it("leaves out rows on which nothing is owed", () => {
    expect(openingPlan([{ no: 0, due: "2026-12-01", totalFen: fen(0) }])).to.deep.equal([]);
  });

  it("are overdue from the day after the due date", () => {
    const [first] = plan(100);
    expect(isOverdue(first!, "2026-12-01")).to.equal(false);
    expect(isOverdue(first!, "2026-12-02")).to.equal(true);
  });
});

describe("payments", () => {
  it("go to the earliest instalment first and on to the next", () => {
    const after = allocatePayment(plan(100, 100, 100), fen(150));
    expect(after.parts).to.deep.equal([
      { number: 1, fen: 100 },
      { number: 2, fen: 50 },
    ]);
    expect(after.instalments.map((instalment) => instalment.status)).to.deep.equal([
      "paid",
      "part_paid",
      "due",
    ]);
  });

  it("leave what exceeds the plan as visible credit", () => {
    const after = allocatePayment(plan(100), fen(130));
    expect(after.creditFen).to.equal(30);
    expect(paid(after.instalments)).to.deep.equal([100]);
  });

  it("are more than nothing", () => {
    expect(() => allocatePayment(plan(100), fen(0))).to.throw(RangeError);
    expect(() => allocatePayment(plan(100), fen(-1))).to.throw(RangeError);
  });

  const amounts = fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1, maxLength: 40 });
  const money = fc.integer({ min: 1, max: 300_000_000 });

  it("lose nothing and take nothing that was not paid", () => {
    fc.assert(
      fc.property(amounts, fc.array(money, { minLength: 1, maxLength: 10 }), (due, payments) => {
        let instalments = plan(...due);
        let credit = 0;
        for (const payment of payments) {
          const before = planTotals(instalments, "2026-12-01").paidFen;
          const after = allocatePayment(instalments, fen(payment));
          const given = sumFen(after.parts.map((part) => part.fen));
          expect(given + after.creditFen).to.equal(payment);
          expect(planTotals(after.instalments, "2026-12-01").paidFen - before).to.equal(given);
          for (const each of after.instalments) {
            expect(each.paidFen).to.be.within(0, each.dueFen);
            expect(each.status === "paid").to.equal(each.paidFen === each.dueFen);
            expect(each.status === "due").to.equal(each.paidFen === 0);
          }
          credit += after.creditFen;
          instalments = after.instalments;
        }
        const total = planTotals(instalments, "2026-12-01");
        expect(total.openFen).to.be.at.least(0);
        if (credit > 0) expect(total.openFen).to.equal(0);
      }),
      { numRuns: 500 },
    );
  });

  it("come to the same in one sum or in two on one day", () => {
    fc.assert(
      fc.property(amounts, money, money, (due, first, second) => {
        const together = allocatePayment(plan(...due), fen(first + second));
        const one = allocatePayment(plan(...due), fen(first));
        const two = allocatePayment(one.instalments, fen(second));
        expect(two.instalments).to.deep.equal(together.instalments);
        expect(one.creditFen + two.creditFen).to.equal(together.creditFen);
      }),
      { numRuns: 500 },
    );
  });

  it("fill no later instalment before an earlier one", () => {
    fc.assert(
      fc.property(amounts, money, (due, payment) => {
        const after = allocatePayment(plan(...due), fen(payment)).instalments;
        const firstOpen = after.findIndex((each) => each.status !== "paid");
        if (firstOpen === -1) return;
        expect(paid(after.slice(firstOpen + 1)).every((amount: number | Fen) => amount === 0)).to.equal(true);
      }),
    );
  });
});
