import { agreementRoutes, wordingRoutes } from "./agreements/index.ts";
import { apiKeyRoutes } from "./apiKeys/index.ts";
import { authRoutes } from "./auth/auth.routes.ts";
import { callRoutes } from "./calls/index.ts";
import { appointmentRoutes, caseRoutes, legalCheckRoutes } from "./cases/index.ts";
import { capacityRoutes } from "./capacity/index.ts";
import { caseFileRoutes } from "./caseFile/index.ts";
import { confirmationRoutes } from "./confirmations/index.ts";
import type { Services } from "./composition.ts";
import { deliveryRoutes } from "./deliveries/index.ts";
import { escalationRoutes, exhibitRoutes } from "./escalations/index.ts";
import { factRoutes } from "./facts/index.ts";
import type { Route } from "./http/route.ts";
import { insightRoutes } from "./insight/index.ts";
import { importRoutes } from "./intake/index.ts";
import { lawRoutes } from "./law/index.ts";
import { minutesRoutes } from "./minutes/index.ts";
import { offerRoutes } from "./offers/index.ts";
import { organisationRoutes } from "./organisations/index.ts";
import { outreachRoutes } from "./outreach/index.ts";
import { performanceRoutes } from "./performance/index.ts";
import { proposalRoutes } from "./proposals/index.ts";
import { quoteRoutes } from "./quotes/index.ts";
import { representativeRoutes } from "./representatives/index.ts";
import { roomRoutes, safetyRoutes } from "./rooms/index.ts";
import { sealRoutes } from "./seal/index.ts";
import { sessionRoutes } from "./sessions/index.ts";
import { templateRoutes } from "./templates/index.ts";

/** The route table: every path of the interface, what it needs, and who may use it. */
export function allRoutes(services: Services): Route[] {
  return [
    ...authRoutes(services.passport, services.ownAccount),
    ...organisationRoutes(services.organisations),
    ...apiKeyRoutes(services.apiKeys),
    ...lawRoutes(services.law),
    ...quoteRoutes(),
    ...appointmentRoutes(services.caseWork),
    ...caseRoutes(services.caseWork),
    ...legalCheckRoutes(services.legalChecks),
    ...capacityRoutes(services.capacity),
    ...outreachRoutes(services.outreach),
    ...representativeRoutes(services.representation.representatives),
    ...importRoutes(services.intake),
    ...roomRoutes(services.rooms),
    ...safetyRoutes(services.rooms),
    ...callRoutes(services.calls.calls),
    ...factRoutes(services.facts),
    ...sessionRoutes(services.sessions),
    ...offerRoutes(services.offers),
    ...proposalRoutes(services.proposals),
    ...templateRoutes(services.templates),
    ...wordingRoutes(services.wording),
    ...agreementRoutes(services.agreements),
    ...minutesRoutes(services.minutes),
    ...performanceRoutes(services.planWork),
    ...confirmationRoutes(services.confirmations, services.platform.config.uploadLimitBytes),
    ...deliveryRoutes(services.deliveries),
    ...exhibitRoutes(services.escalations.exhibits, services.platform.config.uploadLimitBytes),
    ...escalationRoutes(services.escalations.escalations),
    ...caseFileRoutes(services.caseFiles.caseFiles),
    ...insightRoutes(services.insight),
    ...sealRoutes(services.verification, services.platform.config.uploadLimitBytes),
  ];
}
