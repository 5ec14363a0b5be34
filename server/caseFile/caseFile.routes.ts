import Joi from "joi";
import { sendFile } from "../files/index.ts";
import { defineRoute, type Route } from "../http/route.ts";
import type { CaseFile } from "./caseFile.entity.ts";
import type { CaseFileService } from "./caseFile.service.ts";

const caseParams = Joi.object<{ caseId: string }>({ caseId: Joi.string().uuid().required() });

export function caseFileRoutes(caseFiles: CaseFileService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/case-file",
      permission: "caseFile:read",
      summary: "Whether the mediation file was made, is being made, or could not be",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) => {
        const { latest, ready } = await caseFiles.latest(tx, actor, params.caseId);
        return { latest: latest && present(latest), ready: ready && present(ready) };
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/case-file",
      permission: "caseFile:read",
      summary: "Ask for the mediation file to be made",
      kind: "command",
      status: 202,
      params: caseParams,
      handle: async ({ tx, actor, params }) => present(await caseFiles.request(tx, actor, params.caseId)),
    }),
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/case-file/document.pdf",
      permission: "caseFile:read",
      summary: "The mediation file as it was last made, for the mediator and the centre",
      kind: "raw",
      params: caseParams,
      produces: "application/pdf",
      handle: async ({ actor, params, res }) => {
        const { content, sha256, number } = await caseFiles.download(actor, params.caseId);
        sendFile(res, { content, sha256, mime: "application/pdf", fileName: `调解卷宗-${number}.pdf` });
      },
    }),
  ];
}

function present(file: CaseFile): object {
  const { id, status, done, total, pageCount, failure, documentSha256 } = file;
  return {
    id,
    status,
    done,
    total,
    pageCount,
    documentSha256,
    failure,
    requestedAt: file.requestedAt.toISOString(),
    finishedAt: file.finishedAt?.toISOString() ?? null,
  };
}
