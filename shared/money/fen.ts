declare const brand: unique symbol;

/** A whole number of fen (分, 1/100 yuan), always a safe integer; may be negative only as a difference. */
export type Fen = number & { readonly [brand]: "Fen" };

/** Brands `n` as fen. Throws RangeError when `n` is fractional, NaN, or beyond ±(2^53 − 1). */
export function fen(n: number): Fen {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole, safe number of fen: ${n}`);
  return (n + 0) as Fen; // checked above; the sum turns −0 into 0
}

/** Whether `n` can be an amount of fen: a safe integer. */
export function isFen(n: unknown): n is Fen {
  return typeof n === "number" && Number.isSafeInteger(n);
}

export const ZERO_FEN: Fen = fen(0);

/** a + b. Throws RangeError on overflow. */
export function addFen(a: Fen, b: Fen): Fen {
  return fen(a + b);
}

/** a − b, which may be negative. Throws RangeError on overflow. */
export function subFen(a: Fen, b: Fen): Fen {
  return fen(a - b);
}

/** The sum of all amounts; zero for none. Throws RangeError on overflow at any step. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = ZERO_FEN;
  for (const amount of amounts) total = addFen(total, amount);
  return total;
}

/** The smaller of two amounts. */
export function minFen(a: Fen, b: Fen): Fen {
  return a < b ? a : b;
}
