import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import type { TermsBasis } from "../../../shared/offers/draftTerms.ts";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import type { Terms } from "../../../shared/plans/terms.ts";

/** The offers of a case, the newest first; read again now and then, because the other side acts as well. */
export function useBorrowerOffers(caseId: string, enabled = true) {
  return useQuery({
    queryKey: ["offers", caseId],
    enabled,
    refetchInterval: 20_000,
    queryFn: async ({ signal }) =>
      (await apiFetch<{ items: readonly OfferView[] }>("GET", `/api/cases/${caseId}/offers`, { signal }))
        .items,
  });
}

/** What an offer is drawn up from. Not read again while one is being written. */
export function useTermsBasis(caseId: string) {
  return useQuery({
    queryKey: ["terms-basis", caseId],
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => apiFetch<TermsBasis>("GET", `/api/cases/${caseId}/terms-basis`, { signal }),
  });
}

export interface NewOffer {
  readonly terms: Terms;
  readonly note: string;
  readonly expiresAt: string;
  readonly counters: string | null;
  readonly exhibitId: string | null;
}

export function putOffer(caseId: string, body: NewOffer, idempotencyKey: string) {
  return apiFetch<OfferView>("POST", `/api/cases/${caseId}/offers`, { body, idempotencyKey });
}

export function acceptOffer(offer: OfferView, idempotencyKey: string) {
  const body = { termsHash: offer.termsHash };
  return apiFetch<OfferView>("POST", `/api/offers/${offer.id}/accept`, { body, idempotencyKey });
}

export function endOffer(offerId: string, how: "decline" | "withdraw", idempotencyKey: string) {
  return apiFetch<OfferView>("POST", `/api/offers/${offerId}/${how}`, { body: {}, idempotencyKey });
}
