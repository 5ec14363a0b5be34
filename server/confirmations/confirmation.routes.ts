import { Refusal } from "../../shared/api/refusal.ts";
import type { Documents } from "../documents.ts";
import { sendFile, type FileStorage } from "../files/index.ts";
import { CommittedRefusal, defineRoute, type Route } from "../http/route.ts";
import type { ApplicationPapers } from "./applicationPapers.ts";
import type { ApplicationSigning } from "./applicationSigning.service.ts";
import { presentConfirmation } from "./confirmation.presenter.ts";
import { caseParams, filingBody, prepareBody, signatureBody } from "./confirmation.schemas.ts";
import type { ConfirmationService } from "./confirmation.service.ts";
import { createRulingReader } from "./rulingUpload.ts";

export type ConfirmationServices = {
  confirmations: ConfirmationService;
  signing: ApplicationSigning;
  papers: ApplicationPapers;
  documents: Documents;
  files: FileStorage;
};

export function confirmationRoutes(services: ConfirmationServices, uploadLimitBytes: number): Route[] {
  return [
    ...keepingRoutes(services),
    ...signingRoutes(services),
    rulingRoute(services, uploadLimitBytes),
    ...paperRoutes(services.papers),
  ];
}

function keepingRoutes({ confirmations }: ConfirmationServices): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/confirmation",
      permission: "confirmation:read",
      summary: "Judicial confirmation of the agreement in force: the limit, the application, the court",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) =>
        presentConfirmation(actor, await confirmations.ofCase(tx, actor, params.caseId), tx.now),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/confirmation",
      permission: "confirmation:manage",
      summary: "Name the court and draw up the joint application; again for another court",
      kind: "command",
      params: caseParams,
      body: prepareBody,
      handle: async ({ tx, actor, params, body }) =>
        presentConfirmation(actor, await confirmations.prepare(tx, actor, params.caseId, body), tx.now),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/confirmation/filing",
      permission: "confirmation:manage",
      summary: "The court has the application, since when and under which number",
      kind: "command",
      params: caseParams,
      body: filingBody,
      handle: async ({ tx, actor, params, body }) =>
        presentConfirmation(actor, await confirmations.file(tx, actor, params.caseId, body), tx.now),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/confirmation/withdrawal",
      permission: "confirmation:manage",
      summary: "The parties do not ask the court, or not any more",
      kind: "command",
      params: caseParams,
      handle: async ({ tx, actor, params }) =>
        presentConfirmation(actor, await confirmations.withdraw(tx, actor, params.caseId), tx.now),
    }),
  ];
}

function signingRoutes({ signing }: ConfirmationServices): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/confirmation/one-time-codes",
      permission: "confirmation:sign",
      summary: "Send the borrower the code to sign the application with",
      kind: "command",
      limit: "sensitive",
      params: caseParams,
      handle: async ({ tx, actor, params }) => await signing.sendCode(tx, actor, params.caseId),
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/confirmation/signatures",
      permission: "confirmation:sign",
      summary: "Sign the joint application, with a drawn or typed name",
      kind: "command",
      limit: "sensitive",
      params: caseParams,
      body: signatureBody,
      handle: async ({ tx, actor, params, body, req }) => {
        const { consent: _given, ...given } = body;
        const signed = await signing.sign(tx, actor, params.caseId, {
          ...given,
          ip: req.ip ?? "",
          userAgent: req.get("user-agent") ?? "",
        });
        return signed instanceof CommittedRefusal ? signed : presentConfirmation(actor, signed, tx.now);
      },
    }),
  ];
}

function rulingRoute({ confirmations, documents, files }: ConfirmationServices, limitBytes: number): Route {
  const readRuling = createRulingReader(limitBytes);
  return defineRoute({
    method: "POST",
    path: "/api/cases/:caseId/confirmation/ruling",
    permission: "confirmation:manage",
    summary: "Enter how the court ruled, with the ruling itself",
    kind: "raw",
    consumes: "multipart/form-data",
    params: caseParams,
    handle: async ({ actor, params, req, res, db }) => {
      await db.read((tx) => confirmations.mayConclude(tx, actor, params.caseId));
      const { fields, file } = await readRuling(req, res);
      const inspection = await documents.draw("inspectExhibit", { bytes: file.bytes });
      if (!inspection.ok) {
        throw new Refusal("file_kind_refused", `this file cannot be a ruling: ${inspection.code}`, {
          errors: [{ pointer: "/file", code: inspection.code, detail: "a PDF or a picture" }],
          params: { ...inspection.params, reason: inspection.code },
        });
      }
      const stored = await files.put(file.bytes, inspection.mime);
      const { outcome, concludedOn, note } = fields;
      const ruling = { outcome, concludedOn, note: note || null, file: stored, fileName: file.fileName };
      const answer = await db.transaction(async (tx) =>
        presentConfirmation(actor, await confirmations.conclude(tx, actor, params.caseId, ruling), tx.now),
      );
      res.json(answer);
    },
  });
}

function paperRoutes(papers: ApplicationPapers): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/confirmation/application.pdf",
      permission: "confirmation:read",
      summary: "The joint application as it stands",
      kind: "raw",
      params: caseParams,
      produces: "application/pdf",
      handle: async ({ actor, params, res }) => {
        const { bytes, number } = await papers.application(actor, params.caseId);
        sendFile(res, { content: bytes, mime: "application/pdf", fileName: `司法确认申请书-${number}.pdf` });
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/confirmation/bundle.pdf",
      permission: "confirmation:read",
      summary: "Everything the court gets, as one file",
      kind: "raw",
      params: caseParams,
      produces: "application/pdf",
      handle: async ({ actor, params, res }) => {
        const { bytes, number } = await papers.bundle(actor, params.caseId);
        sendFile(res, {
          content: bytes,
          mime: "application/pdf",
          fileName: `司法确认申请材料-${number}.pdf`,
        });
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/confirmation/ruling",
      permission: "confirmation:read",
      summary: "The court's ruling as it was uploaded",
      kind: "raw",
      params: caseParams,
      produces: "application/octet-stream",
      handle: async ({ actor, params, res }) => {
        const { bytes, name, mime, sha256 } = await papers.ruling(actor, params.caseId);
        sendFile(res, { content: bytes, mime, fileName: name, sha256 });
      },
    }),
  ];
}
