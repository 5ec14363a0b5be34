import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Party } from "../../shared/journal/audience.ts";
import {
  OFFER_DRAFT_TRANSITIONS,
  type OfferDraftCommand,
  type OfferDraftView,
} from "../../shared/offers/draftFor.ts";
import type { OfferSide, OfferView } from "../../shared/offers/offerView.ts";
import { computeSchedule } from "../../shared/plans/computeSchedule.ts";
import { hashTerms } from "../../shared/plans/hashing.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import { onlyInStages, onlyMediatorOfCase, onlyPartyToCase, type Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { onlyBargainingParty } from "./offer.policy.ts";
import type { OfferService } from "./offer.service.ts";
import { OfferDraft } from "./offerDraft.entity.ts";
import type { OfferDraftRepository } from "./offerDraft.repository.ts";
import type { OfferDesk } from "./offerDesk.ts";
import { noteOf, onlySoundTerms } from "./offerTerms.ts";

export type NewOfferDraft = {
  caseId: string;
  for: OfferSide;
  terms: Terms;
  note?: string | null;
  openDays: number;
  counters?: string | null;
};

const DAY_MS = 86_400_000;

/** The mediator writes an offer down for a side; it is that side's own offer once it has said so, and nothing before. */
export class OfferDraftService {
  readonly #rows: OfferDraftRepository;
  readonly #desk: OfferDesk;
  readonly #offers: OfferService;

  constructor(rows: OfferDraftRepository, desk: OfferDesk, offers: OfferService) {
    this.#rows = rows;
    this.#desk = desk;
    this.#offers = offers;
  }

