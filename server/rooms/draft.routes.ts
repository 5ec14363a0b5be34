import { defineRoute, type Route } from "../http/route.ts";
import type { DraftService } from "./draft.service.ts";
import { caseParams, draftBody, draftParams } from "./room.schemas.ts";

export function draftRoutes(drafts: DraftService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/room/drafts",
      permission: "room:join",
      summary: "What this person has typed in the room and not sent; nobody else's",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) => await drafts.list(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/cases/:caseId/room/drafts/:channel",
      permission: "room:join",
      summary: "Keep what is typed in a channel in place of the version named; an empty text keeps nothing",
      // Not a command: it is kept every second or two, and its version already makes it safe to send twice.
      kind: "raw",
      params: draftParams,
      body: draftBody,
      handle: async ({ actor, params, body, db, res }) => {
        const receipt = await db.transaction((tx) => drafts.keep(tx, actor, { ...params, ...body }));
        res.setHeader("cache-control", "no-store");
        res.json(receipt);
      },
    }),
  ];
}
