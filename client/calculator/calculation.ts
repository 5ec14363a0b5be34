import { addMonthsAnchored, isLocalDate, type LocalDate } from "../../shared/calendar/localDate.ts";
import { quote, type QuoteAnswer, type QuoteRequest } from "../../shared/plans/quote.ts";
import { SIMPLE_FAMILIES, type ScheduleFamily } from "../../shared/plans/terms.ts";
import { bearsInterest } from "../../shared/plans/validateFamily.ts";
import { shareOf } from "../ui/percent.ts";
import { fenOf } from "../ui/yuan.ts";

/** What the form holds, as typed: yuan and per cent as text, dates as they stand in the address. */
export type CalculatorState = {
  principal: string;
  interest: string;
  penalty: string;
  fee: string;
  waiveInterest: string;
  waivePenalty: string;
  waiveFee: string;
  down: string;
  deferral: string;
  family: ScheduleFamily;
  count: string;
  first: LocalDate;
  rate: string;
  asOf: LocalDate;
};
export type CalculatorField = keyof CalculatorState;

export const MAX_MONTHS = 60;

export function startingState(today: LocalDate): CalculatorState {
  return {
    principal: "12000",
    interest: "",
    penalty: "",
    fee: "",
    waiveInterest: "",
    waivePenalty: "",
    waiveFee: "",
    down: "",
    deferral: "0",
    family: "level",
    count: "12",
    first: addMonthsAnchored(today, 1),
    rate: "12",
    asOf: today,
  };
}

/** The state an address carries; what it leaves out, or what means nothing, is as at the start. */
export function stateOf(search: URLSearchParams, start: CalculatorState): CalculatorState {
  const state = { ...start };
  for (const field of Object.keys(start) as CalculatorField[]) {
    const given = search.get(field);
    if (given === null || given.length > 20) continue;
    if (field === "family") state.family = SIMPLE_FAMILIES.find((each) => each === given) ?? start.family;
    else if (field === "first" || field === "asOf") state[field] = isLocalDate(given) ? given : start[field];
    else state[field] = given;
  }
  return state;
}

/** The part of a state that differs from the start, for the address; dates always, because the start moves on. */
export function searchOf(state: CalculatorState, start: CalculatorState): URLSearchParams {
  const search = new URLSearchParams();
  for (const [field, value] of Object.entries(state)) {
    const dated = field === "first" || field === "asOf";
    if (dated || value !== start[field as CalculatorField]) search.set(field, value);
  }
  return search;
}

/** Whole slider steps of what was typed, inside the slider's range. */
export function stepsOf(text: string, min: number, max: number): number {
  const number = Number.parseInt(text, 10);
  return Number.isNaN(number) ? min : Math.min(max, Math.max(min, number));
}

export function calculate(state: CalculatorState): { request: QuoteRequest; answer: QuoteAnswer } {
  const request = requestOf(state);
  return { request, answer: quote(request) };
}

function requestOf(state: CalculatorState): QuoteRequest {
  const { family, asOf } = state;
  const lump = family === "lump_sum";
  const waived = [
    { component: "interest" as const, fen: fenTyped(state.waiveInterest) },
    { component: "penalty" as const, fen: fenTyped(state.waivePenalty) },
    { component: "fee" as const, fen: fenTyped(state.waiveFee) },
  ];
  return {
    asOf,
    principalFen: fenTyped(state.principal),
    interestFen: fenTyped(state.interest),
    penaltyFen: fenTyped(state.penalty),
    feeFen: fenTyped(state.fee),
    waivers: waived.map((waiver) => ({ ...waiver, when: "at_signing" as const })),
    downPaymentFen: fenTyped(state.down),
    deferralMonths: Number(state.deferral),
    schedule: {
      family,
      count: lump ? 1 : Number(state.count),
      every: { months: 1 },
      firstDue: state.first,
      annualRate: bearsInterest(family) ? shareOf(state.rate) : "0",
      dayCount: "30/360",
    },
    discountRate: "0",
  };
}

/** Nothing typed is nothing owed; what is no amount is NaN, which the calculator names as a fault of its field. */
function fenTyped(text: string): number {
  return text.trim() === "" ? 0 : (fenOf(text) ?? Number.NaN);
}

/** Which field of the form a problem's pointer belongs to. */
export function fieldOf(pointer: string): CalculatorField | null {
  return FIELDS[pointer] ?? null;
}

const FIELDS: Readonly<Record<string, CalculatorField>> = {
  "/principalFen": "principal",
  "/interestFen": "interest",
  "/penaltyFen": "penalty",
  "/feeFen": "fee",
  "/waivers/0/fen": "waiveInterest",
  "/waivers/1/fen": "waivePenalty",
  "/waivers/2/fen": "waiveFee",
  "/waivers": "waiveInterest",
  "/downPaymentFen": "down",
  "/deferralMonths": "deferral",
  "/schedule/count": "count",
  "/schedule/firstDue": "first",
  "/schedule/annualRate": "rate",
  "/asOf": "asOf",
};
