import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import { jointEvents, MINUTES_TYPES, type JointEvent } from "../../shared/minutes/jointEvents.ts";
import { decideMinutes, type MinutesCommand, type MinutesStatus } from "../../shared/minutes/lifecycle.ts";
import type { MinutesView } from "../../shared/minutes/minutesView.ts";
import { onlyPartyToCase, type Case, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { RoomService } from "../rooms/index.ts";
import type { Minutes } from "./minutes.entity.ts";
import { mayReadMinutes } from "./minutes.policy.ts";
import { presentMinutes } from "./minutes.presenter.ts";
import type { MinutesRepository } from "./minutes.repository.ts";

export type MinutesAt = { theCase: Case; party: Party; minutes: Minutes };

/** What every command on minutes begins and ends with. */
export class MinutesDesk {
  readonly rows: MinutesRepository;
  readonly cases: CaseService;
  readonly #rooms: RoomService;
  readonly #journal: Journal;

  constructor(deps: { rows: MinutesRepository; cases: CaseService; rooms: RoomService; journal: Journal }) {
    this.rows = deps.rows;
    this.cases = deps.cases;
    this.#rooms = deps.rooms;
    this.#journal = deps.journal;
  }

  async find(tx: Tx, actor: Actor, caseId: string): Promise<{ theCase: Case; party: Party }> {
    return await this.#welcome(tx, actor, await this.cases.find(tx, caseId));
  }

  async lockCase(tx: Tx, actor: Actor, caseId: string): Promise<{ theCase: Case; party: Party }> {
    return await this.#welcome(tx, actor, await this.cases.lock(tx, caseId));
  }

  /** Minutes with their case, the case locked. What somebody may not read does not exist for them. */
  async lock(tx: Tx, actor: Actor, minutesId: string): Promise<MinutesAt> {
    const seen = await this.rows.find(tx, minutesId);
    if (!seen) throw noSuchMinutes();
    const at = await this.lockCase(tx, actor, seen.caseId).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === "not_found" ? noSuchMinutes() : error;
    });
    const minutes = await this.rows.find(tx, minutesId);
    if (!minutes || !mayReadMinutes(at.party, minutes)) throw noSuchMinutes();
    return { ...at, minutes };
  }

  /** The one source of minutes: what everybody in the joint room may read, by type. */
  async record(tx: Tx, caseId: string): Promise<JointEvent[]> {
    return jointEvents(await this.#journal.ofTypes(tx, caseId, MINUTES_TYPES));
  }

  async write(tx: Tx, actor: Actor, caseId: string, draft: EventDraft): Promise<void> {
    await this.#journal.append(tx, caseId, actor, [draft]);
  }

  async view(tx: Tx, actor: Actor, { party, minutes }: MinutesAt): Promise<MinutesView> {
    return presentMinutes(actor, party, minutes, await this.rows.answersOf(tx, [minutes.id]));
  }

  async #welcome(tx: Tx, actor: Actor, theCase: Case): Promise<{ theCase: Case; party: Party }> {
    const party = onlyPartyToCase(actor, theCase);
    await this.#rooms.onlyIfNotRemoved(tx, actor, theCase.id);
    return { theCase, party };
  }
}

/** The status after a command, or the lifecycle's refusal. */
export function decided({ status }: Minutes, command: MinutesCommand): MinutesStatus {
  const decision = decideMinutes(status, command);
  if (!decision.ok) throw new Refusal(decision.code, "these minutes do not allow this now");
  return decision.to;
}

export function noSuchMinutes(): Refusal {
  return new Refusal("not_found", "no such minutes");
}
