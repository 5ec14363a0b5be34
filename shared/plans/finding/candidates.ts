import { type Fen, fen } from "../../money/fen.ts";
import { type Fraction, takeShare } from "../../money/fraction.ts";
import { rateFraction } from "../../money/rate.ts";
import type { Repayment } from "../amortise.ts";
import { type RepaymentShape, repayments } from "../repayments.ts";
import { SCHEDULE_FAMILIES, type ScheduleFamily } from "../terms.ts";
import { bearsInterest } from "../validateFamily.ts";
import type { MonthGrid } from "./monthGrid.ts";

/** The instalments of a plan as figures, in fen: each, all together, the largest and the smallest. */
type Payments = { totals: Float64Array; paid: number; peak: number; smallest: number };

/** A plan as arithmetic: what is paid in which months of the grid, the first in month `start`. */
export type Candidate = Payments & { shape: RepaymentShape; start: number; months: readonly number[] };

/** Capacity of each month of the grid; null when not known. */
export type MonthlyCapacity = readonly number[] | null;

type Field = { balance: Fen; grid: MonthGrid; capacity: MonthlyCapacity; annualRate: string };

/** A family on the months of one deferral, in order, with their rates and (irregular) the weights of all of them. */
type Lane = {
  family: ScheduleFamily;
  balance: Fen;
  months: readonly number[];
  rates: readonly Fraction[];
  weights: readonly number[];
};

const BALLOON_SHARE = 5;
const FEWEST_STEPPED = 3;
const WEIGHT_SCALE = 1_000;

/** The families worth trying: without new interest two of them, and on even capacity the irregular one, repeat `level`. */
export function familiesToTry(wanted: readonly ScheduleFamily[] | undefined, field: Field): ScheduleFamily[] {
  const charges = rateFraction(field.annualRate).num > 0n;
  const repeats = new Set<ScheduleFamily>(charges ? [] : ["equal_instalment", "equal_principal"]);
  const first = field.capacity?.[0];
  if (field.capacity === null || field.capacity.every((each) => each === first)) repeats.add("irregular");
  return SCHEDULE_FAMILIES.filter((family) => (wanted?.includes(family) ?? true) && !repeats.has(family));
}

/**
 * All candidates of one family: lengths 1 … `maxCount`, deferrals 0 … `maxDeferral` months. Where every period has the same
 * rate the arithmetic of a length is done once for all deferrals.
 */
export function* candidatesOf(
  family: ScheduleFamily,
  field: Field,
  maxCount: number,
  maxDeferral: number,
): Generator<Candidate> {
  const shared = (field.grid.uniform || !bearsInterest(family)) && family !== "irregular";
  const once = new Map<number, (Payments & { shape: RepaymentShape }) | null>();
  for (let start = 0; start <= maxDeferral; start += 1) {
    const lane = laneOf(family, field, start);
    const { months } = lane;
    const longest = family === "lump_sum" ? 1 : Math.min(maxCount, months.length);
    for (let count = 1; count <= longest; count += 1) {
      let plan = shared ? once.get(count) : undefined;
      if (plan === undefined) {
        plan = planOf(lane, count);
        if (shared) once.set(count, plan);
      }
      if (plan === null) continue;
      const { shape, totals, paid, peak, smallest } = plan;
      yield { shape, totals, paid, peak, smallest, start, months };
    }
  }
}

function laneOf(family: ScheduleFamily, field: Field, start: number): Lane {
  const { balance, grid, capacity } = field;
  const months = monthsFrom(family, field, start);
  const rates = bearsInterest(family) ? ratesOn(family, grid, months) : [];
  const own = family === "irregular" ? months.map((month) => capacity?.[month] ?? 0) : [];
  const most = Math.max(...own);
  const weights = own.map((each) => Math.max(1, Math.floor((each / most) * WEIGHT_SCALE)));
  return { family, balance, months, rates, weights };
}

/** The months a plan beginning in `start` pays in: every one, or for irregular plans those with capacity. */
function monthsFrom(family: ScheduleFamily, { grid, capacity }: Field, start: number): number[] {
  const months = grid.nominal.map((_, month) => month).slice(start);
  if (family !== "irregular" || capacity === null) return months;
  return (capacity[start] ?? 0) > 0 ? months.filter((month) => (capacity[month] ?? 0) > 0) : [];
}

function ratesOn(family: ScheduleFamily, grid: MonthGrid, months: readonly number[]): Fraction[] {
  if (family !== "irregular") return months.map((month) => grid.rate(month));
  return months.map((month, index) => grid.listedRate(months[index - 1] ?? -1, month));
}

function planOf(lane: Lane, count: number): (Payments & { shape: RepaymentShape }) | null {
  const shape = shapeOf(lane, count);
  if (shape === null || lane.balance < count) return null;
  const rows = repayments(shape, lane.balance, lane.rates.slice(0, count));
  const payments = paymentsOf(rows);
  const { totals } = payments;
  const swollen = lane.family === "equal_instalment" && (totals[count - 1] ?? 0) > 2 * (totals[0] ?? 0);
  return swollen || payments.smallest < 1 ? null : { shape, ...payments };
}

/** A row that repays nothing makes the smallest payment 0: such a plan is none. */
function paymentsOf(rows: readonly Repayment[]): Payments {
  const totals = new Float64Array(rows.length);
  let paid = 0;
  let peak = 0;
  let smallest = Infinity;
  let index = 0;
  for (const { principalFen, interestFen } of rows) {
    const total = principalFen + interestFen;
    totals[index] = total;
    index += 1;
    paid += total;
    if (total > peak) peak = total;
    if (principalFen < 1) smallest = 0;
    else if (total < smallest) smallest = total;
  }
  return { totals, paid, peak, smallest };
}

/**
 * The one form of each family that is tried: stepped pays half the level principal, and the first period's interest, for a
 * third of the time; a balloon is a fifth of the sum; irregular follows capacity. Null where a length is too short.
 */
function shapeOf({ family, balance, rates, weights }: Lane, count: number): RepaymentShape | null {
  if (family === "stepped") {
    if (count < FEWEST_STEPPED) return null;
    const interest = rates[0] === undefined ? 0 : takeShare(balance, rates[0]);
    const paymentFen = fen(Math.max(1, Math.floor(balance / (2 * count))) + interest);
    return { family, count, steps: [{ count: Math.ceil(count / 3), paymentFen }] };
  }
  if (family === "balloon") {
    const balloonFen = fen(Math.floor(balance / BALLOON_SHARE));
    return count < 2 || balloonFen < 1 ? null : { family, count, balloonFen };
  }
  if (family === "irregular" && weights.length > 0) {
    return { family, count, weights: weights.slice(0, count) };
  }
  return { family, count };
}
