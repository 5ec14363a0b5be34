import { In, IsNull } from "typeorm";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import type { Cursor } from "../http/cursor.ts";
import { Invitation, Notice, OneTimeCode, type CodePurpose } from "./outreach.entity.ts";

export type OutboxRow = { [K in keyof Notice]: Notice[K] } & { caseNumber: string | null };

/** Invitations, one-time codes and notices, as rows. */
export class OutreachRepository {
  invitationByCode(tx: Tx, code: string): Promise<Invitation | null> {
    return tx.manager.findOneBy(Invitation, { code });
  }

  lockInvitation(tx: Tx, id: string): Promise<Invitation | null> {
    return tx.manager.findOne(Invitation, { where: { id }, lock: { mode: "pessimistic_write" } });
  }

  /** The invitation that opens a case now, for the borrower or for somebody who acts for them. */
  currentInvitation(tx: Tx, caseId: string, representativeId: string | null): Promise<Invitation | null> {
    return tx.manager.findOne(Invitation, {
      where: { caseId, representativeId: representativeId ?? IsNull(), revokedAt: IsNull() },
      order: { issuedAt: "DESC", id: "DESC" },
    });
  }

  saveInvitation(tx: Tx, invitation: Invitation): Promise<Invitation> {
    return tx.manager.save(invitation);
  }

  async revokeInvitations(tx: Tx, caseId: string, representativeId: string | null): Promise<void> {
    await tx.manager.update(
      Invitation,
      { caseId, representativeId: representativeId ?? IsNull(), revokedAt: IsNull() },
      { revokedAt: tx.now },
    );
  }

  /** Did the person of this case ever prove who they are? */
  async wasIdentified(tx: Tx, caseId: string): Promise<boolean> {
    const [row] = await rows<{ found: boolean }>(
      tx.manager,
      `SELECT EXISTS (SELECT 1 FROM invitation WHERE case_id = $1 AND representative_id IS NULL
         AND identified_at IS NOT NULL) AS found`,
      [caseId],
    );
    return row?.found ?? false;
  }

  /** How many reports came from people who had not proved who they are. */
  async strangersReports(tx: Tx, caseId: string): Promise<number> {
    const [row] = await rows<{ count: number }>(
      tx.manager,
      `SELECT count(*)::int AS count FROM journal_event
       WHERE case_id = $1 AND type = 'borrower.reported' AND NOT (payload->>'identified')::boolean`,
      [caseId],
    );
    return row?.count ?? 0;
  }

  saveCode(tx: Tx, code: OneTimeCode): Promise<OneTimeCode> {
    return tx.manager.save(code);
  }

  latestCode(tx: Tx, purpose: CodePurpose, subjectId: string): Promise<OneTimeCode | null> {
    return tx.manager.findOne(OneTimeCode, {
      where: { purpose, subjectId },
      order: { sentAt: "DESC", id: "DESC" },
    });
  }

  async codesSentSince(tx: Tx, purpose: CodePurpose, subjectId: string, since: Date): Promise<number> {
    const [row] = await rows<{ count: number }>(
      tx.manager,
      `SELECT count(*)::int AS count FROM one_time_code WHERE purpose = $1 AND subject_id = $2 AND sent_at > $3`,
      [purpose, subjectId, since],
    );
    return row?.count ?? 0;
  }

  saveNotice(tx: Tx, notice: Notice): Promise<Notice> {
    return tx.manager.save(notice);
  }

  async cancelWaiting(tx: Tx, caseId: string): Promise<void> {
    await tx.manager.update(Notice, { caseId, status: "waiting" }, { status: "cancelled" });
  }

  /** What waited about a meeting is out of date when the meeting has changed. */
  async cancelWaitingMeetings(tx: Tx, caseId: string): Promise<void> {
    await tx.manager.update(
      Notice,
      { caseId, status: "waiting", kind: In(["session_times", "session_invitation", "session_reminder"]) },
      { status: "cancelled" },
    );
  }

  /** Let go what may be sent now: the hour is right and the case is not paused. Answers how many. */
  async releaseWaiting(tx: Tx): Promise<number> {
    const released = await rows<{ id: string }>(
      tx.manager,
      `UPDATE notice n SET status = 'ready'
       WHERE n.status = 'waiting' AND n.not_before <= $1
         AND NOT EXISTS (SELECT 1 FROM "case" c WHERE c.id = n.case_id AND c.paused_at IS NOT NULL)
       RETURNING n.id`,
      [tx.now],
    );
    return released.length;
  }

  /** Newest first, one row more than the limit when there are more. */
  async outbox(
    tx: Tx,
    filter: { centreId: string; kind: string | null; after: Cursor | null; limit: number },
  ): Promise<OutboxRow[]> {
    return await rows<OutboxRow>(
      tx.manager,
      `SELECT n.id, n.case_id AS "caseId", c.number AS "caseNumber", n.kind, n.channel, n.recipient,
         n.recipient_name AS "recipientName", n.body, n.link, n.calendar, n.status, n.not_before AS "notBefore",
         n.created_at AS "createdAt", n.sent_at AS "sentAt"
       FROM notice n JOIN "case" c ON c.id = n.case_id
       WHERE c.centre_id = $1 AND ($2::text IS NULL OR n.kind = $2)
         AND ($3::timestamptz IS NULL OR (n.created_at, n.id) < ($3::timestamptz, $4::uuid))
       ORDER BY n.created_at DESC, n.id DESC LIMIT $5`,
      [filter.centreId, filter.kind, filter.after?.at ?? null, filter.after?.id ?? null, filter.limit + 1],
    );
  }
}
