import { Decimal } from "decimal.js";
import { allocateEvenly } from "../money/allocateEvenly.ts";
import { type Fen, ZERO_FEN, addFen, fen, subFen } from "../money/fen.ts";
import { type Fraction, shareOf } from "../money/fraction.ts";

/** One instalment as arithmetic: what it repays and the new interest it carries. */
export type Repayment = { principalFen: Fen; interestFen: Fen };

const Precise = Decimal.clone({ precision: 40 });

/** Equal principal (等额本金): principal in even parts, interest on the balance at each period's rate, half up. */
export function equalPrincipal(balance: Fen, periodRates: readonly Fraction[]): Repayment[] {
  const parts = allocateEvenly(balance, periodRates.length);
  let left = balance;
  return periodRates.map((rate, index) => {
    const interestFen = shareOf(rate)(left);
    const principalFen = parts[index] ?? ZERO_FEN;
    left = subFen(left, principalFen);
    return { principalFen, interestFen };
  });
}

/**
 * Equal instalments (等额本息). The exact annuity payment rarely is a whole fen: the first r rows pay ⌊PMT⌋ + 1, the
 * others ⌊PMT⌋, with the r that leaves the last row least to absorb; the last row closes the balance exactly.
 */
export function equalInstalments(balance: Fen, periodRates: readonly Fraction[]): Repayment[] {
  const interestOf = interestFunctions(periodRates);
  const payment = annuityFloor(balance, periodRates);
  const raised = bestRaisedRows(balance, interestOf, payment);
  return repay(balance, interestOf, payment, raised);
}

/**
 * The rows when `payment` is fixed, one fen more in the first `raised` rows; the last row closes the balance whatever it is.
 */
export function repayAt(balance: Fen, periodRates: readonly Fraction[], payment: Fen): Repayment[] {
  return repay(balance, interestFunctions(periodRates), payment, 0);
}

type Interest = (amount: Fen) => Fen;

function repay(balance: Fen, interestOf: readonly Interest[], payment: Fen, raised: number): Repayment[] {
  let left = balance;
  return interestOf.map((interest, index) => {
    const interestFen = interest(left);
    const last = index === interestOf.length - 1;
    const principalFen = last ? left : fen(payment + (index < raised ? 1 : 0) - interestFen);
    left = subFen(left, principalFen);
    return { principalFen, interestFen };
  });
}

/** ⌊PMT⌋ for period rates that may differ: balance ÷ Σ of discount factors, at 40 digits. */
function annuityFloor(balance: Fen, periodRates: readonly Fraction[]): Fen {
  let factor = new Precise(1);
  let factors = new Precise(0);
  for (const { num, den } of periodRates) {
    factor = factor.times(den.toString()).div((den + num).toString());
    factors = factors.plus(factor);
  }
  return fen(new Precise(balance).div(factors).floor().toNumber());
}

/**
 * The number of raised rows after which the last row's payment is closest to ⌊PMT⌋. What is left falls as r grows, so the
 * sign change is found by halving and its two neighbours compared; on a tie the fewer raised rows.
 */
function bestRaisedRows(balance: Fen, interestOf: readonly Interest[], payment: Fen): number {
  const excess = (raised: number) => lastPayment(balance, interestOf, payment, raised) - payment;
  let low = 0;
  let high = interestOf.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (excess(middle) <= 0) high = middle;
    else low = middle + 1;
  }
  return low > 0 && Math.abs(excess(low - 1)) <= Math.abs(excess(low)) ? low - 1 : low;
}

function lastPayment(balance: Fen, interestOf: readonly Interest[], payment: Fen, raised: number): number {
  let left: number = balance;
  let interest = 0;
  for (let index = 0; index < interestOf.length; index += 1) {
    interest = interestOf[index]?.(fen(Math.max(left, 0))) ?? 0;
    if (index < interestOf.length - 1) left += interest - payment - (index < raised ? 1 : 0);
  }
  return addFen(fen(left), fen(interest));
}

/** Periods usually share a rate; prepare each distinct one once. */
function interestFunctions(periodRates: readonly Fraction[]): Interest[] {
  const prepared = new Map<string, Interest>();
  return periodRates.map((rate) => {
    const key = `${rate.num}/${rate.den}`;
    const interest = prepared.get(key) ?? shareOf(rate);
    prepared.set(key, interest);
    return interest;
  });
}
