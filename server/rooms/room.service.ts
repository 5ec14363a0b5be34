import { v7 as uuid } from "uuid";
import type { EventPage, RoomPerson, RoomView, RoomViewer } from "../../shared/api/messages.ts";
import { EVENT_PAGE } from "../../shared/api/messages.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { ROOM_STAGES } from "../../shared/cases/lifecycle.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { Channel } from "../../shared/journal/events.ts";
import { channelsOf } from "../../shared/rooms/channels.ts";
import { decideEntry } from "../../shared/rooms/membership.ts";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { onlyMediatorOfCase, onlyPartyToCase, type Case, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { Connection } from "../realtime/index.ts";
import { acceptGroundRules, mustAcceptFirst } from "./groundRules.ts";
import { CaseMember } from "./member.entity.ts";
import { channelsOpenTo, notAMember, onlyIfNotRemoved, personOf, roomAbilities } from "./room.policy.ts";
import { presentPage, presentPeople } from "./room.presenter.ts";
import type { RoomRepository } from "./room.repository.ts";
import type { Seats } from "./seats.ts";

export type JoinResult = EventPage & {
  viewer: RoomViewer;
  people: RoomPerson[];
  channels: Channel[];
  canPost: Channel[];
  lastN: number;
};

export type RoomDeps = {
  cases: CaseService;
  journal: Journal;
  seats: Seats;
  /** The members who are in the room now, on whichever process. */
  online: (caseId: string) => ReadonlySet<string>;
  /** Tell the room who belongs to it now. */
  announce: (caseId: string) => void;
};

type MemberNow = {
  memberId: string;
  party: Party;
  stage: Case["stage"];
  paused: boolean;
  muted: boolean;
};

type Entered = { theCase: Case; member: CaseMember; seq: number };

/** Who belongs to the room of a case, and what they find there. */
export class RoomService {
  readonly #rows: RoomRepository;
  readonly #cases: CaseService;
  readonly #journal: Journal;
  readonly #seats: Seats;
  readonly #online: RoomDeps["online"];
  readonly #announce: RoomDeps["announce"];

  constructor(rows: RoomRepository, deps: RoomDeps) {
    this.#rows = rows;
    this.#cases = deps.cases;
    this.#journal = deps.journal;
    this.#seats = deps.seats;
    this.#online = deps.online;
    this.#announce = deps.announce;
  }

  /** The room as a party finds it, joined or not. */
  async view(tx: Tx, actor: Actor, caseId: string): Promise<RoomView> {
    const theCase = await this.#cases.find(tx, caseId);
    const party = onlyPartyToCase(actor, theCase);
    const membership = await this.#rows.membership(tx, caseId, personOf(actor));
    onlyIfNotRemoved(membership);
    const members = await this.#rows.members(tx, caseId);
    const own = ownAmong(actor, members);
    const state = { ...stateOf(theCase), muted: own?.mutedAt instanceof Date };
    return {
      caseId,
      number: theCase.number,
      stage: theCase.stage,
      viewer: { party, memberId: own?.id ?? null, name: own?.name ?? actor.name },
      people: presentPeople(members, this.#online(caseId)),
      channels: channelsOf(party),
      canPost: channelsOpenTo(party, membership, state),
      lastN: (await this.#journal.lastN(tx, caseId))[party],
      abilities: roomAbilities(party, membership, state),
      groundRules: {
        version: GROUND_RULES,
        mustAccept:
          ROOM_STAGES.includes(theCase.stage) &&
          !(await this.#rows.hasAccepted(tx, caseId, personOf(actor), GROUND_RULES)),
      },
    };
  }

  /** Everybody who belongs to a room now. */
  async members(tx: Tx, caseId: string): Promise<{ memberId: string; party: Party; name: string }[]> {
    const members = await this.#rows.members(tx, caseId);
    return members.map(({ id, party, name }) => ({ memberId: id, party, name }));
  }

  /** Who somebody is in a room they are a member of, and how its case stands. */
  async memberOf(tx: Tx, actor: Actor, caseId: string): Promise<MemberNow> {
    const theCase = await this.#cases.find(tx, caseId);
    const party = onlyPartyToCase(actor, theCase);
    const member = await this.#rows.openMember(tx, caseId, personOf(actor));
    if (member?.party !== party) throw notAMember();
    return { memberId: member.id, party, muted: member.mutedAt !== null, ...stateOf(theCase) };
  }

  /** A page of a member's own stream. */
  async events(tx: Tx, actor: Actor, caseId: string, since: number, limit = EVENT_PAGE): Promise<EventPage> {
    const { party } = await this.memberOf(tx, actor, caseId);
    return presentPage(await this.#journal.stream(tx, caseId, party, since, limit + 1), party, limit);
  }

  /**
   * Enter the room, becoming a member first where that is needed. The line gets its seat while the journal is held:
   * a removal under way is waited for, and one that comes later finds the line seated and takes it out. Nobody gets
   * past the ground rules: who has not accepted them says so with `groundRules`, the version they have read.
   */
  async join(
    tx: Tx,
    actor: Actor,
    input: { caseId: string; since: number; groundRules?: string | undefined; connection?: Connection },
  ): Promise<JoinResult> {
    const { caseId, since, connection } = input;
    const { theCase, member, seq } = await this.#enter(tx, actor, caseId, input.groundRules ?? null);
    if (connection) this.#seats.take({ connection, caseId, memberId: member.id, party: member.party }, seq);
    const { party } = member;
    const members = await this.#rows.members(tx, caseId);
    return {
      viewer: { party, memberId: member.id, name: member.name },
      people: presentPeople(members, this.#online(caseId)),
      channels: channelsOf(party),
      canPost: channelsOpenTo(party, "member", { ...stateOf(theCase), muted: member.mutedAt !== null }),
      lastN: (await this.#journal.lastN(tx, caseId))[party],
      ...presentPage(await this.#journal.stream(tx, caseId, party, since, EVENT_PAGE + 1), party),
    };
  }

  /** `seq` is the end of the journal before anything this adds to it. */
  async #enter(tx: Tx, actor: Actor, caseId: string, groundRules: string | null): Promise<Entered> {
    const seen = await this.#cases.find(tx, caseId);
    const party = onlyPartyToCase(actor, seen);
    const person = personOf(actor);
    const before = await this.#rows.openMember(tx, caseId, person);
    if (before && !mustAcceptFirst(before.groundRules, seen.stage)) {
      const { seq } = await this.#journal.share(tx, caseId);
      // Again, now that no removal can be under way.
      const member = await this.#rows.openMember(tx, caseId, person);
      if (member?.party !== party) throw notAMember();
      return { theCase: seen, member, seq };
    }
    const theCase = await this.#cases.lock(tx, caseId);
    onlyPartyToCase(actor, theCase);
    const entry = decideEntry(await this.#rows.membership(tx, caseId, person), theCase.stage);
    if (entry === "not_a_member") throw notAMember();
    if (entry === "stage_forbids")
      throw new Refusal(entry, `there is no room while the case is ${seen.stage}`);
    // Another of this person's lines may have been quicker.
    const member = await this.#rows.openMember(tx, caseId, person);
    const { seq } = await this.#journal.lock(tx, caseId);
    const entered = member ?? (await this.#becomeMember(tx, actor, theCase, party));
    if (mustAcceptFirst(entered.groundRules, theCase.stage)) {
      const [rows, journal] = [this.#rows, this.#journal];
      await acceptGroundRules(tx, actor, entered, { accepted: groundRules, rows, journal });
    }
    return { theCase, member: entered, seq };
  }

  async #becomeMember(tx: Tx, actor: Actor, theCase: Case, party: Party): Promise<CaseMember> {
    const { id: caseId } = theCase;
    const member = Object.assign(new CaseMember(), {
      id: uuid(),
      caseId,
      party,
      staffId: actor.kind === "staff" ? actor.staffId : null,
      borrowerId: actor.kind === "borrower" && !actor.representative ? actor.borrowerId : null,
      representativeId: actor.kind === "borrower" ? (actor.representative?.id ?? null) : null,
      as: standingOf(actor, theCase),
      name: actor.name,
      groundRules: null,
      joinedAt: tx.now,
      leftAt: null,
      removedAt: null,
      // Going out and coming in again does not end it.
      mutedAt: await this.#rows.mutedBefore(tx, caseId, personOf(actor)),
    });
    await this.#rows.insert(tx, member);
    const payload = { memberId: member.id, party, name: member.name };
    await this.#journal.append(tx, caseId, actor, [{ type: "member.joined", payload }]);
    // Before commit nobody else can see that this person belongs here.
    tx.afterCommit(() => this.#announce(caseId));
    return member;
  }

  /** Leave the room with all of one's lines; one may come back. */
  async leave(tx: Tx, actor: Actor, caseId: string): Promise<{ n: number; result: null }> {
    const theCase = await this.#cases.lock(tx, caseId);
    onlyPartyToCase(actor, theCase);
    const member = await this.#rows.openMember(tx, caseId, personOf(actor));
    if (!member) throw notAMember();
    return await this.#end(tx, actor, member, "left");
  }

  /** The mediator takes somebody out of the room, for good. */
  async remove(
    tx: Tx,
    actor: Actor,
    input: { caseId: string; memberId: string },
  ): Promise<{ n: number; result: null }> {
    const { caseId, memberId } = input;
    const theCase = await this.#cases.lock(tx, caseId);
    const mediator = onlyMediatorOfCase(actor, theCase);
    if (!(await this.#rows.openMember(tx, caseId, mediator.staffId))) throw notAMember();
    const member = await this.#rows.member(tx, caseId, memberId);
    if (!member) throw new Refusal("not_found", "no such member");
    if (member.staffId === mediator.staffId) throw new Refusal("forbidden", "leave the room instead");
    return await this.#end(tx, actor, member, "removed");
  }

  /** The event waits for joins under way; after it the lines go, so nothing committed later can reach them. */
  async #end(tx: Tx, actor: Actor, member: CaseMember, how: "left" | "removed") {
    const { id: memberId, caseId, party, name } = member;
    await this.#rows.end(tx, memberId, how === "left" ? "left_at" : "removed_at");
    const payload = { memberId, party, name };
    const [event] = await this.#journal.append(tx, caseId, actor, [{ type: `member.${how}`, payload }]);
    const confirm = this.#seats.evict(caseId, memberId);
    tx.afterCommit(() => {
      confirm(how === "removed" ? "tell" : "silently");
      this.#announce(caseId);
    });
    // Whoever leaves is the one who is told; a removal is told to the mediator.
    return { n: event?.n[how === "left" ? party : "mediator"] ?? 0, result: null };
  }

  /** Somebody has ceased to belong to the case: out of the room at once; `left` may come back. The case is locked. */
  async shutOut(
    tx: Tx,
    actor: Actor,
    { caseId, personId, how = "removed" }: { caseId: string; personId: string; how?: "left" | "removed" },
  ): Promise<void> {
    const member = await this.#rows.openMember(tx, caseId, personId);
    if (member) await this.#end(tx, actor, member, how);
    // A line they opened elsewhere may still be up for a moment; whatever it sends finds that they are out.
    else if (how === "removed") await this.#rows.bar(tx, caseId, personId);
  }

  /** Refuse somebody whom the mediator took out of the room; for what parties do outside of it. */
  async onlyIfNotRemoved(tx: Tx, actor: Actor, caseId: string): Promise<void> {
    onlyIfNotRemoved(await this.#rows.membership(tx, caseId, personOf(actor)));
  }
}

function stateOf(theCase: Case): { stage: Case["stage"]; paused: boolean } {
  return { stage: theCase.stage, paused: theCase.pausedAt !== null };
}

/** What is shown beside a name where the person is not the party itself. */
function standingOf(actor: Actor, { coMediatorIds }: Case): CaseMember["as"] {
  if (actor.kind === "borrower") return actor.representative ? "representative" : null;
  return actor.kind === "staff" && coMediatorIds.includes(actor.staffId) ? "co_mediator" : null;
}

function ownAmong(actor: Actor, members: readonly CaseMember[]): CaseMember | undefined {
  const person = personOf(actor);
  return members.find(({ staffId, borrowerId, representativeId }) =>
    [staffId, borrowerId, representativeId].includes(person),
  );
}
