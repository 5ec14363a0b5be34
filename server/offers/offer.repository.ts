import { In } from "typeorm";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { Offer } from "./offer.entity.ts";

/** Offers, as rows. */
export class OfferRepository {
  insert(tx: Tx, offer: Offer): Promise<Offer> {
    return tx.manager.save(offer);
  }

  find(tx: Tx, id: string): Promise<Offer | null> {
    return tx.manager.findOneBy(Offer, { id });
  }

  lock(tx: Tx, id: string): Promise<Offer | null> {
    return tx.manager.findOne(Offer, { where: { id }, lock: { mode: "pessimistic_write" } });
  }

  /** All offers of a case, the newest first. */
  ofCase(tx: Tx, caseId: string): Promise<Offer[]> {
    return tx.manager.find(Offer, { where: { caseId }, order: { createdAt: "DESC", id: "DESC" } });
  }

  /** Those that can still be answered by somebody, locked in a fixed order. */
  lockRunning(tx: Tx, caseId: string): Promise<Offer[]> {
    return tx.manager.find(Offer, {
      where: { caseId, status: In(["open", "awaiting_approval"]) },
      order: { id: "ASC" },
      lock: { mode: "pessimistic_write" },
    });
  }

  /** Write changed fields of a locked offer; counts its version up, here and on the object. */
  async change(
    tx: Tx,
    offer: Offer,
    fields: Partial<Omit<Offer, "id" | "terms" | "breaches" | "version">>,
  ): Promise<void> {
    Object.assign(offer, fields, { version: offer.version + 1 });
    await tx.manager.update(Offer, { id: offer.id }, { ...fields, version: offer.version });
  }

  /** The next number for an offer that is put, or for one that is not yet. The case is locked by the caller. */
  async nextNumber(tx: Tx, caseId: string, kind: "put" | "not_put"): Promise<number> {
    const [row] = await rows<{ number: number }>(
      tx.manager,
      kind === "put"
        ? `SELECT greatest(max(number), 0) + 1 AS number FROM offer WHERE case_id = $1`
        : `SELECT least(min(number), 0) - 1 AS number FROM offer WHERE case_id = $1`,
      [caseId],
    );
    return row?.number ?? 1;
  }

  /** Move the end of what was running at `since` by the time that has passed from then to now. */
  async extendOpen(tx: Tx, caseId: string, since: Date): Promise<void> {
    await rows(
      tx.manager,
      `UPDATE offer SET expires_at = expires_at + ($3::timestamptz - $2::timestamptz), version = version + 1
       WHERE case_id = $1 AND status IN ('open', 'awaiting_approval') AND expires_at > $2`,
      [caseId, since, tx.now],
    );
  }

  /** Cases with offers whose time is over, or that nobody can answer any more because the case moved on. */
  async casesWithEndedOffers(tx: Tx, limit: number): Promise<string[]> {
    const found = await rows<{ case_id: string }>(
      tx.manager,
      `SELECT DISTINCT o.case_id FROM offer o JOIN "case" c ON c.id = o.case_id
       WHERE o.status IN ('open', 'awaiting_approval')
         AND (c.stage <> 'negotiating' OR (o.expires_at <= $1 AND c.paused_at IS NULL)) LIMIT $2`,
      [tx.now, limit],
    );
    return found.map((row) => row.case_id);
  }
}
