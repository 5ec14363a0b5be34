export { createOffers, OFFER_QUEUES, type Offers } from "./createOffers.ts";
export { Offer } from "./offer.entity.ts";
export { offerRoutes } from "./offer.routes.ts";
