import { expect } from "chai";
import { type Fen, fen } from "../../../../shared/money/fen.ts";
import { levelZone } from "../../../../shared/plans/finding/levelZone.ts";
import { type Zone, freeFormZone } from "../../../../shared/plans/finding/zone.ts";
import { allLists } from "./bruteForce.ts";

/**
 * Whole numbers scaled down so that every floor can be tried: no discount, gentle, steep, and a cliff. A factor never
 * rises, and one more month never changes those before it.
 */
const DISCOUNTS = [
  [1, 1, 1, 1],
  [4, 3, 3, 2],
  [7, 4, 2, 1],
  [5, 5, 1, 1],
] as const;
const MOST_MONTHS = 4;
const MOST_FEN = 5;
const NO_CAP = fen(1_000);
/** (6 + 6² + 6³ + 6⁴) capacities under four discounts. */
export const ALL_INSTANCES = (6 + 36 + 216 + 1_296) * 4;
const sum = (amounts: readonly number[]) => amounts.reduce((total, value) => total + value, 0);
const worth = (payments: readonly number[], factors: readonly number[]) =>
  sum(payments.map((payment, month) => payment * (factors[month] ?? 0)));

/** How much was tried: capacities with their discounts, and bargains (windows, floors and limits) over them. */
type Tried = { instances: number; bargains: number };
type Instance = { capacityFen: Fen[]; factors: readonly number[] };

/**
 * Every capacity of up to four months and five fen under every discount; `every` n-th one only where a quick look must
 * do. n without a factor in common with 6 and 4 reaches every value of every month.
 */
function* instances(every: number): Generator<Instance> {
  let place = 0;
  for (let length = 1; length <= MOST_MONTHS; length += 1) {
    for (const capacityFen of allLists(length, MOST_FEN)) {
      for (const factors of DISCOUNTS) {
        if (place % every === 0) yield { capacityFen, factors: factors.slice(0, length) };
        place += 1;
      }
    }
  }
}

type Limits = { debtCapFen: Fen; borrowerLimitFen?: Fen };

/** Every debt cap without a limit of the borrower's, every such limit without a cap, and for short bargains every pair. */
function* limitsUpTo(most: number, pairs: boolean): Generator<Limits> {
  for (let one = 0; one <= most; one += 1) {
    yield { debtCapFen: fen(one) };
    yield { debtCapFen: NO_CAP, borrowerLimitFen: fen(one) };
    if (!pairs) continue;
    for (let two = 0; two <= most; two += 1) yield { debtCapFen: fen(one), borrowerLimitFen: fen(two) };
  }
}

/** The zone against every list of payments within capacity, for every floor, cap and limit. */
export function everyFreeFormZone(every = 1): Tried {
  const tried = { instances: 0, bargains: 0 };
  for (const { capacityFen, factors } of instances(every)) {
    tried.instances += 1;
    const most = sum(capacityFen);
    const best = bestByTotal(capacityFen, factors);
    const [scaled, limits] = [factors.map(BigInt), [...limitsUpTo(most + 1, capacityFen.length <= 2)]];
    for (let floor = -1; floor <= worth(capacityFen, factors) + 1; floor += 1) {
      const reaching = totalsReaching(best, floor);
      for (const { debtCapFen, borrowerLimitFen } of limits) {
        tried.bargains += 1;
        const bargain = { capacityFen, factors: scaled, floorNpv: BigInt(floor), debtCapFen };
        const found = freeFormZone(
          borrowerLimitFen === undefined ? bargain : { ...bargain, borrowerLimitFen },
        );
        const within = upTo(reaching, debtCapFen, borrowerLimitFen);
        const sound = agrees(found, within) && found.leastTotalFen === (reaching[0] ?? null);
        if (!sound) fail({ capacityFen, factors, floor, debtCapFen, borrowerLimitFen, found, within });
      }
    }
  }
  return tried;
}

/** The same for level payments, in every window of the months. */
export function everyLevelZone(every = 1): Tried {
  const tried = { instances: 0, bargains: 0 };
  for (const { capacityFen, factors } of instances(every)) {
    tried.instances += 1;
    const scaled = factors.map(BigInt);
    for (let start = 0; start < capacityFen.length; start += 1) {
      for (let length = 1; start + length <= capacityFen.length; length += 1) {
        const end = start + length;
        const best = levelByTotal(capacityFen.slice(start, end), factors.slice(start, end));
        const limits = [...limitsUpTo(MOST_FEN * length + 1, length <= 1)];
        const highest = MOST_FEN * sum(factors.slice(start, end));
        for (let floor = -1; floor <= highest + 1; floor += 1) {
          const reaching = totalsReaching(best, floor);
          for (const { debtCapFen, borrowerLimitFen } of limits) {
            tried.bargains += 1;
            const bargain = { capacityFen, factors: scaled, floorNpv: BigInt(floor), debtCapFen };
            const limited = borrowerLimitFen === undefined ? bargain : { ...bargain, borrowerLimitFen };
            const found = levelZone(limited, start, length);
            const within = upTo(reaching, debtCapFen, borrowerLimitFen);
            if (!agrees(found, within))
              fail({
                capacityFen,
                factors,
                start,
                length,
                floor,
                debtCapFen,
                borrowerLimitFen,
                found,
                within,
              });
          }
        }
      }
    }
  }
  return tried;
}

/** The most each total from nothing to all of capacity can be worth, by trying every list of payments. */
function bestByTotal(capacityFen: readonly number[], factors: readonly number[]): number[] {
  const best: number[] = Array(sum(capacityFen) + 1).fill(-Infinity);
  for (const payments of paymentsWithin(capacityFen)) {
    const total = sum(payments);
    best[total] = Math.max(best[total] ?? -Infinity, worth(payments, factors));
  }
  return best;
}

function* paymentsWithin(capacityFen: readonly number[]): Generator<number[]> {
  const [first, ...later] = capacityFen;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const rest of paymentsWithin(later)) {
    for (let payment = 0; payment <= first; payment += 1) yield [payment, ...rest];
  }
}

/** What each total is worth when paid level, the odd fen first; nothing where a payment would exceed its month. */
function levelByTotal(capacityFen: readonly number[], factors: readonly number[]): number[] {
  return Array.from({ length: sum(capacityFen) + 1 }, (_, total) => {
    const each = Math.floor(total / capacityFen.length);
    const odd = total - each * capacityFen.length;
    const payments = capacityFen.map((_capacity, month) => each + (month < odd ? 1 : 0));
    const fits = payments.every((payment, month) => payment <= (capacityFen[month] ?? 0));
    return fits ? worth(payments, factors) : -Infinity;
  });
}

function totalsReaching(best: readonly number[], floor: number): number[] {
  return best.flatMap((value, total) => (value >= floor ? [total] : []));
}

function upTo(totals: readonly number[], debtCapFen: number, limitFen = Infinity): number[] {
  return totals.filter((total) => total <= debtCapFen && total <= limitFen);
}

/** Both ends, and that nothing between them is missing. */
function agrees(found: Zone, totals: readonly number[]): boolean {
  if (!found.exists || totals.length === 0) return found.exists === totals.length > 0;
  const [least, greatest] = [totals[0] ?? 0, totals.at(-1) ?? 0];
  const whole = totals.length === greatest - least + 1;
  return whole && found.leastTotalFen === least && found.greatestTotalFen === greatest;
}

function fail(figures: object): never {
  expect.fail(JSON.stringify(figures));
}
