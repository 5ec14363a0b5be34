import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { ClauseTemplateRow } from "./template.entity.ts";

export type TemplateVersion = {
  version: number;
  from: LocalDate;
  changed: string[];
  note: string;
  setBy: string;
  createdAt: Date;
};

/** Versions of the clause texts, as rows. */
export class TemplateRepository {
  find(tx: Tx, version: number): Promise<ClauseTemplateRow | null> {
    return tx.manager.findOneBy(ClauseTemplateRow, { version });
  }

  /** The last one entered, whether or not it has begun. */
  latest(tx: Tx): Promise<ClauseTemplateRow | null> {
    return tx.manager
      .createQueryBuilder(ClauseTemplateRow, "template")
      .orderBy("template.version", "DESC")
      .limit(1)
      .getOne();
  }

  /** Of those that have begun on this day, the one entered last. */
  inForce(tx: Tx, on: LocalDate): Promise<ClauseTemplateRow | null> {
    return tx.manager
      .createQueryBuilder(ClauseTemplateRow, "template")
      .where("template.from_date <= :on", { on })
      .orderBy("template.version", "DESC")
      .limit(1)
      .getOne();
  }

  /** The newest first, without their texts. */
  async history(tx: Tx): Promise<TemplateVersion[]> {
    return await rows<TemplateVersion>(
      tx.manager,
      `SELECT t.version, to_char(t.from_date, 'YYYY-MM-DD') AS "from", t.changed, t.note, s.name AS "setBy",
         t.created_at AS "createdAt"
       FROM clause_template t JOIN staff s ON s.id = t.set_by ORDER BY t.version DESC`,
    );
  }

  /** Keeps other writers out until the transaction ends; readers go on. */
  async lock(tx: Tx): Promise<void> {
    await rows(tx.manager, `LOCK TABLE clause_template IN SHARE ROW EXCLUSIVE MODE`);
  }

  insert(tx: Tx, row: ClauseTemplateRow): Promise<ClauseTemplateRow> {
    return tx.manager.save(row);
  }
}
