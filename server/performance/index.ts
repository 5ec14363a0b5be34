export { InstalmentRow, Payment } from "./performance.entity.ts";
export { PerformanceRepository } from "./performance.repository.ts";
export { PerformanceService, type Plan } from "./performance.service.ts";
export { RestateAfterBreach, type StatementWriter } from "./restate.ts";
export { performanceRoutes } from "./performance.routes.ts";
