export { Exhibit } from "./exhibit.entity.ts";
export { ExhibitRepository } from "./exhibit.repository.ts";
export { ExhibitService } from "./exhibit.service.ts";
export { exhibitRoutes } from "./exhibit.routes.ts";
export { Escalation } from "./escalation.entity.ts";
export { EscalationRepository } from "./escalation.repository.ts";
export { COMPOSE_PACKET, EscalationService } from "./escalation.service.ts";
export { escalationRoutes } from "./escalation.routes.ts";
export { PacketService } from "./packet.service.ts";
