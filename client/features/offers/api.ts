import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import type { TermsBasis } from "../../../shared/offers/draftTerms.ts";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import type { Terms } from "../../../shared/plans/terms.ts";

export function offersKey(caseId: string) {
  return ["offers", caseId] as const;
}

/** The offers of a case that this viewer may read, the newest first. */
export function useOffers(caseId: string) {
  return useQuery({
    queryKey: offersKey(caseId),
    queryFn: async ({ signal }) =>
      (await apiFetch<{ items: readonly OfferView[] }>("GET", `/api/cases/${caseId}/offers`, { signal }))
        .items,
  });
}

export function useTermsBasis(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: ["terms-basis", caseId],
    enabled,
    queryFn: ({ signal }) => apiFetch<TermsBasis>("GET", `/api/cases/${caseId}/terms-basis`, { signal }),
  });
}

export interface NewOffer {
  readonly terms: Terms;
  readonly note: string | null;
  readonly expiresAt: string;
  readonly counters: string | null;
  readonly exhibitId: string | null;
}

export function putOffer(caseId: string, body: NewOffer, idempotencyKey: string) {
  return apiFetch<OfferView>("POST", `/api/cases/${caseId}/offers`, { body, idempotencyKey });
}

export function withdrawOffer(offerId: string, idempotencyKey: string) {
  return apiFetch<OfferView>("POST", `/api/offers/${offerId}/withdraw`, { body: {}, idempotencyKey });
}

export function declineOffer(offerId: string, idempotencyKey: string) {
  return apiFetch<OfferView>("POST", `/api/offers/${offerId}/decline`, { body: {}, idempotencyKey });
}

/** Accepts exactly the terms shown; beyond the agent's limits it asks the approver instead. */
export function acceptOffer({ id, termsHash }: OfferView, idempotencyKey: string) {
  return apiFetch<OfferView>("POST", `/api/offers/${id}/accept`, { body: { termsHash }, idempotencyKey });
}
