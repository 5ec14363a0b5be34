import { pipeline } from "node:stream/promises";
import type { Response } from "express";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { attachment } from "../files/index.ts";
import { pageOf, readCursor } from "../http/cursor.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { presentAgreementRow } from "./agreement.presenter.ts";
import type { Archive } from "./agreementArchive.ts";
import { archiveQuery, listQuery } from "./agreementList.schemas.ts";
import type { AgreementListService } from "./agreementList.service.ts";

export function agreementListRoutes(list: AgreementListService): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/agreements",
      permission: "agreement:list",
      summary: "Agreements this person may see, newest first",
      kind: "query",
      query: listQuery,
      handle: async ({ tx, actor, query }) => {
        const { cursor, limit, ...filter } = query;
        const before = cursor === undefined ? {} : { before: readCursor(cursor) };
        const found = await list.page(tx, actor, { ...filter, ...before, limit: limit + 1 });
        const { page, next } = pageOf(found, limit, (row) => ({ at: row.composedAt, id: row.id }));
        return { items: page.map((row) => presentAgreementRow(actor, row)), next };
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/agreement-archive",
      permission: "agreement:list",
      summary: "Sealed agreements as a ZIP of their PDFs, with terms and schedules as CSV and JSON",
      kind: "raw",
      query: archiveQuery,
      produces: "application/zip",
      handle: async ({ actor, query, db, res }) => {
        const { ids, locale, ...filter } = query;
        const chosen = ids === undefined ? {} : { ids: ids.split(",") };
        const archive = await list.archive(actor, { ...filter, ...chosen }, locale);
        const today = await db.read((tx) => Promise.resolve(shanghaiDateOf(tx.now)));
        await sendArchive(
          res,
          archive,
          locale === "zh" ? `调解协议-${today}.zip` : `agreements-${today}.zip`,
        );
      },
    }),
  ];
}

async function sendArchive(res: Response, archive: Archive, fileName: string): Promise<void> {
  res.setHeader("content-type", "application/zip");
  res.setHeader("content-disposition", attachment(fileName));
  res.setHeader("content-length", String(archive.bytes));
  res.setHeader("x-content-type-options", "nosniff");
  res.setHeader("cache-control", "private, no-store");
  try {
    await Promise.race([pipeline(archive.stream, res), archive.failed]);
  } catch (error) {
    // A person who closes the download early is no fault.
    if (!res.destroyed) throw error;
  }
}
