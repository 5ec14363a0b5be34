export { createSealer, type SealConfig, type Sealer } from "./sealer.ts";
export { SEAL_QUEUES, Seals, type SealedFile, type SealOrder } from "./seals.ts";
export { SealRepository } from "./seal.repository.ts";
export { sealRoutes } from "./seal.routes.ts";
export { SealVerification } from "./verification.ts";
