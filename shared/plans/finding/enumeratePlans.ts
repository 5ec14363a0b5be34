import { type Fen, ZERO_FEN, fen, subFen, sumFen } from "../../money/fen.ts";
import { nextWorkingDay } from "../../calendar/workingDays.ts";
import { totalsByComponent } from "../componentTotals.ts";
import { discountFactors } from "../netPresentValue.ts";
import { downPaymentBreaches, waiverBreaches } from "../policy.ts";
import { COMPONENTS } from "../statement.ts";
import { SCHEDULE_FAMILIES, type ScheduleFamily, type Waiver } from "../terms.ts";
import { type Candidate, type MonthlyCapacity, candidatesOf, familiesToTry } from "./candidates.ts";
import { type MonthGrid, monthGrid } from "./monthGrid.ts";
import { paretoFront } from "./pareto.ts";
import { partsOf } from "./planParts.ts";
import {
  type FoundPlan,
  MAX_SEARCH_COUNT,
  MAX_SEARCH_DEFERRAL,
  NO_PLAN_REASONS,
  type NoPlanReason,
  type PlanFigures,
  type PlanSearch,
  type PlansFound,
} from "./search.ts";
import { tradeOffsOf } from "./tradeOffs.ts";

/** One waiver option of a search, with everything its candidates share. */
type Option = {
  waivers: readonly Waiver[];
  balance: Fen;
  waivedFen: Fen;
  base: bigint;
  insidePolicy: boolean;
};
type Context = {
  search: PlanSearch;
  grid: MonthGrid;
  capacity: MonthlyCapacity;
};
type Judged = PlanFigures & { candidate: Candidate; option: Option };

/**
 * Plans worth showing: every family × length × deferral × waiver option that policy, caps and capacity let pass, of these
 * those that no other beats. Figures are computed to the fen as `computeSchedule` and `netPresentValue` would.
 * The search must be sound (`searchProblems`). Never one score: the named trade-offs are for people to choose from.
 */
export function enumeratePlans(search: PlanSearch): PlansFound {
  if (search.capacityFen?.every((each) => each === 0) === true) return none("capacity_zero");
  const context = contextOf(search);
  const judged: Judged[] = [];
  const came = { far: 0, considered: 0 };
  for (const waivers of search.waiverOptions ?? [[]]) {
    const option = optionOf(search, waivers);
    if (option.balance <= 0) continue;
    for (const candidate of candidates(context, option)) {
      came.considered += 1;
      const verdict = judge(context, option, candidate);
      if (typeof verdict === "object") judged.push(verdict);
      else came.far = Math.max(came.far, NO_PLAN_REASONS.indexOf(verdict));
    }
  }
  const front = paretoFront(judged).map((plan) => found(context, plan));
  const [first, ...rest] = front;
  if (first === undefined) return none(NO_PLAN_REASONS[came.far] ?? "nothing_to_pay");
  return {
    kind: "plans",
    plans: front,
    tradeOffs: tradeOffsOf([first, ...rest]),
    families: bestOfFamilies(judged, search.capacityFen !== null).map((plan) => found(context, plan)),
    considered: came.considered,
  };
}

/** One plan of each family, in the order of families. */
function bestOfFamilies(judged: readonly Judged[], capacityKnown: boolean): Judged[] {
  const first = capacityKnown ? ("months" as const) : ("peakFen" as const);
  const second = capacityKnown ? ("peakFen" as const) : ("months" as const);
  const best = new Map<ScheduleFamily, Judged>();
  for (const plan of judged) {
    const { family } = plan.candidate.shape;
    const kept = best.get(family);
    const difference =
      kept === undefined
        ? -1
        : plan.waivedFen - kept.waivedFen ||
          plan[first] - kept[first] ||
          plan[second] - kept[second] ||
          plan.totalFen - kept.totalFen;
    if (difference < 0) best.set(family, plan);
  }
  return SCHEDULE_FAMILIES.flatMap((family) => best.get(family) ?? []);
}

function none(reason: NoPlanReason): PlansFound {
  return { kind: "no_plan", reason };
}

