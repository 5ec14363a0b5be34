import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { OverdueAccount } from "../../shared/intake/row.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Import } from "./import.entity.ts";
import type { ImportRow, ImportRowRepository, ImportRowStatus } from "./importRow.repository.ts";
import type { IntakeService } from "./intake.service.ts";
import type { PreviewFigures, PreviewRepository } from "./preview.repository.ts";

type Deps = {
  db: Database;
  intake: IntakeService;
  importRows: ImportRowRepository;
  previews: PreviewRepository;
};

const ALL: readonly ImportRowStatus[] = ["good", "imported", "known", "faulty"];
const SAMPLE_PEOPLE = 5;
const PAGE_ROWS = 500;

/** Looking at what an import contains: rows, preview, and the faulty rows to take home. */
export class ImportContents {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** A page of rows in the order of the file; a row that has become part of a case is still a good one. */
  async rows(
    tx: Tx,
    actor: Actor,
    importId: string,
    select: { status?: "good" | "known" | "faulty"; afterLine: number; limit: number },
  ): Promise<{ rows: ImportRow[]; next: string | null }> {
    await this.#deps.intake.find(tx, actor, importId);
    const { status, afterLine, limit } = select;
    const good: readonly ImportRowStatus[] = ["good", "imported"];
    const statuses = status === undefined ? ALL : status === "good" ? good : [status];
    const found = await this.#deps.importRows.page(tx, importId, { statuses, afterLine, limit: limit + 1 });
    const rows = found.slice(0, limit);
    return { rows, next: found.length > limit ? String(rows.at(-1)?.line ?? 0) : null };
  }

  async preview(
    tx: Tx,
    actor: Actor,
    importId: string,
  ): Promise<{ theImport: Import; figures: PreviewFigures; samples: OverdueAccount[] }> {
    const { intake, previews } = this.#deps;
    const theImport = await intake.find(tx, actor, importId);
    if (!["previewed", "importing", "imported"].includes(theImport.status)) {
      throw new Refusal("stage_forbids", "the file has not been read yet");
    }
    const figures = await previews.figures(tx, importId, theImport.platformId);
    return { theImport, figures, samples: await previews.firstPeople(tx, importId, SAMPLE_PEOPLE) };
  }

  /** Every faulty row, page by page, each page in a short transaction of its own however slow the reader is. */
  async *faultyRows(importId: string): AsyncGenerator<ImportRow> {
    const { db, importRows } = this.#deps;
    let afterLine = 0;
    for (;;) {
      const select = { statuses: ["faulty"] as const, afterLine, limit: PAGE_ROWS };
      const page = await db.read((tx) => importRows.page(tx, importId, select));
      yield* page;
      if (page.length < PAGE_ROWS) return;
      afterLine = page.at(-1)?.line ?? afterLine;
    }
  }
}
