import { In, LessThan } from "typeorm";
import type { ColumnMapping } from "../../shared/intake/mapping.ts";
import type { ImportStatus } from "../../shared/intake/importLifecycle.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { Import } from "./import.entity.ts";

/** Imports and remembered layouts, as rows. */
export class ImportRepository {
  insert(tx: Tx, theImport: Import): Promise<Import> {
    return tx.manager.save(theImport);
  }

  find(tx: Tx, id: string): Promise<Import | null> {
    return tx.manager.findOneBy(Import, { id });
  }

  /** The import, locked until the transaction ends: everything that changes it begins here. */
  lock(tx: Tx, id: string): Promise<Import | null> {
    return tx.manager.findOne(Import, { where: { id }, lock: { mode: "pessimistic_write" } });
  }

  async change(tx: Tx, theImport: Import, fields: Partial<Omit<Import, "id">>): Promise<void> {
    Object.assign(theImport, fields);
    await tx.manager.update(Import, { id: theImport.id }, fields);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.manager.delete(Import, { id });
  }

  /** Newest first; ids are made in the order of time. */
  ofPlatform(tx: Tx, platformId: string, before: string | null, limit: number): Promise<Import[]> {
    return tx.manager.find(Import, {
      where: { platformId, ...(before === null ? {} : { id: LessThan(before) }) },
      order: { id: "DESC" },
      take: limit,
    });
  }

  inStatus(tx: Tx, statuses: readonly ImportStatus[]): Promise<Import[]> {
    return tx.manager.find(Import, { where: { status: In([...statuses]) }, order: { id: "ASC" } });
  }

  async layout(tx: Tx, platformId: string, fingerprint: string): Promise<ColumnMapping | null> {
    const [found] = await rows<{ mapping: ColumnMapping }>(
      tx.manager,
      `SELECT mapping FROM import_layout WHERE platform_id = $1 AND fingerprint = $2`,
      [platformId, fingerprint],
    );
    return found?.mapping ?? null;
  }

  async saveLayout(tx: Tx, platformId: string, fingerprint: string, mapping: ColumnMapping): Promise<void> {
    await rows(
      tx.manager,
      `INSERT INTO import_layout (platform_id, fingerprint, mapping, saved_at) VALUES ($1, $2, $3::jsonb, $4)
       ON CONFLICT (platform_id, fingerprint) DO UPDATE SET mapping = excluded.mapping, saved_at = excluded.saved_at`,
      [platformId, fingerprint, JSON.stringify(mapping), tx.now],
    );
  }
}
