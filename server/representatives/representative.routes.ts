import { defineRoute, type Route } from "../http/route.ts";
import {
  caseParams,
  decisionBody,
  newRepresentativeBody,
  representativeParams,
} from "./representative.schemas.ts";
import type { RepresentativeService } from "./representative.service.ts";

export function representativeRoutes(representatives: RepresentativeService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/representatives",
      permission: "representative:read",
      summary: "Who acts for the borrower; the other side hears of those who were accepted",
      kind: "query",
      params: caseParams,
      handle: ({ tx, actor, params }) => representatives.list(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/representatives",
      permission: "representative:name",
      summary:
        "Name somebody to act for the borrower, with the power of attorney; nothing is sent to them yet",
      kind: "command",
      status: 201,
      params: caseParams,
      body: newRepresentativeBody,
      handle: ({ tx, actor, params, body }) => representatives.name(tx, actor, params.caseId, body),
    }),
    defineRoute({
      method: "POST",
      path: "/api/representatives/:representativeId/decision",
      permission: "representative:accept",
      summary:
        "Accept somebody after reading the paper, which invites them; or refuse, with a reason for the borrower",
      kind: "command",
      params: representativeParams,
      body: decisionBody,
      handle: ({ tx, actor, params, body }) =>
        representatives.decide(tx, actor, params.representativeId, body),
    }),
    defineRoute({
      method: "POST",
      path: "/api/representatives/:representativeId/end",
      permission: "representative:name",
      summary: "From now on this person acts no more; what they have open is shut",
      kind: "command",
      params: representativeParams,
      handle: ({ tx, actor, params }) => representatives.end(tx, actor, params.representativeId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/representatives/:representativeId/invitations",
      permission: "representative:name",
      summary: "Send this person a new link; older ones stop working",
      kind: "command",
      params: representativeParams,
      handle: ({ tx, actor, params }) => representatives.inviteAgain(tx, actor, params.representativeId),
    }),
  ];
}
