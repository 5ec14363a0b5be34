import { useQuery } from "@tanstack/react-query";
import type { Terms } from "../../../shared/plans/terms.ts";
import type { ProposalAnswer } from "../../../shared/proposals/answers.ts";
import type { ProposalList, ProposalView } from "../../../shared/proposals/proposalView.ts";
import { apiFetch } from "../../api/fetch.ts";

export function proposalsKey(caseId: string) {
  return ["proposals", caseId] as const;
}

/** The proposals of a case, the newest first. Read again now and then, because a deadline passes without anybody acting. */
export function useProposals(caseId: string) {
  return useQuery({
    queryKey: proposalsKey(caseId),
    refetchInterval: 20_000,
    queryFn: ({ signal }) => apiFetch<ProposalList>("GET", `/api/cases/${caseId}/proposals`, { signal }),
  });
}

/** Whether a round is under way, in which nothing else can be put. */
export function useIsRoundOpen(caseId: string): boolean {
  return useProposals(caseId).data?.items.some(({ status }) => status === "open") === true;
}

export interface ProposalDraft {
  readonly terms: Terms;
  readonly note: string | null;
}

/** A new draft, or another version of the one there is. */
export function saveDraft(caseId: string, earlier: ProposalView | null, draft: ProposalDraft, key: string) {
  if (earlier === null) return send("POST", `/api/cases/${caseId}/proposals`, { ...draft }, key);
  return send("PUT", `/api/proposals/${earlier.id}`, { ...draft, version: earlier.version }, key);
}

export function openProposal({ id, version }: ProposalView, deadline: string, key: string) {
  return send("POST", `/api/proposals/${id}/opening`, { deadline, version }, key);
}

export function withdrawProposal({ id }: ProposalView, key: string) {
  return send("POST", `/api/proposals/${id}/withdrawal`, {}, key);
}

export function acknowledgeWarning({ id, warning }: ProposalView, key: string) {
  return send("POST", `/api/proposals/${id}/acknowledgement`, { warning }, key);
}

/** Answers exactly the terms shown. */
export function answerProposal({ id, termsHash }: ProposalView, answer: ProposalAnswer, key: string) {
  return send("POST", `/api/proposals/${id}/answer`, { answer, termsHash }, key);
}

export function answerLeave({ id }: ProposalView, approve: boolean, key: string) {
  return send("POST", `/api/proposals/${id}/leave`, { approve }, key);
}

function send(method: "POST" | "PUT", path: string, body: object, idempotencyKey: string) {
  return apiFetch<ProposalView>(method, path, { body, idempotencyKey });
}
