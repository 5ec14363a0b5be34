import type { JudgedRow } from "../../shared/intake/fileReading.ts";
import type { OverdueAccount, RowProblem } from "../../shared/intake/row.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";

export type ImportRowStatus = "good" | "known" | "faulty" | "imported";
export type ImportRow = {
  line: number;
  status: ImportRowStatus;
  cells: string[];
  account: OverdueAccount | null;
  problems: RowProblem[];
};
export type KnownRow = { line: number; problems: RowProblem[] };
export type GoodRow = { line: number; account: OverdueAccount };

/** The rows of imports. An export has tens of thousands, so everything here takes many at once. */
export class ImportRowRepository {
  async insertMany(tx: Tx, importId: string, judged: readonly JudgedRow[]): Promise<void> {
    await rows(
      tx.manager,
      `INSERT INTO import_row (import_id, line, status, cells, account, problems)
       SELECT $1, r.line, r.status, r.cells, nullif(r.account, 'null'), r.problems
       FROM jsonb_to_recordset($2::jsonb) AS r(line int, status text, cells jsonb, account jsonb, problems jsonb)`,
      [importId, JSON.stringify(judged)],
    );
  }

  async removeAll(tx: Tx, importId: string): Promise<void> {
    await rows(tx.manager, `DELETE FROM import_row WHERE import_id = $1`, [importId]);
  }

  /** Those of these contract numbers that the platform has stated before, whoever the lender. */
  async statedBefore(tx: Tx, platformId: string, contractNumbers: readonly string[]): Promise<Set<string>> {
    const found = await rows<{ number: string }>(
      tx.manager,
      `SELECT contract_number AS number FROM debt WHERE platform_id = $1 AND contract_number = ANY ($2)`,
      [platformId, contractNumbers],
    );
    return new Set(found.map(({ number }) => number));
  }

  /** Imports of one platform wait here for each other, so that none opens what another is just opening. */
  async lockPlatform(tx: Tx, platformId: string): Promise<void> {
    await rows(tx.manager, `SELECT id FROM organisation WHERE id = $1 FOR NO KEY UPDATE`, [platformId]);
  }

  /** Line and person of every row still to be imported, in the order of the file. */
  async peopleToImport(tx: Tx, importId: string): Promise<{ line: number; idNumber: string }[]> {
    return await rows(
      tx.manager,
      `SELECT line, account->>'idNumber' AS "idNumber" FROM import_row
       WHERE import_id = $1 AND status = 'good' ORDER BY line`,
      [importId],
    );
  }

  /** Those of these lines that are still to be imported. */
  async goodRows(tx: Tx, importId: string, lines: readonly number[]): Promise<GoodRow[]> {
    return await rows(
      tx.manager,
      `SELECT line, account FROM import_row
       WHERE import_id = $1 AND line = ANY ($2) AND status = 'good' ORDER BY line`,
      [importId, lines],
    );
  }

  async markImported(tx: Tx, importId: string, lines: readonly number[]): Promise<void> {
    await rows(
      tx.manager,
      `UPDATE import_row SET status = 'imported' WHERE import_id = $1 AND line = ANY ($2)`,
      [importId, lines],
    );
  }

  async markKnown(tx: Tx, importId: string, known: readonly KnownRow[]): Promise<void> {
    await rows(
      tx.manager,
      `UPDATE import_row SET status = 'known', problems = k.problems
       FROM jsonb_to_recordset($2::jsonb) AS k(line int, problems jsonb)
       WHERE import_row.import_id = $1 AND import_row.line = k.line`,
      [importId, JSON.stringify(known)],
    );
  }

  /** A page in the order of the file, after a line. */
  async page(
    tx: Tx,
    importId: string,
    select: { statuses: readonly ImportRowStatus[]; afterLine: number; limit: number },
  ): Promise<ImportRow[]> {
    return await rows(
      tx.manager,
      `SELECT line, status, cells, account, coalesce(problems, '[]') AS problems FROM import_row
       WHERE import_id = $1 AND status = ANY ($2) AND line > $3 ORDER BY line LIMIT $4`,
      [importId, select.statuses, select.afterLine, select.limit],
    );
  }
}
