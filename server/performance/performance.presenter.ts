import { roleMay } from "../../shared/api/permissions.ts";
import { roleOf, type Actor } from "../../shared/api/roles.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { sumFen } from "../../shared/money/fen.ts";
import { breachOf } from "../../shared/performance/lifecycle.ts";
import { isOverdue, openFen, planTotals } from "../../shared/performance/plan.ts";
import { datedAsAgreed } from "../../shared/performance/policies.ts";
import { asParty } from "../cases/index.ts";
import type { Plan } from "./planInForce.ts";

export type PlanAbility = "record_payment" | "declare_breach" | "renegotiate" | "keep_plan" | "certificate";

/** A plan as it stands today, for everybody who may read the case. */
export function presentPlan(actor: Actor, plan: Plan, today: LocalDate): object {
  const { theCase, agreement, payments, entries, amendment, certificate } = plan;
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
    /** What counts on this plan without a payment of its own, or gave way to another. */
    entries: entries.map(({ id, kind, instalmentNumber, component, fen, onDate }) => ({
      id,
      kind,
      instalmentNumber,
      component,
      fen,
      onDate,
    })),
    amendment: amendment === null ? null : { begunAt: amendment.begunAt.toISOString() },
    completion: presentCompletion(certificate),
    graceDays: agreement.terms.graceDays,
    payeeAccount: agreement.terms.payeeAccount,
    abilities: planAbilities(actor, plan, today),
  };
}

function presentCompletion(certificate: Plan["certificate"]): object | null {
  if (certificate === null) return null;
  const { number, code, documentSha256, pageCount, issuedAt } = certificate;
  return { number, code, documentSha256, pageCount, issuedAt: issuedAt.toISOString() };
}

function planAbilities(
  actor: Actor,
  { theCase, agreement, instalments: rows, amendment, certificate }: Plan,
  today: LocalDate,
): PlanAbility[] {
  const instalments = datedAsAgreed(rows, agreement.terms, today);
  const party = asParty(actor, theCase);
  const role = roleOf(actor);
  const abilities: PlanAbility[] = certificate === null ? [] : ["certificate"];
  if (theCase.pausedAt !== null || party === null || party === "borrower" || role === null) return abilities;
  const { stage } = theCase;
  const alive = stage === "performing" || stage === "breached" || amendment !== null;
  if (alive && roleMay(role, "payment:record")) abilities.push("record_payment");
  const late = breachOf(instalments, agreement.terms.graceDays, today) !== null;
  if (theCase.stage === "performing" && late) abilities.push("declare_breach");
  if (stage === "performing" || stage === "breached") abilities.push("renegotiate");
  if (stage === "negotiating" && amendment !== null) abilities.push("keep_plan");
  return abilities;
}
