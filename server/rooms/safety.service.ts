import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { ROOM_STAGES } from "../../shared/cases/lifecycle.ts";
import { isSide } from "../../shared/rooms/caucus.ts";
import {
  MAY_BE_MUTED,
  MUTE_TRANSITIONS,
  REQUEST_COMMANDERS,
  REQUEST_TRANSITIONS,
  type RequestCommand,
  type RequestKind,
} from "../../shared/rooms/safety.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { CaucusService } from "./caucus.service.ts";
import type { Done } from "./passing.service.ts";
import type { RequestRow, SafetyRepository } from "./safety.repository.ts";
import { lockMediatorOf, lockSideOf, type SeatDeps } from "./seatOf.ts";
import { noteOf } from "./text.ts";

const MAX_NOTE = 500;

/** Stops the clocks of a case; the domain of cases does it. */
export type Pausing = { pause(tx: Tx, actor: Actor, caseId: string, days: number | null): Promise<void> };

/** What a side can ask of the mediator at any moment, and whom the mediator lets speak. */
export class SafetyService {
  readonly #deps: SeatDeps & {
    journal: Journal;
    safety: SafetyRepository;
    caucuses: CaucusService;
    pausing: Pausing;
  };

  constructor(
    deps: SeatDeps & {
      journal: Journal;
      safety: SafetyRepository;
      caucuses: CaucusService;
      pausing: Pausing;
    },
  ) {
    this.#deps = deps;
  }

  /** Between this side and the mediator: that somebody cannot go on is nobody else's business. */
  async ask(
    tx: Tx,
    actor: Actor,
    input: { caseId: string; kind: RequestKind; note?: string | null },
  ): Promise<{ n: number; result: { id: string } }> {
    const { caseId, kind } = input;
    const { seat, side: party } = await lockSideOf(this.#deps, tx, actor, caseId);
    if (!ROOM_STAGES.includes(seat.stage))
      throw new Refusal("stage_forbids", "the mediation is not going on");
    if (kind === "pause" && seat.pausedAt !== null) throw new Refusal("case_paused", "the case is paused");
    const note = noteOf(input.note, "/note", MAX_NOTE);
    const requestId = uuid();
    if (!(await this.#deps.safety.insertRequest(tx, { id: requestId, caseId, kind, party }))) {
      throw new Refusal("already_done", "your side has asked for this already");
    }
    const draft = { type: "request.made" as const, payload: { requestId, kind, party, note } };
    const [event] = await this.#deps.journal.append(tx, caseId, actor, [draft]);
    return { n: event?.n[party] ?? 0, result: { id: requestId } };
  }

  /** Granting does what was asked for: the case is paused, or the mediator is with that side alone. */
  async answer(
    tx: Tx,
    actor: Actor,
    input: { caseId: string; requestId: string; granted: boolean },
  ): Promise<Done> {
    const { caseId, requestId, granted } = input;
    const { seat } = await lockMediatorOf(this.#deps, tx, actor, caseId);
    const { kind, party } = await this.#move(tx, input, granted ? "grant" : "decline", "mediator");
    const payload = { requestId, kind, party, granted };
    const [event] = await this.#deps.journal.append(tx, caseId, actor, [
      { type: "request.answered", payload },
    ]);
    if (granted && kind === "pause" && seat.pausedAt === null) {
      await this.#deps.pausing.pause(tx, actor, caseId, null);
    }
    if (granted && kind === "mediator_alone") await this.#deps.caucuses.beWith(tx, actor, caseId, party);
    return { n: event?.n.mediator ?? 0, result: null };
  }

  async withdraw(tx: Tx, actor: Actor, input: { caseId: string; requestId: string }): Promise<Done> {
    const { side } = await lockSideOf(this.#deps, tx, actor, input.caseId);
    const { kind, party } = await this.#move(tx, input, "withdraw", side);
    const payload = { requestId: input.requestId, kind, party };
    const [event] = await this.#deps.journal.append(tx, input.caseId, actor, [
      { type: "request.withdrawn", payload },
    ]);
    return { n: event?.n[side] ?? 0, result: null };
  }

  /** Nothing this person says is taken until the mediator lets them speak again; they may still ask and report. */
  async mute(
    tx: Tx,
    actor: Actor,
    input: { caseId: string; memberId: string; reason?: string | null },
  ): Promise<Done> {
    const reason = noteOf(input.reason, "/reason", MAX_NOTE);
    return await this.#silence(tx, actor, input, "mute", (member) => ({
      type: "member.muted",
      payload: { ...member, reason },
    }));
  }

  async unmute(tx: Tx, actor: Actor, input: { caseId: string; memberId: string }): Promise<Done> {
    return await this.#silence(tx, actor, input, "unmute", (payload) => ({
      type: "member.unmuted",
      payload,
    }));
  }

  async #silence(
    tx: Tx,
    actor: Actor,
    { caseId, memberId }: { caseId: string; memberId: string },
    command: "mute" | "unmute",
    draft: (member: { memberId: string; party: "borrower" | "platform"; name: string }) => EventDraft,
  ): Promise<Done> {
    await lockMediatorOf(this.#deps, tx, actor, caseId);
    const member = await this.#deps.rows.member(tx, caseId, memberId);
    if (!member) throw new Refusal("not_found", "no such member");
    const { party, name, mutedAt } = member;
    if (!isSide(party) || !MAY_BE_MUTED[party]) throw new Refusal("forbidden", "a mediator is not muted");
    const next = MUTE_TRANSITIONS[mutedAt === null ? "speaking" : "muted"][command];
    if (next === null) throw new Refusal("already_done", "nothing would change");
    await this.#deps.safety.mute(tx, memberId, next === "muted" ? tx.now : null);
    const [event] = await this.#deps.journal.append(tx, caseId, actor, [draft({ memberId, party, name })]);
    return { n: event?.n.mediator ?? 0, result: null };
  }

  async #move(
    tx: Tx,
    { caseId, requestId }: { caseId: string; requestId: string },
    command: RequestCommand,
    by: "mediator" | "borrower" | "platform",
  ): Promise<RequestRow> {
    const row = await this.#deps.safety.request(tx, caseId, requestId);
    const isTheirs = REQUEST_COMMANDERS[command] === "mediator" ? by === "mediator" : row?.party === by;
    if (!row || !isTheirs) throw new Refusal("not_found", "no such request");
    const next = REQUEST_TRANSITIONS[row.state][command];
    if (next === null) throw new Refusal("already_done", `this request is ${row.state}`);
    await this.#deps.safety.moveRequest(tx, requestId, next);
    return row;
  }
}
