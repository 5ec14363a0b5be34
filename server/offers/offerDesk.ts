import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { EventDraft, JournalEvent } from "../../shared/journal/events.ts";
import { decideOffer, type OfferCommand, type OfferStatus } from "../../shared/offers/lifecycle.ts";
import type { OfferView } from "../../shared/offers/offerView.ts";
import type { PolicyBreach } from "../../shared/plans/policy.ts";
import type { PayeeAccount, Terms } from "../../shared/plans/terms.ts";
import { assessPolicy } from "../../shared/plans/policy.ts";
import type { StatementBasis } from "../../shared/plans/statement.ts";
import type { CapacityService } from "../capacity/index.ts";
import { onlyPartyToCase, type Case, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { basisOf, type CurrentStatement, type StatementService } from "../debts/index.ts";
import type { Journal } from "../journal/index.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { RoomService } from "../rooms/index.ts";
import { caseLimits } from "./caseLimits.ts";
import type { Offer } from "./offer.entity.ts";
import { mayReadOffer } from "./offer.policy.ts";
import { presentOffers, shownNumber } from "./offer.presenter.ts";
import type { OfferRepository } from "./offer.repository.ts";

export type OfferDeps = {
  rows: OfferRepository;
  cases: CaseService;
  statements: StatementService;
  organisations: OrganisationService;
  rooms: RoomService;
  journal: Journal;
  capacity: CapacityService;
  rounds: Rounds;
  documents: Documents;
};

/** Whoever holds rounds in which one package alone is on the table. */
export interface Rounds {
  /** Refuses while one is under way. */
  onlyIfNoRound(tx: Tx, caseId: string): Promise<void>;
}

/** The documents of a case that all of its parties may read; whoever keeps documents answers. */
export interface Documents {
  readableByAll(tx: Tx, actor: Actor, caseId: string): Promise<ReadonlySet<string>>;
}

/** Which offer; with the case it must belong to, where the caller named one. */
export type OfferRef = { offerId: string; caseId?: string };

/** What a command answers: its place in the sender's stream, and the offer as the sender now sees it. */
export type OfferOutcome = { n: number; result: OfferView };

/** What every command on an offer begins and ends with. */
export class OfferDesk {
  readonly rows: OfferRepository;
  readonly cases: CaseService;
  readonly #deps: OfferDeps;

  constructor(deps: OfferDeps) {
    this.rows = deps.rows;
    this.cases = deps.cases;
    this.#deps = deps;
  }

  /** The case, locked, for a party that is still welcome. */
  async lockCase(tx: Tx, actor: Actor, caseId: string): Promise<{ theCase: Case; party: Party }> {
    const theCase = await this.cases.lock(tx, caseId);
    const party = onlyPartyToCase(actor, theCase);
    await this.onlyIfNotRemoved(tx, actor, caseId);
    return { theCase, party };
  }

  /** Whom the mediator took out of the room hears nothing of what is bargained there. */
  async onlyIfNotRemoved(tx: Tx, actor: Actor, caseId: string): Promise<void> {
    await this.#deps.rooms.onlyIfNotRemoved(tx, actor, caseId);
  }

  /** An offer with its case, both locked, the case first. What somebody may not read does not exist for them. */
  async lockOffer(
    tx: Tx,
    actor: Actor,
    { offerId, caseId }: OfferRef,
  ): Promise<{ theCase: Case; party: Party; offer: Offer }> {
    const seen = await this.rows.find(tx, offerId);
    if (!seen || (caseId !== undefined && seen.caseId !== caseId)) throw noSuchOffer();
    const { theCase, party } = await this.lockCase(tx, actor, seen.caseId).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === "not_found" ? noSuchOffer() : error;
    });
    const offer = await this.rows.lock(tx, offerId);
    if (!offer || !mayReadOffer(party, offer)) throw noSuchOffer();
    return { theCase, party, offer };
  }

  statement(tx: Tx, caseId: string): Promise<CurrentStatement> {
    return this.#deps.statements.current(tx, caseId);
  }

  async payee(tx: Tx, theCase: Case): Promise<PayeeAccount | null> {
    return (await this.#deps.organisations.organisation(tx, theCase.platformId)).payeeAccount;
  }

  /** What of the platform's limits in force the terms go beyond. */
  async breaches(tx: Tx, theCase: Case, statement: CurrentStatement, terms: Terms): Promise<PolicyBreach[]> {
    return assessPolicy(await caseLimits(tx, theCase, this.#deps), basisOf(statement), terms);
  }

  /** Only what the other side may read as well can be shown with an offer. */
  async shownDocument(
    tx: Tx,
    actor: Actor,
    caseId: string,
    exhibitId: string | null,
  ): Promise<string | null> {
    if (exhibitId === null) return null;
    if ((await this.#deps.documents.readableByAll(tx, actor, caseId)).has(exhibitId)) return exhibitId;
    throw new Refusal("validation_failed", "this document cannot be shown with an offer", {
      errors: [
        { pointer: "/exhibitId", code: "not_readable_by_all", detail: "every party must be able to read it" },
      ],
    });
  }

  /** What a plan of this statement is computed from. */
  async basis(tx: Tx, statementId: string): Promise<StatementBasis> {
    return basisOf(await this.#deps.statements.version(tx, statementId));
  }

  write(tx: Tx, actor: Actor, caseId: string, drafts: readonly EventDraft[]): Promise<JournalEvent[]> {
    return this.#deps.journal.append(tx, caseId, actor, drafts);
  }

  /** The counter-offer's own event names it; there is nothing more to record. */
  async markCountered(tx: Tx, offer: Offer): Promise<void> {
    await this.rows.change(tx, offer, { status: decided(offer, "counter", tx.now) });
  }

  /** End an offer whose time is over, and say so to whom it concerns. */
  async end(tx: Tx, actor: Actor, offer: Offer): Promise<void> {
    await this.rows.change(tx, offer, { status: decided(offer, "expire", tx.now) });
    const payload = { offerId: offer.id, number: shownNumber(offer) };
    await this.write(tx, actor, offer.caseId, [{ type: "offer.expired", payload }]);
  }

  /** Inside a round of the mediator's nothing is put or countered. */
  async onlyIfNoRound(tx: Tx, caseId: string): Promise<void> {
    await this.#deps.rounds.onlyIfNoRound(tx, caseId);
  }

  /** The offers of a case as a party sees them, the newest first. */
  async list(tx: Tx, actor: Actor, theCase: Case, party: Party): Promise<OfferView[]> {
    const { statements } = this.#deps;
    const offers = await this.rows.ofCase(tx, theCase.id);
    if (offers.length === 0) return [];
    const current = basisOf(await statements.current(tx, theCase.id));
    const bases = new Map([[current.statementId, current]]);
    for (const { statementId } of offers) {
      if (!bases.has(statementId)) {
        bases.set(statementId, basisOf(await statements.version(tx, statementId)));
      }
    }
    const limits = await caseLimits(tx, theCase, this.#deps);
    return presentOffers(offers, { actor, party, theCase, now: tx.now, current, bases, limits });
  }

  async outcome(
    tx: Tx,
    actor: Actor,
    at: { theCase: Case; party: Party },
    offer: Offer,
    event: JournalEvent | undefined,
  ): Promise<OfferOutcome> {
    const views = await this.list(tx, actor, at.theCase, at.party);
    const result = views.find((view) => view.id === offer.id);
    if (!result) throw new Error("somebody changed an offer they may not read");
    return { n: event?.n[at.party] ?? 0, result };
  }
}

/** The status after a command, or the lifecycle's refusal. */
export function decided(offer: Offer, command: OfferCommand, now: Date): OfferStatus {
  const decision = decideOffer(offer, command, now);
  if (!decision.ok) throw new Refusal(decision.code, "this offer can no longer be answered");
  return decision.to;
}

function noSuchOffer(): Refusal {
  return new Refusal("not_found", "no such offer");
}
