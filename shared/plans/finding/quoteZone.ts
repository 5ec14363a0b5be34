import { type Fen, fen } from "../../money/fen.ts";
import type { Rate } from "../../money/rate.ts";
import { FACTOR_SCALE, monthlyFactors } from "../netPresentValue.ts";
import { type TermsProblem, amountProblems, discountRateProblems, problem } from "../termsProblem.ts";
import { type ZoneInstance, earliestFirst, freeFormZone } from "./zone.ts";

/**
 * A question by someone who knows both sides' figures: what can be paid in each coming month (the first after a
 * month), the most that may be asked, and the present value the platform needs. All in fen, as they came from outside.
 */
export type ZoneRequest = {
  capacityFen: number[];
  discountRate: Rate;
  debtCapFen: number;
  floorNpvFen: number;
};

/** `leastTotalFen` is null when capacity never reaches the floor; `scheduleFen` is null when there is no zone. */
export type ZoneQuote = { exists: boolean; leastTotalFen: Fen | null; scheduleFen: Fen[] | null };

export type ZoneAnswer = { ok: true; zone: ZoneQuote } | { ok: false; problems: TermsProblem[] };

export const MAX_ZONE_MONTHS = 360;

/** Answers whether a zone of agreement exists, or every problem with its pointer. Pure, stores nothing, never throws. */
export function quoteZone(request: ZoneRequest): ZoneAnswer {
  const problems = zoneProblems(request);
  if (problems.length > 0) return { ok: false, problems };
  const instance = instanceOf(request);
  const { exists, leastTotalFen } = freeFormZone(instance);
  const scheduleFen =
    exists && leastTotalFen !== null ? earliestFirst(instance.capacityFen, leastTotalFen) : null;
  return { ok: true, zone: { exists, leastTotalFen, scheduleFen } };
}

function instanceOf({ capacityFen, discountRate, debtCapFen, floorNpvFen }: ZoneRequest): ZoneInstance {
  return {
    capacityFen: capacityFen.map(fen),
    factors: monthlyFactors(discountRate, capacityFen.length),
    floorNpv: BigInt(floorNpvFen) * FACTOR_SCALE,
    debtCapFen: fen(debtCapFen),
  };
}

function zoneProblems(request: ZoneRequest): TermsProblem[] {
  if (typeof request !== "object" || request === null) return [problem("", "missing")];
  return [
    ...capacityProblems("/capacityFen", request.capacityFen, MAX_ZONE_MONTHS),
    ...discountRateProblems(request.discountRate),
    ...amountProblems("/debtCapFen", request.debtCapFen),
    ...amountProblems("/floorNpvFen", request.floorNpvFen),
  ];
}

/** Problems of a list of capacities: 1 to `maxMonths` amounts whose sum is still a safe integer. */
export function capacityProblems(pointer: string, capacities: unknown, maxMonths: number): TermsProblem[] {
  if (!Array.isArray(capacities)) return [problem(pointer, "missing")];
  if (capacities.length < 1 || capacities.length > maxMonths) {
    return [problem(pointer, "out_of_range", { min: 1, max: maxMonths })];
  }
  const problems = capacities.flatMap((each: unknown, index) => amountProblems(`${pointer}/${index}`, each));
  const sum = capacities.reduce((total: number, each: unknown) => total + Number(each), 0);
  return problems.length === 0 && sum > Number.MAX_SAFE_INTEGER
    ? [problem(pointer, "beyond_safe_integers")]
    : problems;
}
