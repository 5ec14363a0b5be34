import { createHash } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { Actor } from "../../shared/api/roles.ts";
import { PARTIES, type Party } from "../../shared/journal/audience.ts";
import {
  journalActor,
  type EventDraft,
  type EventType,
  type JournalEvent,
} from "../../shared/journal/events.ts";
import { ChainWalker, GENESIS_HASH, hashEvent, type ChainFault } from "../../shared/journal/hash.ts";
import { labelsFor } from "../../shared/journal/labels.ts";
import { assertInTransaction, type Tx } from "../database/transaction.ts";
import type { JournalHead, JournalRepository } from "./journal.repository.ts";

export type CommitListener = (events: readonly JournalEvent[]) => void;

const VERIFY_PAGE = 500;

/**
 * The record of a case. An event is written in the transaction of the change it records, or the
 * change did not happen; numbers have no hole and each event carries the hash of the one before.
 */
export class Journal {
  readonly #rows: JournalRepository;
  readonly #listeners: CommitListener[] = [];

  constructor(rows: JournalRepository) {
    this.#rows = rows;
  }

  /** Hear of events once they are committed, in this process. Live delivery only: see JournalConsumer for the rest. */
  onCommitted(listener: CommitListener): void {
    this.#listeners.push(listener);
  }

  /** Begin the journal of a new case. */
  async open(tx: Tx, caseId: string): Promise<void> {
    await this.#rows.open(tx, caseId);
  }

  /** Hold the case's journal until the transaction ends, so that nothing else is written meanwhile. */
  async lock(tx: Tx, caseId: string): Promise<JournalHead> {
    return this.#found(await this.#rows.lockHead(tx, caseId), caseId);
  }

  /** Wait for a writer and keep writers out, but not other readers. */
  async share(tx: Tx, caseId: string): Promise<JournalHead> {
    return this.#found(await this.#rows.shareHead(tx, caseId), caseId);
  }

  /**
   * Write events in the transaction of what they record. A caller that has locked the head together with its own
   * rows hands it over; otherwise it is locked here.
   */
  async append(
    tx: Tx,
    caseId: string,
    actor: Actor,
    drafts: readonly EventDraft[],
    locked?: JournalHead,
  ): Promise<JournalEvent[]> {
    if (drafts.length === 0) return [];
    const head = locked ?? (await this.lock(tx, caseId));
    return await this.appendTogether(
      tx,
      drafts.map((draft) => ({ caseId, actor, draft, head })),
    );
  }

  /** Write one event each into the journals of many cases, in this order; the caller holds all their heads. */
  async appendTogether(
    tx: Tx,
    entries: readonly { caseId: string; actor: Actor; draft: EventDraft; head: JournalHead }[],
  ): Promise<JournalEvent[]> {
    assertInTransaction(tx);
    if (entries.length === 0) return [];
    const events = entries.map(({ caseId, actor, draft, head }) => chain(head, caseId, actor, draft, tx.now));
    const heads = new Map(entries.map(({ caseId, head }) => [caseId, { caseId, head }]));
    await this.#rows.append(tx, events, [...heads.values()]);
    tx.afterCommit(() => {
      for (const listener of this.#listeners) listener(events);
    });
    return events;
  }

  /** Begin the journals of new cases and write their first events, in two statements for all of them. */
  async openMany(
    tx: Tx,
    actor: Actor,
    journals: readonly { caseId: string; drafts: readonly EventDraft[] }[],
  ): Promise<void> {
    assertInTransaction(tx);
    const opened = journals.map(({ caseId, drafts }) => {
      const head = { seq: 0, hash: GENESIS_HASH, n: { borrower: 0, platform: 0, mediator: 0 } };
      const events = drafts.map((draft) => chain(head, caseId, actor, draft, tx.now));
      return { caseId, head, events };
    });
    await this.#rows.openMany(tx, opened);
    tx.afterCommit(() => {
      for (const { events } of opened) for (const listener of this.#listeners) listener(events);
    });
  }

  /** A page of one party's own stream. */
  async stream(tx: Tx, caseId: string, party: Party, afterN: number, limit: number): Promise<JournalEvent[]> {
    return await this.#rows.afterN(tx, caseId, party, afterN, limit);
  }

  /** A page of the whole journal, for those who keep the record. */
  async page(tx: Tx, caseId: string, afterSeq: number, limit: number): Promise<JournalEvent[]> {
    return await this.#rows.afterSeq(tx, caseId, afterSeq, limit);
  }

  /** All events of these types, oldest first: for rules that turn on what happened. The caller answers for who may read. */
  async ofTypes<T extends EventType>(
    tx: Tx,
    caseId: string,
    types: readonly T[],
  ): Promise<Extract<JournalEvent, { type: T }>[]> {
    const found = await this.#rows.ofTypes(tx, caseId, types);
    return found.filter((event): event is Extract<JournalEvent, { type: T }> =>
      types.some((type) => type === event.type),
    );
  }

  /** One event of a case by its id, or null. The caller answers for who may read it. */
  async find(tx: Tx, caseId: string, id: string): Promise<JournalEvent | null> {
    const event = await this.#rows.byId(tx, id);
    return event?.caseId === caseId ? event : null;
  }

  /** The number of the last event in each party's stream. */
  async lastN(tx: Tx, caseId: string): Promise<Record<Party, number>> {
    return this.#found(await this.#rows.head(tx, caseId), caseId).n;
  }

  /** Where the journals of these cases end. */
  async ends(tx: Tx, caseIds: readonly string[]): Promise<{ caseId: string; seq: number }[]> {
    return await this.#rows.ends(tx, caseIds);
  }

  /** Recompute the chain; the first event that does not fit, or null. */
  async verify(tx: Tx, caseId: string): Promise<(ChainFault | { seq: number; fault: "cut_off" }) | null> {
    const walker = new ChainWalker(sha256);
    for (;;) {
      const events = await this.#rows.afterSeq(tx, caseId, walker.head.seq, VERIFY_PAGE);
      for (const event of events) {
        const fault = walker.next(event);
        if (fault) return fault;
      }
      if (events.length < VERIFY_PAGE) break;
    }
    const head = this.#found(await this.#rows.head(tx, caseId), caseId);
    const whole = head.seq === walker.head.seq && head.hash === walker.head.hash;
    return whole ? null : { seq: walker.head.seq + 1, fault: "cut_off" };
  }

  #found(head: JournalHead | null, caseId: string): JournalHead {
    if (!head) throw new Error(`case ${caseId} has no journal`);
    return head;
  }
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Make the next event and move `head` on to it. */
function chain(head: JournalHead, caseId: string, actor: Actor, draft: EventDraft, now: Date): JournalEvent {
  const { audience, disclosure } = labelsFor(draft);
  const body = {
    caseId,
    seq: head.seq + 1,
    id: uuid(),
    type: draft.type,
    payload: draft.payload,
    audience: PARTIES.filter((party) => audience.includes(party)),
    disclosure,
    actor: journalActor(actor),
    at: now.toISOString(),
    previousHash: head.hash,
  } as Omit<JournalEvent, "hash" | "n">;
  const hash = hashEvent(body, sha256);
  const n: Record<Party, number | null> = { borrower: null, platform: null, mediator: null };
  for (const party of body.audience) n[party] = head.n[party] += 1;
  head.seq = body.seq;
  head.hash = hash;
  return { ...body, hash, n } as JournalEvent;
}
