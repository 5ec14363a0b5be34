import type { Actor } from "../../shared/api/roles.ts";
import { groupByPerson, linesByPerson } from "../../shared/intake/caseGroups.ts";
import { alreadyImported } from "../../shared/intake/fileReading.ts";
import { recogniseColumns } from "../../shared/intake/mapping.ts";
import type { CaseOpening } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { Import } from "./import.entity.ts";
import type { ImportRepository } from "./import.repository.ts";
import { step } from "./import.rules.ts";
import type { GoodRow, ImportRowRepository } from "./importRow.repository.ts";
import type { Slice } from "./slice.ts";
import type { UploadFolder } from "./uploadFolder.ts";

type Deps = {
  db: Database;
  imports: ImportRepository;
  importRows: ImportRowRepository;
  uploads: UploadFolder;
  organisations: OrganisationService;
  caseOpening: CaseOpening;
};

const BATCH_PEOPLE = 500;

/**
 * Turns the good rows of a confirmed import into cases, a batch of people in each transaction. Rows change their status
 * in the transaction that opens their case, so a run that was interrupted goes on with the rows that are left, and two
 * runs at once open nothing twice.
 */
export class ImportingRun {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Answers "unfinished" when the slice of time is used up before the rows are. */
  async run(importId: string, slice: Slice): Promise<"done" | "unfinished"> {
    const { db, importRows } = this.#deps;
    const people = linesByPerson(await db.read((tx) => importRows.peopleToImport(tx, importId)));
    for (let from = 0; from < people.length; from += BATCH_PEOPLE) {
      const lines = people.slice(from, from + BATCH_PEOPLE).flat();
      if (!(await db.transaction((tx) => this.#openBatch(tx, importId, lines)))) return "done";
      if (slice.isOver()) return "unfinished";
    }
    await db.transaction((tx) => this.#finish(tx, importId));
    return "done";
  }

  /** False when the import is not being imported (any more). */
  async #openBatch(tx: Tx, importId: string, lines: readonly number[]): Promise<boolean> {
    const { imports, importRows, organisations, caseOpening } = this.#deps;
    const theImport = await imports.lock(tx, importId);
    if (theImport?.status !== "importing") return false;
    await importRows.lockPlatform(tx, theImport.platformId);
    const waiting = await importRows.goodRows(tx, importId, lines);
    if (waiting.length === 0) return true;
    const fresh = await this.#setKnownAside(tx, theImport, waiting);
    const platform = await organisations.organisation(tx, theImport.platformId);
    const actor = await this.#confirmedBy(tx, theImport);
    const groups = groupByPerson(fresh.map(({ account }) => account));
    const { casesCreated } = await caseOpening.openCases(tx, actor, platform, groups);
    await importRows.markImported(
      tx,
      importId,
      fresh.map(({ line }) => line),
    );
    const known = waiting.length - fresh.length;
    await imports.change(tx, theImport, {
      rowsImported: theImport.rowsImported + fresh.length,
      rowsGood: theImport.rowsGood - known,
      rowsKnown: theImport.rowsKnown + known,
      casesCreated: theImport.casesCreated + casesCreated,
    });
    return true;
  }

  /** A contract that another import opened since this file was read; the platform is locked, so none comes after. */
  async #setKnownAside(tx: Tx, theImport: Import, waiting: readonly GoodRow[]): Promise<GoodRow[]> {
    const { importRows } = this.#deps;
    const numbers = waiting.map(({ account }) => account.contractNumber);
    const stated = await importRows.statedBefore(tx, theImport.platformId, numbers);
    const columns = recogniseColumns(theImport.headers ?? [], theImport.mapping ?? {});
    const known = waiting.filter(({ account }) => stated.has(account.contractNumber));
    if (known.length > 0) {
      await importRows.markKnown(
        tx,
        theImport.id,
        known.map(({ line, account }) => ({
          line,
          problems: [alreadyImported(account.contractNumber, columns)],
        })),
      );
    }
    return waiting.filter(({ account }) => !stated.has(account.contractNumber));
  }

  /** The record names the person who said yes, also when the work goes on after they have left. */
  async #confirmedBy(tx: Tx, theImport: Import): Promise<Actor> {
    const staff = await this.#deps.organisations.staffMember(
      tx,
      theImport.confirmedBy ?? theImport.uploadedBy,
    );
    return {
      kind: "staff",
      staffId: staff.id,
      role: staff.role,
      organisationId: staff.organisationId,
      organisationKind: "platform",
      name: staff.name,
    };
  }

  async #finish(tx: Tx, importId: string): Promise<void> {
    const { imports, uploads } = this.#deps;
    const theImport = await imports.lock(tx, importId);
    if (theImport?.status !== "importing") return;
    const status = step(theImport, "finish_importing");
    await imports.change(tx, theImport, { status, finishedAt: tx.now });
    tx.afterCommit(() => uploads.remove(importId));
  }
}