function contextOf(search: PlanSearch): Context {
  const { today, firstDue, discountRate, annualRate, dayCount = "30/360", downPayment } = search;
  const months = longestCount(search) + longestDeferral(search);
  const after = downPayment === undefined ? null : nextWorkingDay(downPayment.due).date;
  const grid = monthGrid({ today, firstDue, after, discountRate, annualRate, dayCount, months });
  const least = Math.min(...(search.capacityFen ?? []));
  const capacity =
    search.capacityFen === null ? null : grid.nominal.map((_, month) => search.capacityFen?.[month] ?? least);
  return { search, grid, capacity };
}

function longestCount({ maxCount = MAX_SEARCH_COUNT, policy }: PlanSearch): number {
  return Math.min(maxCount, policy?.maxCount ?? maxCount);
}

function longestDeferral({ maxDeferralMonths = MAX_SEARCH_DEFERRAL, policy }: PlanSearch): number {
  return Math.min(maxDeferralMonths, policy?.maxDeferralMonths ?? maxDeferralMonths);
}

function optionOf(search: PlanSearch, waivers: readonly Waiver[]): Option {
  const { basis, downPayment, policy } = search;
  const byComponent = totalsByComponent(basis, { waivers });
  const over = (name: "payableFen" | "waivedFen") =>
    sumFen(COMPONENTS.map((component) => byComponent[component][name]));
  const down = downPayment?.fen ?? ZERO_FEN;
  return {
    waivers,
    balance: subFen(over("payableFen"), down),
    waivedFen: over("waivedFen"),
    base: downPayment === undefined ? 0n : valueOf(downPayment, search),
    insidePolicy:
      policy === null ||
      (waiverBreaches(policy, byComponent).length === 0 &&
        downPaymentBreaches(policy, byComponent, down).length === 0),
  };
}

/** What a down payment is worth on the day of the search, at the scale of discount factors. */
function valueOf(down: NonNullable<PlanSearch["downPayment"]>, search: PlanSearch): bigint {
  const due = nextWorkingDay(down.due).date;
  const [factor = 0n] = discountFactors(search.today, search.discountRate, [due]);
  return BigInt(down.fen) * factor;
}

function* candidates({ search, grid, capacity }: Context, { balance }: Option): Generator<Candidate> {
  const field = { balance, grid, capacity, annualRate: search.annualRate };
  for (const family of familiesToTry(search.families, field)) {
    yield* candidatesOf(family, field, longestCount(search), longestDeferral(search));
  }
}

/** The figures of a candidate, or what it fails by. */
function judge(context: Context, option: Option, candidate: Candidate): Judged | NoPlanReason {
  const { search, capacity } = context;
  const { totals, months, paid, smallest } = candidate;
  if (!option.insidePolicy || smallest < (search.policy?.minInstalmentFen ?? 0)) return "outside_policy";
  const totalFen = fen(paid + (search.downPayment?.fen ?? 0));
  const { totalFen: highest = totalFen, npvFloorFen = 0 } = search.caps ?? {};
  if (totalFen > highest) return "outside_caps";
  const strain = capacity === null ? candidate.peak / option.balance : strainOn(capacity, candidate);
  if (capacity !== null && strain > 1) return "beyond_capacity";
  const npvFen = context.grid.npv(totals, months, option.base);
  if (npvFen < npvFloorFen) return "below_floor";
  const { waivedFen } = option;
  return {
    candidate,
    option,
    totalFen,
    strain,
    months: (months[totals.length - 1] ?? 0) + 1,
    npvFen,
    peakFen: fen(candidate.peak),
    waivedFen,
  };
}

/** The largest share of a month's capacity; some share above 1 as soon as there is one. */
function strainOn(capacity: ArrayLike<number>, { totals, months }: Candidate): number {
  let strain = 0;
  for (let index = 0; index < totals.length && strain <= 1; index += 1) {
    const share = (totals[index] ?? 0) / (capacity[months[index] ?? 0] ?? 0);
    if (share > strain) strain = share;
  }
  return strain;
}

function found({ search, grid }: Context, { candidate, option, ...figures }: Judged): FoundPlan {
  return { parts: partsOf(search, grid, candidate, option.waivers), figures };
}
