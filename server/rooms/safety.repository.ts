import type { CaucusSide } from "../../shared/rooms/caucus.ts";
import type { PassingState } from "../../shared/rooms/passing.ts";
import type { ReportState, RequestKind, RequestState } from "../../shared/rooms/safety.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";

export type OpenCaucus = { id: string; side: CaucusSide; announced: boolean };
export type RequestRow = { id: string; kind: RequestKind; party: CaucusSide; state: RequestState };
export type ReportRow = { id: string; messageId: string; party: CaucusSide; state: ReportState };

/** Where a caucus, a statement, a request and a report stand, as rows. Their words are in the journal alone. */
export class SafetyRepository {
  async openCaucus(tx: Tx, caseId: string): Promise<OpenCaucus | null> {
    const [row] = await rows<OpenCaucus>(
      tx.manager,
      "SELECT id, side, announced FROM caucus WHERE case_id = $1 AND ended_at IS NULL",
      [caseId],
    );
    return row ?? null;
  }

  async insertCaucus(tx: Tx, row: OpenCaucus & { caseId: string; begunBy: string }): Promise<void> {
    await rows(
      tx.manager,
      `INSERT INTO caucus (id, case_id, side, announced, begun_by, begun_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [row.id, row.caseId, row.side, row.announced, row.begunBy, tx.now],
    );
  }

  async endCaucus(tx: Tx, id: string): Promise<void> {
    await rows(tx.manager, "UPDATE caucus SET ended_at = $2 WHERE id = $1", [id, tx.now]);
  }

  async passingState(tx: Tx, messageId: string): Promise<PassingState | null> {
    const [row] = await rows<{ state: PassingState }>(
      tx.manager,
      "SELECT state FROM message_passing WHERE message_id = $1",
      [messageId],
    );
    return row?.state ?? null;
  }

  async keepPassing(tx: Tx, row: { messageId: string; caseId: string; state: PassingState }): Promise<void> {
    await rows(
      tx.manager,
      `INSERT INTO message_passing (message_id, case_id, state) VALUES ($1, $2, $3)
       ON CONFLICT (message_id) DO UPDATE SET state = excluded.state`,
      [row.messageId, row.caseId, row.state],
    );
  }

  /** Answers false when such a request of this side is open already. */
  async insertRequest(tx: Tx, row: Omit<RequestRow, "state"> & { caseId: string }): Promise<boolean> {
    const inserted = await rows<{ id: string }>(
      tx.manager,
      `INSERT INTO room_request (id, case_id, kind, party, state, made_at) VALUES ($1, $2, $3, $4, 'open', $5)
       ON CONFLICT DO NOTHING RETURNING id`,
      [row.id, row.caseId, row.kind, row.party, tx.now],
    );
    return inserted.length > 0;
  }

  async request(tx: Tx, caseId: string, id: string): Promise<RequestRow | null> {
    const [row] = await rows<RequestRow>(
      tx.manager,
      "SELECT id, kind, party, state FROM room_request WHERE case_id = $1 AND id = $2",
      [caseId, id],
    );
    return row ?? null;
  }

  async moveRequest(tx: Tx, id: string, state: RequestState): Promise<void> {
    await rows(tx.manager, "UPDATE room_request SET state = $2 WHERE id = $1", [id, state]);
  }

  /** Answers false when this side has reported the message before. */
  async insertReport(tx: Tx, row: Omit<ReportRow, "state"> & { caseId: string }): Promise<boolean> {
    const inserted = await rows<{ id: string }>(
      tx.manager,
      `INSERT INTO message_report (id, case_id, message_id, party, state, made_at)
       VALUES ($1, $2, $3, $4, 'open', $5) ON CONFLICT DO NOTHING RETURNING id`,
      [row.id, row.caseId, row.messageId, row.party, tx.now],
    );
    return inserted.length > 0;
  }

  async report(tx: Tx, caseId: string, id: string): Promise<ReportRow | null> {
    const [row] = await rows<ReportRow>(
      tx.manager,
      `SELECT id, message_id AS "messageId", party, state FROM message_report WHERE case_id = $1 AND id = $2`,
      [caseId, id],
    );
    return row ?? null;
  }

  async moveReport(tx: Tx, id: string, state: ReportState): Promise<void> {
    await rows(tx.manager, "UPDATE message_report SET state = $2 WHERE id = $1", [id, state]);
  }

  async mute(tx: Tx, memberId: string, mutedAt: Date | null): Promise<void> {
    await rows(tx.manager, "UPDATE case_member SET muted_at = $2 WHERE id = $1", [memberId, mutedAt]);
  }
}
