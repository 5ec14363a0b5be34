import type { Actor } from "../../shared/api/roles.ts";
import type { Party } from "../../shared/journal/audience.ts";
import { computeSchedule } from "../../shared/plans/computeSchedule.ts";
import { assessPolicy, type PolicyLimits } from "../../shared/plans/policy.ts";
import type { StatementBasis } from "../../shared/plans/statement.ts";
import type { OwnAnswer, ProposalView } from "../../shared/proposals/proposalView.ts";
import type { Case } from "../cases/index.ts";
import type { Proposal, ProposalAnswerRow } from "./proposal.entity.ts";
import { proposalAbilities } from "./proposal.policy.ts";

/** Who looks, and what that side has said itself. There is no place here for what the other side said. */
export type ProposalContext = {
  actor: Actor;
  party: Party;
  theCase: Case;
  now: Date;
  bases: ReadonlyMap<string, StatementBasis>;
  limits: PolicyLimits;
  ownAnswers: ReadonlyMap<string, ProposalAnswerRow>;
  warned: ReadonlySet<string>;
};

export function presentProposal(proposal: Proposal, context: ProposalContext): ProposalView {
  const { actor, party, theCase, now, limits } = context;
  const basis = context.bases.get(proposal.statementId);
  if (!basis) throw new Error("a proposal is computed from a statement of its case");
  const schedule = computeSchedule(basis, proposal.terms);
  const answer = context.ownAnswers.get(proposal.id) ?? null;
  const acknowledged = context.warned.has(proposal.id);
  return {
    id: proposal.id,
    number: proposal.number,
    status: proposal.status,
    terms: proposal.terms,
    termsHash: proposal.termsHash,
    schedule,
    totals: schedule.totals,
    note: proposal.note,
    warning: proposal.warning,
    openedAt: proposal.openedAt?.toISOString() ?? null,
    deadline: proposal.deadline?.toISOString() ?? null,
    closedAt: proposal.closedAt?.toISOString() ?? null,
    version: proposal.version,
    abilities: proposalAbilities(actor, party, theCase, proposal, { acknowledged, answer, now }),
    ...(party === "mediator" ? {} : { own: presentOwn(answer, acknowledged, party) }),
    ...(party === "platform" ? { breaches: assessPolicy(limits, basis, proposal.terms) } : {}),
  };
}

function presentOwn(
  answer: ProposalAnswerRow | null,
  acknowledged: boolean,
  party: "borrower" | "platform",
): OwnAnswer {
  return {
    acknowledged,
    answer: answer?.answer ?? null,
    answeredAt: answer?.answeredAt.toISOString() ?? null,
    answeredByName: answer?.answeredByName ?? null,
    ...(party === "platform" ? { leave: answer?.leave ?? "not_needed" } : {}),
  };
}
