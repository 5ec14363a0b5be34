import { pipeline } from "node:stream/promises";
import type { Response } from "express";
import type { IntakeLocale } from "../../shared/intake/fields.ts";
import { attachment } from "../files/index.ts";
import { writeFaultyCsv } from "./csv/index.ts";
import type { Import } from "./import.entity.ts";
import type { ImportRow } from "./importRow.repository.ts";

/** Stream the faulty rows as a CSV named after the file they come from. */
export async function downloadFaultyRows(
  res: Response,
  theImport: Import,
  faulty: AsyncIterable<ImportRow>,
  locale: IntakeLocale,
): Promise<void> {
  const base = theImport.fileName.replace(/\.[^.]*$/u, "");
  const suffix = locale === "zh" ? "待更正" : "to-correct";
  res.setHeader("content-type", "text/csv; charset=utf-8");
  res.setHeader("content-disposition", attachment(`${base}-${suffix}.csv`));
  res.setHeader("x-content-type-options", "nosniff");
  res.setHeader("cache-control", "private, no-store");
  try {
    await pipeline(writeFaultyCsv(theImport.headers ?? [], faulty, locale), res);
  } catch (error) {
    // A person who closes the download early is no fault; a fault of ours before the first byte is answered.
    if (!res.destroyed || !res.headersSent) throw error;
  }
}
