import { addMonthsAnchored, compareDates, type LocalDate } from "../calendar/localDate.ts";
import { type Fen, fen } from "../money/fen.ts";
import type { PolicyLimits } from "../plans/policy.ts";
import type { Component, StatementLine } from "../plans/statement.ts";
import type { PayeeAccount, Terms, Waiver, WaiverMoment } from "../plans/terms.ts";

/** What an offer is drawn up from. `policy` is there for the platform's people only. */
export type TermsBasis = {
  statementId: string;
  statementHash: string;
  asOf: LocalDate;
  lines: StatementLine[];
  payeeAccount: PayeeAccount | null;
  today: LocalDate;
  policy?: PolicyLimits;
  /** What this viewer may know of what the borrower can pay: all of it, the figure that was shared, or nothing. */
  capacity: { perMonthFen: Fen; advice: "pause" | "referral" | null } | null;
};

/** One component of one debt, however many lines of the statement it has. */
export type WaivableLine = { debtId: string; component: Component; fen: number };

const FIRST_COUNT = 12;

/** Terms to begin with: twelve level instalments from a month from today, nothing waived. Null without a payee. */
export function firstTerms(basis: TermsBasis): Terms | null {
  if (basis.payeeAccount === null) return null;
  return {
    version: 1,
    statementId: basis.statementId,
    statementHash: basis.statementHash,
    waivers: [],
    downPaymentFen: fen(0),
    downPaymentDue: null,
    deferralMonths: 0,
    schedule: {
      family: "level",
      count: FIRST_COUNT,
      every: { months: 1 },
      firstDue: addMonthsAnchored(basis.today, 1),
      annualRate: "0",
      dayCount: "30/360",
    },
    graceDays: 5,
    acceleration: "after_grace",
    allocation: "fees_interest_principal",
    payeeAccount: basis.payeeAccount,
  };
}

/**
 * Terms of an earlier offer made fit to be put today: on the statement in force, to the payee in force, with dates
 * that have passed moved a month from today. Waivers of lines that are gone are left out, larger ones cut to the line.
 */
export function renewedTerms(earlier: Terms, basis: TermsBasis): Terms | null {
  const fresh = firstTerms(basis);
  if (fresh === null) return null;
  const lines = waivableLines(basis);
  const waivers = earlier.waivers.flatMap((waiver) => {
    const line = lines.find((one) => isOf(waiver, one));
    return line ? [{ ...waiver, fen: fen(Math.min(waiver.fen, line.fen)) }] : [];
  });
  const toCome = (date: LocalDate) => (compareDates(date, basis.today) > 0 ? date : fresh.schedule.firstDue);
  const { statementId, statementHash, payeeAccount } = fresh;
  const schedule = { ...earlier.schedule, firstDue: toCome(earlier.schedule.firstDue) };
  if (schedule.dueDates !== undefined) {
    schedule.dueDates = listedToCome(schedule.dueDates, basis.today);
    schedule.firstDue = schedule.dueDates[0] ?? schedule.firstDue;
  }
  const downPaymentDue =
    earlier.downPaymentDue !== null && compareDates(earlier.downPaymentDue, basis.today) < 0
      ? basis.today
      : earlier.downPaymentDue;
  return { ...earlier, statementId, statementHash, payeeAccount, schedule, downPaymentDue, waivers };
}

/** Listed dates so many whole months later that the first is still to come. */
function listedToCome(dates: readonly LocalDate[], today: LocalDate): LocalDate[] {
  const [first = today] = dates;
  let months = 0;
  while (addMonthsAnchored(first, months) <= today) months += 1;
  return dates.map((date) => addMonthsAnchored(date, months));
}

/** What of the statement can be waived, line by line, in the statement's order. */
export function waivableLines(basis: Pick<TermsBasis, "lines">): WaivableLine[] {
  const lines: WaivableLine[] = [];
  for (const { debtId, component, fen: amount } of basis.lines) {
    const known = lines.find((line) => line.debtId === debtId && line.component === component);
    if (known) known.fen += amount;
    else lines.push({ debtId, component, fen: amount });
  }
  return lines.filter((line) => line.fen > 0);
}

/** What terms waive of a line, and when the waiver takes effect. */
export function waivedOf(
  terms: Pick<Terms, "waivers">,
  line: WaivableLine,
): { fen: number; when: WaiverMoment } {
  const own = terms.waivers.filter((waiver) => isOf(waiver, line));
  const total = own.reduce((sum, waiver) => sum + waiver.fen, 0);
  return { fen: total, when: own[0]?.when ?? "at_signing" };
}

/** Terms that waive `amount` fen of a line, no more than the line has; nothing at 0. Throws RangeError below 0. */
export function withWaiver(terms: Terms, line: WaivableLine, amount: number, when: WaiverMoment): Terms {
  if (amount < 0) throw new RangeError(`a waiver cannot be below zero: ${amount}`);
  const others = terms.waivers.filter((waiver) => !isOf(waiver, line));
  if (amount === 0) return { ...terms, waivers: others };
  const { debtId, component } = line;
  const waiver: Waiver = { debtId, component, fen: fen(Math.min(amount, line.fen)), when };
  return { ...terms, waivers: [...others, waiver] };
}

/** A share of a line in whole fen, rounded down. `percent` from 0 to 100. */
export function shareOfLine(line: WaivableLine, percent: number): number {
  return Number((BigInt(line.fen) * BigInt(percent)) / 100n);
}

/** Terms with a down payment, due on `due` unless a date is set already; none, and no date, at 0. */
export function withDownPayment(terms: Terms, amount: number, due: LocalDate): Terms {
  const downPaymentFen = fen(amount);
  return { ...terms, downPaymentFen, downPaymentDue: amount === 0 ? null : (terms.downPaymentDue ?? due) };
}

/** A yearly rate as a decimal string: 6.5 per cent is "0.065". At most four decimals of a per cent are kept. */
export function rateOfPercent(percent: number): string {
  const text = (percent / 100).toFixed(6).replace(/\.?0+$/, "");
  return text === "" ? "0" : text;
}

function isOf(waiver: Waiver, line: WaivableLine): boolean {
  return waiver.debtId === line.debtId && waiver.component === line.component;
}
