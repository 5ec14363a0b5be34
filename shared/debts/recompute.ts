import { addMonthsAnchored, daysBetween, type LocalDate } from "../calendar/localDate.ts";
import { allocateEvenly } from "../money/allocateEvenly.ts";
import { type Fen, ZERO_FEN, addFen, minFen, subFen, sumFen } from "../money/fen.ts";
import { fraction, multiplyFractions, takeShare } from "../money/fraction.ts";
import { type Rate, rateFraction } from "../money/rate.ts";
import type { AllocationOrder } from "../plans/terms.ts";

/**
 * What is known of a contract. Rates are shares a year; `penaltyMarkup` is the share of the contract's rate that is
 * charged on top of it in arrears ("0.5": half as much again). `repaidFen` is everything paid so far.
 */
export type ContractTerms = {
  disbursedOn: LocalDate | null;
  disbursedFen: Fen | null;
  annualRate: Rate | null;
  penaltyMarkup: Rate | null;
  termCount: number | null;
  overdueSince: LocalDate | null;
  repaidFen: Fen | null;
};

export type PaymentMade = { on: LocalDate; fen: Fen };

/** Where one payment went in the order that holds, what was beyond everything owed, and the principal left after it. */
export type PaymentAllocation = PaymentMade & {
  interestFen: Fen;
  penaltyFen: Fen;
  principalFen: Fen;
  overpaidFen: Fen;
  principalLeftFen: Fen;
};

/** What was taken for granted, to be named beside the figures. */
export type Assumption =
  | "simple_daily_interest_365"
  | "interest_before_principal"
  | "principal_before_interest"
  | "repayments_spread_evenly"
  | "penalty_on_all_principal_in_arrears"
  | "interest_goes_on_in_arrears";

/** Days on which nothing changed: what was owed of principal, and what accrued on it. */
export type Segment = {
  from: LocalDate;
  to: LocalDate;
  days: number;
  principalFen: Fen;
  interestFen: Fen;
  penaltyFen: Fen;
};

/** `penaltyFen` is null when the contract's markup is not known; `overpaidFen` is what was paid beyond everything owed. */
export type Recomputation =
  | { status: "not_enough_data"; missing: (keyof ContractTerms | "asOf")[] }
  | {
      status: "computed";
      principalFen: Fen;
      interestFen: Fen;
      penaltyFen: Fen | null;
      overpaidFen: Fen;
      assumptions: Assumption[];
      segments: Segment[];
      allocations: PaymentAllocation[];
    };

type Known = Omit<ContractTerms, "penaltyMarkup" | "termCount"> & {
  disbursedOn: LocalDate;
  disbursedFen: Fen;
  annualRate: Rate;
  overdueSince: LocalDate;
};

/**
 * Principal, interest and penalty of a contract as of a day, computed from what was agreed: simple interest by the day,
 * 365 days a year, on the principal outstanding; in arrears the markup on top of it. `payments` null: only their sum is
 * known, and it is spread evenly over the months up to the arrears. Payments after `asOf` do not count. Pure and total.
 */
export function recompute(
  contract: ContractTerms,
  payments: readonly PaymentMade[] | null,
  asOf: LocalDate,
  order: AllocationOrder,
): Recomputation {
  const missing = missingOf(contract, payments, asOf);
  if (missing.length > 0) return { status: "not_enough_data", missing };
  // missingOf has found each of them.
  const known = contract as Known;
  const made = payments ?? spreadEvenly(known, contract.termCount);
  const { segments, owed, allocations } = run(known, contract.penaltyMarkup ?? "0", made, asOf, order);
  return {
    status: "computed",
    principalFen: owed.principal,
    interestFen: owed.interest,
    penaltyFen: contract.penaltyMarkup === null ? null : owed.penalty,
    overpaidFen: sumFen(allocations.map((allocation) => allocation.overpaidFen)),
    assumptions: [
      "simple_daily_interest_365",
      order === "fees_interest_principal" ? "interest_before_principal" : "principal_before_interest",
      ...(payments === null ? (["repayments_spread_evenly"] as const) : []),
      "interest_goes_on_in_arrears",
      ...(contract.penaltyMarkup === null ? [] : (["penalty_on_all_principal_in_arrears"] as const)),
    ],
    segments,
    allocations,
  };
}

