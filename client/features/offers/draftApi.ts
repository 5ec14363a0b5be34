import { useQuery } from "@tanstack/react-query";
import type { OfferDraftView } from "../../../shared/offers/draftFor.ts";
import type { OfferSide, OfferView } from "../../../shared/offers/offerView.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { apiFetch } from "../../api/fetch.ts";

/** What the mediator wrote down for one side, as far as this viewer may read it; the newest first. */
export function useOfferDrafts(caseId: string) {
  return useQuery({
    queryKey: ["offers", caseId, "drafts"],
    refetchInterval: 20_000,
    queryFn: async ({ signal }) =>
      (
        await apiFetch<{ items: readonly OfferDraftView[] }>("GET", `/api/cases/${caseId}/offer-drafts`, {
          signal,
        })
      ).items,
  });
}

export interface NewOfferDraft {
  readonly for: OfferSide;
  readonly terms: Terms;
  readonly note: string | null;
  readonly openDays: number;
}

export function drawOfferFor(caseId: string, body: NewOfferDraft, idempotencyKey: string) {
  return apiFetch<OfferDraftView>("POST", `/api/cases/${caseId}/offer-drafts`, { body, idempotencyKey });
}

/** Puts exactly the terms shown, as one's own offer. */
export function confirmDraft({ id, termsHash }: OfferDraftView, idempotencyKey: string) {
  return apiFetch<OfferView>("POST", `/api/offer-drafts/${id}/confirm`, {
    body: { termsHash },
    idempotencyKey,
  });
}

export function endDraft(draftId: string, how: "turn-down" | "take-back", idempotencyKey: string) {
  return apiFetch<OfferDraftView>("POST", `/api/offer-drafts/${draftId}/${how}`, {
    body: {},
    idempotencyKey,
  });
}
