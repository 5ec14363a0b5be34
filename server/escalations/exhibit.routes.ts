import { defaultExhibitLabels } from "../../shared/escalations/exhibitLabels.ts";
import { sendFile } from "../files/index.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { presentExhibit } from "./exhibit.presenter.ts";
import { caseParams, exhibitParams } from "./exhibit.schemas.ts";
import type { ExhibitService } from "./exhibit.service.ts";
import { createExhibitReader } from "./exhibitUpload.ts";

export function exhibitRoutes(exhibits: ExhibitService, uploadLimitBytes: number): Route[] {
  const readUpload = createExhibitReader(uploadLimitBytes);
  return [
    defineRoute({
      method: "GET",
      path: "/api/cases/:caseId/exhibits",
      permission: "exhibit:read",
      summary: "The documents of a case that this person may read",
      kind: "query",
      params: caseParams,
      handle: async ({ tx, actor, params }) => {
        const found = await exhibits.list(tx, actor, params.caseId);
        return { items: found.map((each) => presentExhibit(actor, each)) };
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/cases/:caseId/exhibits",
      permission: "exhibit:add",
      summary: "Put a document into the case; the uploader chooses its readers",
      kind: "raw",
      consumes: "multipart/form-data",
      params: caseParams,
      handle: async ({ actor, params, req, res, db }) => {
        const party = await db.read((tx) => exhibits.mayAdd(tx, actor, params.caseId));
        const { fields, file } = await readUpload(req, res);
        const narrow = defaultExhibitLabels(party);
        const input = {
          ...fields,
          audience: fields.audience ?? [...narrow.audience],
          disclosure: fields.disclosure ?? narrow.disclosure,
        };
        const added = await exhibits.add(actor, params.caseId, input, file);
        res.status(201).json(presentExhibit(actor, added));
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/exhibits/:exhibitId/file",
      permission: "exhibit:read",
      summary: "The document as it was uploaded",
      kind: "raw",
      params: exhibitParams,
      produces: "application/octet-stream",
      handle: async ({ actor, params, res }) => {
        const { exhibit, bytes } = await exhibits.file(actor, params.exhibitId);
        const { mime, fileName, fileSha256: sha256 } = exhibit;
        sendFile(res, { content: bytes, mime, fileName, sha256 });
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/exhibits/:exhibitId/withdrawal",
      permission: "exhibit:add",
      summary: "Take a document out of the case again",
      kind: "command",
      params: exhibitParams,
      handle: async ({ tx, actor, params }) =>
        presentExhibit(actor, await exhibits.withdraw(tx, actor, params.exhibitId)),
    }),
  ];
}
