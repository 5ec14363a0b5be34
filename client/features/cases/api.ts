import { useQuery } from "@tanstack/react-query";
import { apiFetch, type Query } from "../../api/fetch.ts";
import { usePages } from "../../api/pages.ts";
import type { CaseStage, TerminationReason } from "../../../shared/cases/lifecycle.ts";
import type { CaseFile, CaseSummary, Mediator } from "./types.ts";

export interface CaseFilter {
  readonly stage?: CaseStage;
  readonly q?: string;
}

export function useCases(filter: CaseFilter) {
  const query: Query = { stage: filter.stage, q: filter.q };
  return usePages<CaseSummary>(["cases"], "/api/cases", query);
}

export function useCase(caseId: string) {
  return useQuery({
    queryKey: ["case", caseId],
    queryFn: ({ signal }) => apiFetch<CaseFile>("GET", `/api/cases/${caseId}`, { signal }),
    refetchInterval: ({ state }) => (state.data && awaitsCertificate(state.data) ? 2_000 : false),
  });
}

/** The certificate is drawn right after a mediation ends; its button should appear by itself. */
function awaitsCertificate({ stage, stageSince, abilities }: CaseFile): boolean {
  const justEnded = Date.now() - Date.parse(stageSince) < 60_000;
  return stage === "terminated" && justEnded && !abilities.includes("readCertificate");
}

/** The mediators to choose from; for one case also what each has had with its platform. */
export function useMediators(caseId: string | null) {
  return useQuery({
    queryKey: ["mediators", caseId],
    queryFn: async ({ signal }) => {
      const path = caseId === null ? "/api/mediators" : `/api/cases/${caseId}/mediators`;
      return (await apiFetch<{ items: readonly Mediator[] }>("GET", path, { signal })).items;
    },
  });
}

type CaseStep = "accept" | "open-offers" | "resume" | "close";

export function takeStep(caseId: string, step: CaseStep, idempotencyKey: string) {
  return apiFetch<CaseSummary>("POST", `/api/cases/${caseId}/${step}`, { body: {}, idempotencyKey });
}

export function declineCase(caseId: string, note: string | null, idempotencyKey: string) {
  return apiFetch<CaseSummary>("POST", `/api/cases/${caseId}/decline`, { body: { note }, idempotencyKey });
}

export function respondForPlatform(
  caseId: string,
  body: { answer: "consent" | "decline"; note: string | null },
  idempotencyKey: string,
) {
  return apiFetch<CaseSummary>("POST", `/api/cases/${caseId}/platform-response`, { body, idempotencyKey });
}

export function proposeMediator(caseId: string, mediatorId: string, idempotencyKey: string) {
  return apiFetch<unknown>("POST", `/api/cases/${caseId}/appointments`, {
    body: { mediatorId },
    idempotencyKey,
  });
}

export function pauseCase(caseId: string, days: number | null, idempotencyKey: string) {
  return apiFetch<CaseSummary>("POST", `/api/cases/${caseId}/pause`, { body: { days }, idempotencyKey });
}

export function terminateCase(
  caseId: string,
  body: { reason: TerminationReason; note: string | null },
  idempotencyKey: string,
) {
  return apiFetch<CaseSummary>("POST", `/api/cases/${caseId}/terminate`, { body, idempotencyKey });
}

/** Issues a new invitation; links sent before stop working. */
export function resendInvitation(caseId: string, idempotencyKey: string) {
  return apiFetch<unknown>("POST", `/api/cases/${caseId}/invitations`, { body: {}, idempotencyKey });
}

export interface BulkDecision {
  readonly caseIds: readonly string[];
  readonly action: "accept" | "decline" | "appoint";
  readonly mediatorId?: string;
  readonly note?: string;
}

export interface BulkOutcome {
  readonly done: readonly string[];
  readonly refused: readonly { readonly id: string; readonly code: string }[];
}

/** At most 200 cases go into one decision. */
export const MAX_BULK = 200;

export function decideMany(decision: BulkDecision, idempotencyKey: string) {
  return apiFetch<BulkOutcome>("POST", "/api/cases/bulk", { body: decision, idempotencyKey });
}
