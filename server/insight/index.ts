export { FactsRepository, OverviewRepository } from "./facts.repository.ts";
export { insightRoutes } from "./insight.routes.ts";
export { InsightService } from "./insight.service.ts";
