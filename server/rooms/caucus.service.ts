import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { CAUCUS_TRANSITIONS, type CaucusCommand, type CaucusSide } from "../../shared/rooms/caucus.ts";
import { CAUCUS_CHANNEL } from "../../shared/rooms/passing.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { Done } from "./passing.service.ts";
import type { OpenCaucus, SafetyRepository } from "./safety.repository.ts";
import { lockMediatorOf, onlyWhileTalking, type SeatDeps } from "./seatOf.ts";

export type NewCaucus = { caseId: string; side: CaucusSide; announced: boolean };

/**
 * The mediator speaks with one side alone. One that is not announced touches no row, number or frame that the other
 * side could see: its events name that side and the mediator, and nothing else moves.
 */
export class CaucusService {
  readonly #deps: SeatDeps & { journal: Journal; safety: SafetyRepository };

  constructor(deps: SeatDeps & { journal: Journal; safety: SafetyRepository }) {
    this.#deps = deps;
  }

  async begin(tx: Tx, actor: Actor, { caseId, side, announced }: NewCaucus): Promise<Done> {
    const { seat, mediatorId } = await lockMediatorOf(this.#deps, tx, actor, caseId);
    onlyWhileTalking(seat, CAUCUS_CHANNEL[side]);
    decide(await this.#deps.safety.openCaucus(tx, caseId), "begin");
    const caucus = { id: uuid(), side, announced };
    await this.#deps.safety.insertCaucus(tx, { ...caucus, caseId, begunBy: mediatorId });
    return await this.#record(tx, actor, caseId, "caucus.begun", caucus);
  }

  /** Also after the case has been paused or has ended: nobody stays apart for ever. */
  async end(tx: Tx, actor: Actor, caseId: string): Promise<Done> {
    await lockMediatorOf(this.#deps, tx, actor, caseId);
    const open = await this.#deps.safety.openCaucus(tx, caseId);
    decide(open, "end");
    if (!open) throw new Error("the table ends only what is open");
    await this.#deps.safety.endCaucus(tx, open.id);
    return await this.#record(tx, actor, caseId, "caucus.ended", open);
  }

  /** Be with this side alone: as things are, or by beginning to, without announcing it. */
  async beWith(tx: Tx, actor: Actor, caseId: string, side: CaucusSide): Promise<void> {
    const open = await this.#deps.safety.openCaucus(tx, caseId);
    if (open?.side !== side) await this.begin(tx, actor, { caseId, side, announced: false });
  }

  async #record(
    tx: Tx,
    actor: Actor,
    caseId: string,
    type: "caucus.begun" | "caucus.ended",
    { id: caucusId, side, announced }: OpenCaucus,
  ): Promise<Done> {
    const payload = { caucusId, side, announced };
    const [event] = await this.#deps.journal.append(tx, caseId, actor, [{ type, payload }]);
    return { n: event?.n.mediator ?? 0, result: null };
  }
}

function decide(open: OpenCaucus | null, command: CaucusCommand): void {
  if (CAUCUS_TRANSITIONS[open ? "apart" : "together"][command] !== null) return;
  if (open) throw new Refusal("caucus_open", "you are with one side alone already");
  throw new Refusal("already_done", "you are with nobody alone");
}
