import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { FactView } from "../../shared/facts/factView.ts";
import { decideRecord } from "../../shared/facts/record.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import { onlyPartyToCase, type Case, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { RoomService } from "../rooms/index.ts";
import type { Fact, FactRecord } from "./fact.entity.ts";
import { presentFact } from "./fact.presenter.ts";
import type { FactRepository } from "./fact.repository.ts";

export type FactAt = { theCase: Case; party: Party; fact: Fact };
export type RecordAt = { theCase: Case; party: Party; record: FactRecord };

/** What every command on a fact or a record begins and ends with. */
export class FactDesk {
  readonly rows: FactRepository;
  readonly cases: CaseService;
  readonly #rooms: RoomService;
  readonly #journal: Journal;

  constructor(deps: { rows: FactRepository; cases: CaseService; rooms: RoomService; journal: Journal }) {
    this.rows = deps.rows;
    this.cases = deps.cases;
    this.#rooms = deps.rooms;
    this.#journal = deps.journal;
  }

  /** For somebody who reads: a party that is still welcome in the room. */
  async find(tx: Tx, actor: Actor, caseId: string): Promise<{ theCase: Case; party: Party }> {
    return await this.#welcome(tx, actor, await this.cases.find(tx, caseId));
  }

  async lockCase(tx: Tx, actor: Actor, caseId: string): Promise<{ theCase: Case; party: Party }> {
    return await this.#welcome(tx, actor, await this.cases.lock(tx, caseId));
  }

  /** A fact with its case, the case locked. To an outsider the fact does not exist. */
  async lock(tx: Tx, actor: Actor, factId: string): Promise<FactAt> {
    const seen = await this.rows.find(tx, factId);
    if (!seen) throw noSuch("fact");
    const at = await this.lockCase(tx, actor, seen.caseId).catch(hidden("fact"));
    const fact = await this.rows.find(tx, factId);
    if (!fact) throw noSuch("fact");
    return { ...at, fact };
  }

  async lockRecord(tx: Tx, actor: Actor, recordId: string): Promise<RecordAt> {
    const seen = await this.rows.findRecord(tx, recordId);
    if (!seen) throw noSuch("record");
    const at = await this.lockCase(tx, actor, seen.caseId).catch(hidden("record"));
    const record = await this.rows.findRecord(tx, recordId);
    if (!record) throw noSuch("record");
    return { ...at, record };
  }

  /** What lies before the parties to be signed is void when one of its statements is not what it was. */
  async voidIfIn(tx: Tx, actor: Actor, fact: Fact): Promise<void> {
    const record = await this.rows.runningRecord(tx, fact.caseId);
    if (record?.facts.facts.some(({ factId }) => factId === fact.id) !== true) return;
    await this.voidRecord(tx, actor, record, "fact_changed");
  }

  async voidRecord(
    tx: Tx,
    actor: Actor,
    record: FactRecord,
    why: "fact_changed" | "drafted_anew" | "mediator",
  ): Promise<void> {
    const decision = decideRecord(record.status, "void");
    if (!decision.ok) throw new Refusal(decision.code, "this record cannot be voided now");
    await this.rows.changeRecord(tx, record, { status: decision.to });
    const { id: recordId, number } = record;
    await this.write(tx, actor, record.caseId, {
      type: "factRecord.voided",
      payload: { recordId, number, why },
    });
  }

  async write(tx: Tx, actor: Actor, caseId: string, draft: EventDraft): Promise<void> {
    await this.#journal.append(tx, caseId, actor, [draft]);
  }

  view({ theCase, party, fact }: FactAt): FactView {
    return presentFact(party, theCase, fact);
  }

  async #welcome(tx: Tx, actor: Actor, theCase: Case): Promise<{ theCase: Case; party: Party }> {
    const party = onlyPartyToCase(actor, theCase);
    await this.#rooms.onlyIfNotRemoved(tx, actor, theCase.id);
    return { theCase, party };
  }
}

function noSuch(what: "fact" | "record"): Refusal {
  return new Refusal("not_found", `no such ${what}`);
}

function hidden(what: "fact" | "record"): (error: unknown) => never {
  return (error) => {
    throw error instanceof Refusal && error.code === "not_found" ? noSuch(what) : error;
  };
}
