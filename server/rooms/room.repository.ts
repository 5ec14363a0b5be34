import { IsNull } from "typeorm";
import { v7 as uuid } from "uuid";
import type { CaseStage } from "../../shared/cases/lifecycle.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { Membership } from "../../shared/rooms/membership.ts";
import { preparedRows, rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { toHead, type HeadRow, type JournalHead } from "../journal/index.ts";
import { CaseMember } from "./member.entity.ts";

/** A member of a case together with what decides whether they may speak now. */
export type SeatRow = {
  id: string;
  stage: CaseStage;
  pausedAt: Date | null;
  platformId: string;
  borrowerId: string;
  mediatorId: string | null;
  coMediatorIds: string[];
  memberId: string;
  party: Party;
  name: string;
  groundRules: string | null;
  mutedAt: Date | null;
};

/** A seat whose case and journal are held until the transaction ends. */
export type LockedSeat = { seat: SeatRow; head: JournalHead };

const SEAT_COLUMNS = `c.id, c.stage, c.paused_at AS "pausedAt", c.platform_id AS "platformId",
  c.borrower_id AS "borrowerId", c.mediator_id AS "mediatorId", c.co_mediator_ids AS "coMediatorIds", m.id AS "memberId", m.party, m.name,
  m.ground_rules AS "groundRules",
  m.muted_at AS "mutedAt",
  h.seq, h.hash, h.borrower_n, h.platform_n, h.mediator_n`;

/** Who is in which room, as rows. */
export class RoomRepository {
  insert(tx: Tx, member: CaseMember): Promise<CaseMember> {
    return tx.manager.save(member);
  }

  /** The open membership of a person, or null. */
  async openMember(tx: Tx, caseId: string, personId: string): Promise<CaseMember | null> {
    return await tx.manager.findOne(CaseMember, {
      where: [
        { caseId, staffId: personId, leftAt: IsNull(), removedAt: IsNull() },
        { caseId, borrowerId: personId, leftAt: IsNull(), removedAt: IsNull() },
        { caseId, representativeId: personId, leftAt: IsNull(), removedAt: IsNull() },
      ],
    });
  }

  /** An open membership by its own id, or null. */
  member(tx: Tx, caseId: string, memberId: string): Promise<CaseMember | null> {
    return tx.manager.findOneBy(CaseMember, {
      id: memberId,
      caseId,
      leftAt: IsNull(),
      removedAt: IsNull(),
    });
  }

  members(tx: Tx, caseId: string): Promise<CaseMember[]> {
    return tx.manager.find(CaseMember, {
      where: { caseId, leftAt: IsNull(), removedAt: IsNull() },
      order: { joinedAt: "ASC", id: "ASC" },
    });
  }

  /** What a person is to the room, over all their rows. */
  async membership(tx: Tx, caseId: string, personId: string): Promise<Membership> {
    const [row] = await rows<{ open: boolean | null; removed: boolean | null }>(
      tx.manager,
      `SELECT bool_or(left_at IS NULL AND removed_at IS NULL) AS open, bool_or(removed_at IS NOT NULL) AS removed
       FROM case_member WHERE case_id = $1 AND (staff_id = $2 OR borrower_id = $2 OR representative_id = $2)`,
      [caseId, personId],
    );
    if (row?.removed === true) return "removed";
    if (row?.open === true) return "member";
    return row?.open === false ? "left" : "outside";
  }

  /** Whether a person has accepted these ground rules in this case, in whichever of their memberships. */
  async hasAccepted(tx: Tx, caseId: string, personId: string, version: string): Promise<boolean> {
    const found = await rows(
      tx.manager,
      `SELECT 1 FROM case_member WHERE case_id = $1 AND (staff_id = $2 OR borrower_id = $2 OR representative_id = $2)
         AND ground_rules = $3 LIMIT 1`,
      [caseId, personId, version],
    );
    return found.length > 0;
  }

  async keepAccepted(tx: Tx, memberId: string, version: string): Promise<void> {
    await rows(tx.manager, `UPDATE case_member SET ground_rules = $2 WHERE id = $1`, [memberId, version]);
  }

  /** Since when somebody was muted as they last belonged to the room, or null. */
  async mutedBefore(tx: Tx, caseId: string, personId: string): Promise<Date | null> {
    const [row] = await rows<{ mutedAt: Date | null }>(
      tx.manager,
      `SELECT muted_at AS "mutedAt" FROM case_member
       WHERE case_id = $1 AND (staff_id = $2 OR borrower_id = $2 OR representative_id = $2)
       ORDER BY joined_at DESC, id DESC LIMIT 1`,
      [caseId, personId],
    );
    return row?.mutedAt ?? null;
  }

  /** Somebody who acted for the borrower and is not in the room stays out of it. */
  async bar(tx: Tx, caseId: string, representativeId: string): Promise<void> {
    await rows(
      tx.manager,
      `INSERT INTO case_member (id, case_id, party, representative_id, "as", name, joined_at, removed_at)
       SELECT $3, $1, 'borrower', r.id, 'representative', r.name, $4, $4 FROM representative r WHERE r.id = $2`,
      [caseId, representativeId, uuid(), tx.now],
    );
  }

  async end(tx: Tx, memberId: string, how: "left_at" | "removed_at"): Promise<void> {
    await rows(tx.manager, `UPDATE case_member SET ${how} = $2 WHERE id = $1`, [memberId, tx.now]);
  }

  /**
   * A person's seat with the case and its journal locked, in one round trip because every message begins with it. The
   * membership is locked too: waiting for a removal, PostgreSQL then looks at the row as the removal left it, and not
   * as it was when the statement began; the same goes for the journal's end.
   */
  async lockSeat(tx: Tx, caseId: string, personId: string): Promise<LockedSeat | null> {
    const [row] = await preparedRows<SeatRow & HeadRow>(
      tx.manager,
      "rooms.lockSeat",
      `SELECT ${SEAT_COLUMNS}
       FROM "case" c JOIN case_member m ON m.case_id = c.id JOIN journal_head h ON h.case_id = c.id
       WHERE c.id = $1 AND (m.staff_id = $2 OR m.borrower_id = $2 OR m.representative_id = $2) AND m.left_at IS NULL AND m.removed_at IS NULL
       FOR UPDATE OF c FOR SHARE OF m FOR UPDATE OF h`,
      [caseId, personId],
    );
    return row ? { seat: row, head: toHead(row) } : null;
  }

  /**
   * The seats of these people in these cases, as lockSeat finds one. A case that is held by another transaction is left
   * out rather than waited for, so that one slow case does not hold up the others. The seats of one case share one head.
   */
  async lockSeatsNowFree(
    tx: Tx,
    caseIds: readonly string[],
    personIds: readonly string[],
  ): Promise<(LockedSeat & { personId: string })[]> {
    const found = await preparedRows<SeatRow & HeadRow & { personId: string }>(
      tx.manager,
      "rooms.lockSeatsNowFree",
      `SELECT ${SEAT_COLUMNS}, coalesce(m.staff_id, m.borrower_id, m.representative_id) AS "personId"
       FROM "case" c JOIN case_member m ON m.case_id = c.id JOIN journal_head h ON h.case_id = c.id
       WHERE c.id = ANY ($1::uuid[]) AND (m.staff_id = ANY ($2::uuid[]) OR m.borrower_id = ANY ($2::uuid[])
         OR m.representative_id = ANY ($2::uuid[]))
         AND m.left_at IS NULL AND m.removed_at IS NULL
       ORDER BY c.id
       FOR UPDATE OF c SKIP LOCKED FOR SHARE OF m SKIP LOCKED FOR UPDATE OF h SKIP LOCKED`,
      [caseIds, personIds],
    );
    const heads = new Map(found.map((row) => [row.id, toHead(row)]));
    return found.flatMap(({ personId, ...seat }) => {
      const head = heads.get(seat.id);
      return head ? [{ seat, head, personId }] : [];
    });
  }
}
