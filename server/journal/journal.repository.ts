import type { Party } from "../../shared/journal/audience.ts";
import type { EventType, JournalEvent } from "../../shared/journal/events.ts";
import { GENESIS_HASH } from "../../shared/journal/hash.ts";
import { preparedRows, rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";

export type JournalHead = { seq: number; hash: string; n: Record<Party, number> };
export type HeadRow = {
  seq: string;
  hash: string;
  borrower_n: string;
  platform_n: string;
  mediator_n: string;
};
type EventRow = {
  case_id: string;
  seq: string;
  id: string;
  type: string;
  audience: Party[];
  disclosure: string;
  actor: unknown;
  payload: unknown;
  at: Date;
  previous_hash: string;
  hash: string;
  borrower_n: string | null;
  platform_n: string | null;
  mediator_n: string | null;
};
/** A place in the order of commits: what a consumer remembers. */
export type Position = { transactionId: string; position: string };

const COLUMNS = `case_id, seq, id, type, audience, disclosure, actor, payload, at, previous_hash, hash,
  borrower_n, platform_n, mediator_n`;

const eventsFromJson = (parameter: string): string =>
  `SELECT e."caseId", e.seq, e.id, e.type, e.audience, e.disclosure, e.actor, e.payload, e.at, e."previousHash", e.hash,
     e.borrower_n, e.platform_n, e.mediator_n
   FROM jsonb_to_recordset(${parameter}::jsonb) AS e("caseId" uuid, seq bigint, id uuid, type text, audience text[],
     disclosure text, actor jsonb, payload jsonb, at timestamptz, "previousHash" text, hash text,
     borrower_n bigint, platform_n bigint, mediator_n bigint)`;

const headsFromJson = (parameter: string): string =>
  `jsonb_to_recordset(${parameter}::jsonb) AS h("caseId" uuid, seq bigint, hash text, borrower bigint,
     platform bigint, mediator bigint)`;

/** The journal's rows. Written once; the database itself refuses to change or delete them. */
export class JournalRepository {
  async open(tx: Tx, caseId: string): Promise<void> {
    await rows(tx.manager, `INSERT INTO journal_head (case_id, hash) VALUES ($1, $2)`, [
      caseId,
      GENESIS_HASH,
    ]);
  }

  /** Begin journals that already have events: heads first, then every event of all of them. */
  async openMany(
    tx: Tx,
    opened: readonly { caseId: string; head: JournalHead; events: readonly JournalEvent[] }[],
  ): Promise<void> {
    await rows(
      tx.manager,
      `INSERT INTO journal_head (case_id, seq, hash, borrower_n, platform_n, mediator_n)
       SELECT h."caseId", h.seq, h.hash, h.borrower, h.platform, h.mediator
       FROM ${headsFromJson("$1")}`,
      [headsAsJson(opened)],
    );
    await rows(tx.manager, `INSERT INTO journal_event (${COLUMNS}) ${eventsFromJson("$1")}`, [
      eventsAsJson(opened.flatMap(({ events }) => events)),
    ]);
  }

  /** The end of a case's journal, locked until the transaction ends. */
  async lockHead(tx: Tx, caseId: string): Promise<JournalHead | null> {
    return await this.#head(tx, caseId, "FOR UPDATE");
  }

  /** The end of a case's journal; `FOR SHARE` lets readers wait for a writer without stopping each other. */
  async shareHead(tx: Tx, caseId: string): Promise<JournalHead | null> {
    return await this.#head(tx, caseId, "FOR SHARE");
  }

  async head(tx: Tx, caseId: string): Promise<JournalHead | null> {
    return await this.#head(tx, caseId, "");
  }

  async #head(tx: Tx, caseId: string, lock: "FOR UPDATE" | "FOR SHARE" | ""): Promise<JournalHead | null> {
    const [row] = await rows<HeadRow>(
      tx.manager,
      `SELECT seq, hash, borrower_n, platform_n, mediator_n FROM journal_head WHERE case_id = $1 ${lock}`,
      [caseId],
    );
    return row ? toHead(row) : null;
  }

  async ends(tx: Tx, caseIds: readonly string[]): Promise<{ caseId: string; seq: number }[]> {
    const found = await preparedRows<{ caseId: string; seq: string }>(
      tx.manager,
      "journal.ends",
      `SELECT case_id AS "caseId", seq FROM journal_head WHERE case_id = ANY ($1::uuid[])`,
      [caseIds],
    );
    return found.map(({ caseId, seq }) => ({ caseId, seq: Number(seq) }));
  }

  /** Write events and move the heads of their cases in one statement. */
  async append(
    tx: Tx,
    events: readonly JournalEvent[],
    heads: readonly { caseId: string; head: JournalHead }[],
  ): Promise<void> {
    await preparedRows(
      tx.manager,
      "journal.append",
      `WITH written AS (
         INSERT INTO journal_event (${COLUMNS}) ${eventsFromJson("$1")})
       UPDATE journal_head j SET seq = h.seq, hash = h.hash, borrower_n = h.borrower, platform_n = h.platform,
         mediator_n = h.mediator
       FROM ${headsFromJson("$2")} WHERE j.case_id = h."caseId"`,
      [eventsAsJson(events), headsAsJson(heads)],
    );
  }

  /** Events after `afterSeq`, in order. */
  async afterSeq(tx: Tx, caseId: string, afterSeq: number, limit: number): Promise<JournalEvent[]> {
    const found = await rows<EventRow>(
      tx.manager,
      `SELECT ${COLUMNS} FROM journal_event WHERE case_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
      [caseId, afterSeq, limit],
    );
    return found.map(toEvent);
  }

  /** Events of one party's stream after its number `afterN`, in order. */
  async afterN(tx: Tx, caseId: string, party: Party, afterN: number, limit: number): Promise<JournalEvent[]> {
    const column = `${party}_n` as const;
    const found = await rows<EventRow>(
      tx.manager,
      `SELECT ${COLUMNS} FROM journal_event
       WHERE case_id = $1 AND ${column} > $2 ORDER BY ${column} LIMIT $3`,
      [caseId, afterN, limit],
    );
    return found.map(toEvent);
  }

  /** All events of these types in a case, oldest first. */
  async ofTypes(tx: Tx, caseId: string, types: readonly EventType[]): Promise<JournalEvent[]> {
    const found = await rows<EventRow>(
      tx.manager,
      `SELECT ${COLUMNS} FROM journal_event WHERE case_id = $1 AND type = ANY ($2) ORDER BY seq`,
      [caseId, types],
    );
    return found.map(toEvent);
  }

  /** One event by its id, or null. */
  async byId(tx: Tx, id: string): Promise<JournalEvent | null> {
    const [row] = await rows<EventRow>(tx.manager, `SELECT ${COLUMNS} FROM journal_event WHERE id = $1`, [
      id,
    ]);
    return row ? toEvent(row) : null;
  }

  async lockConsumer(tx: Tx, name: string): Promise<Position> {
    await rows(
      tx.manager,
      `INSERT INTO journal_consumer (name, transaction_id, position) VALUES ($1, '0', 0) ON CONFLICT DO NOTHING`,
      [name],
    );
    const [row] = await rows<{ transaction_id: string; position: string }>(
      tx.manager,
      `SELECT transaction_id::text, position FROM journal_consumer WHERE name = $1 FOR UPDATE`,
      [name],
    );
    return { transactionId: row?.transaction_id ?? "0", position: row?.position ?? "0" };
  }

  async moveConsumer(tx: Tx, name: string, to: Position): Promise<void> {
    await rows(
      tx.manager,
      `UPDATE journal_consumer SET transaction_id = $2::xid8, position = $3 WHERE name = $1`,
      [name, to.transactionId, to.position],
    );
  }

  /**
   * The place before which nothing of this database is still being written: an identity column is handed out before
   * commit, so a later number can become visible first. Other databases of the same PostgreSQL do not count, unlike
   * in pg_snapshot_xmin(); so what they leave open holds nobody up here. To be asked before the events are read: what
   * is below it has ended by then and is seen, if it was committed.
   */
  async horizon(tx: Tx): Promise<string> {
    const [row] = await preparedRows<{ horizon: string }>(
      tx.manager,
      "journal.horizon",
      `WITH next AS (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS id)
       SELECT coalesce(min(next.id - ((next.id - backend_xid::text::bigint) & 4294967295)), min(next.id))::text AS horizon
       FROM next LEFT JOIN pg_stat_activity ON datname = current_database() AND backend_xid IS NOT NULL`,
      [],
    );
    return row?.horizon ?? "0";
  }

  /** The last place that has an event, after `from` and before the horizon; null when there is none. */
  async lastPlace(tx: Tx, from: Position, horizon: string): Promise<Position | null> {
    const [row] = await preparedRows<{ transaction_id: string; position: string }>(
      tx.manager,
      "journal.lastPlace",
      `SELECT transaction_id::text, position FROM journal_event
       WHERE (transaction_id, position) > ($1::xid8, $2::bigint) AND transaction_id < $3::xid8
       ORDER BY transaction_id DESC, position DESC LIMIT 1`,
      [from.transactionId, from.position, horizon],
    );
    return row ? { transactionId: row.transaction_id, position: row.position } : null;
  }

  /** Events of these types after `from` and up to `to`, in the order of commits. */
  async committedBetween(
    tx: Tx,
    from: Position,
    to: Position,
    types: readonly EventType[],
    limit: number,
  ): Promise<{ event: JournalEvent; position: Position }[]> {
    const found = await preparedRows<EventRow & { transaction_id: string; position: string }>(
      tx.manager,
      "journal.committedBetween",
      `SELECT ${COLUMNS}, transaction_id::text, position FROM journal_event
       WHERE (transaction_id, position) > ($1::xid8, $2::bigint)
         AND (transaction_id, position) <= ($3::xid8, $4::bigint) AND type = ANY ($5)
       ORDER BY transaction_id, position LIMIT $6`,
      [from.transactionId, from.position, to.transactionId, to.position, types, limit],
    );
    return found.map((row) => ({
      event: toEvent(row),
      position: { transactionId: row.transaction_id, position: row.position },
    }));
  }
}

function headsAsJson(heads: readonly { caseId: string; head: JournalHead }[]): string {
  return JSON.stringify(heads.map(({ caseId, head: { seq, hash, n } }) => ({ caseId, seq, hash, ...n })));
}

function eventsAsJson(events: readonly JournalEvent[]): string {
  return JSON.stringify(
    events.map(({ n, ...event }) => ({
      ...event,
      borrower_n: n.borrower,
      platform_n: n.platform,
      mediator_n: n.mediator,
    })),
  );
}

/** The end of a journal as a query selected it. */
export function toHead(row: HeadRow): JournalHead {
  const n = {
    borrower: Number(row.borrower_n),
    platform: Number(row.platform_n),
    mediator: Number(row.mediator_n),
  };
  return { seq: Number(row.seq), hash: row.hash, n };
}

function toEvent(row: EventRow): JournalEvent {
  // The table holds only what append wrote from a typed draft.
  return {
    caseId: row.case_id,
    seq: Number(row.seq),
    id: row.id,
    type: row.type,
    payload: row.payload,
    audience: row.audience,
    disclosure: row.disclosure,
    actor: row.actor,
    at: row.at.toISOString(),
    previousHash: row.previous_hash,
    hash: row.hash,
    n: {
      borrower: number(row.borrower_n),
      platform: number(row.platform_n),
      mediator: number(row.mediator_n),
    },
  } as JournalEvent;
}

function number(value: string | null): number | null {
  return value === null ? null : Number(value);
}
