import type { LocalDate } from "../../../shared/calendar/localDate.ts";
import type { ScheduleResult } from "../../../shared/plans/schedule.ts";

export interface BalancePoint {
  readonly date: LocalDate;
  readonly balanceFen: number;
}

/** What is left to pay over time: all of the settled sum on `start`, then what each payment leaves. */
export function balancePoints(schedule: ScheduleResult, start: LocalDate): BalancePoint[] {
  const { statementFen, waivedFen } = schedule.totals;
  const settled = schedule.rows.map(({ due, balanceFen }) => ({ date: due, balanceFen }));
  return [{ date: start, balanceFen: statementFen - waivedFen }, ...settled];
}
