import { useEffect } from "react";
import { v7 as uuid } from "uuid";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { apiFetch } from "../../api/fetch.ts";

/** Often enough to be heard in the last minutes of an offer. */
const SAY_MS = 60_000;

/** While an answer to an offer is being written, say so now and then: an offer about to end gets more time, once. */
export function useAnswering(offer: Pick<OfferView, "id"> | null): void {
  const id = offer?.id;
  useEffect(() => {
    if (id === undefined) return;
    const say = () => {
      const said = apiFetch("POST", `/api/offers/${id}/answering`, { body: {}, idempotencyKey: uuid() });
      // Without it the offer ends when it was going to; there is nothing to tell anybody.
      void said.catch(() => undefined);
    };
    say();
    const timer = window.setInterval(say, SAY_MS);
    return () => window.clearInterval(timer);
  }, [id]);
}
