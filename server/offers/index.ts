export { Offer } from "./offer.entity.ts";
export { offerCommands } from "./offer.commands.ts";
export { offerRoutes, type OfferServices } from "./offer.routes.ts";
export { OfferRepository } from "./offer.repository.ts";
export { OfferService } from "./offer.service.ts";
export { OfferAcceptance, type OnTermsAccepted } from "./offerAcceptance.service.ts";
export { OfferDesk } from "./offerDesk.ts";
export { OfferExpiry } from "./offerExpiry.service.ts";
export { termsBasis } from "./termsBasis.ts";
