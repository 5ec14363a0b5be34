import type { OverdueAccount } from "../../shared/intake/row.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";

export type PreviewFigures = {
  people: number;
  /** Of these people, those who have a case in intake already: their debts are added to it. */
  joining: number;
  debts: number;
  principalFen: number;
  interestFen: number;
  penaltyFen: number;
  feeFen: number;
};

const GOOD = `import_id = $1 AND status IN ('good', 'imported')`;

/** What an import comes to, computed where its rows are. */
export class PreviewRepository {
  async figures(tx: Tx, importId: string, platformId: string): Promise<PreviewFigures> {
    const [found] = await rows<Record<keyof PreviewFigures, string>>(
      tx.manager,
      `WITH good AS (
         SELECT account->>'idNumber' AS person, (account->>'principalFen')::bigint AS principal,
           (account->>'interestFen')::bigint AS interest, (account->>'penaltyFen')::bigint AS penalty,
           (account->>'feeFen')::bigint AS fee
         FROM import_row WHERE ${GOOD})
       SELECT count(DISTINCT person) AS people, count(*) AS debts,
         (SELECT count(DISTINCT b.id) FROM borrower b JOIN "case" c ON c.borrower_id = b.id AND c.stage = 'intake'
          WHERE b.platform_id = $2 AND b.id_number IN (SELECT person FROM good)) AS joining,
         coalesce(sum(principal), 0) AS "principalFen", coalesce(sum(interest), 0) AS "interestFen",
         coalesce(sum(penalty), 0) AS "penaltyFen", coalesce(sum(fee), 0) AS "feeFen"
       FROM good`,
      [importId, platformId],
    );
    const number = (name: keyof PreviewFigures) => Number(found?.[name] ?? 0);
    return {
      people: number("people"),
      joining: number("joining"),
      debts: number("debts"),
      principalFen: number("principalFen"),
      interestFen: number("interestFen"),
      penaltyFen: number("penaltyFen"),
      feeFen: number("feeFen"),
    };
  }

  /** All accounts of the people who come first in the file, person by person. */
  async firstPeople(tx: Tx, importId: string, people: number): Promise<OverdueAccount[]> {
    const found = await rows<{ account: OverdueAccount }>(
      tx.manager,
      `WITH first AS (
         SELECT account->>'idNumber' AS person, min(line) AS line FROM import_row
         WHERE ${GOOD} GROUP BY 1 ORDER BY 2 LIMIT $2)
       SELECT r.account FROM import_row r JOIN first ON r.account->>'idNumber' = first.person
       WHERE r.import_id = $1 AND r.status IN ('good', 'imported') ORDER BY first.line, r.line`,
      [importId, people],
    );
    return found.map(({ account }) => account);
  }
}
