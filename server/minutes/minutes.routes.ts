import { sendFile } from "../files/index.ts";
import { defineRoute, type Route } from "../http/route.ts";
import type { MinutesConfirming } from "./confirming.service.ts";
import { answerBody, caseParams, draftBody, minutesParams, reviseBody } from "./minutes.schemas.ts";
import type { MinutesService } from "./minutes.service.ts";
import type { MinutesPapers } from "./minutesPapers.service.ts";

export type MinutesServices = {
  minutes: MinutesService;
  confirming: MinutesConfirming;
  papers: MinutesPapers;
};

export function minutesRoutes(services: MinutesServices): Route[] {
  return [...writingRoutes(services), ...layingRoutes(services), ...readingRoutes(services)];
}

function writingRoutes({ minutes }: MinutesServices): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/minutes",
      permission: "minutes:write",
      summary: "Draw up minutes of a session, or of a span of dates, from the joint record",
      kind: "command",
      status: 201,
      params: caseParams,
      body: draftBody,
      handle: async ({ tx, actor, params, body }) => await minutes.draft(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/minutes/:minutesId",
      permission: "minutes:write",
      summary: "Correct them: remarks beside the points, and who was there",
      kind: "command",
      params: minutesParams,
      body: reviseBody,
      handle: async ({ tx, actor, params, body }) => await minutes.revise(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/minutes/:minutesId/withdrawal",
      permission: "minutes:write",
      summary: "Give up a draft",
      kind: "command",
      params: minutesParams,
      handle: async ({ tx, actor, params }) => await minutes.withdraw(tx, actor, params.minutesId),
    }),
  ];
}

function layingRoutes({ confirming }: MinutesServices): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/minutes/:minutesId/laying-open",
      permission: "minutes:write",
      summary: "Lay them before everybody, to be confirmed by those present",
      kind: "command",
      params: minutesParams,
      handle: async ({ tx, actor, params }) => await confirming.layOpen(tx, actor, params.minutesId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/minutes/:minutesId/recall",
      permission: "minutes:write",
      summary: "Take them back to correct them; what was said of them is over",
      kind: "command",
      params: minutesParams,
      handle: async ({ tx, actor, params }) => await confirming.recall(tx, actor, params.minutesId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/minutes/:minutesId/finish",
      permission: "minutes:write",
      summary: "Make them final without waiting for those who have said nothing",
      kind: "command",
      params: minutesParams,
      handle: async ({ tx, actor, params }) => await confirming.finish(tx, actor, params.minutesId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/minutes/:minutesId/answer",
      permission: "minutes:read",
      summary: "Confirm them as somebody who was there, or refuse with a remark that is printed",
      kind: "command",
      params: minutesParams,
      body: answerBody,
      handle: async ({ tx, actor, params, body }) =>
        await confirming.answer(tx, actor, { ...params, ...body }),
    }),
  ];
}

function readingRoutes({ minutes, papers }: MinutesServices): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/minutes",
      permission: "minutes:read",
      summary: "The minutes of a case, and sessions that have none yet",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) => await minutes.list(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "GET",
      path: "/api/minutes/:minutesId/minutes.pdf",
      permission: "minutes:read",
      summary: "The minutes as paper: a draft until they are final, then the sealed file",
      kind: "raw",
      params: minutesParams,
      produces: "application/pdf",
      handle: async ({ actor, params, res }) => {
        const { content, number, sha256 } = await papers.document(actor, params.minutesId);
        sendFile(res, {
          content,
          mime: "application/pdf",
          fileName: `调解笔录-${number}.pdf`,
          ...(sha256 === null ? {} : { sha256 }),
        });
      },
    }),
  ];
}
