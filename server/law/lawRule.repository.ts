import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { LawRuleRow } from "./lawRule.entity.ts";

/** Entered rules, as rows. */
export class LawRuleRepository {
  /** The number of the last version entered; 0 before the first. */
  async version(tx: Tx): Promise<number> {
    const [row] = await rows<{ version: number | null }>(
      tx.manager,
      `SELECT max(version) AS version FROM law_rule`,
    );
    return row?.version ?? 0;
  }

  /** Keeps other writers out until the transaction ends; readers go on. */
  async lock(tx: Tx): Promise<void> {
    await rows(tx.manager, `LOCK TABLE law_rule IN SHARE ROW EXCLUSIVE MODE`);
  }

  upTo(tx: Tx, version: number): Promise<LawRuleRow[]> {
    return tx.manager
      .createQueryBuilder(LawRuleRow, "law")
      .where("law.version <= :version", { version })
      .orderBy("law.version", "ASC")
      .getMany();
  }

  insert(tx: Tx, row: LawRuleRow): Promise<LawRuleRow> {
    return tx.manager.save(row);
  }
}
