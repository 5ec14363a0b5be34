import { type LocalDate, daysBetween } from "../calendar/localDate.ts";

/**
 * The level payment that repays `presentValue` in `count` periods at `periodRate` (annuity formula), in the unit of
 * `presentValue`; `due` says whether payments fall at the start or the end of each period.
 */
export function levelPayment(
  presentValue: number,
  periodRate: number,
  count: number,
  due: "end" | "start" = "end",
): number {
  if (periodRate === 0) return presentValue / count;
  const payment = (presentValue * periodRate) / (1 - (1 + periodRate) ** -count);
  return due === "end" ? payment : payment / (1 + periodRate);
}

/** The interest in the payment of `period` (1 … count) of a level loan paid at the end of each period. */
export function interestPart(
  presentValue: number,
  periodRate: number,
  count: number,
  period: number,
): number {
  const payment = levelPayment(presentValue, periodRate, count);
  const growth = (1 + periodRate) ** (period - 1);
  const balance =
    periodRate === 0
      ? presentValue - payment * (period - 1)
      : presentValue * growth - (payment * (growth - 1)) / periodRate;
  return balance * periodRate;
}

/** The repayment of principal in the payment of `period` (1 … count) of a level loan. */
export function principalPart(
  presentValue: number,
  periodRate: number,
  count: number,
  period: number,
): number {
  return (
    levelPayment(presentValue, periodRate, count) - interestPart(presentValue, periodRate, count, period)
  );
}

/** An amount at a time; `time` counts periods (or years) from the moment of valuation. */
export type Flow = { time: number; amount: number };

/** Present value of flows at `rate` per unit of time. */
export function presentValueOf(flows: readonly Flow[], rate: number): number {
  return flows.reduce((sum, { time, amount }) => sum + amount * (1 + rate) ** -time, 0);
}

const LEAST_FACTOR = 1e-6;
const LARGEST_EXPONENT = 280;
const GREATEST_RATE = 1e6;
const HALVINGS = 200;

/**
 * The rate per unit of time at which the flows are worth nothing (IRR), or null when there is none or the sign of the
 * flows in time order does not change exactly once, so that more than one rate could be meant.
 */
export function internalRate(flows: readonly Flow[]): number | null {
  if (!changesSignOnce(flows)) return null;
  let low = leastFiniteRate(flows);
  let high = GREATEST_RATE;
  const atLow = presentValueOf(flows, low);
  if (Math.sign(atLow) === Math.sign(presentValueOf(flows, high))) return null;
  for (let i = 0; i < HALVINGS && high - low > Number.EPSILON * Math.max(1, Math.abs(low)); i += 1) {
    const middle = (low + high) / 2;
    if (Math.sign(presentValueOf(flows, middle)) === Math.sign(atLow)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Flows on dates as flows in years of 365 days from the first date, as XIRR and XNPV count them. */
export function datedFlows(flows: readonly { date: LocalDate; amount: number }[]): Flow[] {
  const first = flows[0]?.date;
  if (first === undefined) return [];
  return flows.map(({ date, amount }) => ({ time: daysBetween(first, date) / 365, amount }));
}

/** The lowest rate worth trying, above which no discount factor overflows a double. */
function leastFiniteRate(flows: readonly Flow[]): number {
  const longest = Math.max(...flows.map((flow) => flow.time));
  return Math.max(LEAST_FACTOR, 10 ** (-LARGEST_EXPONENT / longest)) - 1;
}

function changesSignOnce(flows: readonly Flow[]): boolean {
  const signs = flows
    .toSorted((a, b) => a.time - b.time)
    .map((flow) => Math.sign(flow.amount))
    .filter((sign) => sign !== 0);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length === 1;
}
