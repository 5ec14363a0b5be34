import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import { extendedExpiry } from "../../shared/offers/extension.ts";
import { isPastExpiry, OFFER_TRANSITIONS } from "../../shared/offers/lifecycle.ts";
import type { OfferSide, OfferView } from "../../shared/offers/offerView.ts";
import { computeSchedule } from "../../shared/plans/computeSchedule.ts";
import { hashTerms } from "../../shared/plans/hashing.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import { onlyInStages, onlyPartyToCase, type Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { basisOf, type CurrentStatement } from "../debts/index.ts";
import { personOf } from "../rooms/index.ts";
import { Offer } from "./offer.entity.ts";
import { needsApproval, onlyBargainingParty, onlyOtherSide, onlyOwnSide } from "./offer.policy.ts";
import { shownNumber } from "./offer.presenter.ts";
import { decided, type OfferDesk, type OfferOutcome, type OfferRef } from "./offerDesk.ts";
import { expiryOf, noteOf, onlySoundTerms } from "./offerTerms.ts";

export type NewOffer = {
  caseId: string;
  terms: Terms;
  note?: string | null;
  expiresAt: string;
  counters?: string | null;
  exhibitId?: string | null;
};

/** Putting, countering, withdrawing and declining. Accepting and approving have services of their own. */
export class OfferService {
  readonly #desk: OfferDesk;

  constructor(desk: OfferDesk) {
    this.#desk = desk;
  }

  async list(tx: Tx, actor: Actor, caseId: string): Promise<OfferView[]> {
    const theCase = await this.#desk.cases.find(tx, caseId);
    const party = onlyPartyToCase(actor, theCase);
    await this.#desk.onlyIfNotRemoved(tx, actor, caseId);
    return await this.#desk.list(tx, actor, theCase, party);
  }

