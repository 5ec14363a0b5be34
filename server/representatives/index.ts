export { createRepresentatives, REPRESENTATIVE_QUEUES } from "./createRepresentatives.ts";
export { Representative } from "./representative.entity.ts";
export { representativeRoutes } from "./representative.routes.ts";
export type { RepresentativeService } from "./representative.service.ts";
