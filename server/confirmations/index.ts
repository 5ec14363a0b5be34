export type { ApplicationSealing } from "./applicationSealing.service.ts";
export { Confirmation, ConfirmationSignature } from "./confirmation.entity.ts";
export { confirmationRoutes } from "./confirmation.routes.ts";
export type { ConfirmationInCase, ConfirmationService } from "./confirmation.service.ts";
export { CONFIRMATION_QUEUES, createConfirmations } from "./createConfirmations.ts";
