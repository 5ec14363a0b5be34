import type { Channel } from "../../shared/journal/events.ts";
import type { KeptDraft } from "../../shared/rooms/draft.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";

/** Whose draft, and where. */
export type DraftPlace = { personId: string; caseId: string; channel: Channel };

/** Drafts as rows. Every statement names the person: there is no way to ask for somebody else's. */
export class DraftRepository {
  async of(tx: Tx, personId: string, caseId: string): Promise<KeptDraft[]> {
    return await rows<KeptDraft>(
      tx.manager,
      `SELECT channel, text, version FROM room_draft WHERE person_id = $1 AND case_id = $2 ORDER BY channel`,
      [personId, caseId],
    );
  }

  /** False when there is one already. */
  async add(tx: Tx, place: DraftPlace, kept: { text: string; version: string }): Promise<boolean> {
    const { personId, caseId, channel } = place;
    const added = await rows(
      tx.manager,
      `INSERT INTO room_draft (person_id, case_id, channel, text, version, kept_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING version`,
      [personId, caseId, channel, kept.text, kept.version, tx.now],
    );
    return added.length > 0;
  }

  /** False when the one that is there is not the one named, or is gone. */
  async replace(
    tx: Tx,
    place: DraftPlace,
    was: string,
    kept: { text: string; version: string },
  ): Promise<boolean> {
    const { personId, caseId, channel } = place;
    const replaced = await rows(
      tx.manager,
      `UPDATE room_draft SET text = $5, version = $6, kept_at = $7
       WHERE person_id = $1 AND case_id = $2 AND channel = $3 AND version = $4 RETURNING version`,
      [personId, caseId, channel, was, kept.text, kept.version, tx.now],
    );
    return replaced.length > 0;
  }

  /** False when another one is there; true when afterwards there is none. */
  async remove(tx: Tx, { personId, caseId, channel }: DraftPlace, was: string | null): Promise<boolean> {
    const left = await rows(
      tx.manager,
      `WITH gone AS (DELETE FROM room_draft
         WHERE person_id = $1 AND case_id = $2 AND channel = $3 AND version = $4::uuid RETURNING channel)
       SELECT 1 FROM room_draft WHERE person_id = $1 AND case_id = $2 AND channel = $3
         AND NOT EXISTS (SELECT 1 FROM gone)`,
      [personId, caseId, channel, was],
    );
    return left.length === 0;
  }
}
