import { type Fen, fen } from "./fen.ts";

/**
 * Splits `total` fen (≥ 0) in proportion to `weights` (whole, ≥ 0, not all 0): each part is rounded down and what is left
 * goes, one fen each, to the earliest parts with a weight. Equal weights come to what `allocateEvenly` gives.
 * Throws RangeError for a negative total or weights that are not as said.
 */
export function allocateByWeights(total: Fen, weights: readonly number[]): Fen[] {
  if (total < 0) throw new RangeError(`cannot allocate a negative amount: ${total}`);
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError("weights must be whole and not negative");
  }
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) throw new RangeError("nothing to allocate by: every weight is 0");
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const parts = weights.map((weight) => proportion(total, weight, whole, heaviest));
  let left = parts.reduce((rest, part) => rest - part, Number(total));
  return parts.map((part, index) => {
    const extra = left > 0 && (weights[index] ?? 0) > 0 ? 1 : 0;
    left -= extra;
    return fen(part + extra);
  });
}

/** ⌊total × weight ÷ whole⌋, in doubles while the product is a safe integer. */
function proportion(total: number, weight: number, whole: number, heaviest: number): number {
  if (total * heaviest <= Number.MAX_SAFE_INTEGER) return Math.floor((total * weight) / whole);
  return Number((BigInt(total) * BigInt(weight)) / BigInt(whole));
}
