import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { ROOM_STAGES } from "../../shared/cases/lifecycle.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import { decideSession, type SessionCommand, type SessionStatus } from "../../shared/sessions/lifecycle.ts";
import type { SessionList, SessionView } from "../../shared/sessions/sessionView.ts";
import {
  onlyInStages,
  onlyMediatorOfCase,
  onlyPartyToCase,
  type Case,
  type CaseService,
} from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { RoomService } from "../rooms/index.ts";
import type { MediationSession } from "./session.entity.ts";
import { canMeet } from "./session.policy.ts";
import { presentSession } from "./session.presenter.ts";
import type { SessionRepository } from "./session.repository.ts";

export type SessionDeps = {
  rows: SessionRepository;
  cases: CaseService;
  rooms: RoomService;
  journal: Journal;
};

export type At = { theCase: Case; party: Party; session: MediationSession };

/** What every command on a session begins and ends with. */
export class SessionDesk {
  readonly rows: SessionRepository;
  readonly cases: CaseService;
  readonly #deps: SessionDeps;

  constructor(deps: SessionDeps) {
    this.rows = deps.rows;
    this.cases = deps.cases;
    this.#deps = deps;
  }

  /** The case, locked, for a party that is still welcome. */
  async lockCase(tx: Tx, actor: Actor, caseId: string): Promise<{ theCase: Case; party: Party }> {
    const theCase = await this.cases.lock(tx, caseId);
    const party = onlyPartyToCase(actor, theCase);
    await this.#deps.rooms.onlyIfNotRemoved(tx, actor, caseId);
    return { theCase, party };
  }

  /** A session with its case, both locked, the case first. An outsider hears that there is no such session. */
  async lock(tx: Tx, actor: Actor, sessionId: string): Promise<At> {
    const seen = await this.rows.find(tx, sessionId);
    if (!seen) throw noSuchSession();
    const { theCase, party } = await this.lockCase(tx, actor, seen.caseId).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === "not_found" ? noSuchSession() : error;
    });
    const session = await this.rows.lock(tx, sessionId);
    if (!session) throw noSuchSession();
    return { theCase, party, session };
  }

  /** The same for what only the mediator does while people may meet. */
  async lockForMediator(tx: Tx, actor: Actor, sessionId: string): Promise<At> {
    const at = await this.lock(tx, actor, sessionId);
    onlyMediatorOfCase(actor, at.theCase);
    onlyInStages(at.theCase, ROOM_STAGES);
    return at;
  }

  async write(tx: Tx, actor: Actor, caseId: string, draft: EventDraft): Promise<void> {
    await this.#deps.journal.append(tx, caseId, actor, [draft]);
  }

  /** The sessions of a case, for a party. */
  async list(tx: Tx, actor: Actor, caseId: string): Promise<SessionList> {
    const theCase = await this.cases.find(tx, caseId);
    const party = onlyPartyToCase(actor, theCase);
    await this.#deps.rooms.onlyIfNotRemoved(tx, actor, caseId);
    const all = await this.rows.ofCase(tx, caseId);
    const open = all.some(({ status }) => status !== "ended" && status !== "cancelled");
    const mayOffer = party === "mediator" && !open && canMeet(theCase);
    return {
      items: await this.#present(tx, { theCase, party }, all),
      now: tx.now.toISOString(),
      abilities: mayOffer ? ["offer"] : [],
      next: null,
    };
  }

  async view(tx: Tx, { theCase, party, session }: At): Promise<SessionView> {
    const [view] = await this.#present(tx, { theCase, party }, [session]);
    if (!view) throw new Error("one session was presented");
    return view;
  }

  async #present(
    tx: Tx,
    { theCase, party }: { theCase: Case; party: Party },
    sessions: readonly MediationSession[],
  ): Promise<SessionView[]> {
    const ids = sessions.map(({ id }) => id);
    const ticks =
      party === "mediator" ? await this.rows.ticks(tx, ids) : await this.rows.ticksOf(tx, ids, party);
    const stays = await this.rows.stays(tx, ids);
    return sessions.map((session) => presentSession(session, { party, theCase, now: tx.now, ticks, stays }));
  }
}

/** The status after a command, or the lifecycle's refusal. */
export function decided(session: MediationSession, command: SessionCommand): SessionStatus {
  const to = decideSession(session.status, command);
  if (to === null)
    throw new Refusal("session_forbids", `not possible while the session is ${session.status}`);
  return to;
}

export function onlyVersion(session: MediationSession, version: number): void {
  if (session.version !== version) {
    throw new Refusal("version_conflict", "the session was changed meanwhile; look at it again");
  }
}

function noSuchSession(): Refusal {
  return new Refusal("not_found", "no such session");
}
