import { caseNumber } from "../../shared/cases/caseNumber.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { Fen } from "../../shared/money/fen.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { Case } from "./case.entity.ts";

export type CaseToOpen = { id: string; number: string; borrowerId: string; claimedFen: Fen };

/** The rows an import writes, a few statements for a whole batch. */
export class CaseOpeningRepository {
  /** Imports of one platform wait for each other, so that a contract cannot be added twice. */
  async lockPlatform(tx: Tx, platformId: string): Promise<void> {
    await rows(tx.manager, `SELECT id FROM organisation WHERE id = $1 FOR NO KEY UPDATE`, [platformId]);
  }

  /** Of each of these borrowers the latest case that is still in intake, locked. */
  async casesInIntake(tx: Tx, borrowerIds: readonly string[]): Promise<Map<string, Case>> {
    const found = await tx.manager
      .createQueryBuilder(Case, "c")
      .where("c.borrower_id = ANY (:borrowerIds) AND c.stage = 'intake'", { borrowerIds })
      .orderBy("c.id")
      .setLock("pessimistic_write")
      .getMany();
    return new Map(found.map((theCase) => [theCase.borrowerId, theCase]));
  }

  /** Fresh case numbers of the current year. */
  async takeNumbers(tx: Tx, count: number): Promise<string[]> {
    const year = Number(shanghaiDateOf(tx.now).slice(0, 4));
    const serials = await rows<{ serial: string }>(
      tx.manager,
      `SELECT nextval('case_number_seq') AS serial FROM generate_series(1, $1::int)`,
      [count],
    );
    return serials.map(({ serial }) => caseNumber(year, Number(serial)));
  }

  async insertCases(
    tx: Tx,
    owner: { centreId: string; platformId: string },
    cases: readonly CaseToOpen[],
  ): Promise<void> {
    await rows(
      tx.manager,
      `INSERT INTO "case" (id, number, centre_id, platform_id, borrower_id, stage, stage_since, platform_consented_at,
         claimed_fen, created_at)
       SELECT c.id, c.number, $1, $2, c."borrowerId", 'intake', $4, $4, c."claimedFen", $4
       FROM jsonb_to_recordset($3::jsonb) AS c(id uuid, number text, "borrowerId" uuid, "claimedFen" bigint)`,
      [owner.centreId, owner.platformId, JSON.stringify(cases), tx.now],
    );
  }
}
