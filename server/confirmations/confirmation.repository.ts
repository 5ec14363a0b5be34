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
