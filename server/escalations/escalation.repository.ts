import type { EscalationStatus } from "../../shared/escalations/lifecycle.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { Escalation } from "./escalation.entity.ts";

export type EscalationListRow = {
  id: string;
  caseId: string;
  caseNumber: string;
  borrowerName: string;
  platformName: string;
  lawyerName: string;
  firmName: string;
  status: EscalationStatus;
  requestedAt: Date;
  sealedAt: Date | null;
  closedAt: Date | null;
  pageCount: number | null;
  outcome: string | null;
  claimFen: number | null;
};
export type EscalationFilter = {
  platformId?: string;
  lawyerId?: string;
  statuses: readonly EscalationStatus[];
  before?: { at: Date; id: string };
  limit: number;
};
export type Opening = { id: string; at: Date; what: "page" | "packet" | "zip"; byName: string };

/** Escalations and the record of who opened them, as rows. */
export class EscalationRepository {
  find(tx: Tx, id: string): Promise<Escalation | null> {
    return tx.manager.findOneBy(Escalation, { id });
  }

  ofCase(tx: Tx, caseId: string): Promise<Escalation | null> {
    return tx.manager.findOneBy(Escalation, { caseId });
  }

  /** Its case is locked first; see `CaseService.lock`. */
  lock(tx: Tx, id: string): Promise<Escalation | null> {
    return tx.manager.findOne(Escalation, { where: { id }, lock: { mode: "pessimistic_write" } });
  }

  async insert(tx: Tx, escalation: Escalation): Promise<void> {
    await tx.manager.save(escalation);
  }

  /** Write changed fields of a locked escalation; counts its version up, here and on the object. */
  async change(tx: Tx, escalation: Escalation, fields: Partial<Omit<Escalation, "id">>): Promise<void> {
    Object.assign(escalation, fields, { version: escalation.version + 1 });
    await tx.manager.save(escalation);
  }

  /** A keyset page, newest first. */
  async list(tx: Tx, filter: EscalationFilter): Promise<EscalationListRow[]> {
    return await rows<EscalationListRow>(
      tx.manager,
      `SELECT e.id, e.case_id AS "caseId", c.number AS "caseNumber", b.name AS "borrowerName",
         p.name AS "platformName", l.name AS "lawyerName", f.name AS "firmName", e.status,
         e.requested_at AS "requestedAt", e.sealed_at AS "sealedAt", e.closed_at AS "closedAt",
         e.page_count AS "pageCount", e.outcome, (e.manifest -> 'summary' ->> 'claimFen')::float8 AS "claimFen"
       FROM escalation e JOIN "case" c ON c.id = e.case_id JOIN borrower b ON b.id = c.borrower_id
         JOIN organisation p ON p.id = e.platform_id JOIN staff l ON l.id = e.lawyer_id
         JOIN organisation f ON f.id = l.organisation_id
       WHERE ($1::uuid IS NULL OR e.platform_id = $1) AND ($2::uuid IS NULL OR e.lawyer_id = $2)
         AND e.status = ANY ($3::text[])
         AND ($4::timestamptz IS NULL OR (e.requested_at, e.id) < ($4, $5::uuid))
       ORDER BY e.requested_at DESC, e.id DESC LIMIT $6`,
      [
        filter.platformId ?? null,
        filter.lawyerId ?? null,
        filter.statuses,
        filter.before?.at ?? null,
        filter.before?.id ?? null,
        filter.limit,
      ],
    );
  }

  /** Every opening, as the journal has it, newest first. */
  async openings(tx: Tx, escalation: Escalation): Promise<Opening[]> {
    return await rows<Opening>(
      tx.manager,
      `SELECT id, at, payload ->> 'what' AS what, payload ->> 'byName' AS "byName" FROM journal_event
       WHERE case_id = $1 AND type = 'escalation.opened' AND payload ->> 'escalationId' = $2
       ORDER BY seq DESC LIMIT 500`,
      [escalation.caseId, escalation.id],
    );
  }
}
