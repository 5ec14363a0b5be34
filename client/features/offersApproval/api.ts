import { useQueries } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import type { OfferView } from "../../../shared/offers/offerView.ts";

/** The offers of several cases that wait for this approver, by case. */
export function useOffersToApprove(caseIds: readonly string[]) {
  return useQueries({
    queries: caseIds.map((caseId) => ({
      queryKey: ["offers-to-approve", caseId],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const { items } = await apiFetch<{ items: readonly OfferView[] }>(
          "GET",
          `/api/cases/${caseId}/offers`,
          {
            signal,
          },
        );
        return items.filter((offer) => offer.abilities.includes("answer_approval"));
      },
    })),
  });
}

export function answerApproval(
  offerId: string,
  body: { approve: boolean; note: string | null },
  idempotencyKey: string,
) {
  return apiFetch<unknown>("POST", `/api/offers/${offerId}/approval`, { body, idempotencyKey });
}
