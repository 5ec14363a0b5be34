import { type Fen, fen } from "./fen.ts";

/**
 * Splits `total` fen (≥ 0) in proportion to `weights` (whole, ≥ 0, not all 0): each part is rounded down and what is left
 * goes, one fen each, to the earliest parts with a weight. Equal weights come to what `allocateEvenly` gives.
 * Throws RangeError for a negative total or weights that are not as said.
 */
export function allocateByWeights(total: Fen, weights: readonly number[]): Fen[] {
  if (total < 0) throw new RangeError(`cannot allocate a negative amount: ${total}`);
  let whole = 0;
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`);
    whole += weight;
  }
  if (whole === 0) throw new RangeError("nothing to allocate by: every weight is 0");
  const parts: Fen[] = [];
  let left: number = total;
  for (const weight of weights) {
    const part = proportion(total, weight, whole);
    parts.push(fen(part));
    left -= part;
  }
  for (let index = 0; left > 0; index += 1) {
    if (weights[index] === 0) continue;
    parts[index] = fen((parts[index] ?? 0) + 1);
    left -= 1;
  }
  return parts;
}

/** ⌊total × weight ÷ whole⌋, in doubles while the product is a safe integer. */
function proportion(total: number, weight: number, whole: number): number {
  const product = total * weight;
  if (product <= Number.MAX_SAFE_INTEGER) return Math.floor(product / whole);
  return Number((BigInt(total) * BigInt(weight)) / BigInt(whole));
}
