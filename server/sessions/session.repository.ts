import { In, IsNull, LessThan, Not } from "typeorm";
import { ROOM_STAGES } from "../../shared/cases/lifecycle.ts";
import type { OfferSide } from "../../shared/offers/offerView.ts";
import { OPEN_SESSION_STATUSES } from "../../shared/sessions/lifecycle.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { MediationSession, SessionStay, SessionTick } from "./session.entity.ts";

/** Sessions, the ticks of both sides and who was there, as rows. */
export class SessionRepository {
  insert(tx: Tx, session: MediationSession): Promise<MediationSession> {
    return tx.manager.save(session);
  }

  find(tx: Tx, id: string): Promise<MediationSession | null> {
    return tx.manager.findOneBy(MediationSession, { id });
  }

  lock(tx: Tx, id: string): Promise<MediationSession | null> {
    return tx.manager.findOne(MediationSession, { where: { id }, lock: { mode: "pessimistic_write" } });
  }

  /** The session of a case that is being arranged or held; there is never more than one. */
  lockOpen(tx: Tx, caseId: string): Promise<MediationSession | null> {
    return tx.manager.findOne(MediationSession, {
      where: { caseId, status: In([...OPEN_SESSION_STATUSES]) },
      lock: { mode: "pessimistic_write" },
    });
  }

  /** All sessions of a case, the newest first. */
  ofCase(tx: Tx, caseId: string): Promise<MediationSession[]> {
    return tx.manager.find(MediationSession, { where: { caseId }, order: { number: "DESC" } });
  }

  /** Write changed fields of a locked session; counts its version up, here and on the object. */
  async change(
    tx: Tx,
    session: MediationSession,
    fields: Partial<Omit<MediationSession, "id" | "version">>,
  ): Promise<void> {
    Object.assign(session, fields, { version: session.version + 1 });
    await tx.manager.update(MediationSession, { id: session.id }, { ...fields, version: session.version });
  }

  /** Note what was sent, which changes nothing that anybody looks at. */
  async mark(
    tx: Tx,
    session: MediationSession,
    fields: Partial<Pick<MediationSession, "dayReminderAt" | "hourReminderAt">>,
  ): Promise<void> {
    Object.assign(session, fields);
    await tx.manager.update(MediationSession, { id: session.id }, fields);
  }

  /** Cases with a session the clock has something to do with: lobby due, reminder due, not held, or the case moved on. */
  async casesDue(
    tx: Tx,
    due: { lobby: Date; day: Date; hour: Date; notHeld: Date; limit: number },
  ): Promise<string[]> {
    const found = await rows<{ case_id: string }>(
      tx.manager,
      `SELECT s.case_id FROM mediation_session s JOIN "case" c ON c.id = s.case_id
       WHERE s.status NOT IN ('ended', 'cancelled') AND (c.stage <> ALL ($1)
         OR (s.status IN ('scheduled', 'lobby') AND s.starts_at <= $5)
         OR (c.paused_at IS NULL AND s.status = 'scheduled' AND (s.starts_at <= $2
           OR (s.starts_at <= $3 AND s.day_reminder_at IS NULL)
           OR (s.starts_at <= $4 AND s.hour_reminder_at IS NULL))))
       ORDER BY s.starts_at, s.id LIMIT $6`,
      [ROOM_STAGES, due.lobby, due.day, due.hour, due.notHeld, due.limit],
    );
    return found.map((row) => row.case_id);
  }

  /** Which of these cases have a session going on. */
  async runningAmong(tx: Tx, caseIds: readonly string[]): Promise<{ id: string; caseId: string }[]> {
    return await rows(
      tx.manager,
      `SELECT id, case_id AS "caseId" FROM mediation_session WHERE status = 'running' AND case_id = ANY ($1::uuid[])`,
      [caseIds],
    );
  }

  /** Both sides' ticks: for the mediator, and for fixing a time. */
  ticks(tx: Tx, sessionIds: readonly string[]): Promise<SessionTick[]> {
    return tx.manager.findBy(SessionTick, { sessionId: In([...sessionIds]) });
  }

  ticksOf(tx: Tx, sessionIds: readonly string[], party: OfferSide): Promise<SessionTick[]> {
    return tx.manager.findBy(SessionTick, { sessionId: In([...sessionIds]), party });
  }

  async keepTick(tx: Tx, tick: SessionTick): Promise<void> {
    await tx.manager.upsert(SessionTick, tick, ["sessionId", "party"]);
  }

  async clearTicks(tx: Tx, sessionId: string): Promise<void> {
    await tx.manager.delete(SessionTick, { sessionId });
  }

  stays(tx: Tx, sessionIds: readonly string[]): Promise<SessionStay[]> {
    return tx.manager.find(SessionStay, {
      where: { sessionId: In([...sessionIds]) },
      order: { joinedAt: "ASC", id: "ASC" },
    });
  }

  openStays(tx: Tx, sessionId: string): Promise<SessionStay[]> {
    return tx.manager.findBy(SessionStay, { sessionId, leftAt: IsNull() });
  }

  insertStay(tx: Tx, stay: SessionStay): Promise<SessionStay> {
    return tx.manager.save(stay);
  }

  async endStay(tx: Tx, id: string, leftAt: Date): Promise<void> {
    await tx.manager.update(SessionStay, { id }, { leftAt });
  }

  /** These members are still there. Answers whom of them it found in the session. */
  async seen(tx: Tx, sessionId: string, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await rows<{ id: string }>(
      tx.manager,
      `UPDATE session_attendance SET seen_at = greatest(seen_at, $3)
       WHERE session_id = $1 AND member_id = ANY ($2::uuid[]) AND left_at IS NULL RETURNING member_id AS id`,
      [sessionId, memberIds, tx.now],
    );
    return new Set(found.map(({ id }) => id));
  }

  /** Cases in whose running sessions somebody has not been seen since. */
  async casesWithGone(tx: Tx, since: Date): Promise<string[]> {
    const stays = await tx.manager.findBy(SessionStay, { leftAt: IsNull(), seenAt: LessThan(since) });
    const ids = [...new Set(stays.map(({ sessionId }) => sessionId))];
    const sessions = await tx.manager.findBy(MediationSession, { id: In(ids), status: Not("ended") });
    return sessions.map(({ caseId }) => caseId);
  }
}
