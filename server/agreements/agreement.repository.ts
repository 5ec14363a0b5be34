import { IsNull, Not } from "typeorm";
import type { Tx } from "../database/transaction.ts";
import { Agreement, AgreementSignatureRow } from "./agreement.entity.ts";

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
      where: { caseId, status: "sealed", supersededAt: IsNull() },
      order: { sealedAt: "DESC" },
    });
  }

  /** Those that were in force until another took their place, the oldest first. */
  supersededOf(tx: Tx, caseId: string): Promise<Agreement[]> {
    return tx.manager.find(Agreement, {
      where: { caseId, supersededAt: Not(IsNull()) },
      order: { sealedAt: "ASC" },
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

  /** A later file of the sealed document, with a timestamp, takes the place of the first. */
  /** Another file of the same document; answers whose case it is in. */
  async changeDocument(tx: Tx, id: string, documentSha256: string): Promise<{ caseId: string }> {
    await tx.manager.update(Agreement, { id }, { documentSha256 });
    return await tx.manager.findOneOrFail(Agreement, { where: { id }, select: { caseId: true } });
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
}
