import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import { ApiProblem } from "../../api/problem.ts";
import type { CaseStage } from "../../../shared/cases/lifecycle.ts";
import type { InstalmentStatus, PlanTotals } from "../../../shared/performance/plan.ts";
import type { PayeeAccount } from "../../../shared/plans/terms.ts";

export interface PlanInstalment {
  readonly id: string;
  readonly number: number;
  readonly kind: "down_payment" | "instalment";
  readonly due: string;
  readonly dueFen: number;
  readonly paidFen: number;
  readonly openFen: number;
  readonly status: InstalmentStatus;
  readonly overdue: boolean;
}

export interface Payment {
  readonly id: string;
  readonly fen: number;
  readonly paidOn: string;
  readonly reference: string;
  readonly creditFen: number;
  readonly recordedAt: string;
}

export interface Plan {
  readonly caseId: string;
  readonly stage: CaseStage;
  readonly today: string;
  readonly instalments: readonly PlanInstalment[];
  readonly payments: readonly Payment[];
  readonly totals: PlanTotals & { readonly creditFen: number };
  readonly graceDays: number;
  readonly payeeAccount: PayeeAccount;
  readonly agreementNumber: string;
  /** Being negotiated anew; the plan goes on meanwhile. */
  readonly amendment: { readonly begunAt: string } | null;
  readonly completion: {
    readonly number: string;
    readonly code: string;
    readonly issuedAt: string;
  } | null;
  readonly abilities: readonly (
    "record_payment" | "declare_breach" | "renegotiate" | "keep_plan" | "certificate"
  )[];
}

/** The plan of a case; `null` before an agreement is in force. */
export function usePlan(caseId: string) {
  return useQuery({
    queryKey: ["plan", caseId],
    queryFn: async ({ signal }): Promise<Plan | null> => {
      try {
        return await apiFetch<Plan>("GET", `/api/cases/${caseId}/plan`, { signal });
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
  });
}

export interface NewPayment {
  readonly fen: number;
  readonly paidOn: string;
  readonly reference: string;
}

export function recordPayment(caseId: string, body: NewPayment, idempotencyKey: string) {
  return apiFetch<Plan>("POST", `/api/cases/${caseId}/payments`, { body, idempotencyKey });
}

export function completionUrl(caseId: string): string {
  return `/api/cases/${caseId}/completion-certificate.pdf`;
}

export function enforcePlan(
  caseId: string,
  step: "breach" | "renegotiation" | "renegotiation/end",
  idempotencyKey: string,
) {
  return apiFetch<Plan>("POST", `/api/cases/${caseId}/${step}`, { body: {}, idempotencyKey });
}
