import { defineRoute, type Route } from "../http/route.ts";
import { sendFile } from "../files/index.ts";
import {
  caseListQuery,
  caseParams,
  noteBody,
  pauseBody,
  responseBody,
  terminationBody,
  timelineQuery,
} from "./case.schemas.ts";
import type { CaseProgress } from "./caseProgress.service.ts";
import type { CaseReading } from "./caseReading.service.ts";
import type { CertificateService } from "./certificate.service.ts";
import { statementRoutes } from "./statement.routes.ts";
import type { StatementWork } from "./statementWork.service.ts";

export type CaseServices = {
  progress: CaseProgress;
  reading: CaseReading;
  certificates: CertificateService;
  statementWork: StatementWork;
};

/** Reading cases and deciding about them; every command answers the case as it is afterwards. */
export function caseRoutes({ progress, reading, certificates, statementWork }: CaseServices): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases",
      permission: "case:list",
      summary: "One's own cases, newest first; by stage, mediator, or number, name and contract",
      kind: "query",
      query: caseListQuery,
      handle: ({ tx, actor, query }) => reading.list(tx, actor, query),
    }),
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId",
      permission: "case:read",
      summary: "The case file: people, debts, statement",
      kind: "query",
      params: caseParams,
      handle: ({ tx, actor, params }) => reading.file(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/timeline",
      permission: "journal:read",
      summary: "What happened, as this viewer may read it",
      kind: "query",
      params: caseParams,
      query: timelineQuery,
      handle: ({ tx, actor, params, query }) => reading.timeline(tx, actor, params.caseId, query),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/accept",
      permission: "case:accept",
      summary: "The centre takes the case on",
      kind: "command",
      params: caseParams,
      handle: async ({ tx, actor, params: { caseId } }) => {
        await progress.accept(tx, actor, caseId);
        return await reading.summary(tx, actor, caseId);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/decline",
      permission: "case:accept",
      summary: "The centre does not take the case on",
      kind: "command",
      params: caseParams,
      body: noteBody,
      handle: async ({ tx, actor, params: { caseId }, body }) => {
        await progress.decline(tx, actor, caseId, body.note);
        return await reading.summary(tx, actor, caseId);
      },
    }),
    ...partyRoutes(progress, reading),
    ...mediatorRoutes(progress, reading),
    ...statementRoutes(statementWork, reading),
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/certificate.pdf",
      permission: "case:read",
      summary: "The certificate that the mediation ended",
      kind: "raw",
      produces: "application/pdf",
      params: caseParams,
      handle: async ({ actor, params, res }) => {
        const { content, sha256, number } = await certificates.download(actor, params.caseId);
        sendFile(res, { content, mime: "application/pdf", fileName: `调解终止证明 ${number}.pdf`, sha256 });
      },
    }),
  ];
}

function partyRoutes(progress: CaseProgress, reading: CaseReading): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/platform-response",
      permission: "case:consent",
      summary: "The platform consents to mediate, or leaves the mediation",
      kind: "command",
      params: caseParams,
      body: responseBody,
      handle: async ({ tx, actor, params: { caseId }, body }) => {
        await progress.platformResponds(tx, actor, caseId, body);
        return await reading.summary(tx, actor, caseId);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/close",
      permission: "case:consent",
      summary: "Close a case that ended without agreement, without going to a lawyer",
      kind: "command",
      params: caseParams,
      handle: async ({ tx, actor, params: { caseId } }) => {
        await progress.close(tx, actor, caseId);
        return await reading.summary(tx, actor, caseId);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/borrower-response",
      permission: "case:respond",
      summary: "The borrower consents to mediate, or leaves the mediation",
      kind: "command",
      params: caseParams,
      body: responseBody,
      handle: async ({ tx, actor, params: { caseId }, body }) => {
        await progress.borrowerResponds(tx, actor, caseId, body);
        return await reading.summary(tx, actor, caseId);
      },
    }),
  ];
}

function mediatorRoutes(progress: CaseProgress, reading: CaseReading): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/open-offers",
      permission: "case:mediate",
      summary: "Open the room for offers",
      kind: "command",
      params: caseParams,
      handle: async ({ tx, actor, params: { caseId } }) => {
        await progress.openOffers(tx, actor, caseId);
        return await reading.summary(tx, actor, caseId);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/terminate",
      permission: "case:mediate",
      summary: "End the mediation without agreement; a certificate follows",
      kind: "command",
      params: caseParams,
      body: terminationBody,
      handle: async ({ tx, actor, params: { caseId }, body }) => {
        await progress.terminate(tx, actor, caseId, body);
        return await reading.summary(tx, actor, caseId);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/pause",
      permission: "case:mediate",
      summary: "Breathing space: clocks stop and nothing is sent",
      kind: "command",
      params: caseParams,
      body: pauseBody,
      handle: async ({ tx, actor, params: { caseId }, body }) => {
        await progress.pause(tx, actor, caseId, body.days);
        return await reading.summary(tx, actor, caseId);
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/resume",
      permission: "case:mediate",
      summary: "End the breathing space",
      kind: "command",
      params: caseParams,
      handle: async ({ tx, actor, params: { caseId } }) => {
        await progress.resume(tx, actor, caseId);
        return await reading.summary(tx, actor, caseId);
      },
    }),
  ];
}
