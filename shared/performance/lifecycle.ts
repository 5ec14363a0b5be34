import { type LocalDate, addDays } from "../calendar/localDate.ts";
import type { CaseMove } from "../cases/lifecycle.ts";
import type { Fen } from "../money/fen.ts";
import { type Instalment, isOverdue, isPaidUp, openFen, planTotals } from "./plan.ts";

/** A plan lives in these stages of its case: it is performed, it is broken, or it is done. */
export const PLAN_STATES = ["performing", "breached", "completed", "superseded"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const PLAN_COMMANDS = ["pay", "pay_arrears", "pay_last", "declare_breach", "renegotiate"] as const;
export type PlanCommand = (typeof PLAN_COMMANDS)[number];

/** The plan's lifecycle: the next state, or null where the command is refused. */
export const PLAN_TRANSITIONS: Record<PlanState, Record<PlanCommand, PlanState | null>> = {
  performing: {
    pay: "performing",
    pay_arrears: "performing",
    pay_last: "completed",
    declare_breach: "breached",
    renegotiate: "superseded",
  },
  breached: {
    pay: "breached",
    pay_arrears: "performing",
    pay_last: "completed",
    declare_breach: null,
    renegotiate: "superseded",
  },
  completed: { pay: null, pay_arrears: null, pay_last: null, declare_breach: null, renegotiate: null },
  superseded: { pay: null, pay_arrears: null, pay_last: null, declare_breach: null, renegotiate: null },
};

/** What a payment just recorded amounts to: the last one, one that settles all arrears, or simply one. */
export function paymentKind(
  instalments: readonly Instalment[],
  today: LocalDate,
): "pay" | "pay_arrears" | "pay_last" {
  if (isPaidUp(instalments)) return "pay_last";
  return planTotals(instalments, today).overdueFen === 0 ? "pay_arrears" : "pay";
}

/**
 * What becomes of a plan that is renegotiated while it stays in force. `superseded` a new agreement came into force ·
 * `kept` the talks ended and the plan goes on · `ended` the plan had been broken, and the mediation ended without agreement.
 */
export const AMENDMENT_OUTCOMES = ["superseded", "kept", "ended"] as const;
export type AmendmentOutcome = (typeof AMENDMENT_OUTCOMES)[number];

/** The case move back to the plan when talks about it end without a new agreement. */
export function keepMove(from: "performing" | "breached"): CaseMove {
  return from === "performing" ? "keep_plan" : "keep_broken_plan";
}

/** The case moves a change of the plan asks for, in order. A broken plan that is paid off is cured on the way. */
export function caseMovesFor(from: PlanState, to: PlanState): CaseMove[] {
  if (from === to) return [];
  if (to === "superseded") return ["renegotiate"];
  if (to === "breached") return ["declare_breach"];
  const moves: CaseMove[] = from === "breached" ? ["cure_breach"] : [];
  if (to === "completed") moves.push("last_payment");
  return moves;
}

/**
 * The first instalment still unpaid after its due date and the days of grace, with all that is overdue; null while
 * every delay is within grace. The last day of grace still belongs to the payer.
 */
export function breachOf(
  instalments: readonly Instalment[],
  graceDays: number,
  today: LocalDate,
): { instalmentNo: number; overdueFen: Fen } | null {
  const late = instalments
    .filter((instalment) => isOverdue(instalment, today) && addDays(instalment.due, graceDays) < today)
    .filter((instalment) => openFen(instalment) > 0)
    .toSorted((a, b) => a.number - b.number);
  const first = late[0];
  if (first === undefined) return null;
  return { instalmentNo: first.number, overdueFen: planTotals(instalments, today).overdueFen };
}
