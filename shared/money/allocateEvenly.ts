import { type Fen, fen } from "./fen.ts";

/**
 * Splits `total` fen (≥ 0) into `count` parts (≥ 1) that differ by at most one fen; the parts that are larger
 * come first. Only with the residue spread over the earliest parts is the zone of agreement one interval.
 * Throws RangeError for a negative total or a count that is not a positive whole number.
 */
export function allocateEvenly(total: Fen, count: number): Fen[] {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`count must be ≥ 1: ${count}`);
  if (total < 0) throw new RangeError(`cannot allocate a negative amount: ${total}`);
  const residue = total % count;
  const part = (total - residue) / count;
  return Array.from({ length: count }, (_, index) => fen(index < residue ? part + 1 : part));
}
