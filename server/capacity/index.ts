export { CapacityStatementRow, LivingFloorRow } from "./capacity.entity.ts";
export { capacityRoutes } from "./capacity.routes.ts";
export type { CapacityService } from "./capacity.service.ts";
export { createCapacity } from "./createCapacity.ts";
