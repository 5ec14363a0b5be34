export { createSessions, SESSION_QUEUES } from "./createSessions.ts";
export { MediationSession, SessionStay, SessionTick } from "./session.entity.ts";
export { sessionRoutes } from "./session.routes.ts";
