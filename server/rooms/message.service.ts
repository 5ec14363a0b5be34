import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Channel, EventDraft, JournalEvent } from "../../shared/journal/events.ts";
import { whyNotPost } from "../../shared/rooms/channels.ts";
import { cleanMessageText, type TextFault } from "../../shared/rooms/messageText.ts";
import { asParty, onlyPartyToCase, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import { groundRulesFirst, mustAcceptFirst } from "./groundRules.ts";
import { notAMember, personOf } from "./room.policy.ts";
import type { LockedSeat, RoomRepository, SeatRow } from "./room.repository.ts";

export type Said = { caseId: string; channel: Channel; text: string };
export type Posted = { n: number; result: { id: string; n: number } };

/** What is said in a room. */
export class MessageService {
  readonly #rows: RoomRepository;
  readonly #cases: CaseService;
  readonly #journal: Journal;

  constructor(rows: RoomRepository, deps: { cases: CaseService; journal: Journal }) {
    this.#rows = rows;
    this.#cases = deps.cases;
    this.#journal = deps.journal;
  }

  async post(tx: Tx, actor: Actor, input: Said): Promise<Posted> {
    const { seat, head } = await this.#lockSeat(tx, actor, input.caseId);
    const draft = draftOf(seat, input);
    const [event] = await this.#journal.append(tx, input.caseId, actor, [draft], head);
    return postedAs(event, seat);
  }

  /**
   * Write at once what many people said. Null for whoever has to be heard alone: who may not speak, and who sits in a
   * case that is busy.
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

  async #lockSeat(tx: Tx, actor: Actor, caseId: string): Promise<LockedSeat> {
    const locked = await this.#rows.lockSeat(tx, caseId, personOf(actor));
    if (locked && asParty(actor, locked.seat) === locked.seat.party) return locked;
    onlyPartyToCase(actor, await this.#cases.find(tx, caseId));
    throw notAMember();
  }
}

function entryOf({ seat, head }: LockedSeat, said: Said & { actor: Actor }) {
  const { actor, caseId } = said;
  if (asParty(actor, seat) !== seat.party) return null;
  try {
    return { caseId, actor, draft: draftOf(seat, said), head, seat };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The event that records what was said, or a refusal. */
function draftOf(seat: SeatRow, { channel, text }: Said): EventDraft {
  const obstacle = whyNotPost(seat.party, channel, { stage: seat.stage, paused: seat.pausedAt !== null });
  if (obstacle) throw new Refusal(obstacle, OBSTACLES[obstacle]);
  if (mustAcceptFirst(seat.groundRules, seat.stage)) throw groundRulesFirst();
  return { type: "message.posted", payload: { channel, text: textOf(text), memberId: seat.memberId } };
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

const OBSTACLES = {
  forbidden: "this channel is not yours",
  stage_forbids: "nothing is said in this case any more, or not yet",
  case_paused: "the case is paused",
};

const FAULTS: Record<TextFault, string> = {
  empty: "there is nothing to read in it",
  too_long: "at most 4000 characters",
  broken_character: "it contains half a character",
  control_character: "it contains control characters",
  direction_override: "it contains characters that change the direction of reading",
};

function textOf(raw: string): string {
  const cleaned = cleanMessageText(raw);
  if (cleaned.ok) return cleaned.text;
  const { fault } = cleaned;
  throw new Refusal("validation_failed", `the text cannot be taken: ${FAULTS[fault]}`, {
    errors: [{ pointer: "/text", code: fault, detail: FAULTS[fault] }],
  });
}
