import type { LocalDate } from "../calendar/localDate.ts";
import type { Fen } from "../money/fen.ts";
import type { Component, ComponentAmounts } from "./statement.ts";

/**
 * One payment of a schedule (还款计划). `principalFen` is what it takes off the settled sum, `interestFen` the interest
 * newly agreed in the terms, `balanceFen` the settled sum left afterwards. `settles` splits `principalFen` by component.
 * A down payment has `no` 0; instalments count from 1.
 */
export type ScheduleRow = {
  no: number;
  kind: "down_payment" | "instalment";
  due: LocalDate;
  dueProvisional: boolean;
  principalFen: Fen;
  interestFen: Fen;
  totalFen: Fen;
  balanceFen: Fen;
  settles: ComponentAmounts;
};

/** Per component: statement = waived + payable; `conditionalFen` is the part of `waivedFen` waived on completion only. */
export type ComponentTotals = { statementFen: Fen; waivedFen: Fen; conditionalFen: Fen; payableFen: Fen };

/** totalFen = statementFen − waivedFen + agreedInterestFen, to the fen. */
export type ScheduleTotals = { statementFen: Fen; waivedFen: Fen; agreedInterestFen: Fen; totalFen: Fen };

/** `peakFen` is the largest single payment, the down payment excluded; `lastDue` the due date of the last row. */
export type ScheduleResult = {
  rows: ScheduleRow[];
  totals: ScheduleTotals;
  byComponent: Record<Component, ComponentTotals>;
  peakFen: Fen;
  lastDue: LocalDate;
};
