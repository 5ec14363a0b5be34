import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import type { StatementBasis } from "../../shared/plans/statement.ts";
import type { PolicyBreach } from "../../shared/plans/policy.ts";
import { assessPolicy } from "../../shared/plans/policy.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import {
  decideProposal,
  type ProposalCommand,
  type ProposalStatus,
} from "../../shared/proposals/lifecycle.ts";
import type { ProposalView } from "../../shared/proposals/proposalView.ts";
import { onlyPartyToCase, type Case, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { basisOf, type CurrentStatement, type StatementService } from "../debts/index.ts";
import type { Journal } from "../journal/index.ts";
import { caseLimits, onlySoundTerms, type OfferAcceptance } from "../offers/index.ts";
import type { OrganisationService } from "../organisations/index.ts";
import { personOf, type RoomService } from "../rooms/index.ts";
import type { Proposal } from "./proposal.entity.ts";
import { mayReadProposal } from "./proposal.policy.ts";
import { presentProposal, type ProposalContext } from "./proposal.presenter.ts";
import type { ProposalRepository } from "./proposal.repository.ts";

/** Refuses terms of which no agreement could be drawn up today, with what is missing. */
export type OnlyComposable = (
  tx: Tx,
  actor: Actor,
  input: { theCase: Case; terms: Terms; statement: CurrentStatement },
) => Promise<void>;

export type ProposalDeps = {
  rows: ProposalRepository;
  cases: CaseService;
  statements: StatementService;
  organisations: OrganisationService;
  rooms: RoomService;
  journal: Journal;
  acceptance: OfferAcceptance;
  onlyComposable: OnlyComposable;
};

export type At = { theCase: Case; party: Party; proposal: Proposal };

/** What every command on a proposal begins and ends with. */
export class ProposalDesk {
  readonly rows: ProposalRepository;
  readonly cases: CaseService;
  readonly #deps: ProposalDeps;

  constructor(deps: ProposalDeps) {
    this.rows = deps.rows;
    this.cases = deps.cases;
    this.#deps = deps;
  }

  /** The case, locked, for a party that is still welcome. */
  async lockCase(tx: Tx, actor: Actor, caseId: string): Promise<{ theCase: Case; party: Party }> {
    const theCase = await this.cases.lock(tx, caseId);
    const party = onlyPartyToCase(actor, theCase);
    await this.#deps.rooms.onlyIfNotRemoved(tx, actor, caseId);
    return { theCase, party };
  }

  /** A proposal with its case, both locked, the case first. What somebody may not read does not exist for them. */
  async lock(tx: Tx, actor: Actor, proposalId: string): Promise<At> {
    const seen = await this.rows.find(tx, proposalId);
    if (!seen) throw noSuchProposal();
    const { theCase, party } = await this.lockCase(tx, actor, seen.caseId).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === "not_found" ? noSuchProposal() : error;
    });
    const proposal = await this.rows.lock(tx, proposalId);
    if (!proposal || !mayReadProposal(party, proposal)) throw noSuchProposal();
    return { theCase, party, proposal };
  }

  statement(tx: Tx, caseId: string): Promise<CurrentStatement> {
    return this.#deps.statements.current(tx, caseId);
  }

  /** Refuse terms that could not be put as an offer on the statement in force, or of which no agreement could be made. */
  async onlyConcludable(
    tx: Tx,
    actor: Actor,
    input: { theCase: Case; terms: Terms; statement: CurrentStatement; now: Date },
  ): Promise<void> {
    const { theCase, terms, statement, now } = input;
    const { payeeAccount: payee } = await this.#deps.organisations.organisation(tx, theCase.platformId);
    onlySoundTerms(terms, { statement, payee, now });
    await this.#deps.onlyComposable(tx, actor, { theCase, terms, statement });
  }

  /** What of the platform's limits in force the terms go beyond. */
  async breaches(tx: Tx, { theCase, proposal }: At): Promise<PolicyBreach[]> {
    const basis = basisOf(await this.#deps.statements.version(tx, proposal.statementId));
    return assessPolicy(await caseLimits(tx, theCase, this.#deps), basis, proposal.terms);
  }

  async write(tx: Tx, actor: Actor, caseId: string, draft: EventDraft): Promise<void> {
    await this.#deps.journal.append(tx, caseId, actor, [draft]);
  }

  /** The case goes on as after an accepted offer; `announce` is written where the offer's acceptance would be. */
  async conclude(
    tx: Tx,
    actor: Actor,
    input: Parameters<OfferAcceptance["concludeJointly"]>[2],
  ): Promise<void> {
    await this.#deps.acceptance.concludeJointly(tx, actor, input);
  }

  /** Proposals of a case as a party may see them, the newest first. */
  async list(tx: Tx, actor: Actor, theCase: Case, party: Party): Promise<ProposalView[]> {
    const all = await this.rows.ofCase(tx, theCase.id);
    const proposals = all.filter((proposal) => mayReadProposal(party, proposal));
    if (proposals.length === 0) return [];
    const context = await this.#context(tx, actor, { theCase, party }, proposals);
    return proposals.map((proposal) => presentProposal(proposal, context));
  }

  async view(tx: Tx, actor: Actor, { theCase, party, proposal }: At): Promise<ProposalView> {
    return presentProposal(proposal, await this.#context(tx, actor, { theCase, party }, [proposal]));
  }

  async #context(
    tx: Tx,
    actor: Actor,
    { theCase, party }: { theCase: Case; party: Party },
    proposals: readonly Proposal[],
  ): Promise<ProposalContext> {
    const ids = proposals.map(({ id }) => id);
    const bases = new Map<string, StatementBasis>();
    for (const { statementId } of proposals) {
      if (bases.has(statementId)) continue;
      bases.set(statementId, basisOf(await this.#deps.statements.version(tx, statementId)));
    }
    const own = party === "mediator" ? [] : await this.rows.answersOf(tx, ids, party);
    return {
      actor,
      party,
      theCase,
      now: tx.now,
      bases,
      limits: await caseLimits(tx, theCase, this.#deps),
      ownAnswers: new Map(own.map((row) => [row.proposalId, row])),
      warned: await this.rows.warned(tx, ids, personOf(actor)),
    };
  }
}

/** The status after a command, or the lifecycle's refusal. */
export function decided(proposal: Proposal, command: ProposalCommand, now: Date): ProposalStatus {
  const decision = decideProposal(proposal, command, now);
  if (!decision.ok) throw new Refusal(decision.code, "this proposal does not allow this now");
  return decision.to;
}

function noSuchProposal(): Refusal {
  return new Refusal("not_found", "no such proposal");
}
