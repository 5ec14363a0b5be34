import { allocateEvenly } from "../../../../shared/money/allocateEvenly.ts";
import { type Fen, fen } from "../../../../shared/money/fen.ts";
import type { ZoneInstance } from "../../../../shared/plans/finding/zone.ts";

/** The best present value of every total from 0 to the sum of capacities, by trying every payment of every month. */
export function bestValues(capacityFen: readonly number[], factors: readonly bigint[]): bigint[] {
  let best: bigint[] = [0n];
  for (const [index, capacity] of capacityFen.entries()) {
    const next: bigint[] = Array(best.length + capacity).fill(-1n);
    for (const [total, value] of best.entries()) {
      for (let paid = 0; paid <= capacity; paid += 1) {
        const reached = value + BigInt(paid) * factors[index]!;
        if (reached > next[total + paid]!) next[total + paid] = reached;
      }
    }
    best = next;
  }
  return best;
}

/** Every total for which level payments fit capacity and reach the floor. */
export function levelTotals(instance: ZoneInstance, start: number, length: number): number[] {
  const window = instance.capacityFen.slice(start, start + length);
  const factors = instance.factors.slice(start, start + length);
  const most = window.reduce((sum, each) => sum + each, 0);
  const totals: number[] = [];
  for (let total = 0; total <= Math.min(most, instance.debtCapFen); total += 1) {
    const payments = allocateEvenly(fen(total), length);
    const value = payments.reduce((sum, payment, index) => sum + BigInt(payment) * factors[index]!, 0n);
    if (payments.every((payment, index) => payment <= window[index]!) && value >= instance.floorNpv) {
      totals.push(total);
    }
  }
  return totals;
}

/** All lists of `length` whole numbers from 0 to `max`. */
export function* allLists(length: number, max: number): Generator<Fen[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (const rest of allLists(length - 1, max)) {
    for (let value = 0; value <= max; value += 1) yield [...rest, fen(value)];
  }
}
