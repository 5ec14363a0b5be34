import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { actorMay } from "../../shared/api/scopes.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { compareDates } from "../../shared/calendar/localDate.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import {
  decideRepresentative,
  isInForce,
  type EndReason,
  type RepresentativeCommand,
  type RepresentativeStatus,
} from "../../shared/representatives/lifecycle.ts";
import {
  MOST_REPRESENTATIVES,
  NAMING_STAGES,
  type RepresentativeList,
  type RepresentativeView,
} from "../../shared/representatives/representativeView.ts";
import { onlyInStages, onlyMediatorOfCase, type Case, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import { Representative } from "./representative.entity.ts";
import { mayKnow, noSuchRepresentative, onlyInsider, onlyNamer } from "./representative.policy.ts";
import { presentRepresentative } from "./representative.presenter.ts";
import type { RepresentativeRepository } from "./representative.repository.ts";
import type { Decision, NewRepresentative } from "./representative.schemas.ts";

/** What follows elsewhere from somebody coming to act for a borrower, or ceasing to. */
export interface Representation {
  /** Send the link by which they come in; older ones of theirs stop working. The case is locked. */
  invite(tx: Tx, actor: Actor, theCase: Case, representative: Representative): Promise<void>;
  /** Their lines go silent, on every process. Nothing they had opened works any more. */
  shutOut(tx: Tx, actor: Actor, theCase: Case, representative: Representative): Promise<void>;
}

/** The document that gives the power: an exhibit which the borrower and the mediator read, and nobody else. */
export interface Papers {
  confidential(tx: Tx, actor: Actor, caseId: string, exhibitId: string): Promise<{ sha256: string } | null>;
}

type Deps = {
  rows: RepresentativeRepository;
  cases: CaseService;
  borrowers: BorrowerService;
  journal: Journal;
  representation: Representation;
  papers: Papers;
};

type Found = { theCase: Case; row: Representative };
const RUN_OUT_BATCH = 100;

/** Who acts for the borrower: named by the borrower or the mediator, let in only after the mediator has read the paper. */
export class RepresentativeService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async list(tx: Tx, actor: Actor, caseId: string): Promise<RepresentativeList> {
    const { rows, cases } = this.#deps;
    const theCase = await cases.find(tx, caseId);
    const party = onlyInsider(actor, theCase);
    const found = await rows.ofCase(tx, caseId);
    const items = await this.#present(
      tx,
      actor,
      theCase,
      found.filter((row) => mayKnow(party, row)),
    );
    const open = found.filter(({ status }) => status === "named" || status === "accepted");
    const mayName =
      actorMay(actor, "representative:name") &&
      party !== "platform" &&
      NAMING_STAGES.includes(theCase.stage) &&
      theCase.pausedAt === null &&
      open.length < MOST_REPRESENTATIVES;
    return { items, mayName };
  }

  /** Nothing goes to the person named: they hear of the case when the mediator has accepted them, and not before. */
  async name(tx: Tx, actor: Actor, caseId: string, input: NewRepresentative): Promise<RepresentativeView> {
    const { rows, cases, journal } = this.#deps;
    const theCase = await cases.lock(tx, caseId);
    const namedBy = onlyNamer(actor, theCase);
    onlyInStages(theCase, NAMING_STAGES);
    this.#onlySensibleDates(tx, input);
    await this.#onlyAnotherPerson(tx, theCase, input);
    const sha256 = await this.#paper(tx, actor, caseId, input.exhibitId);
    const row = Object.assign(new Representative(), {
      ...input,
      id: uuid(),
      caseId,
      paperSha256: sha256,
      status: "named" as const,
      namedBy,
      namedAt: tx.now,
      decidedBy: null,
      decidedAt: null,
      refusalReason: null,
      endedAt: null,
      endReason: null,
      version: 1,
    });
    await rows.save(tx, row);
    const { id: representativeId, name, kind, scope, endsOn, exhibitId } = row;
    const payload = { representativeId, name, kind, scope, endsOn, exhibitId, sha256 };
    await journal.append(tx, caseId, actor, [{ type: "representative.named", payload }]);
    return await this.#view(tx, actor, { theCase, row });
  }

  /** The mediator has compared the person with the paper: they come in, or the borrower hears why not. */
  async decide(tx: Tx, actor: Actor, id: string, input: Decision): Promise<RepresentativeView> {
    const { theCase, row } = await this.#lock(tx, actor, id);
    const { staffId } = onlyMediatorOfCase(actor, theCase);
    const decision = { decidedBy: staffId, decidedAt: tx.now };
    if (!input.accept) {
      const status = decided(tx, row, "refuse");
      // Of somebody who has no part in the case only the name stays, which the record of it needs.
      Object.assign(row, { ...decision, status, refusalReason: input.reason ?? "", idNumber: "", phone: "" });
      await this.#save(tx, actor, row, {
        type: "representative.refused",
        payload: { representativeId: id, name: row.name, reason: input.reason ?? "" },
      });
      return await this.#view(tx, actor, { theCase, row });
    }
    onlyInStages(theCase, NAMING_STAGES);
    Object.assign(row, { ...decision, status: decided(tx, row, "accept") });
    const { name, kind, scope, endsOn, paperSha256: sha256 } = row;
    const payload = { representativeId: id, name, kind, scope, endsOn, sha256 };
    await this.#save(tx, actor, row, { type: "representative.accepted", payload });
    await this.#deps.representation.invite(tx, actor, theCase, row);
    return await this.#view(tx, actor, { theCase, row });
  }

  /** At once: what the person had open is shut before this is answered. */
  async end(tx: Tx, actor: Actor, id: string): Promise<RepresentativeView> {
    const found = await this.#lock(tx, actor, id);
    const by = onlyNamer(actor, found.theCase);
    await this.#end(tx, actor, found, by === "borrower" ? "by_borrower" : "by_mediator");
    return await this.#view(tx, actor, found);
  }

  /** Send another link, when the first was lost. */
  async inviteAgain(tx: Tx, actor: Actor, id: string): Promise<void> {
    const { theCase, row } = await this.#lock(tx, actor, id);
    onlyNamer(actor, theCase);
    onlyInStages(theCase, NAMING_STAGES);
    if (!isInForce(row, shanghaiDateOf(tx.now)))
      throw new Refusal("already_done", "nobody acts by this paper");
    await this.#deps.representation.invite(tx, actor, theCase, row);
  }

  /** End what ran out; by itself, some time after midnight. A power counts no more from its last day on anyway. */
  async endRanOut(tx: Tx): Promise<number> {
    const ended = await this.#deps.rows.ranOut(tx, shanghaiDateOf(tx.now), RUN_OUT_BATCH);
    for (const { id, caseId } of ended.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))) {
      const theCase = await this.#deps.cases.lock(tx, caseId);
      const row = await this.#deps.rows.find(tx, id);
      if (row?.status !== "named" && row?.status !== "accepted") continue;
      await this.#end(tx, { kind: "system", name: "Parley" }, { theCase, row }, "run_out");
    }
    return ended.length;
  }

  /** Somebody who acts today, for a session or a signature; null when they do not, or no more. */
  async inForce(tx: Tx, id: string): Promise<Representative | null> {
    const row = await this.#deps.rows.find(tx, id);
    return row !== null && isInForce(row, shanghaiDateOf(tx.now)) ? row : null;
  }

  /** Everybody who acts in a case today. */
  async inForceOf(tx: Tx, caseId: string): Promise<Representative[]> {
    const today = shanghaiDateOf(tx.now);
    return (await this.#deps.rows.openOf(tx, caseId)).filter((row) => isInForce(row, today));
  }

  /** Whoever may settle and sign in the borrower's place today. */
  async signatoryOf(tx: Tx, caseId: string): Promise<Representative | null> {
    return (await this.inForceOf(tx, caseId)).find(({ scope }) => scope === "special") ?? null;
  }

  async #end(tx: Tx, actor: Actor, { theCase, row }: Found, reason: EndReason): Promise<void> {
    const known = row.status === "accepted";
    const status = decided(tx, row, "end");
    Object.assign(row, { status, endedAt: tx.now, endReason: reason });
    await this.#save(tx, actor, row, {
      type: "representative.ended",
      payload: { representativeId: row.id, name: row.name, reason, known },
    });
    if (known) await this.#deps.representation.shutOut(tx, actor, theCase, row);
  }

  async #save(tx: Tx, actor: Actor, row: Representative, draft: EventDraft): Promise<void> {
    row.version += 1;
    await this.#deps.rows.save(tx, row);
    await this.#deps.journal.append(tx, row.caseId, actor, [draft]);
  }

  #onlySensibleDates(tx: Tx, { grantedOn, endsOn }: NewRepresentative): void {
    const today = shanghaiDateOf(tx.now);
    if (compareDates(grantedOn, today) > 0) throw invalid("/grantedOn", "date.future", "not granted yet");
    if (compareDates(endsOn, today) < 0) throw invalid("/endsOn", "date.past", "this power has run out");
  }

  async #onlyAnotherPerson(tx: Tx, theCase: Case, input: NewRepresentative): Promise<void> {
    const borrower = await this.#deps.borrowers.borrower(tx, theCase.borrowerId);
    if (borrower.idNumber === input.idNumber) {
      throw invalid("/idNumber", "person.borrower", "this is the borrower's own identity number");
    }
    const open = await this.#deps.rows.openOf(tx, theCase.id);
    if (open.some(({ idNumber }) => idNumber === input.idNumber)) {
      throw new Refusal("already_done", "this person was named before");
    }
    const taken = input.scope === "special" && open.some(({ scope }) => scope === "special");
    if (taken || open.length >= MOST_REPRESENTATIVES) {
      throw new Refusal("already_done", "end the other representative first");
    }
  }

  async #paper(tx: Tx, actor: Actor, caseId: string, exhibitId: string): Promise<string> {
    const paper = await this.#deps.papers.confidential(tx, actor, caseId, exhibitId);
    if (paper !== null) return paper.sha256;
    throw invalid(
      "/exhibitId",
      "exhibit.unfit",
      "a document that the borrower and the mediator read, and nobody else",
    );
  }

  async #lock(tx: Tx, actor: Actor, id: string): Promise<Found> {
    const { rows, cases } = this.#deps;
    const seen = await rows.find(tx, id);
    if (!seen) throw noSuchRepresentative();
    const theCase = await cases.lock(tx, seen.caseId);
    const row = await rows.find(tx, id);
    if (!row || !mayKnow(onlyInsider(actor, theCase), row)) throw noSuchRepresentative();
    return { theCase, row };
  }

  async #view(tx: Tx, actor: Actor, { theCase, row }: Found): Promise<RepresentativeView> {
    const [view] = await this.#present(tx, actor, theCase, [row]);
    if (!view) throw new Error("a representative has one view");
    return view;
  }

  async #present(
    tx: Tx,
    actor: Actor,
    theCase: Case,
    found: readonly Representative[],
  ): Promise<RepresentativeView[]> {
    const today = shanghaiDateOf(tx.now);
    const arrivals = await this.#deps.rows.arrivals(
      tx,
      found.map(({ id }) => id),
    );
    return found.map((row) =>
      presentRepresentative(actor, theCase, row, { today, arrivedAt: arrivals.get(row.id) ?? null }),
    );
  }
}

function decided(tx: Tx, row: Representative, command: RepresentativeCommand): RepresentativeStatus {
  const decision = decideRepresentative(row, command, shanghaiDateOf(tx.now));
  if (!decision.ok) throw new Refusal(decision.code, "this representative does not allow this now");
  return decision.to;
}

function invalid(pointer: string, code: string, detail: string): Refusal {
  return new Refusal("validation_failed", detail, { errors: [{ pointer, code, detail }] });
}
