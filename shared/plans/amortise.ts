import { Decimal } from "decimal.js";
import { allocateEvenly } from "../money/allocateEvenly.ts";
import { type Fen, ZERO_FEN, addFen, fen, minFen, subFen } from "../money/fen.ts";
import { type Fraction, shareOf } from "../money/fraction.ts";

/** One instalment as arithmetic: what it repays and the new interest it carries. */
export type Repayment = { principalFen: Fen; interestFen: Fen };

const Precise = Decimal.clone({ precision: 40 });

/** Equal principal (等额本金): principal in even parts, interest on the balance at each period's rate, half up. */
export function equalPrincipal(balance: Fen, periodRates: readonly Fraction[]): Repayment[] {
  return repayParts(balance, periodRates, allocateEvenly(balance, periodRates.length));
}

/**
 * Equal instalments (等额本息). The exact annuity payment rarely is a whole fen: the first r rows pay ⌊PMT⌋ + 1, the
 * others ⌊PMT⌋, with the r that leaves the last row least to absorb; the last row closes the balance exactly. With a
 * `residual` (0 ≤ residual ≤ balance) the rows close at that sum instead of at nothing.
 */
export function equalInstalments(
  balance: Fen,
  periodRates: readonly Fraction[],
  residual: Fen = ZERO_FEN,
): Repayment[] {
  const interestOf = interestFunctions(periodRates);
  const payment = annuityFloor(balance, periodRates, residual);
  const raised = bestRaisedRows({ balance, interestOf, payment, residual });
  return repay({ balance, interestOf, payment, residual }, raised);
}

/**
 * Rows that pay the given totals, interest of the period first; a row ends the balance when it would pay more than is left,
 * and what follows pays nothing. The principal of a payment below its interest is negative: validation refuses it.
 */
export function repayTotals(
  balance: Fen,
  periodRates: readonly Fraction[],
  totals: readonly Fen[],
): Repayment[] {
  const interestOf = interestFunctions(periodRates);
  let left = balance;
  return totals.map((total, index) => {
    const interestFen = interestOf[index]?.(left) ?? ZERO_FEN;
    const principalFen = minFen(left, subFen(total, interestFen));
    left = subFen(left, principalFen);
    return { principalFen, interestFen };
  });
}

/** Rows that repay the given parts of principal, which sum to `balance`, with each period's interest on what is left. */
export function repayParts(
  balance: Fen,
  periodRates: readonly Fraction[],
  parts: readonly Fen[],
): Repayment[] {
  const interestOf = interestFunctions(periodRates);
  let left = balance;
  return parts.map((principalFen, index) => {
    const interestFen = interestOf[index]?.(left) ?? ZERO_FEN;
    left = subFen(left, principalFen);
    return { principalFen, interestFen };
  });
}

/**
 * The rows when `payment` is fixed, one fen more in the first `raised` rows; the last row closes the balance whatever it is.
 */
export function repayAt(balance: Fen, periodRates: readonly Fraction[], payment: Fen): Repayment[] {
  const interestOf = interestFunctions(periodRates);
  return repay({ balance, interestOf, payment, residual: ZERO_FEN }, 0);
}

type Interest = (amount: Fen) => Fen;
type Loan = { balance: Fen; interestOf: readonly Interest[]; payment: Fen; residual: Fen };

function repay({ balance, interestOf, payment, residual }: Loan, raised: number): Repayment[] {
  let left = balance;
  return interestOf.map((interest, index) => {
    const interestFen = interest(left);
    const last = index === interestOf.length - 1;
    const principalFen = last
      ? subFen(left, residual)
      : fen(payment + (index < raised ? 1 : 0) - interestFen);
    left = subFen(left, principalFen);
    return { principalFen, interestFen };
  });
}

// Far above the error that hundreds of roundings of a double can add up to.
const DOUBLE_ERROR = 1e-11;

/**
 * ⌊PMT⌋ for period rates that may differ: (balance − residual × last discount factor) ÷ Σ of discount factors. Doubles
 * decide wherever no whole number lies within their error; otherwise 40 digits do.
 */
function annuityFloor(balance: Fen, periodRates: readonly Fraction[], residual: Fen): Fen {
  let factor = 1;
  let factors = 0;
  for (const rate of periodRates) {
    factor /= 1 + Number(rate.num) / Number(rate.den);
    factors += factor;
  }
  const payment = (balance - residual * factor) / factors;
  const error = (balance / factors) * DOUBLE_ERROR;
  const floor = Math.floor(payment - error);
  return floor === Math.floor(payment + error) ? fen(floor) : preciseFloor(balance, periodRates, residual);
}

function preciseFloor(balance: Fen, periodRates: readonly Fraction[], residual: Fen): Fen {
  let factor = new Precise(1);
  let factors = new Precise(0);
  for (const { num, den } of periodRates) {
    factor = factor.times(den.toString()).div((den + num).toString());
    factors = factors.plus(factor);
  }
  return fen(new Precise(balance).minus(factor.times(residual)).div(factors).floor().toNumber());
}

/**
 * The number of raised rows after which the last row's payment is closest to ⌊PMT⌋. What is left falls as r grows, so the
 * sign change is found by halving and its two neighbours compared; on a tie the fewer raised rows.
 */
function bestRaisedRows(loan: Loan): number {
  const excess = (raised: number) => lastPayment(loan, raised) - loan.payment;
  let low = 0;
  let high = loan.interestOf.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (excess(middle) <= 0) high = middle;
    else low = middle + 1;
  }
  return low > 0 && Math.abs(excess(low - 1)) <= Math.abs(excess(low)) ? low - 1 : low;
}

function lastPayment({ balance, interestOf, payment, residual }: Loan, raised: number): number {
  let left: number = balance;
  let interest = 0;
  for (let index = 0; index < interestOf.length; index += 1) {
    interest = interestOf[index]?.(fen(Math.max(left, 0))) ?? 0;
    if (index < interestOf.length - 1) left += interest - payment - (index < raised ? 1 : 0);
  }
  return addFen(fen(left - residual), fen(interest));
}

const prepared = new WeakMap<Fraction, Interest>();

/** Periods usually share a rate, and schedules of one search too: each distinct one is prepared once. */
function interestFunctions(periodRates: readonly Fraction[]): Interest[] {
  let last: Fraction | null = null;
  let interest: Interest = () => ZERO_FEN;
  return periodRates.map((rate) => {
    if (rate === last) return interest;
    last = rate;
    interest = prepared.get(rate) ?? shareOf(rate);
    prepared.set(rate, interest);
    return interest;
  });
}
