import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import { ACCEPTANCE_TRANSITIONS, type AcceptanceCommand } from "../../shared/offers/lifecycle.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import { onlyInStages, type Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { CurrentStatement } from "../debts/index.ts";
import { personOf } from "../rooms/index.ts";
import { Offer } from "./offer.entity.ts";
import { isApprover, needsApproval, onlyBargainingParty, onlyOtherSide } from "./offer.policy.ts";
import { shownNumber } from "./offer.presenter.ts";
import { putEvent } from "./offer.service.ts";
import { decided, type OfferDesk, type OfferOutcome, type OfferRef } from "./offerDesk.ts";
import { noteOf, onlySoundTerms } from "./offerTerms.ts";

/**
 * What follows from both sides agreeing on the same terms, in the transaction of the acceptance. Whoever implements it
 * may refuse, and then nothing was accepted.
 */
export type OnTermsAccepted = (
  tx: Tx,
  actor: Actor,
  accepted: { theCase: Case; offer: Offer; terms: Terms; statement: CurrentStatement },
) => Promise<unknown>;

/** What both sides said yes to, as its domain keeps it; `approvedBy` is the platform's approver, where one decided. */
type JointYes = {
  theCase: Case;
  statement: CurrentStatement;
  proposed: {
    statementId: string;
    terms: Terms;
    termsHash: string;
    note: string | null;
    draftedBy: string;
    draftedByName: string;
    openedAt: Date | null;
    deadline: Date | null;
  };
  approvedBy: string | null;
  announce: (offer: { id: string; number: number }) => EventDraft;
};

type At = { theCase: Case; party: Party; offer: Offer };

/** Saying yes: to the other side's terms, and inside a platform to what goes beyond its limits. */
export class OfferAcceptance {
  readonly #desk: OfferDesk;
  readonly #onTermsAccepted: OnTermsAccepted;

  constructor(desk: OfferDesk, onTermsAccepted: OnTermsAccepted) {
    this.#desk = desk;
    this.#onTermsAccepted = onTermsAccepted;
  }

