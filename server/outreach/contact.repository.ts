import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { ContactOutcome, ContactPoint, ContactsOfDay } from "../../shared/outreach/contactLimits.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";

export type ContactRow = {
  id: string;
  caseId: string;
  point: ContactPoint;
  begunAt: Date;
  byName: string;
  outcome: ContactOutcome | null;
  endedAt: Date | null;
};

const CONTACT = `SELECT c.id, c.case_id AS "caseId", c.point, c.begun_at AS "begunAt", s.name AS "byName", c.outcome,
  c.ended_at AS "endedAt" FROM contact c JOIN staff s ON s.id = c.begun_by`;

/** Calls to borrowers, and what rang their numbers, as rows. */
export class ContactRepository {
  /** Keeps others from contacting the same person until the transaction ends, whatever case they do it for. */
  async lockPerson(tx: Tx, idNumber: string): Promise<void> {
    await rows(tx.manager, `SELECT pg_advisory_xact_lock(hashtextextended('contact ' || $1, 0))`, [idNumber]);
  }

  async insert(
    tx: Tx,
    contact: {
      id: string;
      caseId: string;
      point: ContactPoint;
      number: string;
      onDate: LocalDate;
      begunBy: string;
    },
  ): Promise<void> {
    const { id, caseId, point, number, onDate, begunBy } = contact;
    await rows(
      tx.manager,
      `INSERT INTO contact (id, case_id, point, number, on_date, begun_at, begun_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, caseId, point, number, onDate, tx.now, begunBy],
    );
  }

  async end(tx: Tx, id: string, outcome: ContactOutcome): Promise<void> {
    await rows(tx.manager, `UPDATE contact SET outcome = $2, ended_at = $3 WHERE id = $1`, [
      id,
      outcome,
      tx.now,
    ]);
  }

  async find(tx: Tx, id: string): Promise<ContactRow | null> {
    const [row] = await rows<ContactRow>(tx.manager, `${CONTACT} WHERE c.id = $1`, [id]);
    return row ?? null;
  }

  /** The calls of a case, the latest first. */
  async ofCase(tx: Tx, caseId: string): Promise<ContactRow[]> {
    return await rows<ContactRow>(
      tx.manager,
      `${CONTACT} WHERE c.case_id = $1 ORDER BY c.begun_at DESC, c.id DESC LIMIT 50`,
      [caseId],
    );
  }

  /** What has happened to a person and to a number of theirs on a day. */
  async ofDay(tx: Tx, who: { idNumber: string; number: string }, day: LocalDate): Promise<ContactsOfDay> {
    const [row] = await rows<{ effective: number }>(
      tx.manager,
      `SELECT count(*)::int AS effective FROM contact c JOIN "case" k ON k.id = c.case_id
       JOIN borrower b ON b.id = k.borrower_id
       WHERE b.id_number = $1 AND c.on_date = $2 AND c.outcome IS DISTINCT FROM 'unanswered'`,
      [who.idNumber, day],
    );
    const attempts = (await this.attempts(tx, who.number, day)).get(day) ?? 0;
    return { effective: row?.effective ?? 0, attempts };
  }

  /**
   * What rang a number, or will, by day from a day on: calls, and messages that we and not the person asked for. A message
   * counts on the day it may go out.
   */
  async attempts(tx: Tx, number: string, from: LocalDate): Promise<Map<LocalDate, number>> {
    const found = await rows<{ day: LocalDate; count: number }>(
      tx.manager,
      `SELECT day::text, count(*)::int AS count FROM (
         SELECT on_date AS day FROM contact WHERE number = $1 AND on_date >= $2
         UNION ALL
         SELECT (not_before AT TIME ZONE 'Asia/Shanghai')::date FROM notice
         WHERE recipient = $1 AND channel = 'sms' AND kind <> 'one_time_code' AND status <> 'cancelled'
           AND (not_before AT TIME ZONE 'Asia/Shanghai')::date >= $2
       ) rung GROUP BY day`,
      [number, from],
    );
    return new Map(found.map(({ day, count }) => [day, count]));
  }
}
