import { authRoutes } from "./auth/auth.routes.ts";
import type { Services } from "./composition.ts";
import type { Route } from "./http/route.ts";
import { importRoutes } from "./intake/index.ts";
import { offerRoutes } from "./offers/index.ts";
import { organisationRoutes } from "./organisations/index.ts";
import { roomRoutes } from "./rooms/index.ts";

/** The route table: every path of the interface, what it needs, and who may use it. */
export function allRoutes(services: Services): Route[] {
  return [
    ...authRoutes(services.passport, services.ownAccount),
    ...organisationRoutes(services.organisations),
    ...importRoutes(services.intake),
    ...roomRoutes(services.rooms),
    ...offerRoutes(services.offers),
  ];
}
