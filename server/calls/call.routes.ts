import { defineRoute, type Route } from "../http/route.ts";
import { caseParams } from "./call.schemas.ts";
import type { CallService } from "./call.service.ts";

export function callRoutes(calls: CallService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/ice-servers",
      permission: "room:join",
      summary: "The STUN and TURN servers for this member's calls, with credentials for a few hours",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) => await calls.iceServers(tx, actor, params.caseId),
    }),
  ];
}
