import type { FoundPlan, PlanFigures, TradeOff } from "./search.ts";

/** The order of preference behind each name; a later figure decides only between plans equal in the earlier ones. */
const ORDERS: Record<TradeOff, readonly ((figures: PlanFigures) => number)[]> = {
  lowest_monthly: [(plan) => plan.peakFen, (plan) => plan.months, (plan) => plan.totalFen],
  soonest_done: [(plan) => plan.months, (plan) => plan.totalFen, (plan) => plan.peakFen],
  least_in_total: [(plan) => plan.totalFen, (plan) => plan.peakFen, (plan) => plan.months],
};

/** The best plan under each name; one plan may bear several. */
export function tradeOffsOf(plans: readonly [FoundPlan, ...FoundPlan[]]): Record<TradeOff, FoundPlan> {
  return {
    lowest_monthly: best(plans, "lowest_monthly"),
    soonest_done: best(plans, "soonest_done"),
    least_in_total: best(plans, "least_in_total"),
  };
}

function best(plans: readonly [FoundPlan, ...FoundPlan[]], tradeOff: TradeOff): FoundPlan {
  const better = (a: FoundPlan, b: FoundPlan) => {
    for (const figure of ORDERS[tradeOff]) {
      const difference = figure(a.figures) - figure(b.figures);
      if (difference !== 0) return difference < 0;
    }
    return false;
  };
  return plans.reduce((kept, plan) => (better(plan, kept) ? plan : kept), plans[0]);
}
