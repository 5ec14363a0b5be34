import { defineRoute, type Route } from "../http/route.ts";
import type { CaucusService } from "./caucus.service.ts";
import type { PassingService } from "./passing.service.ts";
import type { ReportService } from "./report.service.ts";
import { caseParams, memberParams } from "./room.schemas.ts";
import {
  answerBody,
  caucusBody,
  dealingBody,
  messageParams,
  muteBody,
  passingBody,
  reportBody,
  reportParams,
  requestBody,
  requestParams,
} from "./safety.schemas.ts";
import type { SafetyService } from "./safety.service.ts";

export type SafetyServices = {
  passing: PassingService;
  caucuses: CaucusService;
  safety: SafetyService;
  reports: ReportService;
};

/** Caucus, passing on, requests, reports and muting over HTTP. */
export function safetyRoutes(services: SafetyServices): Route[] {
  return [...caucusRoutes(services), ...askingRoutes(services), ...moderatingRoutes(services)];
}

function caucusRoutes({ passing, caucuses }: SafetyServices): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/messages/:messageId/release",
      permission: "room:join",
      summary: "Let the mediator pass on what one said in the caucus",
      kind: "command",
      params: messageParams,
      handle: async ({ tx, actor, params }) => {
        await passing.release(tx, actor, params);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/messages/:messageId/release/withdrawal",
      permission: "room:join",
      summary: "Take that back while it was not passed on",
      kind: "command",
      params: messageParams,
      handle: async ({ tx, actor, params }) => {
        await passing.takeBack(tx, actor, params);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/messages/:messageId/passing",
      permission: "room:moderate",
      summary: "Pass a statement on, word for word, to the other side or to everybody",
      kind: "command",
      params: messageParams,
      body: passingBody,
      handle: async ({ tx, actor, params, body }) => {
        await passing.passOn(tx, actor, { ...params, ...body });
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/caucus",
      permission: "room:moderate",
      summary: "Begin to speak with one side alone, announced or not",
      kind: "command",
      params: caseParams,
      body: caucusBody,
      handle: async ({ tx, actor, params, body }) => {
        await caucuses.begin(tx, actor, { ...params, ...body });
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/caucus/end",
      permission: "room:moderate",
      summary: "Finish speaking with one side alone",
      kind: "command",
      params: caseParams,
      handle: async ({ tx, actor, params }) => {
        await caucuses.end(tx, actor, params.caseId);
      },
    }),
  ];
}

function askingRoutes({ safety, reports }: SafetyServices): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/requests",
      permission: "room:join",
      summary: "Ask the mediator for a pause, or for a word alone",
      kind: "command",
      status: 201,
      params: caseParams,
      body: requestBody,
      handle: async ({ tx, actor, params, body }) =>
        (await safety.ask(tx, actor, { ...params, ...body })).result,
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/requests/:requestId/withdrawal",
      permission: "room:join",
      summary: "Take back what one asked for",
      kind: "command",
      params: requestParams,
      handle: async ({ tx, actor, params }) => {
        await safety.withdraw(tx, actor, params);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/messages/:messageId/reports",
      permission: "room:join",
      summary: "Report a message to the mediator, in confidence",
      kind: "command",
      status: 201,
      params: messageParams,
      body: reportBody,
      handle: async ({ tx, actor, params, body }) =>
        (await reports.report(tx, actor, { ...params, ...body })).result,
    }),
  ];
}

function moderatingRoutes({ safety, reports }: SafetyServices): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/requests/:requestId/answer",
      permission: "room:moderate",
      summary: "Grant or decline what a side asked for",
      kind: "command",
      params: requestParams,
      body: answerBody,
      handle: async ({ tx, actor, params, body }) => {
        await safety.answer(tx, actor, { ...params, ...body });
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/reports/:reportId/handling",
      permission: "room:moderate",
      summary: "Mark a report as dealt with, in words for the side that made it",
      kind: "command",
      params: reportParams,
      body: dealingBody,
      handle: async ({ tx, actor, params, body }) => {
        await reports.deal(tx, actor, { ...params, ...body });
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/members/:memberId/mute",
      permission: "room:moderate",
      summary: "Take no messages from somebody until further notice",
      kind: "command",
      params: memberParams,
      body: muteBody,
      handle: async ({ tx, actor, params, body }) => {
        await safety.mute(tx, actor, { ...params, ...body });
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/room/members/:memberId/unmute",
      permission: "room:moderate",
      summary: "Let somebody speak again",
      kind: "command",
      params: memberParams,
      handle: async ({ tx, actor, params }) => {
        await safety.unmute(tx, actor, params);
      },
    }),
  ];
}
