import { apiFetch } from "../../api/fetch.ts";
import type { CodeSent } from "../outreach/borrowerApi.ts";

export function sendApplicationCode(caseId: string, idempotencyKey: string) {
  return apiFetch<CodeSent>("POST", `/api/cases/${caseId}/confirmation/one-time-codes`, {
    body: {},
    idempotencyKey,
  });
}
