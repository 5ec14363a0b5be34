import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { FileStorage } from "../files/index.ts";
import type { ArchivedAgreement } from "./agreementList.repository.ts";
import {
  agreementsCsv,
  agreementsJson,
  fileNameOf,
  schedulesCsv,
  type ArchiveLocale,
} from "./agreementTables.ts";

/** `bytes` is what the whole will be, known before the first is written, so that a reader can show how far it is. */
export type Archive = { stream: NodeJS.ReadableStream; bytes: number; count: number; failed: Promise<never> };

const STORED = { compress: false, mode: 0o100644, forceDosTimestamp: true };

/**
 * Documents with their terms as tables. Nothing is packed, since a PDF is packed already: the size is known ahead, and
 * one document is in memory at a time.
 */
export async function archiveOf(
  found: readonly ArchivedAgreement[],
  files: FileStorage,
  locale: ArchiveLocale,
): Promise<Archive> {
  const zip = new ZipFile();
  const last = found.reduce((at, { sealedAt }) => (sealedAt > at ? sealedAt : at), new Date(0));
  const names = locale === "zh" ? ["协议.csv", "还款计划.csv"] : ["agreements.csv", "schedules.csv"];
  const tables = [agreementsCsv(found, locale), schedulesCsv(found, locale)];
  tables.forEach((table, place) => zip.addBuffer(table, names[place] ?? "", { ...STORED, mtime: last }));
  zip.addBuffer(agreementsJson(found), "agreements.json", { ...STORED, mtime: last });
  const failed = new Promise<never>((_, reject) => {
    zip.on("error", reject);
    for (const agreement of found) {
      const options = { ...STORED, mtime: agreement.sealedAt, size: agreement.documentBytes };
      zip.addReadStreamLazy(fileNameOf(agreement), options, (give) => {
        files.read(agreement.documentSha256).then(
          (bytes) => give(null, Readable.from([Buffer.from(bytes)])),
          (error: unknown) => reject(error),
        );
      });
    }
  });
  // A reader that went away waits for nothing; whoever writes the answer hears of it by the same promise.
  failed.catch(() => undefined);
  const bytes = await new Promise<number>((resolve) => {
    // The published types leave out the size that it is called with.
    const sized = (...given: unknown[]) => resolve(Number(given[0]));
    zip.end({ forceZip64Format: false, comment: "" }, sized);
  });
  return { stream: zip.outputStream, bytes, count: found.length, failed };
}