function missingOf(
  contract: ContractTerms,
  payments: readonly PaymentMade[] | null,
  asOf: LocalDate,
): (keyof ContractTerms | "asOf")[] {
  const needed = ["disbursedOn", "disbursedFen", "annualRate", "overdueSince"] as const;
  const missing: (keyof ContractTerms | "asOf")[] = needed.filter((name) => contract[name] === null);
  if (payments === null && contract.repaidFen === null) missing.push("repaidFen");
  if (missing.length > 0) return missing;
  const { disbursedOn, overdueSince } = contract;
  if (disbursedOn !== null && overdueSince !== null && overdueSince < disbursedOn) return ["overdueSince"];
  return disbursedOn !== null && asOf < disbursedOn ? ["asOf"] : [];
}

/** Each month from disbursement to the arrears bore an equal part; the arrears' own day bears it when no month passed. */
function spreadEvenly(known: Known, termCount: number | null): PaymentMade[] {
  const { disbursedOn, overdueSince, repaidFen } = known;
  if (repaidFen === null || repaidFen === ZERO_FEN) return [];
  const days: LocalDate[] = [];
  const terms = termCount ?? Number.POSITIVE_INFINITY;
  for (let month = 1; month <= terms; month += 1) {
    const due = addMonthsAnchored(disbursedOn, month);
    if (due >= overdueSince) break;
    days.push(due);
  }
  if (days.length === 0) days.push(overdueSince);
  const parts = allocateEvenly(repaidFen, days.length);
  return days.map((on, index) => ({ on, fen: parts[index] ?? ZERO_FEN }));
}

type Owed = { principal: Fen; interest: Fen; penalty: Fen };

function run(
  known: Known,
  markup: Rate,
  payments: readonly PaymentMade[],
  asOf: LocalDate,
  order: AllocationOrder,
): { segments: Segment[]; owed: Owed; allocations: PaymentAllocation[] } {
  const { disbursedOn, disbursedFen, annualRate, overdueSince } = known;
  const owed: Owed = { principal: disbursedFen, interest: ZERO_FEN, penalty: ZERO_FEN };
  const rate = rateFraction(annualRate);
  const penaltyRate = multiplyFractions(rate, rateFraction(markup));
  const counted = payments.filter((payment) => payment.on >= disbursedOn && payment.on <= asOf);
  const segments: Segment[] = [];
  const allocations: PaymentAllocation[] = [];
  let from = disbursedOn;
  for (const to of breaks([...counted.map((payment) => payment.on), overdueSince, asOf], disbursedOn, asOf)) {
    const days = daysBetween(from, to);
    if (days > 0) {
      const year = fraction(days, 365);
      const interestFen = takeShare(owed.principal, multiplyFractions(rate, year));
      const inArrears = from >= overdueSince;
      const penaltyFen = inArrears
        ? takeShare(owed.principal, multiplyFractions(penaltyRate, year))
        : ZERO_FEN;
      segments.push({ from, to, days, principalFen: owed.principal, interestFen, penaltyFen });
      owed.interest = addFen(owed.interest, interestFen);
      owed.penalty = addFen(owed.penalty, penaltyFen);
      from = to;
    }
    for (const payment of counted.filter(({ on }) => on === to)) {
      allocations.push(settle(owed, payment, order));
    }
  }
  return { segments, owed, allocations };
}

/** The days on which something changes, in order, each once. */
function breaks(days: readonly LocalDate[], first: LocalDate, last: LocalDate): LocalDate[] {
  const within = days.filter((day) => day >= first && day <= last);
  return [...new Set(within)].toSorted();
}

/** Takes a payment off what is owed, and says where it went. */
function settle(owed: Owed, payment: PaymentMade, order: AllocationOrder): PaymentAllocation {
  const names = order === "fees_interest_principal" ? INTEREST_FIRST : PRINCIPAL_FIRST;
  const taken: Owed = { principal: ZERO_FEN, interest: ZERO_FEN, penalty: ZERO_FEN };
  let left = payment.fen;
  for (const name of names) {
    taken[name] = minFen(left, owed[name]);
    owed[name] = subFen(owed[name], taken[name]);
    left = subFen(left, taken[name]);
  }
  return {
    on: payment.on,
    fen: payment.fen,
    interestFen: taken.interest,
    penaltyFen: taken.penalty,
    principalFen: taken.principal,
    overpaidFen: left,
    principalLeftFen: owed.principal,
  };
}

const INTEREST_FIRST = ["interest", "penalty", "principal"] as const;
const PRINCIPAL_FIRST = ["principal", "interest", "penalty"] as const;
