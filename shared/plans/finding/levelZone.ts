import { type Fen, fen, minFen, sumFen } from "../../money/fen.ts";
import { type Zone, type ZoneInstance, zone } from "./zone.ts";

/**
 * The zone when payments are level: `length` of them from month `start` + 1 on, the residue in the earliest. With A = Σ d
 * over the window, b = ⌊R / A⌋ and the smallest r with bA + Σ_{first r} d ≥ R the least total is b × length + r; the
 * greatest is length × least capacity + the number of slots before the first that has no more than that.
 * Throws RangeError when the window does not lie within the months.
 */
export function levelZone(instance: ZoneInstance, start: number, length: number): Zone {
  const { capacityFen, factors, floorNpv, debtCapFen, borrowerLimitFen } = instance;
  const window = capacityFen.slice(start, start + length);
  if (start < 0 || length < 1 || window.length !== length) throw new RangeError("no such months");
  const greatest = minFen(greatestLevelTotal(window), debtCapFen);
  return zone(
    leastLevelTotal(factors.slice(start, start + length), floorNpv),
    borrowerLimitFen === undefined ? greatest : minFen(greatest, borrowerLimitFen),
  );
}

function leastLevelTotal(factors: readonly bigint[], floorNpv: bigint): Fen {
  const floor = floorNpv > 0n ? floorNpv : 0n;
  const each = floor / factors.reduce((sum, factor) => sum + factor, 0n);
  let value = factors.reduce((sum, factor) => sum + each * factor, 0n);
  let raised = 0;
  while (value < floor) {
    value += factors[raised] ?? 0n;
    raised += 1;
  }
  return fen(Number(each * BigInt(factors.length)) + raised);
}

function greatestLevelTotal(window: readonly Fen[]): Fen {
  const least = window.reduce((lowest, capacity) => minFen(lowest, capacity));
  return sumFen([...window.map(() => least), fen(window.indexOf(least))]);
}
