import { sendFile } from "../files/index.ts";
import { defineRoute, type Route } from "../http/route.ts";
import type { CalendarDownload } from "./calendarDownload.service.ts";
import type { Holding } from "./holding.service.ts";
import type { Scheduling } from "./scheduling.service.ts";
import {
  adjournBody,
  attendanceBody,
  cancelBody,
  caseParams,
  fixBody,
  offerBody,
  phaseBody,
  reofferBody,
  rescheduleBody,
  sessionParams,
  tickBody,
} from "./session.schemas.ts";
import type { SessionDesk } from "./sessionDesk.ts";

export type SessionServices = {
  desk: SessionDesk;
  scheduling: Scheduling;
  holding: Holding;
  calendar: CalendarDownload;
};

export function sessionRoutes(services: SessionServices): Route[] {
  return [...readingRoutes(services), ...schedulingRoutes(services), ...holdingRoutes(services)];
}

function readingRoutes({ desk, calendar }: SessionServices): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/sessions",
      permission: "session:read",
      summary: "The live sessions of a case; a side sees its own ticks and never the other's",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) => await desk.list(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "GET",
      path: "/api/sessions/:sessionId/calendar.ics",
      permission: "session:read",
      summary: "The meeting as a calendar entry, without a word of what it is about",
      kind: "raw",
      params: sessionParams,
      produces: "text/calendar",
      handle: async ({ db, actor, params, res }) => {
        const text = await db.read((tx) => calendar.text(tx, actor, params.sessionId));
        sendFile(res, {
          content: Buffer.from(text),
          mime: "text/calendar; charset=utf-8",
          fileName: "meeting.ics",
        });
      },
    }),
  ];
}

function schedulingRoutes({ scheduling }: SessionServices): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/sessions",
      permission: "session:hold",
      summary: "Offer times for a session",
      kind: "command",
      status: 201,
      params: caseParams,
      body: offerBody,
      handle: async ({ tx, actor, params, body }) =>
        await scheduling.offer(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/sessions/:sessionId/times",
      permission: "session:hold",
      summary: "Offer other times instead; what was ticked is void",
      kind: "command",
      params: sessionParams,
      body: reofferBody,
      handle: async ({ tx, actor, params, body }) =>
        await scheduling.reoffer(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/sessions/:sessionId/ticks",
      permission: "session:tick",
      summary: "Say which times suit one's side; the other side never learns it",
      kind: "command",
      params: sessionParams,
      body: tickBody,
      handle: async ({ tx, actor, params, body }) => await scheduling.tick(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/sessions/:sessionId/time",
      permission: "session:hold",
      summary: "Fix one of the times offered",
      kind: "command",
      params: sessionParams,
      body: fixBody,
      handle: async ({ tx, actor, params, body }) => await scheduling.fix(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/sessions/:sessionId/time",
      permission: "session:hold",
      summary: "Put it off or bring it forward",
      kind: "command",
      params: sessionParams,
      body: rescheduleBody,
      handle: async ({ tx, actor, params, body }) =>
        await scheduling.reschedule(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/sessions/:sessionId/cancellation",
      permission: "session:hold",
      summary: "It does not take place, with a reason",
      kind: "command",
      params: sessionParams,
      body: cancelBody,
      handle: async ({ tx, actor, params, body }) =>
        await scheduling.cancel(tx, actor, { ...params, ...body }),
    }),
  ];
}

function holdingRoutes({ holding }: SessionServices): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/sessions/:sessionId/lobby",
      permission: "session:hold",
      summary: "Let people in to wait; it also opens by itself",
      kind: "command",
      params: sessionParams,
      handle: async ({ tx, actor, params }) => await holding.openLobby(tx, actor, params.sessionId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/sessions/:sessionId/start",
      permission: "session:hold",
      summary: "Begin it",
      kind: "command",
      params: sessionParams,
      handle: async ({ tx, actor, params }) => await holding.start(tx, actor, params.sessionId),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/sessions/:sessionId/phase",
      permission: "session:hold",
      summary: "Go on to a phase of the agenda, in whichever order",
      kind: "command",
      params: sessionParams,
      body: phaseBody,
      handle: async ({ tx, actor, params, body }) =>
        await holding.setPhase(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/sessions/:sessionId/adjournment",
      permission: "session:hold",
      summary: "Stop for a while; the clock stands still",
      kind: "command",
      params: sessionParams,
      body: adjournBody,
      handle: async ({ tx, actor, params, body }) => await holding.adjourn(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/sessions/:sessionId/resumption",
      permission: "session:hold",
      summary: "Go on",
      kind: "command",
      params: sessionParams,
      handle: async ({ tx, actor, params }) => await holding.resume(tx, actor, params.sessionId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/sessions/:sessionId/end",
      permission: "session:hold",
      summary: "End it, with who was there and how long",
      kind: "command",
      params: sessionParams,
      handle: async ({ tx, actor, params }) => await holding.end(tx, actor, params.sessionId),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/sessions/:sessionId/attendance",
      permission: "session:hold",
      summary: "Confirm who of those recorded took part",
      kind: "command",
      params: sessionParams,
      body: attendanceBody,
      handle: async ({ tx, actor, params, body }) =>
        await holding.confirmAttendance(tx, actor, { ...params, ...body }),
    }),
  ];
}