  /** The drafts of a case that this viewer may read, the newest first. */
  async list(tx: Tx, actor: Actor, caseId: string): Promise<OfferDraftView[]> {
    const theCase = await this.#desk.cases.find(tx, caseId);
    const party = onlyPartyToCase(actor, theCase);
    await this.#desk.onlyIfNotRemoved(tx, actor, caseId);
    const drafts = (await this.#rows.ofCase(tx, caseId)).filter((draft) => mayReadDraft(party, draft));
    return await Promise.all(drafts.map((draft) => this.#present(tx, theCase, party, draft)));
  }

  async draw(tx: Tx, actor: Actor, input: NewOfferDraft): Promise<OfferDraftView> {
    const { theCase, party } = await this.#desk.lockCase(tx, actor, input.caseId);
    const mediator = onlyMediatorOfCase(actor, theCase);
    onlyInStages(theCase, ["negotiating"]);
    const statement = await this.#desk.statement(tx, theCase.id);
    onlySoundTerms(input.terms, { statement, payee: await this.#desk.payee(tx, theCase), now: tx.now });
    if (await this.#rows.open(tx, theCase.id, input.for))
      throw new Refusal("already_done", "take back the draft this side already has from you");
    const draft = Object.assign(new OfferDraft(), {
      id: uuid(),
      caseId: theCase.id,
      for: input.for,
      status: "open" as const,
      statementId: statement.statement.id,
      terms: input.terms,
      termsHash: hashTerms(input.terms),
      note: noteOf(input.note),
      counters: input.counters ?? null,
      openDays: input.openDays,
      draftedBy: mediator.staffId,
      draftedByName: mediator.name,
      createdAt: tx.now,
      decidedByName: null,
      decidedAt: null,
    });
    await this.#rows.insert(tx, draft);
    const { id: draftId, terms, termsHash, note } = draft;
    await this.#desk.write(tx, actor, theCase.id, [
      { type: "offer.draftedFor", payload: { draftId, for: draft.for, terms, termsHash, note } },
    ]);
    return await this.#present(tx, theCase, party, draft);
  }

  /** The side makes it its own: from here on it is an offer like any other, within the same limits. */
  async confirm(tx: Tx, actor: Actor, input: { draftId: string; termsHash: string }): Promise<OfferView> {
    const { draft } = await this.#lockFor(tx, actor, input.draftId, "confirm");
    if (draft.termsHash !== input.termsHash)
      throw new Refusal("terms_changed", "these are not the terms of this draft");
    await this.#decide(tx, actor, draft, "confirm");
    const { caseId, terms, note, counters, openDays } = draft;
    const expiresAt = new Date(tx.now.getTime() + openDays * DAY_MS).toISOString();
    return (await this.#offers.put(tx, actor, { caseId, terms, note, expiresAt, counters })).result;
  }

  async turnDown(tx: Tx, actor: Actor, draftId: string): Promise<OfferDraftView> {
    const { theCase, party, draft } = await this.#lockFor(tx, actor, draftId, "turn_down");
    await this.#decide(tx, actor, draft, "turn_down");
    return await this.#present(tx, theCase, party, draft);
  }

  async takeBack(tx: Tx, actor: Actor, draftId: string): Promise<OfferDraftView> {
    const { theCase, party, draft } = await this.#lockFor(tx, actor, draftId, "take_back");
    await this.#decide(tx, actor, draft, "take_back");
    return await this.#present(tx, theCase, party, draft);
  }

  /** A draft with its case, both locked, for who may give this command; for others it does not exist. */
  async #lockFor(
    tx: Tx,
    actor: Actor,
    draftId: string,
    command: OfferDraftCommand,
  ): Promise<{ theCase: Case; party: Party; draft: OfferDraft }> {
    const seen = await this.#rows.find(tx, draftId);
    if (!seen) throw noSuchDraft();
    const { theCase, party } = await this.#desk.lockCase(tx, actor, seen.caseId).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === "not_found" ? noSuchDraft() : error;
    });
    const draft = await this.#rows.lock(tx, draftId);
    if (!draft || !mayReadDraft(party, draft)) throw noSuchDraft();
    if (command === "take_back") onlyMediatorOfCase(actor, theCase);
    else onlyBargainingParty(actor, theCase);
    onlyInStages(theCase, ["negotiating"]);
    if (OFFER_DRAFT_TRANSITIONS[draft.status][command] === null)
      throw new Refusal("already_done", "this draft has been decided on");
    return { theCase, party, draft };
  }

  async #decide(tx: Tx, actor: Actor, draft: OfferDraft, command: OfferDraftCommand): Promise<void> {
    const status = OFFER_DRAFT_TRANSITIONS[draft.status][command] ?? draft.status;
    await this.#rows.change(tx, draft, { status, decidedByName: actor.name, decidedAt: tx.now });
    const payload = { draftId: draft.id, for: draft.for, how: command };
    await this.#desk.write(tx, actor, draft.caseId, [{ type: "offer.draftDecided", payload }]);
  }

  async #present(tx: Tx, theCase: Case, party: Party, draft: OfferDraft): Promise<OfferDraftView> {
    const schedule = computeSchedule(await this.#desk.basis(tx, draft.statementId), draft.terms);
    const { id, status, terms, termsHash, note, counters, openDays, draftedByName, decidedByName } = draft;
    return {
      id,
      for: draft.for,
      status,
      terms,
      termsHash,
      schedule,
      totals: schedule.totals,
      note,
      counters,
      openDays,
      draftedByName,
      createdAt: draft.createdAt.toISOString(),
      decidedByName,
      decidedAt: draft.decidedAt?.toISOString() ?? null,
      abilities: draftAbilities(theCase, party, draft),
    };
  }
}

/** Between the mediator and the side it is for; the other side cannot know of it. */
function mayReadDraft(party: Party, draft: OfferDraft): boolean {
  return party === "mediator" || party === draft.for;
}

function draftAbilities(theCase: Case, party: Party, draft: OfferDraft): OfferDraftCommand[] {
  if (draft.status !== "open" || theCase.stage !== "negotiating" || theCase.pausedAt !== null) return [];
  return party === "mediator" ? ["take_back"] : ["confirm", "turn_down"];
}

function noSuchDraft(): Refusal {
  return new Refusal("not_found", "no such draft");
}
