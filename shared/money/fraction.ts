import { type Fen, fen } from "./fen.ts";

/** An exact non-negative rational in lowest terms. */
export type Fraction = { readonly num: bigint; readonly den: bigint };

const NOTHING = fen(0);

/** num/den in lowest terms. Throws RangeError for a negative or fractional part, or a zero denominator. */
export function fraction(num: number | bigint, den: number | bigint): Fraction {
  const top = BigInt(num);
  const bottom = BigInt(den);
  if (top < 0n || bottom <= 0n) throw new RangeError(`not a non-negative fraction: ${top}/${bottom}`);
  const divisor = greatestCommonDivisor(top, bottom);
  return { num: top / divisor, den: bottom / divisor };
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.num, a.den * b.den);
}

/**
 * A function that takes an amount (≥ 0) to amount × share, rounded half up to the fen. Doubles are used while every
 * intermediate is a safe integer, where floor of the quotient is exact; beyond that bigint.
 */
export function shareOf(share: Fraction): (amount: Fen) => Fen {
  const { num, den } = share;
  // Plans without new interest ask this of every row.
  if (num === 0n) return () => NOTHING;
  const numTwice = Number(2n * num);
  const denominator = Number(den);
  const fits = 2n * num + 2n * den <= BigInt(Number.MAX_SAFE_INTEGER);
  const limit = fits ? (Number.MAX_SAFE_INTEGER - denominator) / numTwice - 1 : -1;
  return (amount) => {
    if (amount <= limit) return fen(Math.floor((amount * numTwice + denominator) / (2 * denominator)));
    return fen(Number((2n * BigInt(amount) * num + den) / (2n * den)));
  };
}

/** `amount` (≥ 0) × share, rounded half up to the fen. Throws RangeError on overflow. */
export function takeShare(amount: Fen, share: Fraction): Fen {
  return shareOf(share)(amount);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
