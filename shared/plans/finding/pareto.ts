import type { PlanFigures } from "./search.ts";

type Compared = Pick<PlanFigures, "totalFen" | "strain" | "months" | "npvFen">;

/** Whether `a` is nowhere worse than `b`: total, strain and months no higher, present value no lower. */
export function isAsGood(a: Compared, b: Compared): boolean {
  return a.totalFen <= b.totalFen && a.months <= b.months && a.strain <= b.strain && a.npvFen >= b.npvFen;
}

/**
 * Those that no other beats (Pareto front), of equals the first. Sorted by total, months, strain and present value, so that whoever could beat
 * a plan comes before it and each is compared only with those kept.
 */
export function paretoFront<T extends Compared>(plans: readonly T[]): T[] {
  const sorted = plans.toSorted(
    (a, b) => a.totalFen - b.totalFen || a.months - b.months || a.strain - b.strain || b.npvFen - a.npvFen,
  );
  const kept: T[] = [];
  const strongest: T[] = [];
  for (const plan of sorted) {
    const at = strongest.findIndex((other) => isAsGood(other, plan));
    if (at < 0) {
      kept.push(plan);
      strongest.push(plan);
    } else if (at > 0) {
      // Who beats one plan tends to beat the next: it moves to the front.
      strongest.unshift(...strongest.splice(at, 1));
    }
  }
  return kept;
}
