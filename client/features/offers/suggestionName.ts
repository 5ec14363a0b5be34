import type { TFunction } from "i18next";
import type { SuggestedPlan } from "../../../shared/offers/suggestions.ts";

/** What a suggestion stands out by, or else its kind. */
export function suggestionName(t: TFunction, { tradeOffs, terms }: SuggestedPlan): string {
  if (tradeOffs.length === 0) return t(`planForm.familyOf.${terms.schedule.family}`);
  return tradeOffs.map((tradeOff) => t(`plans.tradeOff.${tradeOff}`)).join(" · ");
}
