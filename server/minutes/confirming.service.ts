import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { isAnsweredByAll, minutesAnswerProblem, type MinutesAnswer } from "../../shared/minutes/lifecycle.ts";
import type { MinutesView } from "../../shared/minutes/minutesView.ts";
import { onlyMediatorOfCase } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { MinutesAnswerRow } from "./minutes.entity.ts";
import { confirming, presentAs } from "./minutes.policy.ts";
import { decided, type MinutesAt, type MinutesDesk } from "./minutesDesk.ts";

/** Minutes are final: they are drawn and sealed by a job of its own. */
export interface FinalListener {
  onFinal(tx: Tx, at: MinutesAt): Promise<void>;
}

/** Those who were there confirm the minutes or say what is wrong with them, each for themselves. */
export class MinutesConfirming {
  readonly #desk: MinutesDesk;
  readonly #listener: FinalListener;

  constructor(deps: { desk: MinutesDesk; listener: FinalListener }) {
    this.#desk = deps.desk;
    this.#listener = deps.listener;
  }

  /** Lay them before everybody. */
  async layOpen(tx: Tx, actor: Actor, minutesId: string): Promise<MinutesView> {
    const at = await this.#desk.lock(tx, actor, minutesId);
    const { theCase, minutes } = at;
    onlyMediatorOfCase(actor, theCase);
    await this.#desk.rows.change(tx, minutes, { status: decided(minutes, "lay_open"), openedAt: tx.now });
    const { number, contentHash } = minutes;
    await this.#desk.write(tx, actor, theCase.id, {
      type: "minutes.laidOpen",
      payload: { minutesId, number, contentHash },
    });
    return await this.#desk.view(tx, actor, at);
  }

  /** Take them back to correct them; what was said of them is over. */
  async recall(tx: Tx, actor: Actor, minutesId: string): Promise<MinutesView> {
    const at = await this.#desk.lock(tx, actor, minutesId);
    const { theCase, minutes } = at;
    onlyMediatorOfCase(actor, theCase);
    await this.#desk.rows.change(tx, minutes, { status: decided(minutes, "recall"), openedAt: null });
    await this.#desk.rows.forgetAnswers(tx, minutesId);
    const payload = { minutesId, number: minutes.number };
    await this.#desk.write(tx, actor, theCase.id, { type: "minutes.recalled", payload });
    return await this.#desk.view(tx, actor, at);
  }

  /** The last word of those present makes them final. */
  async answer(
    tx: Tx,
    actor: Actor,
    input: { minutesId: string; answer: MinutesAnswer; remark?: string | null; contentHash: string },
  ): Promise<MinutesView> {
    const at = await this.#desk.lock(tx, actor, input.minutesId);
    const { minutes } = at;
    const person = presentAs(actor, minutes);
    if (person === null) throw new Refusal("forbidden", "only who was there confirms the minutes");
    decided(minutes, "answer");
    if (input.contentHash !== minutes.contentHash) {
      throw new Refusal("terms_changed", "these are not the minutes you were shown; read them again");
    }
    const { answer } = input;
    const remark = answer === "refused" ? input.remark?.trim() || null : null;
    if (minutesAnswerProblem(answer, remark) !== null) {
      throw new Refusal("validation_failed", "say what is wrong", {
        errors: [
          { pointer: "/remark", code: "any.required", detail: "a refusal is printed with its remark" },
        ],
      });
    }
    const { personId, party, name } = person;
    const { id: minutesId, number } = minutes;
    const row = { minutesId, personId, party, name, answer, remark, at: tx.now };
    await this.#desk.rows.keepAnswer(tx, Object.assign(new MinutesAnswerRow(), row));
    await this.#desk.write(tx, actor, minutes.caseId, {
      type: "minutes.answered",
      payload: { minutesId, number, party, answer, remark },
    });
    const answered = await this.#desk.rows.answersOf(tx, [minutesId]);
    const asked = confirming(minutes).map((one) => one.personId);
    if (
      isAnsweredByAll(
        asked,
        answered.map((one) => one.personId),
      )
    ) {
      await this.#finish(tx, actor, at);
    }
    return await this.#desk.view(tx, actor, at);
  }

  /** Without waiting any longer; who has said nothing is printed as such. */
  async finish(tx: Tx, actor: Actor, minutesId: string): Promise<MinutesView> {
    const at = await this.#desk.lock(tx, actor, minutesId);
    onlyMediatorOfCase(actor, at.theCase);
    await this.#finish(tx, actor, at);
    return await this.#desk.view(tx, actor, at);
  }

  async #finish(tx: Tx, actor: Actor, at: MinutesAt): Promise<void> {
    const { minutes } = at;
    await this.#desk.rows.change(tx, minutes, { status: decided(minutes, "finish"), finishedAt: tx.now });
    const { id: minutesId, number } = minutes;
    await this.#desk.write(tx, actor, minutes.caseId, {
      type: "minutes.finished",
      payload: { minutesId, number },
    });
    await this.#listener.onFinal(tx, at);
  }
}
