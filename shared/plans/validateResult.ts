import { computeSchedule } from "./computeSchedule.ts";
import type { ScheduleResult, ScheduleRow } from "./schedule.ts";
import type { StatementBasis } from "./statement.ts";
import type { ScheduleFamily, Terms } from "./terms.ts";
import { type TermsProblem, problem } from "./termsProblem.ts";

/** What only shows once the terms are computed; call it when every field by itself is sound. */
export function resultProblems(basis: StatementBasis, terms: Terms): TermsProblem[] {
  const sums = sumProblems(basis, terms);
  if (sums.length > 0) return sums;
  let result: ScheduleResult;
  try {
    result = computeSchedule(basis, terms);
  } catch (error) {
    if (error instanceof RangeError) return [problem("/schedule", "beyond_safe_integers")];
    throw error;
  }
  const instalments = result.rows.filter((row) => row.kind === "instalment");
  const stepped = terms.schedule.family === "stepped" ? steppedProblems(terms, instalments) : [];
  if (stepped.length > 0) return stepped;
  if (instalments.some((row) => row.totalFen < 1)) {
    return [problem("/schedule/count", "instalment_below_one_fen")];
  }
  return amortises(terms.schedule.family, instalments) ? [] : [problem("/schedule", "non_amortising")];
}

/** Something must be left to pay after waivers, after the down payment, and before a balloon. */
function sumProblems(basis: StatementBasis, terms: Terms): TermsProblem[] {
  const total = (amounts: readonly { fen: number }[]) => amounts.reduce((sum, { fen }) => sum + fen, 0);
  const payableFen = total(basis.lines) - total(terms.waivers);
  if (payableFen === 0) return [problem("/waivers", "nothing_left_to_pay")];
  if (terms.downPaymentFen >= payableFen) {
    return [problem("/downPaymentFen", "not_below_payable", { payableFen })];
  }
  const { balloonFen = 0 } = terms.schedule;
  const financedFen = payableFen - terms.downPaymentFen;
  return balloonFen < financedFen
    ? []
    : [problem("/schedule/balloonFen", "not_below_payable", { payableFen: financedFen })];
}

/** An agreed payment that does not cover its interest, or agreed payments that leave nothing for the rest of the plan. */
function steppedProblems(terms: Terms, instalments: readonly ScheduleRow[]): TermsProblem[] {
  if (instalments.some((row) => row.totalFen < 1) || instalments.some((row) => row.balanceFen < 0)) {
    return [problem("/schedule/steps", "steps_exceed_balance")];
  }
  let from = 0;
  for (const [index, step] of (terms.schedule.steps ?? []).entries()) {
    const short = instalments.slice(from, from + step.count).find((row) => row.principalFen < 1);
    if (short !== undefined) {
      const params = { interestFen: short.interestFen };
      return [problem(`/schedule/steps/${index}/paymentFen`, "below_interest", params)];
    }
    from += step.count;
  }
  return [];
}

/**
 * Every instalment repays something, and where instalments should be alike the last is not left with a balloon that the
 * rate and length never let shrink.
 */
function amortises(family: ScheduleFamily, instalments: readonly ScheduleRow[]): boolean {
  const shaped = family === "stepped" || family === "balloon" || family === "irregular";
  const first = instalments.at(0)?.totalFen ?? 0;
  const last = instalments.at(-1)?.totalFen ?? 0;
  return instalments.every((row) => row.principalFen >= 1) && (shaped || last <= 2 * first);
}
