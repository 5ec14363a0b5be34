import type { TFunction } from "i18next";
import type { OfferView } from "../../../shared/offers/offerView.ts";

/** "Borrower's offer 3"; without a number while it has not been put. */
export function offerTitle(t: TFunction, { by, number }: Pick<OfferView, "by" | "number">): string {
  return number === 0 ? t(`offers.by.${by}`) : t(`offers.byNumbered.${by}`, { number });
}
