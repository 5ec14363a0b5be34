import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { WARNING_DAYS } from "../../shared/confirmations/lifecycle.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { Confirmation, ConfirmationSignature } from "./confirmation.entity.ts";

/** Confirmations and the signatures under their applications, as rows. Whoever writes holds the case. */
export class ConfirmationRepository {
  ofAgreement(tx: Tx, agreementId: string): Promise<Confirmation | null> {
    return tx.manager.findOneBy(Confirmation, { agreementId });
  }

  async insert(tx: Tx, confirmation: Confirmation): Promise<void> {
    await tx.manager.insert(Confirmation, confirmation);
  }

  /** Write changed fields of a confirmation whose case is locked; counts its version up, here and on the object. */
  async change(tx: Tx, confirmation: Confirmation, fields: Partial<Omit<Confirmation, "id">>): Promise<void> {
    Object.assign(confirmation, fields, { version: confirmation.version + 1 });
    await tx.manager.save(confirmation);
  }

  /** The signatures under the words as they stand; those under earlier words are kept and count no more. */
  async signaturesOf(tx: Tx, { id, contentHash }: Confirmation): Promise<ConfirmationSignature[]> {
    if (contentHash === null) return [];
    return await tx.manager.find(ConfirmationSignature, {
      where: { confirmationId: id, contentHash },
      order: { signedAt: "ASC", id: "ASC" },
    });
  }

  async insertSignature(tx: Tx, signature: ConfirmationSignature): Promise<void> {
    await tx.manager.insert(ConfirmationSignature, signature);
  }

  /** The confirmation whose application this signature completed. */
  async ofSignature(tx: Tx, signatureId: string): Promise<Confirmation> {
    const { confirmationId: id } = await tx.manager.findOneByOrFail(ConfirmationSignature, {
      id: signatureId,
    });
    return await tx.manager.findOneByOrFail(Confirmation, { id });
  }

  /** Cases whose application both have signed as it stands and nobody has sealed. */
  async signedUnsealed(tx: Tx): Promise<string[]> {
    const found = await rows<{ caseId: string }>(
      tx.manager,
      `SELECT c.case_id AS "caseId" FROM confirmation c
         JOIN LATERAL (
           SELECT id FROM confirmation_signature WHERE confirmation_id = c.id AND content_hash = c.content_hash
           ORDER BY signed_at DESC, id DESC LIMIT 1
         ) s ON true
       WHERE c.status = 'signed' AND NOT EXISTS (
         SELECT 1 FROM sealed_document d
         WHERE d.kind = 'confirmation_application' AND d.subject_id = s.id AND d.sealed_at IS NOT NULL)
       ORDER BY c.id LIMIT 100`,
    );
    return found.map(({ caseId }) => caseId);
  }

  /** Those whose limit is near enough to warn of. */
  async nearLimit(tx: Tx, today: LocalDate): Promise<{ caseId: string; agreementId: string }[]> {
    return await rows<{ caseId: string; agreementId: string }>(
      tx.manager,
      `SELECT case_id AS "caseId", agreement_id AS "agreementId" FROM confirmation
       WHERE status IN ('open', 'preparing', 'signed') AND deadline BETWEEN $1::date AND $1::date + $2::int
       ORDER BY deadline, id`,
      [today, Math.max(...WARNING_DAYS)],
    );
  }
}
