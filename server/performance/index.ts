export { Amendment, PlanEntry } from "./amendment.entity.ts";
export { CompletionCertificate } from "./completion.entity.ts";
export { InstalmentRow, Payment } from "./performance.entity.ts";
export { createPerformance, PERFORMANCE_QUEUES } from "./createPerformance.ts";
export type { PerformanceService } from "./performance.service.ts";
export type { Plan } from "./planInForce.ts";
export { performanceRoutes } from "./performance.routes.ts";
