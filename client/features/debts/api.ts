import type { LineAnswer } from "../../../shared/debts/lineAnswer.ts";
import type { StatedPayment } from "../../../shared/debts/paymentHistory.ts";
import { apiFetch } from "../../api/fetch.ts";
import type { CaseFile } from "../cases/types.ts";

/** What is said with an answer, and what is shown for it. */
export interface Shown {
  readonly reason: string | null;
  readonly exhibitId: string | null;
}

export function answerForPlatform(
  caseId: string,
  lineId: string,
  body: Shown & { readonly answer: LineAnswer },
  idempotencyKey: string,
) {
  return apiFetch<CaseFile>("POST", `/api/cases/${caseId}/statement/lines/${lineId}`, {
    body,
    idempotencyKey,
  });
}

export function correctLine(
  caseId: string,
  lineId: string,
  body: Shown & { readonly fen: number },
  idempotencyKey: string,
) {
  return apiFetch<CaseFile>("POST", `/api/cases/${caseId}/statement/lines/${lineId}/correction`, {
    body,
    idempotencyKey,
  });
}

export function statePayments(
  caseId: string,
  debtId: string,
  payments: readonly StatedPayment[],
  idempotencyKey: string,
) {
  return apiFetch<CaseFile>("PUT", `/api/cases/${caseId}/debts/${debtId}/payments`, {
    body: { payments },
    idempotencyKey,
  });
}

export function setRiskTier(caseId: string, riskTier: string | null, idempotencyKey: string) {
  return apiFetch<CaseFile>("PUT", `/api/cases/${caseId}/risk-tier`, { body: { riskTier }, idempotencyKey });
}