  /** Put terms to the other side; terms of a platform's agent beyond its limits wait for the approver first. */
  async put(tx: Tx, actor: Actor, input: NewOffer): Promise<OfferOutcome> {
    const { theCase, party } = await this.#desk.lockCase(tx, actor, input.caseId);
    const side = onlyBargainingParty(actor, theCase);
    onlyInStages(theCase, ["negotiating"]);
    await this.#desk.onlyIfNoRound(tx, theCase.id);
    const statement = await this.#desk.statement(tx, theCase.id);
    onlySoundTerms(input.terms, { statement, payee: await this.#desk.payee(tx, theCase), now: tx.now });
    const countered = await this.#clearTable(tx, actor, { theCase, side, counters: input.counters ?? null });
    const breaches = await this.#desk.breaches(tx, theCase, statement, input.terms);
    const command = needsApproval(actor, side, breaches) ? "ask_approval" : "put";
    const offer = Object.assign(new Offer(), {
      id: uuid(),
      caseId: theCase.id,
      number: await this.#desk.rows.nextNumber(tx, theCase.id, command === "put" ? "put" : "not_put"),
      by: side,
      counters: countered?.id ?? null,
      status: OFFER_TRANSITIONS.draft[command] ?? "open",
      statementId: statement.statement.id,
      terms: input.terms,
      termsHash: hashTerms(input.terms),
      note: noteOf(input.note),
      exhibitId: await this.#desk.shownDocument(tx, actor, theCase.id, input.exhibitId ?? null),
      putBy: personOf(actor),
      putByName: actor.name,
      putAt: command === "put" ? tx.now : null,
      expiresAt: expiryOf(input.expiresAt, tx.now),
      extendedAt: null,
      breaches,
      approvedBy: null,
      acceptanceApproval: null,
      acceptedAt: null,
      createdAt: tx.now,
      version: 1,
    });
    await this.#desk.rows.insert(tx, offer);
    const drafts = command === "put" ? [putEvent(offer, statement, side)] : draftEvents(offer);
    if (command === "put" && countered) await this.#desk.markCountered(tx, countered);
    const events = await this.#desk.write(tx, actor, theCase.id, drafts);
    return await this.#desk.outcome(tx, actor, { theCase, party }, offer, events.at(-1));
  }

  /** Make sure this side has nothing on the table, and find what is being countered. */
  async #clearTable(
    tx: Tx,
    actor: Actor,
    at: { theCase: Case; side: OfferSide; counters: string | null },
  ): Promise<Offer | null> {
    const running: Offer[] = [];
    for (const offer of await this.#desk.rows.lockRunning(tx, at.theCase.id)) {
      if (isPastExpiry(offer.expiresAt, tx.now)) await this.#desk.end(tx, actor, offer);
      else running.push(offer);
    }
    if (running.some((offer) => offer.by === at.side)) {
      throw new Refusal("own_offer_open", "withdraw your open offer before you put another");
    }
    if (at.counters === null) return null;
    const countered = running.find((offer) => offer.id === at.counters && offer.status === "open");
    if (!countered) throw new Refusal("offer_not_open", "the offer you counter is no longer open");
    return countered;
  }

  /** Somebody of the other side is writing an answer: so that it does not run out meanwhile, it gets more time, once. */
  async answering(tx: Tx, actor: Actor, ref: OfferRef): Promise<OfferOutcome> {
    const { theCase, party, offer } = await this.#desk.lockOffer(tx, actor, ref);
    onlyOtherSide(onlyBargainingParty(actor, theCase), offer);
    onlyInStages(theCase, ["negotiating"]);
    const expiresAt = extendedExpiry(offer, tx.now);
    if (expiresAt === null) return await this.#desk.outcome(tx, actor, { theCase, party }, offer, undefined);
    await this.#desk.rows.change(tx, offer, { expiresAt, extendedAt: tx.now });
    const payload = { offerId: offer.id, number: offer.number, expiresAt: expiresAt.toISOString() };
    const [event] = await this.#desk.write(tx, actor, theCase.id, [{ type: "offer.extended", payload }]);
    return await this.#desk.outcome(tx, actor, { theCase, party }, offer, event);
  }

  async withdraw(tx: Tx, actor: Actor, ref: OfferRef): Promise<OfferOutcome> {
    const { theCase, party, offer } = await this.#desk.lockOffer(tx, actor, ref);
    onlyOwnSide(onlyBargainingParty(actor, theCase), offer);
    onlyInStages(theCase, ["negotiating"]);
    await this.#desk.rows.change(tx, offer, { status: decided(offer, "withdraw", tx.now) });
    const payload = { offerId: offer.id, number: shownNumber(offer) };
    const [event] = await this.#desk.write(tx, actor, theCase.id, [{ type: "offer.withdrawn", payload }]);
    return await this.#desk.outcome(tx, actor, { theCase, party }, offer, event);
  }

  async decline(tx: Tx, actor: Actor, ref: OfferRef): Promise<OfferOutcome> {
    const { theCase, party, offer } = await this.#desk.lockOffer(tx, actor, ref);
    onlyOtherSide(onlyBargainingParty(actor, theCase), offer);
    onlyInStages(theCase, ["negotiating"]);
    await this.#desk.rows.change(tx, offer, { status: decided(offer, "decline", tx.now) });
    const payload = { offerId: offer.id, number: shownNumber(offer) };
    const [event] = await this.#desk.write(tx, actor, theCase.id, [{ type: "offer.declined", payload }]);
    return await this.#desk.outcome(tx, actor, { theCase, party }, offer, event);
  }
}

/** What the room is told when an offer is put. */
export function putEvent(offer: Offer, statement: CurrentStatement, by: OfferSide): EventDraft {
  const { id: offerId, number, counters, terms, termsHash, note, expiresAt, exhibitId } = offer;
  const { totalFen } = computeSchedule(basisOf(statement), terms).totals;
  return {
    type: "offer.put",
    payload: {
      offerId,
      number,
      by,
      counters,
      terms,
      termsHash,
      totalFen,
      note,
      expiresAt: expiresAt.toISOString(),
      ...(exhibitId === null ? {} : { exhibitId }),
    },
  };
}

function draftEvents(offer: Offer): EventDraft[] {
  const { id: offerId, terms, termsHash } = offer;
  const number = shownNumber(offer);
  return [
    { type: "offer.drafted", payload: { offerId, number, terms, termsHash } },
    { type: "offer.approvalRequested", payload: { offerId, number, for: "put" } },
  ];
}
