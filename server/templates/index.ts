export { ClauseTemplateRow } from "./template.entity.ts";
export { TemplateRepository } from "./template.repository.ts";
export { templateRoutes } from "./template.routes.ts";
export { clauseTexts } from "./template.schemas.ts";
export { TemplateService } from "./template.service.ts";
