export { LawRuleRow } from "./lawRule.entity.ts";
export { LawRuleRepository } from "./lawRule.repository.ts";
export { lawRoutes } from "./law.routes.ts";
export { LawService } from "./law.service.ts";
