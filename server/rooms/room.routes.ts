import { defineRoute, type Route } from "../http/route.ts";
import { draftRoutes } from "./draft.routes.ts";
import type { DraftService } from "./draft.service.ts";
import type { MessageService } from "./message.service.ts";
import { caseParams, eventsQuery, joinBody, memberParams, messageBody } from "./room.schemas.ts";
import type { RoomService } from "./room.service.ts";

export function roomRoutes({
  rooms,
  messages,
  drafts,
}: {
  rooms: RoomService;
  messages: MessageService;
  drafts: DraftService;
}): Route[] {
  return [
    ...draftRoutes(drafts),
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/room",
      permission: "room:join",
      summary: "The room of a case: who is in it, and what this viewer may do there",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) => await rooms.view(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/room/events",
      permission: "room:join",
      summary: "A page of this viewer's own stream after number `since`",
      kind: "query",
      params: caseParams,
      query: eventsQuery,
      handle: async ({ tx, actor, params, query }) =>
        await rooms.events(tx, actor, params.caseId, query.since, query.limit),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/join",
      permission: "room:join",
      summary: "Become a member of the room, accepting the ground rules where that was not done yet",
      kind: "command",
      params: caseParams,
      body: joinBody,
      handle: async ({ tx, actor, params, body }) => {
        await rooms.join(tx, actor, { caseId: params.caseId, since: 0, ...body });
        return await rooms.view(tx, actor, params.caseId);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/leave",
      permission: "room:join",
      summary: "Leave the room; one may come back",
      kind: "command",
      params: caseParams,
      handle: async ({ tx, actor, params }) => {
        await rooms.leave(tx, actor, params.caseId);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/members/:memberId/removal",
      permission: "room:moderate",
      summary: "Take somebody out of the room, for good",
      kind: "command",
      params: memberParams,
      handle: async ({ tx, actor, params }) => {
        await rooms.remove(tx, actor, params);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/messages",
      permission: "room:join",
      summary: "Say something in a channel",
      kind: "command",
      status: 201,
      params: caseParams,
      body: messageBody,
      handle: async ({ tx, actor, params, body }) =>
        (await messages.post(tx, actor, { ...params, ...body })).result,
    }),
  ];
}
