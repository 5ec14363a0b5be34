import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { alreadyImported, FileReading, type JudgedRow } from "../../shared/intake/fileReading.ts";
import { headerFingerprint, recogniseColumns, type RecognisedColumns } from "../../shared/intake/mapping.ts";
import { canBeRead } from "../../shared/intake/mappingState.ts";
import type { Database, Tx } from "../database/transaction.ts";
import { ExportUnreadable, readExport, type OpenExport } from "./csv/index.ts";
import type { Import, ImportFailure } from "./import.entity.ts";
import type { ImportRepository } from "./import.repository.ts";
import { step } from "./import.rules.ts";
import type { ImportRowRepository } from "./importRow.repository.ts";
import type { Slice } from "./slice.ts";
import type { UploadFolder } from "./uploadFolder.ts";

type Deps = {
  db: Database;
  imports: ImportRepository;
  importRows: ImportRowRepository;
  uploads: UploadFolder;
};
type Begun = { columns: RecognisedColumns; reading: FileReading; version: number; stored: number };

const BATCH_ROWS = 1000;

/**
 * Reads the rows of an export into the database. May be interrupted anywhere and run again, also twice at the same
 * time: a batch is stored only by the run that has read exactly as far as the import says.
 */
export class ReadingRun {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Answers "unfinished" when the slice of time is used up before the file is. */
  async run(importId: string, slice: Slice): Promise<"done" | "unfinished"> {
    const { db, imports, uploads } = this.#deps;
    const theImport = await db.read((tx) => imports.find(tx, importId));
    if (theImport?.status !== "reading") return "done";
    try {
      const opened = await readExport(uploads.placeOf(importId));
      try {
        return await this.#readRows(importId, opened, slice);
      } finally {
        opened.close();
      }
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) throw error;
      await this.#fail(importId, theImport.version, failure);
      return "done";
    }
  }

  async #readRows(importId: string, opened: OpenExport, slice: Slice): Promise<"done" | "unfinished"> {
    const begun = await this.#deps.db.transaction((tx) => this.#begin(tx, importId, opened));
    if (begun === null) return "done";
    let read = 0;
    let batch: JudgedRow[] = [];
    for await (const { line, cells } of opened.rows) {
      // Rows stored by an earlier run are judged again, because later rows are judged against them.
      const judged = begun.reading.judge(line, cells);
      read += 1;
      if (read > begun.stored) batch.push(judged);
      if (batch.length < BATCH_ROWS) continue;
      if (!(await this.#store(importId, begun, batch))) return "done";
      batch = [];
      if (slice.isOver()) return "unfinished";
    }
    if (batch.length > 0 && !(await this.#store(importId, begun, batch))) return "done";
    await this.#finish(importId, begun, opened);
    return "done";
  }

  /** Settle which column is which; null when a person has to, or the import has gone on meanwhile. */
  async #begin(tx: Tx, importId: string, opened: OpenExport): Promise<Begun | null> {
    const { imports } = this.#deps;
    const theImport = await imports.lock(tx, importId);
    if (theImport?.status !== "reading") return null;
    const { headers } = opened;
    const mapping =
      theImport.mapping ?? (await imports.layout(tx, theImport.platformId, headerFingerprint(headers)));
    const columns = recogniseColumns(headers, mapping ?? {});
    const status = canBeRead(columns) ? "reading" : step(theImport, "ask_mapping");
    await imports.change(tx, theImport, { headers, mapping, encoding: opened.encoding(), status });
    if (status !== "reading") return null;
    const { version, rowsRead: stored } = theImport;
    return { columns, reading: new FileReading(columns, shanghaiDateOf(tx.now)), version, stored };
  }

  /** Keep a batch with its progress in one transaction; false when another run or a person has gone on. */
  async #store(importId: string, begun: Begun, judged: readonly JudgedRow[]): Promise<boolean> {
    const { db, imports, importRows } = this.#deps;
    const done = await db.transaction(async (tx) => {
      const theImport = await imports.lock(tx, importId);
      if (!isAt(theImport, begun)) return false;
      const marked = await this.#markKnown(tx, theImport, judged, begun.columns);
      await importRows.insertMany(tx, importId, marked);
      const count = (status: JudgedRow["status"]) => marked.filter((row) => row.status === status).length;
      await imports.change(tx, theImport, {
        rowsRead: theImport.rowsRead + marked.length,
        rowsGood: theImport.rowsGood + count("good"),
        rowsFaulty: theImport.rowsFaulty + count("faulty"),
        rowsKnown: theImport.rowsKnown + count("known"),
      });
      return true;
    });
    if (done) begun.stored += judged.length;
    return done;
  }

  async #markKnown(
    tx: Tx,
    theImport: Import,
    judged: readonly JudgedRow[],
    columns: RecognisedColumns,
  ): Promise<JudgedRow[]> {
    const numbers = judged.flatMap(({ account }) => account?.contractNumber ?? []);
    const known = await this.#deps.importRows.statedBefore(tx, theImport.platformId, numbers);
    return judged.map((row) => {
      const number = row.account?.contractNumber;
      if (number === undefined || !known.has(number)) return row;
      return { ...row, status: "known", problems: [alreadyImported(number, columns)] };
    });
  }

  async #finish(importId: string, begun: Begun, opened: OpenExport): Promise<void> {
    const { db, imports } = this.#deps;
    await db.transaction(async (tx) => {
      const theImport = await imports.lock(tx, importId);
      if (!isAt(theImport, begun)) return;
      const status = step(theImport, "finish_reading");
      await imports.change(tx, theImport, { status, encoding: opened.encoding() });
    });
  }

  /** A file that turns out damaged is refused as a whole: what was read of it goes, and so does the file. */
  async #fail(importId: string, version: number, failure: ImportFailure): Promise<void> {
    const { db, imports, importRows, uploads } = this.#deps;
    await db.transaction(async (tx) => {
      const theImport = await imports.lock(tx, importId);
      if (theImport?.status !== "reading" || theImport.version !== version) return;
      await importRows.removeAll(tx, importId);
      const none = { rowsRead: 0, rowsGood: 0, rowsFaulty: 0, rowsKnown: 0 };
      const status = step(theImport, "fail");
      await imports.change(tx, theImport, { ...none, status, failure, finishedAt: tx.now });
      tx.afterCommit(() => uploads.remove(importId));
    });
  }
}

function isAt(theImport: Import | null, begun: Begun): theImport is Import {
  return (
    theImport?.status === "reading" &&
    theImport.version === begun.version &&
    theImport.rowsRead === begun.stored
  );
}

/** What a person can do something about; null for everything else, which is tried again. */
function failureOf(error: unknown): ImportFailure | null {
  if (error instanceof ExportUnreadable) return { code: error.code, params: error.params };
  const gone = error instanceof Error && "code" in error && error.code === "ENOENT";
  return gone ? { code: "file_gone", params: {} } : null;
}
