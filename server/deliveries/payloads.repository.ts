import type { ScheduleResult } from "../../shared/plans/schedule.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";

/** The case an event belongs to, as its platform knows it. */
export type CaseOfEvent = { platformId: string; caseNumber: string; contractNumbers: string[] };
export type AgreementOfEvent = {
  id: string;
  number: string;
  contentHash: string;
  documentSha256: string | null;
  sealedAt: Date | null;
  schedule: ScheduleResult;
};

/** What a message says, read column by column: nothing else of a case can get into one. */
export class PayloadRepository {
  async caseOf(tx: Tx, caseId: string): Promise<CaseOfEvent> {
    const [found] = await rows<CaseOfEvent>(
      tx.manager,
      `SELECT c.platform_id AS "platformId", c.number AS "caseNumber",
         ARRAY(SELECT d.contract_number FROM debt d WHERE d.case_id = c.id ORDER BY d.contract_number)
           AS "contractNumbers"
       FROM "case" c WHERE c.id = $1`,
      [caseId],
    );
    if (!found) throw new Error(`case ${caseId} has events and no row`);
    return found;
  }

  async agreement(tx: Tx, agreementId: string): Promise<AgreementOfEvent> {
    const [found] = await rows<AgreementOfEvent>(tx.manager, `${AGREEMENT} WHERE id = $1`, [agreementId]);
    if (!found) throw new Error(`agreement ${agreementId} has events and no row`);
    return found;
  }

  /** The agreement whose plan was being carried out in this case at that time. */
  async agreementInForce(tx: Tx, caseId: string, at: Date): Promise<AgreementOfEvent> {
    const [found] = await rows<AgreementOfEvent>(
      tx.manager,
      `${AGREEMENT} WHERE case_id = $1 AND sealed_at <= $2 ORDER BY sealed_at DESC, id DESC LIMIT 1`,
      [caseId, at],
    );
    if (!found) throw new Error(`case ${caseId} has a plan and no agreement`);
    return found;
  }
}

const AGREEMENT = `SELECT id, number, content_hash AS "contentHash", document_sha256 AS "documentSha256",
  sealed_at AS "sealedAt", schedule FROM agreement`;
