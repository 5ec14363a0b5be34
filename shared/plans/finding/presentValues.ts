import { type Fen, fen } from "../../money/fen.ts";
import { type DiscountFactor, FACTOR_SCALE, netPresentValue } from "../netPresentValue.ts";

const SPLIT = 2 ** 20;
const SCALE = Number(FACTOR_SCALE);
/** Up to this total every sum below is a safe integer. */
const LARGEST_TOTAL = 2 ** 33;
/** Well above what doubles may be wrong by; nearer to half a fen than this, bigint decides. */
const DOUBT = 1e-4;

/** Present values to the fen at the speed of doubles: `of(amounts, months, base)`, the same as `netPresentValue` gives. */
export type PresentValues = (amounts: ArrayLike<number>, months: readonly number[], base: bigint) => Fen;

/**
 * Prepares present values for factors (scale 10^12). A factor is split into two halves of 20 bits, so that the sums of
 * amounts × halves are exact. `base` is a value, at scale 10^12, to add: that of a down payment.
 */
export function presentValues(factors: readonly DiscountFactor[]): PresentValues {
  const split = BigInt(SPLIT);
  const high = Float64Array.from(factors, (factor) => Number(factor / split));
  const low = Float64Array.from(factors, (factor) => Number(factor % split));
  return (amounts, months, base) => {
    let highSum = 0;
    let lowSum = 0;
    let total = 0;
    for (let index = 0; index < amounts.length; index += 1) {
      const amount = amounts[index] ?? 0;
      const month = months[index] ?? 0;
      total += amount;
      highSum += amount * (high[month] ?? 0);
      lowSum += amount * (low[month] ?? 0);
    }
    if (total <= LARGEST_TOTAL) {
      const rounded = (highSum * SPLIT + lowSum + Number(base)) / SCALE + 0.5;
      const value = Math.floor(rounded);
      if (Math.abs(rounded - value - 0.5) < 0.5 - DOUBT) return fen(value);
    }
    return exact(amounts, months, factors, base);
  };
}

function exact(
  amounts: ArrayLike<number>,
  months: readonly number[],
  factors: readonly DiscountFactor[],
  base: bigint,
): Fen {
  const own = Array.from(amounts, (amount) => fen(amount));
  const used = own.map((_, index) => factors[months[index] ?? 0] ?? 0n);
  return netPresentValue([...own, fen(1)], [...used, base]);
}
