import { defineRoute, type Route } from "../http/route.ts";
import { downloadFaultyRows } from "./faultyDownload.ts";
import { presentImport, presentPreview, presentRow } from "./import.presenter.ts";
import { emptyBody, importParams, listQuery, localeQuery, mappingBody, rowsQuery } from "./import.schemas.ts";
import type { ImportContents } from "./importContents.service.ts";
import type { IntakeService } from "./intake.service.ts";
import { receiveUpload } from "./receiveUpload.ts";
import type { UploadFolder } from "./uploadFolder.ts";

export type IntakeParts = {
  intake: IntakeService;
  contents: ImportContents;
  uploads: UploadFolder;
  uploadLimitBytes: number;
};

export function importRoutes(parts: IntakeParts): Route[] {
  return [...takingInRoutes(parts), ...lookingRoutes(parts)];
}

function takingInRoutes({ intake, uploads, uploadLimitBytes }: IntakeParts): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/imports",
      permission: "import:manage",
      summary: "Upload a lender's export (CSV); it is read in the background",
      kind: "raw",
      consumes: "multipart/form-data",
      status: 201,
      handle: async ({ actor, req, res }) => {
        const upload = await receiveUpload(req, res, uploads, uploadLimitBytes);
        const theImport = await intake.begin(actor, upload);
        res.status(201).json(presentImport(theImport, "zh"));
      },
    }),
    defineRoute({
      method: "PUT",
      path: "/api/imports/:importId/mapping",
      permission: "import:manage",
      summary: "Say which column is which and read the file again",
      kind: "command",
      params: importParams,
      body: mappingBody,
      handle: async ({ tx, actor, params, body }) =>
        presentImport(await intake.map(tx, actor, params.importId, body), "zh"),
    }),
    defineRoute({
      method: "POST",
      path: "/api/imports/:importId/confirm",
      permission: "import:manage",
      summary: "Open cases for the good rows, in the background",
      kind: "command",
      params: importParams,
      body: emptyBody,
      handle: async ({ tx, actor, params }) =>
        presentImport(await intake.confirm(tx, actor, params.importId), "zh"),
    }),
    defineRoute({
      method: "DELETE",
      path: "/api/imports/:importId",
      permission: "import:manage",
      summary: "Forget an import that has created nothing",
      kind: "command",
      params: importParams,
      handle: async ({ tx, actor, params }) => await intake.remove(tx, actor, params.importId),
    }),
  ];
}

function lookingRoutes({ intake, contents }: IntakeParts): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/imports",
      permission: "import:manage",
      summary: "This platform's imports, newest first",
      kind: "query",
      query: listQuery,
      handle: async ({ tx, actor, query }) => {
        const found = await intake.list(tx, actor, query.cursor ?? null, query.limit + 1);
        const page = found.slice(0, query.limit);
        const next = found.length > query.limit ? (page.at(-1)?.id ?? null) : null;
        return { items: page.map((theImport) => presentImport(theImport, query.locale)), next };
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/imports/:importId",
      permission: "import:manage",
      summary: "One import with its progress",
      kind: "query",
      params: importParams,
      query: localeQuery,
      handle: async ({ tx, actor, params, query }) =>
        presentImport(await intake.find(tx, actor, params.importId), query.locale),
    }),
    defineRoute({
      method: "GET",
      path: "/api/imports/:importId/rows",
      permission: "import:manage",
      summary: "Rows of an import with what was found wrong",
      kind: "query",
      params: importParams,
      query: rowsQuery,
      handle: async ({ tx, actor, params, query }) => {
        const { status, cursor: afterLine, limit, locale } = query;
        const select = { ...(status === undefined ? {} : { status }), afterLine, limit };
        const { rows, next } = await contents.rows(tx, actor, params.importId, select);
        return { items: rows.map((row) => presentRow(row, locale)), next };
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/imports/:importId/preview",
      permission: "import:manage",
      summary: "What confirming this import creates, and what it leaves out",
      kind: "query",
      params: importParams,
      handle: async ({ tx, actor, params }) => {
        const { theImport, figures, samples } = await contents.preview(tx, actor, params.importId);
        return presentPreview(theImport, figures, samples);
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/imports/:importId/faulty.csv",
      permission: "import:manage",
      summary: "The faulty rows with reasons, to correct and upload again",
      kind: "raw",
      produces: "text/csv",
      params: importParams,
      query: localeQuery,
      handle: async ({ actor, db, params, query, res }) => {
        const theImport = await db.read((tx) => intake.find(tx, actor, params.importId));
        await downloadFaultyRows(res, theImport, contents.faultyRows(theImport.id), query.locale);
      },
    }),
  ];
}
