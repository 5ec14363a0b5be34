import { type LocalDate, isLocalDate } from "../../calendar/localDate.ts";
import { DAY_COUNTS } from "../../money/dayCount.ts";
import { isRate } from "../../money/rate.ts";
import { SCHEDULE_FAMILIES } from "../terms.ts";
import {
  type TermsProblem,
  amountProblems,
  choiceProblems,
  countProblems,
  dateProblems,
  discountRateProblems,
  problem,
} from "../termsProblem.ts";
import { statementProblems, waiverProblems } from "../validateWaivers.ts";
import { capacityProblems } from "./quoteZone.ts";
import { MAX_SEARCH_COUNT, MAX_SEARCH_DEFERRAL, type PlanSearch } from "./search.ts";

const MAX_CAPACITY_MONTHS = 360;
const MAX_WAIVER_OPTIONS = 20;

/** Everything wrong with a search, each with its pointer; empty when `enumeratePlans` may be asked. Never throws. */
export function searchProblems(search: PlanSearch): TermsProblem[] {
  const { dayCount = "30/360", caps = {}, families = [], maxCount = 1, maxDeferralMonths = 0 } = search;
  return [
    ...statementProblems(search.basis),
    ...dateProblems("/today", search.today, "1900-01-01"),
    ...dateProblems("/firstDue", search.firstDue, isLocalDate(search.today) ? search.today : "1900-01-01"),
    ...(search.capacityFen === null
      ? []
      : capacityProblems("/capacityFen", search.capacityFen, MAX_CAPACITY_MONTHS)),
    ...discountRateProblems(search.discountRate),
    ...annualRateProblems(search.annualRate),
    ...choiceProblems("/dayCount", dayCount, DAY_COUNTS),
    ...waiverOptionProblems(search),
    ...downPaymentProblems(search),
    ...amountProblems("/caps/totalFen", caps.totalFen ?? 0),
    ...amountProblems("/caps/npvFloorFen", caps.npvFloorFen ?? 0),
    ...families.flatMap((family, index) => choiceProblems(`/families/${index}`, family, SCHEDULE_FAMILIES)),
    ...countProblems("/maxCount", maxCount, 1, MAX_SEARCH_COUNT),
    ...countProblems("/maxDeferralMonths", maxDeferralMonths, 0, MAX_SEARCH_DEFERRAL),
  ];
}

function annualRateProblems(rate: unknown): TermsProblem[] {
  if (!isRate(rate)) return [problem("/annualRate", "not_a_rate")];
  return Number(rate) > 1 ? [problem("/annualRate", "rate_out_of_range", { min: "0", max: "1" })] : [];
}

function waiverOptionProblems({ basis, waiverOptions = [[]] }: PlanSearch): TermsProblem[] {
  if (waiverOptions.length < 1 || waiverOptions.length > MAX_WAIVER_OPTIONS) {
    return [problem("/waiverOptions", "out_of_range", { min: 1, max: MAX_WAIVER_OPTIONS })];
  }
  return waiverOptions.flatMap((waivers, index) =>
    waiverProblems(basis, waivers).map((found) => ({
      ...found,
      pointer: found.pointer.replace("/waivers", `/waiverOptions/${index}`),
    })),
  );
}

function downPaymentProblems({ downPayment, today, firstDue }: PlanSearch): TermsProblem[] {
  if (downPayment === undefined) return [];
  const problems = [
    ...amountProblems("/downPayment/fen", downPayment.fen),
    ...dateProblems("/downPayment/due", downPayment.due, isLocalDate(today) ? today : "1900-01-01"),
  ];
  return problems.length === 0 && !isAfter(firstDue, downPayment.due)
    ? [problem("/firstDue", "not_after_down_payment")]
    : problems;
}

function isAfter(a: LocalDate, b: LocalDate): boolean {
  return isLocalDate(a) && a > b;
}
