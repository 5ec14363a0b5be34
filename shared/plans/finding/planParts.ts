import { ZERO_FEN } from "../../money/fen.ts";
import type { ScheduleParameters, Waiver } from "../terms.ts";
import { bearsInterest } from "../validateFamily.ts";
import type { Candidate } from "./candidates.ts";
import type { MonthGrid } from "./monthGrid.ts";
import type { PlanParts, PlanSearch } from "./search.ts";

/** A candidate written out as the part of terms it decides. */
export function partsOf(
  search: PlanSearch,
  grid: MonthGrid,
  candidate: Candidate,
  waivers: readonly Waiver[],
): PlanParts {
  const { downPayment } = search;
  return {
    waivers: waivers.map((waiver) => ({ ...waiver })),
    downPaymentFen: downPayment?.fen ?? ZERO_FEN,
    downPaymentDue: downPayment?.due ?? null,
    deferralMonths: candidate.shape.family === "irregular" ? 0 : candidate.start,
    schedule: scheduleOf(search, grid, candidate),
  };
}

function scheduleOf(search: PlanSearch, grid: MonthGrid, candidate: Candidate): ScheduleParameters {
  const { shape, months } = candidate;
  const { annualRate, dayCount = "30/360" } = search;
  const schedule: ScheduleParameters = {
    ...shape,
    every: { months: 1 },
    firstDue: search.firstDue,
    annualRate: bearsInterest(shape.family) ? annualRate : "0",
    dayCount,
  };
  if (shape.family !== "irregular") return schedule;
  const dueDates = months.slice(0, shape.count).map((month) => grid.nominal[month] ?? search.firstDue);
  return { ...schedule, firstDue: dueDates[0] ?? search.firstDue, dueDates };
}
