import type { Readable } from "node:stream";
import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { fieldLabel } from "../../shared/intake/fields.ts";
import { headerFingerprint, recogniseColumns, type ColumnMapping } from "../../shared/intake/mapping.ts";
import { canBeRead, unknownHeaders } from "../../shared/intake/mappingState.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { onlyStaffOfAPlatform } from "../organisations/index.ts";
import { Import } from "./import.entity.ts";
import { noSuchImport, onlyStaffOfItsPlatform } from "./import.policy.ts";
import type { ImportRepository } from "./import.repository.ts";
import { mayBeRemoved, step } from "./import.rules.ts";
import type { ImportRowRepository } from "./importRow.repository.ts";
import { IMPORT_JOB, READ_JOB } from "./jobNames.ts";
import type { Upload } from "./receiveUpload.ts";
import type { UploadFolder } from "./uploadFolder.ts";

type Deps = {
  db: Database;
  jobs: Jobs;
  imports: ImportRepository;
  importRows: ImportRowRepository;
  uploads: UploadFolder;
};

/** Taking a lender's export in: upload, columns, a person's yes. Reading and importing are background work. */
export class IntakeService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Take in an export from a stream, as if it had been uploaded. */
  async takeIn(actor: Actor, fileName: string, source: Readable): Promise<Import> {
    return await this.begin(actor, { fileName, file: await this.#deps.uploads.receive(source) });
  }

  /** Make an import of a file that has arrived, and have it read. */
  async begin(actor: Actor, { file, fileName }: Upload): Promise<Import> {
    const { db, jobs, imports, uploads } = this.#deps;
    const staff = onlyStaffOfAPlatform(actor);
    const id = uuid();
    // In its place before the job can look for it; if nothing is committed the sweep finds it.
    await uploads.keep(file, id);
    return await db.transaction(async (tx) => {
      const theImport = await imports.insert(tx, newImport(tx, id, staff, { file, fileName }));
      await jobs.enqueue(tx, READ_JOB, { importId: id });
      return theImport;
    });
  }

  async list(tx: Tx, actor: Actor, before: string | null, limit: number): Promise<Import[]> {
    return await this.#deps.imports.ofPlatform(tx, onlyStaffOfAPlatform(actor).organisationId, before, limit);
  }

  /** The import, for its own platform; to anybody else it does not exist. */
  async find(tx: Tx, actor: Actor, importId: string): Promise<Import> {
    const theImport = await this.#deps.imports.find(tx, importId);
    if (theImport === null) throw noSuchImport();
    onlyStaffOfItsPlatform(actor, theImport);
    return theImport;
  }

  /** Say which column is which, and read the file again with that. */
  async map(
    tx: Tx,
    actor: Actor,
    importId: string,
    input: { columns: ColumnMapping; remember: boolean },
  ): Promise<Import> {
    const { imports, importRows, jobs } = this.#deps;
    const theImport = await this.#lock(tx, actor, importId);
    const status = step(theImport, "map");
    const headers = theImport.headers ?? [];
    refuseUnusable(headers, input.columns);
    if (input.remember) {
      await imports.saveLayout(tx, theImport.platformId, headerFingerprint(headers), input.columns);
    }
    await importRows.removeAll(tx, importId);
    await imports.change(tx, theImport, {
      status,
      mapping: input.columns,
      rowsRead: 0,
      rowsGood: 0,
      rowsFaulty: 0,
      rowsKnown: 0,
      version: theImport.version + 1,
    });
    await jobs.enqueue(tx, READ_JOB, { importId });
    return theImport;
  }

  /** A person's yes: from here on cases are opened. */
  async confirm(tx: Tx, actor: Actor, importId: string): Promise<Import> {
    const { imports, jobs } = this.#deps;
    const theImport = await this.#lock(tx, actor, importId);
    const staff = onlyStaffOfItsPlatform(actor, theImport);
    const status = step(theImport, "confirm");
    if (theImport.rowsGood === 0) {
      throw new Refusal("unprocessable", "no row of this file would create anything");
    }
    await imports.change(tx, theImport, { status, confirmedBy: staff.staffId });
    await jobs.enqueue(tx, IMPORT_JOB, { importId });
    return theImport;
  }

  /** Forget an import that has created nothing, with every row and the file. */
  async remove(tx: Tx, actor: Actor, importId: string): Promise<void> {
    const { imports, uploads } = this.#deps;
    mayBeRemoved(await this.#lock(tx, actor, importId));
    await imports.remove(tx, importId);
    tx.afterCommit(() => uploads.remove(importId));
  }

  async #lock(tx: Tx, actor: Actor, importId: string): Promise<Import> {
    const theImport = await this.#deps.imports.lock(tx, importId);
    if (theImport === null) throw noSuchImport();
    onlyStaffOfItsPlatform(actor, theImport);
    return theImport;
  }
}

function newImport(
  tx: Tx,
  id: string,
  staff: { organisationId: string; staffId: string },
  { file, fileName }: Upload,
): Import {
  return Object.assign(new Import(), {
    id,
    platformId: staff.organisationId,
    uploadedBy: staff.staffId,
    confirmedBy: null,
    fileName,
    fileSha256: file.sha256,
    fileBytes: file.bytes,
    encoding: null,
    status: "reading",
    headers: null,
    mapping: null,
    rowsRead: 0,
    rowsGood: 0,
    rowsFaulty: 0,
    rowsKnown: 0,
    rowsImported: 0,
    casesCreated: 0,
    failure: null,
    createdAt: tx.now,
    finishedAt: null,
    version: 1,
  } satisfies Import);
}

/** A choice that would leave a required field without its column changes nothing; it says what is open. */
function refuseUnusable(headers: readonly string[], mapping: ColumnMapping): void {
  const unknown = unknownHeaders(headers, mapping);
  if (unknown.length > 0) {
    throw new Refusal("validation_failed", "the file has no such column", {
      errors: unknown.map((header) => ({
        pointer: `/columns/${header}`,
        code: "mapping.unknown_header",
        detail: "not a column of this file",
      })),
    });
  }
  const columns = recogniseColumns(headers, mapping);
  if (canBeRead(columns)) return;
  throw new Refusal("unprocessable", "the choice of columns is not complete", {
    errors: [
      ...columns.missing.map((field) => ({
        pointer: "/columns",
        code: `mapping.missing.${field}`,
        detail: `no column for ${fieldLabel(field, "en")}`,
      })),
      ...columns.conflicts.map(({ field, headers: claimed }) => ({
        pointer: "/columns",
        code: `mapping.conflict.${field}`,
        detail: `several columns for ${fieldLabel(field, "en")}: ${claimed.join(", ")}`,
      })),
    ],
  });
}
