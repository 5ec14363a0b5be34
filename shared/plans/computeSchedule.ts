import { nextWorkingDay } from "../calendar/workingDays.ts";
import { type Fen, ZERO_FEN, addFen, subFen, sumFen } from "../money/fen.ts";
import type { Repayment } from "./amortise.ts";
import { componentSettler, perComponent, totalsByComponent } from "./componentTotals.ts";
import { dueDates } from "./dueDates.ts";
import { periodRates } from "./periodRates.ts";
import { repayments } from "./repayments.ts";
import type { ComponentTotals, ScheduleResult, ScheduleRow, ScheduleTotals } from "./schedule.ts";
import { COMPONENTS, type Component, type StatementBasis } from "./statement.ts";
import type { Terms } from "./terms.ts";

/**
 * The schedule that follows from terms by arithmetic alone. Instalments repay statement − waivers − down payment (waivers
 * on completion are left out too: they matter only when the plan fails). Deferral is free of interest; agreed
 * interest runs from one period before the first due date. Throws RangeError for terms that `validateTerms` refuses.
 */
export function computeSchedule(basis: StatementBasis, terms: Terms): ScheduleResult {
  const byComponent = totalsByComponent(basis, terms);
  const payableFen = sumFen(COMPONENTS.map((component) => byComponent[component].payableFen));
  const balanceFen = subFen(payableFen, terms.downPaymentFen);
  const rates = periodRates(terms.schedule, terms.deferralMonths);
  const rows = datedRows(terms, payableFen, repayments(terms.schedule, balanceFen, rates));
  const settle = componentSettler(
    perComponent((component) => byComponent[component].payableFen),
    terms.allocation,
  );
  const settled = rows.map((row) => ({ ...row, settles: settle(row.principalFen) }));
  const instalments = settled.filter((row) => row.kind === "instalment").map((row) => row.totalFen);
  return {
    rows: settled,
    totals: totalsOf(byComponent, settled),
    byComponent,
    peakFen: instalments.reduce((peak, amount) => (amount > peak ? amount : peak), ZERO_FEN),
    lastDue: settled.at(-1)?.due ?? terms.schedule.firstDue,
  };
}

type UnsettledRow = Omit<ScheduleRow, "settles">;

function datedRows(terms: Terms, payableFen: Fen, instalments: readonly Repayment[]): UnsettledRow[] {
  const down = downPaymentRow(terms, payableFen);
  const dates = dueDates(terms.schedule, terms.deferralMonths, down?.due ?? null);
  let balanceFen = subFen(payableFen, terms.downPaymentFen);
  const rows = instalments.map(({ principalFen, interestFen }, index): UnsettledRow => {
    const due = dates[index] ?? { date: terms.schedule.firstDue, provisional: true };
    balanceFen = subFen(balanceFen, principalFen);
    return {
      no: index + 1,
      kind: "instalment",
      due: due.date,
      dueProvisional: due.provisional,
      principalFen,
      interestFen,
      totalFen: addFen(principalFen, interestFen),
      balanceFen,
    };
  });
  return down === null ? rows : [down, ...rows];
}

function downPaymentRow(terms: Terms, payableFen: Fen): UnsettledRow | null {
  if (terms.downPaymentFen === 0 || terms.downPaymentDue === null) return null;
  const due = nextWorkingDay(terms.downPaymentDue);
  return {
    no: 0,
    kind: "down_payment",
    due: due.date,
    dueProvisional: due.provisional,
    principalFen: terms.downPaymentFen,
    interestFen: ZERO_FEN,
    totalFen: terms.downPaymentFen,
    balanceFen: subFen(payableFen, terms.downPaymentFen),
  };
}

function totalsOf(
  byComponent: Record<Component, ComponentTotals>,
  rows: readonly ScheduleRow[],
): ScheduleTotals {
  const over = (pick: (totals: ComponentTotals) => Fen) =>
    sumFen(COMPONENTS.map((component) => pick(byComponent[component])));
  return {
    statementFen: over((totals) => totals.statementFen),
    waivedFen: over((totals) => totals.waivedFen),
    agreedInterestFen: sumFen(rows.map((row) => row.interestFen)),
    totalFen: sumFen(rows.map((row) => row.totalFen)),
  };
}
