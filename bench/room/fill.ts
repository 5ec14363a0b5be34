import { rows } from "../../server/database/sql.ts";
import type { Tx } from "../../server/database/transaction.ts";

/** Events of each room that is only there to be in the way. */
const EVENTS_ELSEWHERE = 5;

/** A long conversation at once: messages of the joint channel after whatever there is. Their hashes are none. */
export async function lengthenJournal(tx: Tx, caseId: string, events: number): Promise<void> {
  await writeMessages(tx, "h.case_id = $1", [caseId, events]);
}

/** Other rooms, each a copy of this one with its people and a short conversation of its own. */
export async function fillWithRooms(tx: Tx, caseId: string, rooms: number): Promise<void> {
  // A whole house in a few statements takes its time.
  await rows(tx.manager, "SET LOCAL statement_timeout = 0");
  await rows(
    tx.manager,
    `INSERT INTO "case" SELECT copied.* FROM "case" c CROSS JOIN generate_series(1, $2::int) AS i,
       LATERAL jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'bench ' || i)) copied
     WHERE c.id = $1`,
    [caseId, rooms],
  );
  await rows(
    tx.manager,
    `INSERT INTO case_member SELECT copied.* FROM case_member m CROSS JOIN "case" c,
       LATERAL jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'case_id', c.id)) copied
     WHERE m.case_id = $1 AND c.number LIKE 'bench %'`,
    [caseId],
  );
  await rows(
    tx.manager,
    `INSERT INTO journal_head SELECT copied.* FROM journal_head h CROSS JOIN "case" c,
       LATERAL jsonb_populate_record(h, jsonb_build_object('case_id', c.id, 'seq', 0, 'borrower_n', 0,
         'platform_n', 0, 'mediator_n', 0)) copied
     WHERE h.case_id = $1 AND c.number LIKE 'bench %'`,
    [caseId],
  );
  await writeMessages(tx, "h.case_id <> $1 AND h.seq = 0", [caseId, EVENTS_ELSEWHERE]);
}

async function writeMessages(tx: Tx, where: string, values: [string, number]): Promise<void> {
  await rows(
    tx.manager,
    `INSERT INTO journal_event (case_id, seq, id, type, audience, disclosure, actor, payload, at, previous_hash, hash,
       borrower_n, platform_n, mediator_n)
     SELECT h.case_id, h.seq + i, gen_random_uuid(), 'message.posted', ARRAY['borrower', 'platform', 'mediator'],
       'without_prejudice', jsonb_build_object('party', 'borrower', 'id', m.borrower_id, 'name', m.name),
       jsonb_build_object('channel', 'joint', 'memberId', m.id, 'text', '我这个月可以先还一部分，剩下的能不能分十二期。'),
       now(), h.hash, h.hash, h.borrower_n + i, h.platform_n + i, h.mediator_n + i
     FROM journal_head h JOIN case_member m ON m.case_id = h.case_id AND m.party = 'borrower'
       CROSS JOIN generate_series(1, $2::int) AS i
     WHERE ${where}`,
    values,
  );
  await rows(
    tx.manager,
    `UPDATE journal_head h SET seq = seq + $2::int, borrower_n = borrower_n + $2::int,
       platform_n = platform_n + $2::int, mediator_n = mediator_n + $2::int WHERE ${where}`,
    values,
  );
}
