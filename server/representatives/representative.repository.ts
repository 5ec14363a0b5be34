import { In } from "typeorm";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { Representative } from "./representative.entity.ts";

/** Representatives, as rows. */
export class RepresentativeRepository {
  find(tx: Tx, id: string): Promise<Representative | null> {
    return tx.manager.findOneBy(Representative, { id });
  }

  ofCase(tx: Tx, caseId: string): Promise<Representative[]> {
    return tx.manager.find(Representative, { where: { caseId }, order: { namedAt: "ASC", id: "ASC" } });
  }

  /** Named or accepted, whatever the date. */
  openOf(tx: Tx, caseId: string): Promise<Representative[]> {
    return tx.manager.find(Representative, {
      where: { caseId, status: In(["named", "accepted"]) },
      order: { namedAt: "ASC", id: "ASC" },
    });
  }

  save(tx: Tx, row: Representative): Promise<Representative> {
    return tx.manager.save(row);
  }

  /** When each first proved who they are; those who have not are left out. */
  async arrivals(tx: Tx, ids: readonly string[]): Promise<Map<string, Date>> {
    if (ids.length === 0) return new Map();
    const found = await rows<{ id: string; at: Date }>(
      tx.manager,
      `SELECT representative_id AS id, min(identified_at) AS at FROM invitation
       WHERE representative_id = ANY ($1::uuid[]) AND identified_at IS NOT NULL GROUP BY representative_id`,
      [ids],
    );
    return new Map(found.map(({ id, at }) => [id, at]));
  }

  /** Those whose power ran out before this day and who are still on the list. */
  async ranOut(tx: Tx, today: string, limit: number): Promise<{ id: string; caseId: string }[]> {
    return await rows(
      tx.manager,
      `SELECT id, case_id AS "caseId" FROM representative
       WHERE status IN ('named', 'accepted') AND ends_on < $1 ORDER BY ends_on, id LIMIT $2`,
      [today, limit],
    );
  }
}
