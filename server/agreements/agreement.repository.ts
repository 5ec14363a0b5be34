import type { AgreementStatus } from "../../shared/agreements/lifecycle.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { Agreement, AgreementSignatureRow } from "./agreement.entity.ts";

export type AgreementListRow = {
  id: string;
  number: string;
  caseId: string;
  caseNumber: string;
  borrowerName: string;
  platformName: string;
  mediatorId: string | null;
  status: AgreementStatus;
  totalFen: string;
  instalments: number;
  composedAt: Date;
  sealedAt: Date | null;
  documentSha256: string | null;
};
export type AgreementFilter = {
  platformId?: string;
  mediatorId?: string;
  centreId?: string;
  statuses: readonly AgreementStatus[];
  before?: { at: Date; id: string };
  limit: number;
};

/** Agreements and their signatures, as rows. */
export class AgreementRepository {
  find(tx: Tx, id: string): Promise<Agreement | null> {
    return tx.manager.findOneBy(Agreement, { id });
  }

  /** Its case is locked first; see `CaseService.lock`. */
  lock(tx: Tx, id: string): Promise<Agreement | null> {
    return tx.manager.findOne(Agreement, { where: { id }, lock: { mode: "pessimistic_write" } });
  }

  /** The newest agreement of a case; earlier ones were refused, withdrawn or superseded. */
  latestOf(tx: Tx, caseId: string): Promise<Agreement | null> {
    return tx.manager.findOne(Agreement, { where: { caseId }, order: { composedAt: "DESC", id: "DESC" } });
  }

  latestSealedOf(tx: Tx, caseId: string): Promise<Agreement | null> {
    return tx.manager.findOne(Agreement, {
      where: { caseId, status: "sealed" },
      order: { sealedAt: "DESC" },
    });
  }

  countOf(tx: Tx, caseId: string): Promise<number> {
    return tx.manager.countBy(Agreement, { caseId });
  }

  insert(tx: Tx, agreement: Agreement): Promise<Agreement> {
    return tx.manager.save(agreement);
  }

  /** Write changed fields of a locked agreement; counts its version up, here and on the object. */
  async change(
    tx: Tx,
    agreement: Agreement,
    fields: Partial<Omit<Agreement, "id" | "snapshot" | "terms" | "schedule">>,
  ) {
    Object.assign(agreement, fields, { version: agreement.version + 1 });
    await tx.manager.update(Agreement, { id: agreement.id }, { ...fields, version: agreement.version });
  }

  signaturesOf(tx: Tx, agreementId: string): Promise<AgreementSignatureRow[]> {
    return tx.manager.find(AgreementSignatureRow, {
      where: { agreementId },
      order: { signedAt: "ASC", id: "ASC" },
    });
  }

  insertSignature(tx: Tx, signature: AgreementSignatureRow): Promise<AgreementSignatureRow> {
    return tx.manager.save(signature);
  }

  /** A keyset page, newest first. */
  async list(tx: Tx, filter: AgreementFilter): Promise<AgreementListRow[]> {
    return await rows<AgreementListRow>(
      tx.manager,
      `SELECT a.id, a.number, a.case_id AS "caseId", c.number AS "caseNumber", b.name AS "borrowerName",
         p.name AS "platformName", c.mediator_id AS "mediatorId", a.status, a.total_fen AS "totalFen",
         jsonb_array_length(a.schedule -> 'rows') AS instalments, a.composed_at AS "composedAt",
         a.sealed_at AS "sealedAt", a.document_sha256 AS "documentSha256"
       FROM agreement a JOIN "case" c ON c.id = a.case_id JOIN borrower b ON b.id = c.borrower_id
         JOIN organisation p ON p.id = a.platform_id
       WHERE ($1::uuid IS NULL OR a.platform_id = $1) AND ($2::uuid IS NULL OR c.mediator_id = $2)
         AND ($3::uuid IS NULL OR c.centre_id = $3) AND a.status = ANY ($4::text[])
         AND ($5::timestamptz IS NULL OR (a.composed_at, a.id) < ($5, $6::uuid))
       ORDER BY a.composed_at DESC, a.id DESC LIMIT $7`,
      [
        filter.platformId ?? null,
        filter.mediatorId ?? null,
        filter.centreId ?? null,
        filter.statuses,
        filter.before?.at ?? null,
        filter.before?.id ?? null,
        filter.limit,
      ],
    );
  }
}
