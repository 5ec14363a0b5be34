import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { computeSchedule } from "../../shared/plans/computeSchedule.ts";
import { hashTerms } from "../../shared/plans/hashing.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import {
  MAX_ROUND_DAYS,
  MIN_ROUND_HOURS,
  WARNING_TEXT,
  type ProposalList,
  type ProposalView,
} from "../../shared/proposals/proposalView.ts";
import { roundsOf, type Rounds } from "../../shared/proposals/rounds.ts";
import { onlyInStages, onlyMediatorOfCase, onlyPartyToCase, type Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { basisOf } from "../debts/index.ts";
import { noteOf } from "../offers/index.ts";
import type { RoomService } from "../rooms/index.ts";
import { Proposal } from "./proposal.entity.ts";
import { decided, type ProposalDesk } from "./proposalDesk.ts";
import type { RoundSettings } from "./roundSettings.service.ts";

export type ProposalDraft = { terms: Terms; note?: string | null };

/** What the mediator does with a proposal, and how everybody reads it. */
export class ProposalService {
  readonly #desk: ProposalDesk;
  readonly #settings: RoundSettings;
  readonly #rooms: RoomService;

  constructor(desk: ProposalDesk, settings: RoundSettings, rooms: RoomService) {
    this.#desk = desk;
    this.#settings = settings;
    this.#rooms = rooms;
  }

  async list(tx: Tx, actor: Actor, caseId: string): Promise<ProposalList> {
    const theCase = await this.#desk.cases.find(tx, caseId);
    const party = onlyPartyToCase(actor, theCase);
    await this.#rooms.onlyIfNotRemoved(tx, actor, caseId);
    const items = await this.#desk.list(tx, actor, theCase, party);
    return { items, rounds: await this.#rounds(tx, theCase), next: null };
  }

  /** Draw up a package; nobody but the mediator sees it yet. */
  async draft(tx: Tx, actor: Actor, input: { caseId: string } & ProposalDraft): Promise<ProposalView> {
    const { theCase, party } = await this.#desk.lockCase(tx, actor, input.caseId);
    const mediator = onlyMediatorOfCase(actor, theCase);
    onlyInStages(theCase, ["negotiating"]);
    if (await this.#desk.rows.lockRunning(tx, theCase.id)) {
      throw new Refusal("round_open", "there is one proposal at a time");
    }
    const { terms } = input;
    const statement = await this.#desk.statement(tx, theCase.id);
    await this.#desk.onlyConcludable(tx, actor, { theCase, terms, statement, now: tx.now });
    const proposal = Object.assign(new Proposal(), {
      id: uuid(),
      caseId: theCase.id,
      number: 0,
      status: "drafted" as const,
      statementId: statement.statement.id,
      terms,
      termsHash: hashTerms(terms),
      note: noteOf(input.note),
      warning: WARNING_TEXT,
      draftedBy: mediator.staffId,
      draftedByName: mediator.name,
      openedAt: null,
      deadline: null,
      closedAt: null,
      createdAt: tx.now,
      version: 1,
    });
    await this.#desk.rows.insert(tx, proposal);
    await this.#recordDraft(tx, actor, proposal);
    return await this.#desk.view(tx, actor, { theCase, party, proposal });
  }

  /** Draw it up otherwise, as long as it was not sent. */
  async revise(
    tx: Tx,
    actor: Actor,
    input: { proposalId: string; version: number } & ProposalDraft,
  ): Promise<ProposalView> {
    const at = await this.#desk.lock(tx, actor, input.proposalId);
    const { theCase, proposal } = at;
    onlyMediatorOfCase(actor, theCase);
    onlyInStages(theCase, ["negotiating"]);
    const status = decided(proposal, "revise", tx.now);
    onlyVersion(proposal, input.version);
    const { terms } = input;
    const statement = await this.#desk.statement(tx, theCase.id);
    await this.#desk.onlyConcludable(tx, actor, { theCase, terms, statement, now: tx.now });
    await this.#desk.rows.change(tx, proposal, {
      status,
      terms,
      termsHash: hashTerms(terms),
      statementId: statement.statement.id,
      note: noteOf(input.note),
    });
    await this.#recordDraft(tx, actor, proposal);
    return await this.#desk.view(tx, actor, at);
  }

  /** Send it to both sides: a round begins. What must hold at the deadline is asked for beforehand. */
  async open(
    tx: Tx,
    actor: Actor,
    input: { proposalId: string; version: number; deadline: string },
  ): Promise<ProposalView> {
    const at = await this.#desk.lock(tx, actor, input.proposalId);
    const { theCase, proposal } = at;
    onlyMediatorOfCase(actor, theCase);
    onlyInStages(theCase, ["negotiating"]);
    const status = decided(proposal, "open", tx.now);
    onlyVersion(proposal, input.version);
    const before = await this.#rounds(tx, theCase);
    if (before.left === 0) {
      throw new Refusal("rounds_used", "there are no rounds left", { params: { limit: before.limit } });
    }
    const deadline = deadlineOf(input.deadline, tx.now);
    const statement = await this.#desk.statement(tx, theCase.id);
    const { terms, termsHash, note, warning } = proposal;
    await this.#desk.onlyConcludable(tx, actor, { theCase, terms, statement, now: deadline });
    const all = await this.#desk.rows.ofCase(tx, theCase.id);
    const number = Math.max(0, ...all.map((other) => other.number)) + 1;
    await this.#desk.rows.change(tx, proposal, { status, number, openedAt: tx.now, deadline });
    const { totalFen } = computeSchedule(basisOf(statement), terms).totals;
    await this.#desk.write(tx, actor, theCase.id, {
      type: "proposal.opened",
      payload: {
        proposalId: proposal.id,
        number,
        terms,
        termsHash,
        totalFen,
        note,
        deadline: deadline.toISOString(),
        warning,
        roundsLeft: before.left - 1,
      },
    });
    return await this.#desk.view(tx, actor, at);
  }

  /** Take it back before the deadline. Whatever was answered stays sealed. */
  async withdraw(tx: Tx, actor: Actor, proposalId: string): Promise<ProposalView> {
    const at = await this.#desk.lock(tx, actor, proposalId);
    const { theCase, proposal } = at;
    onlyMediatorOfCase(actor, theCase);
    onlyInStages(theCase, ["negotiating"]);
    await this.#desk.rows.change(tx, proposal, {
      status: decided(proposal, "withdraw", tx.now),
      closedAt: tx.now,
    });
    const payload = { proposalId, number: proposal.number };
    await this.#desk.write(tx, actor, theCase.id, { type: "proposal.withdrawn", payload });
    return await this.#desk.view(tx, actor, at);
  }

  async #rounds(tx: Tx, theCase: Case): Promise<Rounds> {
    const { rounds } = await this.#settings.ofCentre(tx, theCase.centreId);
    const all = await this.#desk.rows.ofCase(tx, theCase.id);
    return roundsOf(
      all.map(({ status }) => status),
      rounds,
    );
  }

  async #recordDraft(tx: Tx, actor: Actor, { id: proposalId, caseId, terms, termsHash }: Proposal) {
    const payload = { proposalId, terms, termsHash };
    await this.#desk.write(tx, actor, caseId, { type: "proposal.drafted", payload });
  }
}

function onlyVersion(proposal: Proposal, version: number): void {
  if (proposal.version !== version) {
    throw new Refusal("version_conflict", "the proposal was changed meanwhile; look at it again");
  }
}

/** When a round ends: not at once, so that both can think, and not too far off. */
function deadlineOf(text: string, now: Date): Date {
  const deadline = new Date(text);
  const earliest = now.getTime() + MIN_ROUND_HOURS * 3_600_000;
  const latest = now.getTime() + MAX_ROUND_DAYS * 24 * 3_600_000;
  const fits = deadline.getTime() >= earliest && deadline.getTime() <= latest;
  if (fits && /T.*(Z|[+-]\d\d:?\d\d)$/.test(text)) return deadline;
  const detail = `an ISO instant from ${MIN_ROUND_HOURS} hour to ${MAX_ROUND_DAYS} days from now`;
  throw new Refusal("validation_failed", "a round needs an end within its limits", {
    errors: [{ pointer: "/deadline", code: "out_of_range", detail }],
  });
}
