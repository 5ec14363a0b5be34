import { useQuery } from "@tanstack/react-query";
import type { FactList, FactRecordView, FactView } from "../../../shared/facts/factView.ts";
import type { FactAnswer } from "../../../shared/facts/lifecycle.ts";
import { apiFetch } from "../../api/fetch.ts";
import type { CodeSent } from "../outreach/borrowerApi.ts";

export function factsKey(caseId: string) {
  return ["facts", caseId] as const;
}

/** The statements of fact of a case, what both say of them, and the records. */
export function useFacts(caseId: string, enabled = true) {
  return useQuery({
    queryKey: factsKey(caseId),
    enabled,
    // The other side confirms and disputes meanwhile; the phone has no line of its own on this page.
    refetchInterval: 20_000,
    queryFn: ({ signal }) => apiFetch<FactList>("GET", `/api/cases/${caseId}/facts`, { signal }),
  });
}

/** Somebody's own words, or a statement by the key of its datum. */
export type NewFact = { readonly text: string } | { readonly dataKey: string };

export function proposeFact(caseId: string, fact: NewFact, idempotencyKey: string) {
  return apiFetch<FactView>("POST", `/api/cases/${caseId}/facts`, { body: fact, idempotencyKey });
}

export interface Said {
  readonly answer: FactAnswer;
  readonly reason?: string;
}

/** Answers exactly the words shown. */
export function answerFact({ id, version }: FactView, said: Said, idempotencyKey: string) {
  return apiFetch<FactView>("POST", `/api/facts/${id}/answer`, {
    body: { ...said, version },
    idempotencyKey,
  });
}

export function rewordFact({ id, version }: FactView, text: string, idempotencyKey: string) {
  return apiFetch<FactView>("PUT", `/api/facts/${id}`, { body: { text, version }, idempotencyKey });
}

export function withdrawFact({ id }: FactView, idempotencyKey: string) {
  return apiFetch<FactView>("POST", `/api/facts/${id}/withdrawal`, { body: {}, idempotencyKey });
}

export function draftRecord(caseId: string, idempotencyKey: string) {
  return apiFetch<FactRecordView>("POST", `/api/cases/${caseId}/fact-records`, { body: {}, idempotencyKey });
}

export function voidRecord({ id }: FactRecordView, idempotencyKey: string) {
  return apiFetch<FactRecordView>("POST", `/api/fact-records/${id}/voiding`, { body: {}, idempotencyKey });
}

export function recordUrl({ id }: FactRecordView): string {
  return `/api/fact-records/${id}/record.pdf`;
}

export type RecordSignature = {
  readonly contentHash: string;
  readonly oneTimeCode?: string;
} & (
  | { readonly method: "drawn"; readonly imagePng: string }
  | { readonly method: "typed"; readonly typedName: string }
);

export function signRecord({ id }: FactRecordView, signature: RecordSignature, idempotencyKey: string) {
  return apiFetch<FactRecordView>("POST", `/api/fact-records/${id}/signatures`, {
    body: { ...signature, consent: true },
    idempotencyKey,
  });
}

export function sendRecordCode({ id }: FactRecordView, idempotencyKey: string) {
  return apiFetch<CodeSent>("POST", `/api/fact-records/${id}/one-time-codes`, { body: {}, idempotencyKey });
}
