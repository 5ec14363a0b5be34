import { sendFile } from "../files/index.ts";
import { pageOf, readCursor } from "../http/cursor.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { presentEscalation, presentEscalationRow, presentOpening } from "./escalation.presenter.ts";
import { escalationParams, listQuery, outcomeBody, requestBody } from "./escalation.schemas.ts";
import type { EscalationService } from "./escalation.service.ts";
import { caseParams } from "./exhibit.schemas.ts";

export function escalationRoutes(escalations: EscalationService): Route[] {
  return [...platformRoutes(escalations), ...readingRoutes(escalations), ...downloadRoutes(escalations)];
}

function platformRoutes(escalations: EscalationService): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/escalation",
      permission: "escalation:request",
      summary: "Ask for the packet to be made and handed to a lawyer; again after a failure",
      kind: "command",
      status: 202,
      params: caseParams,
      body: requestBody,
      handle: async ({ tx, actor, params, body }) =>
        presentEscalation(actor, await escalations.request(tx, actor, params.caseId, body.lawyerId)),
    }),
    defineRoute({
      method: "GET",
      path: "/api/escalations/:escalationId/openings",
      permission: "escalation:read",
      summary: "Who opened the packet, what of it, and when",
      kind: "query",
      params: escalationParams,
      handle: async ({ tx, actor, params }) => {
        const openings = await escalations.openings(tx, actor, params.escalationId);
        return { items: openings.map(presentOpening) };
      },
    }),
  ];
}

function readingRoutes(escalations: EscalationService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/escalations",
      permission: "escalation:read",
      summary: "Escalations: a lawyer's own, or those of one's platform, newest first",
      kind: "query",
      query: listQuery,
      handle: async ({ tx, actor, query }) => {
        const { status, cursor, limit } = query;
        const found = await escalations.list(tx, actor, {
          limit: limit + 1,
          ...(status === undefined ? {} : { status }),
          ...(cursor === undefined ? {} : { before: readCursor(cursor) }),
        });
        const { page, next } = pageOf(found, limit, (row) => ({ at: row.requestedAt, id: row.id }));
        return { items: page.map(presentEscalationRow), next };
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/escalations/:escalationId",
      permission: "escalation:read",
      summary: "One escalation; its lawyer's look is recorded",
      kind: "raw",
      params: escalationParams,
      handle: async ({ actor, params, res }) => {
        const found = await escalations.open(actor, params.escalationId);
        res.setHeader("cache-control", "no-store");
        res.json(presentEscalation(actor, found));
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/escalations/:escalationId/outcome",
      permission: "escalation:conclude",
      summary: "The lawyer reports how it ended",
      kind: "command",
      params: escalationParams,
      body: outcomeBody,
      handle: async ({ tx, actor, params, body }) => {
        const input = { outcome: body.outcome, note: body.note || null };
        return presentEscalation(actor, await escalations.conclude(tx, actor, params.escalationId, input));
      },
    }),
  ];
}

function downloadRoutes(escalations: EscalationService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/escalations/:escalationId/packet.pdf",
      permission: "escalation:read",
      summary: "The sealed packet; its lawyer's download is recorded before the bytes go out",
      kind: "raw",
      params: escalationParams,
      produces: "application/pdf",
      handle: async ({ actor, params, res }) => {
        const { content, sha256, caseNumber } = await escalations.download(
          actor,
          params.escalationId,
          "packet",
        );
        sendFile(res, { content, sha256, mime: "application/pdf", fileName: `诉讼材料包-${caseNumber}.pdf` });
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/escalations/:escalationId/packet.zip",
      permission: "escalation:read",
      summary: "The packet with every original beside it and the manifest of hashes",
      kind: "raw",
      params: escalationParams,
      produces: "application/zip",
      handle: async ({ actor, params, res }) => {
        const { content, sha256, caseNumber } = await escalations.download(actor, params.escalationId, "zip");
        sendFile(res, { content, sha256, mime: "application/zip", fileName: `诉讼材料包-${caseNumber}.zip` });
      },
    }),
  ];
}
