import { roleMay } from "../../shared/api/permissions.ts";
import { roleOf, type Actor } from "../../shared/api/roles.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { sumFen } from "../../shared/money/fen.ts";
import { breachOf } from "../../shared/performance/lifecycle.ts";
import { isOverdue, openFen, planTotals } from "../../shared/performance/plan.ts";
import { datedAsAgreed } from "../../shared/performance/policies.ts";
import { asParty } from "../cases/index.ts";
import type { Plan } from "./performance.service.ts";

export type PlanAbility = "record_payment" | "declare_breach" | "renegotiate";

/** A plan as it stands today, for everybody who may read the case. */
export function presentPlan(actor: Actor, plan: Plan, today: LocalDate): object {
  const { theCase, agreement, payments } = plan;
  const instalments = datedAsAgreed(plan.instalments, agreement.terms, today);
  return {
    caseId: theCase.id,
    caseNumber: theCase.number,
    stage: theCase.stage,
    agreementId: agreement.id,
    agreementNumber: agreement.number,
    sealedAt: agreement.sealedAt?.toISOString() ?? null,
    today,
    instalments: instalments.map((row) => ({
      id: row.id,
      number: row.number,
      kind: row.number === 0 ? "down_payment" : "instalment",
      due: row.due,
      dueFen: row.dueFen,
      paidFen: row.paidFen,
      openFen: openFen(row),
      status: row.status,
      overdue: isOverdue(row, today),
    })),
    payments: payments.map(({ id, fen, paidOn, reference, allocation, creditFen, recordedAt }) => ({
      id,
      fen,
      paidOn,
      reference,
      allocation,
      creditFen,
      recordedAt: recordedAt.toISOString(),
    })),
    totals: {
      ...planTotals(instalments, today),
      creditFen: sumFen(payments.map((payment) => payment.creditFen)),
    },
    graceDays: agreement.terms.graceDays,
    payeeAccount: agreement.terms.payeeAccount,
    abilities: planAbilities(actor, plan, today),
  };
}

function planAbilities(
  actor: Actor,
  { theCase, agreement, instalments: rows }: Plan,
  today: LocalDate,
): PlanAbility[] {
  const instalments = datedAsAgreed(rows, agreement.terms, today);
  const party = asParty(actor, theCase);
  const role = roleOf(actor);
  if (theCase.pausedAt !== null || party === null || party === "borrower" || role === null) return [];
  const abilities: PlanAbility[] = [];
  const alive = theCase.stage === "performing" || theCase.stage === "breached";
  if (alive && roleMay(role, "payment:record")) abilities.push("record_payment");
  const late = breachOf(instalments, agreement.terms.graceDays, today) !== null;
  if (theCase.stage === "performing" && late) abilities.push("declare_breach");
  if (theCase.stage === "breached") abilities.push("renegotiate");
  return abilities;
}
