export { createOffers, OFFER_QUEUES } from "./createOffers.ts";
export { caseLimits } from "./caseLimits.ts";
export { Offer } from "./offer.entity.ts";
export { OfferDraft } from "./offerDraft.entity.ts";
export { isApprover, needsApproval } from "./offer.policy.ts";
export { offerRoutes } from "./offer.routes.ts";
export { offerNote, offerTerms } from "./offer.schemas.ts";
export type { OfferAcceptance } from "./offerAcceptance.service.ts";
export { noteOf, onlySoundTerms } from "./offerTerms.ts";
