import { type LocalDate, isLocalDate } from "../calendar/localDate.ts";
import { type Fen, fen, subFen } from "../money/fen.ts";
import type { Rate } from "../money/rate.ts";
import { annualisedCost, datedCost, timingOf } from "./annualisedCost.ts";
import { computeSchedule } from "./computeSchedule.ts";
import { contractualDate } from "./dueDates.ts";
import { discountFactors, netPresentValue } from "./netPresentValue.ts";
import type { ScheduleResult } from "./schedule.ts";
import { COMPONENTS, type Component, type StatementBasis } from "./statement.ts";
import type { ScheduleParameters, Terms, WaiverMoment } from "./terms.ts";
import { type TermsProblem, amountProblems, discountRateProblems, problem } from "./termsProblem.ts";
import { validateTerms } from "./validateTerms.ts";

/** A question to the calculator; amounts in fen as they came from outside. A down payment is made on `asOf`. */
export type QuoteRequest = {
  asOf: LocalDate;
  principalFen: number;
  interestFen: number;
  penaltyFen: number;
  feeFen: number;
  waivers: { component: Component; fen: number; when: WaiverMoment }[];
  downPaymentFen: number;
  deferralMonths: number;
  schedule: ScheduleParameters;
  discountRate: Rate;
};

export type QuoteRow = {
  no: number;
  due: LocalDate;
  principalFen: Fen;
  interestFen: Fen;
  totalFen: Fen;
  balanceFen: Fen;
};

/** Something true of a plan that its figures do not show. */
export type QuoteWarning = "waiver_depends_on_completion";

/** `provisionalFrom` is the first due date that may still move because its year's holidays are not published. */
export type Quote = {
  rows: QuoteRow[];
  totals: { totalFen: Fen; interestFen: Fen; waivedFen: Fen };
  annualised: { nominal: string; effective: string } | null;
  npvFen: Fen;
  warnings: QuoteWarning[];
  provisionalFrom: LocalDate | null;
};

export type QuoteAnswer = { ok: true; quote: Quote } | { ok: false; problems: TermsProblem[] };

const DEBT = "quote";
const AMOUNTS = ["principalFen", "interestFen", "penaltyFen", "feeFen"] as const;

/** Answers a quote, or every problem with its pointer into the request. Pure, stores nothing, never throws for bad figures. */
export function quote(request: QuoteRequest): QuoteAnswer {
  const problems = [...ownProblems(request), ...termsProblems(request)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, quote: answer(request) };
}

/** Problems of fields that only a quote has; the statement's lines are the request's four amounts. */
function ownProblems(request: QuoteRequest): TermsProblem[] {
  const problems = AMOUNTS.flatMap((name) => amountProblems(`/${name}`, request[name]));
  if (!isLocalDate(request.asOf)) problems.push(problem("/asOf", "not_a_date"));
  return [...problems, ...discountRateProblems(request.discountRate)];
}

/** What is wrong with the terms; a statement's own problems are reported by `ownProblems` under the request's names. */
function termsProblems(request: QuoteRequest): TermsProblem[] {
  const today = isLocalDate(request.asOf) ? request.asOf : request.schedule?.firstDue;
  return validateTerms(basisOf(request), termsOf(request), today).flatMap((found) => {
    if (found.pointer === "/downPaymentDue") return [];
    if (found.pointer === "/statement/lines") return [{ ...found, pointer: "/principalFen" }];
    return found.pointer.startsWith("/statement") ? [] : [found];
  });
}

function basisOf(request: QuoteRequest): StatementBasis {
  const line = (component: Component, amount: number) => ({
    debtId: DEBT,
    component,
    fen: outsideFen(amount),
  });
  return {
    statementId: DEBT,
    asOf: request.asOf,
    lines: [
      line("principal", request.principalFen),
      line("interest", request.interestFen),
      line("penalty", request.penaltyFen),
      line("fee", request.feeFen),
    ],
  };
}

function termsOf(request: QuoteRequest): Terms {
  const { waivers, downPaymentFen, deferralMonths, schedule, asOf } = request;
  return {
    version: 1,
    statementId: DEBT,
    statementHash: "",
    waivers: waivers.map((waiver) => ({ ...waiver, debtId: DEBT, fen: outsideFen(waiver.fen) })),
    downPaymentFen: outsideFen(downPaymentFen),
    downPaymentDue: downPaymentFen === 0 ? null : asOf,
    deferralMonths,
    schedule,
    graceDays: 0,
    acceleration: "none",
    allocation: "fees_interest_principal",
    payeeAccount: { name: "", bank: "", number: "" },
  };
}

/** Brands a figure from outside without checking it: it only goes on to `validateTerms`, which does. */
function outsideFen(amount: number): Fen {
  return amount as Fen;
}

function answer(request: QuoteRequest): Quote {
  const result = computeSchedule(basisOf(request), termsOf(request));
  const { totalFen, agreedInterestFen, waivedFen } = result.totals;
  return {
    rows: result.rows.map(({ no, due, principalFen, interestFen, totalFen: total, balanceFen }) => {
      return { no, due, principalFen, interestFen, totalFen: total, balanceFen };
    }),
    totals: { totalFen, interestFen: agreedInterestFen, waivedFen },
    annualised: annualised(request, result),
    npvFen: presentValue(request, result),
    warnings: warningsOf(result),
    provisionalFrom: result.rows.find((row) => row.dueProvisional)?.due ?? null,
  };
}

/** Cost against what is really financed: the settled sum less the down payment. */
function annualised(request: QuoteRequest, result: ScheduleResult): Quote["annualised"] {
  const instalments = result.rows.filter((row) => row.kind === "instalment");
  const settled = subFen(result.totals.statementFen, result.totals.waivedFen);
  const financed = subFen(settled, fen(request.downPaymentFen));
  const { schedule, deferralMonths } = request;
  const cost =
    schedule.family === "irregular"
      ? datedCost(instalments, financed, contractualDate(schedule, 0, -1))
      : annualisedCost(instalments, financed, timingOf(schedule.every, deferralMonths));
  if (cost === null) return null;
  return { nominal: Number(cost.nominal).toFixed(4), effective: Number(cost.effective).toFixed(4) };
}

function presentValue(request: QuoteRequest, result: ScheduleResult): Fen {
  const dates = result.rows.map((row) => row.due);
  const factors = discountFactors(request.asOf, request.discountRate, dates);
  return netPresentValue(
    result.rows.map((row) => row.totalFen),
    factors,
  );
}

function warningsOf(result: ScheduleResult): QuoteWarning[] {
  const conditional = COMPONENTS.some((component) => result.byComponent[component].conditionalFen > 0);
  return conditional ? ["waiver_depends_on_completion"] : [];
}
