import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { OfferSide } from "../../shared/offers/offerView.ts";
import { decideAnswer, decideLeave, type ProposalAnswer } from "../../shared/proposals/answers.ts";
import type { ProposalView } from "../../shared/proposals/proposalView.ts";
import { onlyInStages } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { isApprover, needsApproval } from "../offers/index.ts";
import { personOf } from "../rooms/index.ts";
import { ProposalAnswerRow } from "./proposal.entity.ts";
import { onlyAnsweringSide } from "./proposal.policy.ts";
import { decided, type At, type ProposalDesk } from "./proposalDesk.ts";

/**
 * What each side says under seal. Nothing here touches the proposal or the case, and every event goes to the side
 * that acted and to nobody else: neither rows nor numbers of anybody else's move.
 */
export class SealedAnswers {
  readonly #desk: ProposalDesk;

  constructor(desk: ProposalDesk) {
    this.#desk = desk;
  }

  /** This person has read what a yes and the end of a round may tell. */
  async acknowledge(
    tx: Tx,
    actor: Actor,
    input: { proposalId: string; warning: string },
  ): Promise<ProposalView> {
    const { at, side } = await this.#lockOpen(tx, actor, input.proposalId);
    const { id: proposalId, caseId, warning } = at.proposal;
    if (input.warning !== warning) throw new Refusal("terms_changed", "this is not the warning in force");
    if (await this.#desk.rows.keepWarned(tx, at.proposal, personOf(actor))) {
      const payload = { proposalId, party: side, warning };
      await this.#desk.write(tx, actor, caseId, { type: "proposal.warningRead", payload });
    }
    return await this.#desk.view(tx, actor, at);
  }

  /** Say yes or no; until the deadline it may be changed. An agent's yes beyond the limits waits inside the platform. */
  async answer(
    tx: Tx,
    actor: Actor,
    input: { proposalId: string; answer: ProposalAnswer; termsHash: string },
  ): Promise<ProposalView> {
    const { at, side } = await this.#lockOpen(tx, actor, input.proposalId);
    const { id: proposalId, caseId, number, termsHash, warning } = at.proposal;
    if (input.termsHash !== termsHash) throw new Refusal("terms_changed", "these are not the terms proposed");
    const warned = await this.#desk.rows.warned(tx, [proposalId], personOf(actor));
    if (!warned.has(proposalId)) throw new Refusal("not_read", "read the warning first");
    const needsLeave = needsApproval(actor, side, await this.#desk.breaches(tx, at));
    const said = decideAnswer(input.answer, { needsLeave });
    await this.#desk.rows.keepAnswer(
      tx,
      Object.assign(new ProposalAnswerRow(), {
        proposalId,
        party: side,
        ...said,
        answeredBy: personOf(actor),
        answeredByName: actor.name,
        answeredAt: tx.now,
        leaveBy: isApprover(actor) && said.answer === "yes" ? personOf(actor) : null,
      }),
    );
    const payload = { proposalId, number, party: side, answer: said.answer, leave: said.leave, warning };
    await this.#desk.write(tx, actor, caseId, { type: "proposal.answered", payload });
    return await this.#desk.view(tx, actor, at);
  }

  /** The approver's word on the agent's yes; it never leaves the platform. */
  async answerLeave(
    tx: Tx,
    actor: Actor,
    input: { proposalId: string; approve: boolean },
  ): Promise<ProposalView> {
    const { at, side } = await this.#lockOpen(tx, actor, input.proposalId);
    if (!isApprover(actor)) throw new Refusal("forbidden", "only the platform's approver may do this");
    const { id: proposalId, caseId, number } = at.proposal;
    const [row] = await this.#desk.rows.answersOf(tx, [proposalId], side);
    const said = decideLeave(row ?? null, input.approve);
    if (!row || said === null) throw new Refusal("already_done", "no answer waits for leave");
    await this.#desk.rows.keepAnswer(tx, Object.assign(row, said, { leaveBy: personOf(actor) }));
    const payload = { proposalId, number, given: input.approve };
    await this.#desk.write(tx, actor, caseId, { type: "proposal.leaveAnswered", payload });
    return await this.#desk.view(tx, actor, at);
  }

  async #lockOpen(tx: Tx, actor: Actor, proposalId: string): Promise<{ at: At; side: OfferSide }> {
    const at = await this.#desk.lock(tx, actor, proposalId);
    const side = onlyAnsweringSide(actor, at.theCase);
    onlyInStages(at.theCase, ["negotiating"]);
    decided(at.proposal, "answer", tx.now);
    return { at, side };
  }
}
