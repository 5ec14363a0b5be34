import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { mayRead } from "../../shared/journal/audience.ts";
import type { Channel, JournalEvent } from "../../shared/journal/events.ts";
import {
  CARRIED_TO,
  mayRelease,
  PASSING_TRANSITIONS,
  RELEASED_BY,
  type PassingCommand,
} from "../../shared/rooms/passing.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { SeatRow } from "./room.repository.ts";
import type { SafetyRepository } from "./safety.repository.ts";
import { lockMediatorOf, lockSeatOf, onlyWhileTalking, type SeatDeps } from "./seatOf.ts";

type Named = { caseId: string; messageId: string };
type Posted = Extract<JournalEvent, { type: "message.posted" }>;
export type Done = { n: number; result: null };

/**
 * What leaves a caucus: a statement whose side has said that it may be passed on, word for word, carried by the
 * mediator. The words are copied here from the journal; no client can put others in their place.
 */
export class PassingService {
  readonly #deps: SeatDeps & { journal: Journal; safety: SafetyRepository };

  constructor(deps: SeatDeps & { journal: Journal; safety: SafetyRepository }) {
    this.#deps = deps;
  }

  async release(tx: Tx, actor: Actor, input: Named): Promise<Done> {
    const { seat, message } = await this.#ownStatement(tx, actor, input);
    onlyWhileTalking(seat, message.payload.channel);
    await this.#move(tx, message, "release");
    return await this.#record(tx, actor, seat, message, "message.released");
  }

  /** Possible at any time until it was passed on. */
  async takeBack(tx: Tx, actor: Actor, input: Named): Promise<Done> {
    const { seat, message } = await this.#ownStatement(tx, actor, input);
    await this.#move(tx, message, "take_back");
    return await this.#record(tx, actor, seat, message, "message.releaseTakenBack");
  }

  async passOn(tx: Tx, actor: Actor, input: Named & { channel: Channel }): Promise<Done> {
    const { seat } = await lockMediatorOf(this.#deps, tx, actor, input.caseId);
    const message = await this.#statement(tx, seat, input);
    const { channel: source, text } = message.payload;
    const from = RELEASED_BY[source];
    if (from === null || !CARRIED_TO[source].includes(input.channel)) {
      throw new Refusal("unprocessable", "it cannot be passed on from there to here", {
        errors: [{ pointer: "/channel", code: "any.only", detail: CARRIED_TO[source].join(", ") }],
      });
    }
    onlyWhileTalking(seat, input.channel);
    await this.#move(tx, message, "pass_on");
    const events = await this.#deps.journal.append(tx, seat.id, actor, [
      { type: "message.carried", payload: { messageId: message.id, channel: source } },
      { type: "message.passedOn", payload: { channel: input.channel, from, text } },
    ]);
    return { n: events.at(-1)?.n.mediator ?? 0, result: null };
  }

  async #ownStatement(tx: Tx, actor: Actor, input: Named): Promise<{ seat: SeatRow; message: Posted }> {
    const { seat } = await lockSeatOf(this.#deps, tx, actor, input.caseId);
    const message = await this.#statement(tx, seat, input);
    const { channel, text } = message.payload;
    const own = message.actor.party === seat.party;
    if (!own || !mayRelease(seat.party, { by: seat.party, channel, text })) {
      throw new Refusal("forbidden", "only a side can let its own words out of its caucus");
    }
    return { seat, message };
  }

  /** A message that this person may read; others do not exist for them. */
  async #statement(tx: Tx, seat: SeatRow, { caseId, messageId }: Named): Promise<Posted> {
    const event = await this.#deps.journal.find(tx, caseId, messageId);
    if (event?.type !== "message.posted" || !mayRead(seat.party, event)) {
      throw new Refusal("not_found", "no such message");
    }
    return event;
  }

  async #move(tx: Tx, message: Posted, command: PassingCommand): Promise<void> {
    const { safety } = this.#deps;
    // What was marked when it was written has no row of its own until it moves on.
    const posted = message.payload.mayPassOn === true ? "released" : "kept";
    const state = (await safety.passingState(tx, message.id)) ?? posted;
    const next = PASSING_TRANSITIONS[state][command];
    if (next === null) throw new Refusal("already_done", `this statement is ${state}`);
    await safety.keepPassing(tx, { messageId: message.id, caseId: message.caseId, state: next });
  }

  async #record(
    tx: Tx,
    actor: Actor,
    seat: SeatRow,
    message: Posted,
    type: "message.released" | "message.releaseTakenBack",
  ): Promise<Done> {
    const payload = { messageId: message.id, channel: message.payload.channel };
    const [event] = await this.#deps.journal.append(tx, seat.id, actor, [{ type, payload }]);
    return { n: event?.n[seat.party] ?? 0, result: null };
  }
}
