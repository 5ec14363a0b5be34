export { Exhibit } from "./exhibit.entity.ts";
export { exhibitRoutes } from "./exhibit.routes.ts";
export { Escalation } from "./escalation.entity.ts";
export { escalationRoutes } from "./escalation.routes.ts";
export { createEscalations, ESCALATION_QUEUES, type Escalations } from "./createEscalations.ts";