  /** Accept; or, for a platform's agent and terms beyond its limits, ask the approver for leave to. */
  async accept(tx: Tx, actor: Actor, input: OfferRef & { termsHash: string }): Promise<OfferOutcome> {
    const at = await this.#desk.lockOffer(tx, actor, input);
    const side = onlyBargainingParty(actor, at.theCase);
    onlyOtherSide(side, at.offer);
    const statement = await this.#onlyAcceptable(tx, at, input.termsHash);
    const breaches = await this.#desk.breaches(tx, at.theCase, statement, at.offer.terms);
    if (!needsApproval(actor, side, breaches)) return await this.#conclude(tx, actor, at, statement);
    await this.#desk.rows.change(tx, at.offer, { acceptanceApproval: leave(at.offer, "request") });
    const payload = { offerId: at.offer.id, number: shownNumber(at.offer), for: "accept" as const };
    const [event] = await this.#desk.write(tx, actor, at.theCase.id, [
      { type: "offer.approvalRequested", payload },
    ]);
    return await this.#desk.outcome(tx, actor, at, at.offer, event);
  }

  /** The approver answers: whether the agent's offer is put, or the other side's accepted. */
  async answer(
    tx: Tx,
    actor: Actor,
    input: OfferRef & { approve: boolean; note?: string | null },
  ): Promise<OfferOutcome> {
    const at = await this.#desk.lockOffer(tx, actor, input);
    if (!isApprover(actor)) throw new Refusal("forbidden", "only the platform's approver may do this");
    onlyInStages(at.theCase, ["negotiating"]);
    const note = noteOf(input.note);
    return at.offer.by === "platform"
      ? await this.#answerPut(tx, actor, at, input.approve, note)
      : await this.#answerAcceptance(tx, actor, at, input.approve, note);
  }

  async #answerPut(
    tx: Tx,
    actor: Actor,
    at: At,
    approved: boolean,
    note: string | null,
  ): Promise<OfferOutcome> {
    const { theCase, offer } = at;
    const status = decided(offer, approved ? "approve" : "refuse", tx.now);
    const statement = await this.#desk.statement(tx, theCase.id);
    const approvedBy = personOf(actor);
    if (approved) {
      await this.#desk.onlyIfNoRound(tx, theCase.id);
      // Days may have passed since it was drawn up, and a date in it with them.
      onlySoundTerms(offer.terms, { statement, payee: await this.#desk.payee(tx, theCase), now: tx.now });
      const number = await this.#desk.rows.nextNumber(tx, theCase.id, "put");
      await this.#desk.rows.change(tx, offer, { status, number, putAt: tx.now, approvedBy });
      await this.#counterStillOpen(tx, offer);
    } else {
      await this.#desk.rows.change(tx, offer, { status, approvedBy });
    }
    const payload = { offerId: offer.id, number: shownNumber(offer), approved, for: "put" as const, note };
    const events = await this.#desk.write(tx, actor, theCase.id, [
      { type: "offer.approvalAnswered", payload },
      ...(approved ? [putEvent(offer, statement, "platform")] : []),
    ]);
    return await this.#desk.outcome(tx, actor, at, offer, events.at(-1));
  }

  async #counterStillOpen(tx: Tx, offer: Offer): Promise<void> {
    const countered = offer.counters === null ? null : await this.#desk.rows.lock(tx, offer.counters);
    if (countered?.status === "open") await this.#desk.markCountered(tx, countered);
  }

  async #answerAcceptance(
    tx: Tx,
    actor: Actor,
    at: At,
    approved: boolean,
    note: string | null,
  ): Promise<OfferOutcome> {
    const { theCase, offer } = at;
    const statement = await this.#onlyAcceptable(tx, at, offer.termsHash);
    const acceptanceApproval = leave(offer, approved ? "approve" : "refuse");
    await this.#desk.rows.change(tx, offer, { acceptanceApproval });
    const payload = { offerId: offer.id, number: shownNumber(offer), approved, for: "accept" as const, note };
    const [event] = await this.#desk.write(tx, actor, theCase.id, [
      { type: "offer.approvalAnswered", payload },
    ]);
    if (approved) return await this.#conclude(tx, actor, at, statement);
    return await this.#desk.outcome(tx, actor, at, offer, event);
  }

  /** Open, not expired, and still exactly what was read: the terms, and the statement they were computed from. */
  async #onlyAcceptable(tx: Tx, { theCase, offer }: At, termsHash: string): Promise<CurrentStatement> {
    onlyInStages(theCase, ["negotiating"]);
    decided(offer, "accept", tx.now);
    const statement = await this.#desk.statement(tx, theCase.id);
    const unchanged =
      offer.termsHash === termsHash &&
      offer.statementId === statement.statement.id &&
      offer.terms.statementHash === statement.statement.hash;
    if (!unchanged) throw new Refusal("terms_changed", "these are not the terms of this offer");
    onlySoundTerms(offer.terms, { statement, payee: await this.#desk.payee(tx, theCase), now: tx.now });
    return statement;
  }

  /**
   * Both sides said yes, under seal, to what the mediator proposed: kept as an accepted offer of the mediator's, and
   * from here on it is what any other accepted offer is. The case is locked by the caller.
   */
  async concludeJointly(tx: Tx, actor: Actor, input: JointYes): Promise<void> {
    const { theCase, statement, proposed, approvedBy, announce } = input;
    for (const other of await this.#desk.rows.lockRunning(tx, theCase.id)) {
      await this.#desk.end(tx, actor, other);
    }
    const offer = Object.assign(new Offer(), {
      id: uuid(),
      caseId: theCase.id,
      number: await this.#desk.rows.nextNumber(tx, theCase.id, "put"),
      by: "mediator" as const,
      counters: null,
      status: "accepted" as const,
      statementId: proposed.statementId,
      terms: proposed.terms,
      termsHash: proposed.termsHash,
      note: proposed.note,
      exhibitId: null,
      putBy: proposed.draftedBy,
      putByName: proposed.draftedByName,
      putAt: proposed.openedAt ?? tx.now,
      expiresAt: proposed.deadline ?? tx.now,
      extendedAt: null,
      breaches: await this.#desk.breaches(tx, theCase, statement, proposed.terms),
      approvedBy,
      acceptanceApproval: null,
      acceptedAt: tx.now,
      createdAt: tx.now,
      version: 1,
    });
    await this.#desk.rows.insert(tx, offer);
    await this.#desk.write(tx, actor, theCase.id, [announce(offer)]);
    await this.#goOn(tx, actor, { theCase, offer, statement });
  }

  async #goOn(
    tx: Tx,
    actor: Actor,
    agreed: { theCase: Case; offer: Offer; statement: CurrentStatement },
  ): Promise<void> {
    await this.#desk.cases.move(tx, actor, agreed.theCase, "same_terms_accepted");
    await this.#onTermsAccepted(tx, actor, { ...agreed, terms: agreed.offer.terms });
  }

  /** Both sides have agreed on the same hash: the putter by putting, the other by accepting. */
  async #conclude(tx: Tx, actor: Actor, at: At, statement: CurrentStatement): Promise<OfferOutcome> {
    const { theCase, offer } = at;
    for (const other of await this.#desk.rows.lockRunning(tx, theCase.id)) {
      if (other.id !== offer.id) await this.#desk.end(tx, actor, other);
    }
    await this.#desk.rows.change(tx, offer, {
      status: decided(offer, "accept", tx.now),
      acceptedAt: tx.now,
      ...(isApprover(actor) ? { approvedBy: personOf(actor) } : {}),
    });
    const payload = { offerId: offer.id, number: offer.number, termsHash: offer.termsHash };
    const [event] = await this.#desk.write(tx, actor, theCase.id, [{ type: "offer.accepted", payload }]);
    await this.#goOn(tx, actor, { theCase, offer, statement });
    return await this.#desk.outcome(tx, actor, at, offer, event);
  }
}

function leave(offer: Offer, command: AcceptanceCommand): "requested" | "approved" | "refused" {
  const to = ACCEPTANCE_TRANSITIONS[offer.acceptanceApproval ?? "none"][command];
  if (to === null || to === "none") throw new Refusal("already_done", "this is not what is being asked now");
  return to;
}
