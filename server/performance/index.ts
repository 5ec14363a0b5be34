export { InstalmentRow, Payment } from "./performance.entity.ts";
export { createPerformance } from "./createPerformance.ts";
export type { PerformanceService, Plan } from "./performance.service.ts";
export { performanceRoutes } from "./performance.routes.ts";
