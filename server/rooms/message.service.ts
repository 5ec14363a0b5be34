import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Channel } from "../../shared/journal/events.ts";
import { whyNotPost } from "../../shared/rooms/channels.ts";
import { cleanMessageText, type TextFault } from "../../shared/rooms/messageText.ts";
import { asParty, onlyPartyToCase, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal, JournalHead } from "../journal/index.ts";
import { notAMember, personOf } from "./room.policy.ts";
import type { RoomRepository, SeatRow } from "./room.repository.ts";

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

  async post(
    tx: Tx,
    actor: Actor,
    input: { caseId: string; channel: Channel; text: string },
  ): Promise<{ n: number; result: { id: string; n: number } }> {
    const { caseId, channel } = input;
    const { seat, head } = await this.#lockSeat(tx, actor, caseId);
    const obstacle = whyNotPost(seat.party, channel, { stage: seat.stage, paused: seat.pausedAt !== null });
    if (obstacle) throw new Refusal(obstacle, OBSTACLES[obstacle]);
    const payload = { channel, text: textOf(input.text), memberId: seat.memberId };
    const [event] = await this.#journal.append(
      tx,
      caseId,
      actor,
      [{ type: "message.posted", payload }],
      head,
    );
    const n = event?.n[seat.party];
    // Whoever may write in a channel may read it, so the event has a number for them.
    if (!event || typeof n !== "number") throw new Error("a message has no place in its writer's stream");
    return { n, result: { id: event.id, n } };
  }

  async #lockSeat(tx: Tx, actor: Actor, caseId: string): Promise<{ seat: SeatRow; head: JournalHead }> {
    const locked = await this.#rows.lockSeat(tx, caseId, personOf(actor));
    if (locked && asParty(actor, locked.seat) === locked.seat.party) return locked;
    onlyPartyToCase(actor, await this.#cases.find(tx, caseId));
    throw notAMember();
  }
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
