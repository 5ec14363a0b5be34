import { defineRoute, type Route } from "../http/route.ts";
import { caseParams } from "./case.schemas.ts";
import type { LegalChecks } from "./legalChecks.service.ts";

export function legalCheckRoutes(checks: LegalChecks): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/legal-checks",
      permission: "case:read",
      summary: "Caps, limitation, court fee and our own calculation beside the platform's",
      kind: "query",
      params: caseParams,
      handle: ({ tx, actor, params }) => checks.of(tx, actor, params.caseId),
    }),
  ];
}
