import { type Fen, ZERO_FEN, fen, minFen, subFen, sumFen } from "../../money/fen.ts";
import type { DiscountFactor } from "../netPresentValue.ts";

/**
 * A bargain as figures: in month t = 1 … N the borrower can pay `capacityFen[t − 1]`, worth `factors[t − 1]` (scale
 * 10^12, never rising) to the platform, which wants a present value of `floorNpv` (fen × 10^12). At most
 * `debtCapFen` may be asked, and `borrowerLimitFen` given, where there is such a limit.
 */
export type ZoneInstance = {
  capacityFen: readonly Fen[];
  factors: readonly DiscountFactor[];
  floorNpv: bigint;
  debtCapFen: Fen;
  borrowerLimitFen?: Fen;
};

/**
 * The totals both sides can live with are all from `leastTotalFen` to `greatestTotalFen`; none when `exists` is false.
 * `leastTotalFen` is null when no payments within capacity reach the floor.
 */
export type Zone = { exists: boolean; leastTotalFen: Fen | null; greatestTotalFen: Fen };

/**
 * The zone when any payments within capacity will do. Paying as early as capacity allows is worth most for a given total, so
 * with V and C the sums of value and capacity over k months the least total is T* = C_k + ⌈(R − V_k) / d_{k+1}⌉ at the
 * first k with V_{k+1} ≥ R. O(N).
 */
export function freeFormZone(instance: ZoneInstance): Zone {
  const { capacityFen, debtCapFen, borrowerLimitFen } = instance;
  const reach = minFen(sumFen(capacityFen), debtCapFen);
  const greatest = borrowerLimitFen === undefined ? reach : minFen(reach, borrowerLimitFen);
  return zone(leastTotal(instance), greatest);
}

/** Payments of `total` as early as capacity allows: p_t = min(c_t, rest). Sums to less where capacity ends first. */
export function earliestFirst(capacityFen: readonly Fen[], total: Fen): Fen[] {
  let rest = total;
  return capacityFen.map((capacity) => {
    const payment = minFen(capacity, rest);
    rest = subFen(rest, payment);
    return payment;
  });
}

/** A zone from its two ends. */
export function zone(leastTotalFen: Fen | null, greatestTotalFen: Fen): Zone {
  const exists = leastTotalFen !== null && leastTotalFen <= greatestTotalFen;
  return { exists, leastTotalFen, greatestTotalFen };
}

function leastTotal({ capacityFen, factors, floorNpv }: ZoneInstance): Fen | null {
  let paid = 0n;
  let value = 0n;
  if (floorNpv <= 0n) return ZERO_FEN;
  for (const [index, capacity] of capacityFen.entries()) {
    const factor = factors[index] ?? 0n;
    const next = value + BigInt(capacity) * factor;
    if (next >= floorNpv) return fen(Number(paid + (floorNpv - value + factor - 1n) / factor));
    paid += BigInt(capacity);
    value = next;
  }
  return null;
}
