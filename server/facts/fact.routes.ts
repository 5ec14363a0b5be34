import { sendFile } from "../files/index.ts";
import { defineRoute, type Route } from "../http/route.ts";
import {
  answerBody,
  caseParams,
  factParams,
  proposeBody,
  recordParams,
  rewordBody,
  signatureBody,
} from "./fact.schemas.ts";
import type { FactService } from "./fact.service.ts";
import type { RecordService } from "./record.service.ts";
import type { RecordPapers } from "./recordPapers.service.ts";
import type { RecordSigning } from "./recordSigning.service.ts";

export type FactServices = {
  facts: FactService;
  records: RecordService;
  signing: RecordSigning;
  papers: RecordPapers;
};

export function factRoutes(services: FactServices): Route[] {
  return [...listRoutes(services), ...recordRoutes(services), ...signingRoutes(services)];
}

function listRoutes({ facts, records }: FactServices): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/facts",
      permission: "fact:read",
      summary: "The statements of fact of a case, what each side says of them, and the records",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) => await records.list(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/facts",
      permission: "fact:propose",
      summary: "Put a statement of fact, in own words or as the data of the case has it",
      kind: "command",
      status: 201,
      params: caseParams,
      body: proposeBody,
      handle: async ({ tx, actor, params, body }) => await facts.propose(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "PUT",
      path: "/api/facts/:factId",
      permission: "fact:propose",
      summary: "Put it in other words; it starts over",
      kind: "command",
      params: factParams,
      body: rewordBody,
      handle: async ({ tx, actor, params, body }) => await facts.reword(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/facts/:factId/answer",
      permission: "fact:answer",
      summary: "Confirm it, dispute it, or take back what was said of it",
      kind: "command",
      params: factParams,
      body: answerBody,
      handle: async ({ tx, actor, params, body }) => await facts.answer(tx, actor, { ...params, ...body }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/facts/:factId/withdrawal",
      permission: "fact:propose",
      summary: "Take it back",
      kind: "command",
      params: factParams,
      handle: async ({ tx, actor, params }) => await facts.withdraw(tx, actor, params.factId),
    }),
  ];
}

function recordRoutes({ records, papers }: FactServices): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/fact-records",
      permission: "factRecord:draft",
      summary: "Draw up the record of what both have confirmed; one not signed by both is void",
      kind: "command",
      status: 201,
      params: caseParams,
      handle: async ({ tx, actor, params }) => await records.draft(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/fact-records/:recordId/voiding",
      permission: "factRecord:draft",
      summary: "It will not be signed",
      kind: "command",
      params: recordParams,
      handle: async ({ tx, actor, params }) => await records.void(tx, actor, params.recordId),
    }),
    defineRoute({
      method: "GET",
      path: "/api/fact-records/:recordId/record.pdf",
      permission: "factRecord:read",
      summary: "The record: a draft until both have signed, then the sealed file",
      kind: "raw",
      params: recordParams,
      produces: "application/pdf",
      handle: async ({ actor, params, res }) => {
        const { content, number, sha256 } = await papers.document(actor, params.recordId);
        const fileName = `无争议事实记录-${number}.pdf`;
        sendFile(res, {
          content,
          mime: "application/pdf",
          fileName,
          ...(sha256 === null ? {} : { sha256 }),
        });
      },
    }),
  ];
}

function signingRoutes({ signing }: FactServices): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/fact-records/:recordId/one-time-codes",
      permission: "factRecord:sign",
      summary: "Send the borrower the code to sign the record with",
      kind: "command",
      limit: "sensitive",
      params: recordParams,
      handle: async ({ tx, actor, params }) => await signing.sendCode(tx, actor, params.recordId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/fact-records/:recordId/signatures",
      permission: "factRecord:sign",
      summary: "Sign the record, with a drawn or typed name",
      kind: "command",
      limit: "sensitive",
      params: recordParams,
      body: signatureBody,
      handle: async ({ tx, actor, params, body, req }) => {
        const { consent: _given, ...given } = body;
        return await signing.sign(tx, actor, params.recordId, {
          ...given,
          ip: req.ip ?? "",
          userAgent: req.get("user-agent") ?? "",
        });
      },
    }),
  ];
}
