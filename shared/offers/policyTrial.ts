import type { PolicyBreach } from "../plans/policy.ts";
import type { OfferStatus } from "./lifecycle.ts";
import type { OfferBy } from "./offerView.ts";

/**
 * What limits would have said of a platform's newest offers, beside what those in force (`version`) say. `inside`: an agent alone could
 * have agreed. `changed` are the first of the `changedCount` offers that would be judged otherwise, with what they go beyond.
 */
export type PolicyTrialAnswer = {
  version: number;
  offers: number;
  insideBefore: number;
  insideAfter: number;
  changedCount: number;
  changed: {
    offerId: string;
    number: number;
    by: OfferBy;
    status: OfferStatus;
    caseId: string;
    caseNumber: string;
    inside: boolean;
    breaches: PolicyBreach[];
  }[];
};
