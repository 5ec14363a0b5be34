import { allocateByWeights } from "../money/allocateByWeights.ts";
import { allocateEvenly } from "../money/allocateEvenly.ts";
import { type Fen, ZERO_FEN, fen, subFen, sumFen } from "../money/fen.ts";
import type { Fraction } from "../money/fraction.ts";
import { type Repayment, equalInstalments, equalPrincipal, repayParts, repayTotals } from "./amortise.ts";
import type { ScheduleFamily, ScheduleParameters } from "./terms.ts";

/** What a family needs to know of the parameters; dates and rates have become `rates` by then. */
export type RepaymentShape = Pick<
  ScheduleParameters,
  "family" | "count" | "steps" | "balloonFen" | "weights" | "minimumInstalmentFen"
>;

/**
 * The instalments of `balance` as arithmetic, one rate for each of `shape.count` periods. Fewer than `count` only where a
 * minimum instalment ends the plan earlier. Throws RangeError for a shape that validation refuses.
 */
export function repayments(shape: RepaymentShape, balance: Fen, rates: readonly Fraction[]): Repayment[] {
  const planned = FAMILIES[shape.family](shape, balance, rates);
  const { minimumInstalmentFen = ZERO_FEN } = shape;
  return minimumInstalmentFen > 0 ? raised(planned, balance, rates, minimumInstalmentFen) : planned;
}

type Repay = (shape: RepaymentShape, balance: Fen, rates: readonly Fraction[]) => Repayment[];

const level: Repay = ({ count }, balance) =>
  allocateEvenly(balance, count).map((principalFen) => ({ principalFen, interestFen: ZERO_FEN }));

const FAMILIES: Record<ScheduleFamily, Repay> = {
  lump_sum: level,
  level,
  equal_instalment: (_, balance, rates) => equalInstalments(balance, rates),
  equal_principal: (_, balance, rates) => equalPrincipal(balance, rates),
  stepped,
  balloon,
  irregular: ({ count, weights }, balance, rates) =>
    repayParts(
      balance,
      rates,
      weights === undefined ? allocateEvenly(balance, count) : allocateByWeights(balance, weights),
    ),
};

/** The agreed payments first; what they leave is repaid in equal instalments. */
function stepped({ steps = [] }: RepaymentShape, balance: Fen, rates: readonly Fraction[]): Repayment[] {
  const totals = steps.flatMap((step) => Array<Fen>(step.count).fill(step.paymentFen));
  const first = repayTotals(balance, rates, totals);
  const left = subFen(balance, sumFen(first.map((row) => row.principalFen)));
  return [...first, ...equalInstalments(left, rates.slice(first.length))];
}

/** Equal instalments down to the balloon, which the last instalment repays with its own period's interest. */
function balloon(
  { balloonFen = ZERO_FEN }: RepaymentShape,
  balance: Fen,
  rates: readonly Fraction[],
): Repayment[] {
  const before = equalInstalments(balance, rates.slice(0, -1), balloonFen);
  return [...before, ...repayTotals(balloonFen, rates.slice(-1), [fen(Number.MAX_SAFE_INTEGER)])];
}

/** No payment below the minimum: interest follows the faster falling balance, and the plan ends when nothing is left. */
function raised(
  planned: readonly Repayment[],
  balance: Fen,
  rates: readonly Fraction[],
  minimum: Fen,
): Repayment[] {
  const totals = planned.map(({ principalFen, interestFen }) => {
    return fen(Math.max(minimum, principalFen + interestFen));
  });
  const rows = repayTotals(balance, rates, totals);
  return rows.filter((row, index) => index === 0 || row.principalFen !== 0);
}
