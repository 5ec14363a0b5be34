export { createDeliveries, DELIVERY_QUEUES } from "./createDeliveries.ts";
export { WebhookAttempt, WebhookDelivery } from "./delivery.entity.ts";
export { deliveryRoutes } from "./delivery.routes.ts";
export { WebhookEndpoint } from "./endpoint.entity.ts";
export { messageDescriptions } from "./payloadSchemas.ts";
