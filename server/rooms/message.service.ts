import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Channel, EventDraft, JournalEvent } from "../../shared/journal/events.ts";
import { whyNotPost } from "../../shared/rooms/channels.ts";
import type { Attachment } from "../../shared/rooms/attachment.ts";
import { mayRelease } from "../../shared/rooms/passing.ts";
import { whyNotShow } from "../../shared/rooms/showing.ts";
import type { Disclosure, Party } from "../../shared/journal/audience.ts";
import { asParty, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import { groundRulesFirst, mustAcceptFirst } from "./groundRules.ts";
import { personOf } from "./room.policy.ts";
import type { LockedSeat, RoomRepository, SeatRow } from "./room.repository.ts";
import { lockSeatOf, OBSTACLES } from "./seatOf.ts";
import { textOf } from "./text.ts";

export type Said = {
  caseId: string;
  channel: Channel;
  text: string;
  /** Said in a caucus: the mediator may carry it over. */
  mayPassOn?: boolean;
  /** A document of the case that is shown with it. */
  exhibitId?: string;
};
export type Posted = { n: number; result: { id: string; n: number } };

/** A document as the room needs to know it. */
export type Showable = Attachment & {
  party: Party;
  audience: readonly Party[];
  disclosure: Disclosure;
  withdrawn: boolean;
};
/** The documents of a case; null for what this person may not read. */
export type Showing = {
  find(tx: Tx, actor: Actor, caseId: string, exhibitId: string): Promise<Showable | null>;
};

/** What is said in a room. */
export class MessageService {
  readonly #rows: RoomRepository;
  readonly #cases: CaseService;
  readonly #journal: Journal;
  readonly #documents: Showing;

  constructor(rows: RoomRepository, deps: { cases: CaseService; journal: Journal; documents: Showing }) {
    this.#rows = rows;
    this.#cases = deps.cases;
    this.#journal = deps.journal;
    this.#documents = deps.documents;
  }

  async post(tx: Tx, actor: Actor, input: Said): Promise<Posted> {
    const { seat, head } = await lockSeatOf(
      { rows: this.#rows, cases: this.#cases },
      tx,
      actor,
      input.caseId,
    );
    const draft = draftOf(seat, input, await this.#attachment(tx, actor, seat, input));
    const [event] = await this.#journal.append(tx, input.caseId, actor, [draft], head);
    return postedAs(event, seat);
  }

  /**
   * Write at once what many people said. Null for whoever has to be heard alone: who may not speak, who shows a
   * document, and who sits in a case that is busy.
   */
  async postTogether(tx: Tx, inputs: readonly (Said & { actor: Actor })[]): Promise<(Posted | null)[]> {
    const people = [...new Set(inputs.map(({ actor }) => personOf(actor)))];
    const cases = [...new Set(inputs.map(({ caseId }) => caseId))];
    const seats = new Map(
      (await this.#rows.lockSeatsNowFree(tx, cases, people)).map((locked) => [
        placeOf(locked.seat.id, locked.personId),
        locked,
      ]),
    );
    const accepted = inputs.map((input) => {
      const locked = seats.get(placeOf(input.caseId, personOf(input.actor)));
      return locked ? entryOf(locked, input) : null;
    });
    const events = await this.#journal.appendTogether(
      tx,
      accepted.filter((entry) => entry !== null),
    );
    const written = events.values();
    return accepted.map((entry) => entry && postedAs(written.next().value, entry.seat));
  }

  /** What is shown with a message, as its card says it: copied here, so that a card needs nothing else to be read. */
  async #attachment(tx: Tx, actor: Actor, seat: SeatRow, said: Said): Promise<Attachment | null> {
    if (said.exhibitId === undefined) return null;
    const found = await this.#documents.find(tx, actor, said.caseId, said.exhibitId);
    if (!found) throw new Refusal("not_found", "no such document");
    const { party, audience, withdrawn, ...attachment } = found;
    const { disclosure } = attachment;
    const problem = whyNotShow(said.channel, { audience, disclosure, withdrawn, own: party === seat.party });
    if (problem === null) return attachment;
    throw new Refusal("unprocessable", "this document cannot be shown here", {
      errors: [{ pointer: "/exhibitId", code: problem, detail: problem.replaceAll("_", " ") }],
    });
  }
}

function entryOf({ seat, head }: LockedSeat, said: Said & { actor: Actor }) {
  const { actor, caseId } = said;
  if (asParty(actor, seat) !== seat.party || said.exhibitId !== undefined) return null;
  try {
    return { caseId, actor, draft: draftOf(seat, said, null), head, seat };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The event that records what was said, or a refusal. */
function draftOf(seat: SeatRow, said: Said, attachment: Attachment | null): EventDraft {
  const { channel } = said;
  const { party, stage, memberId } = seat;
  const state = { stage, paused: seat.pausedAt !== null, muted: seat.mutedAt !== null };
  const obstacle = whyNotPost(party, channel, state);
  if (obstacle) throw new Refusal(obstacle, OBSTACLES[obstacle]);
  if (mustAcceptFirst(seat.groundRules, seat.stage)) throw groundRulesFirst();
  if (mustAcceptFirst(seat.groundRules, stage)) throw groundRulesFirst();
  // A document may be shown without a word.
  const text = attachment && said.text.trim() === "" ? "" : textOf(said.text);
  const mayPassOn = said.mayPassOn === true;
  if (mayPassOn && !mayRelease(party, { by: party, channel, text })) {
    throw new Refusal("unprocessable", "only what a side says in its own caucus can be passed on", {
      errors: [{ pointer: "/mayPassOn", code: "any.only", detail: "not from this channel" }],
    });
  }
  return {
    type: "message.posted",
    payload: {
      channel,
      text,
      memberId,
      ...(mayPassOn ? { mayPassOn } : {}),
      ...(attachment ? { attachment } : {}),
    },
  };
}

function postedAs(event: JournalEvent | undefined, { party }: SeatRow): Posted {
  const n = event?.n[party];
  // Whoever may write in a channel may read it, so the event has a number for them.
  if (!event || typeof n !== "number") throw new Error("a message has no place in its writer's stream");
  return { n, result: { id: event.id, n } };
}

function placeOf(caseId: string, personId: string): string {
  return `${caseId} ${personId}`;
}
