import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { actorMay } from "../../shared/api/scopes.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { OfferSide } from "../../shared/offers/offerView.ts";
import { decideLeave } from "../../shared/proposals/answers.ts";
import { decideProposal, type ProposalCommand } from "../../shared/proposals/lifecycle.ts";
import type { ProposalAbility } from "../../shared/proposals/proposalView.ts";
import { onlyPartyToCase, type Case } from "../cases/index.ts";
import { isApprover } from "../offers/index.ts";
import type { Proposal, ProposalAnswerRow } from "./proposal.entity.ts";

/** Only the two sides answer; whoever proposed does not. */
export function onlyAnsweringSide(actor: Actor, theCase: Case): OfferSide {
  const party = onlyPartyToCase(actor, theCase);
  if (party === "mediator") throw new Refusal("forbidden", "only the two sides answer a proposal");
  return party;
}

/** What was not sent is the mediator's own. */
export function mayReadProposal(party: Party, proposal: Proposal): boolean {
  return proposal.openedAt !== null || party === "mediator";
}

/** What this person may do with this proposal now. For each side it depends on that side's own answer alone. */
export function proposalAbilities(
  actor: Actor,
  party: Party,
  theCase: Case,
  proposal: Proposal,
  own: { acknowledged: boolean; answer: ProposalAnswerRow | null; now: Date },
): ProposalAbility[] {
  if (theCase.stage !== "negotiating" || theCase.pausedAt !== null) return [];
  const can = (command: ProposalCommand) => decideProposal(proposal, command, own.now).ok;
  if (party === "mediator") return (["revise", "open", "withdraw"] as const).filter(can);
  if (!can("answer") || !actorMay(actor, "offer:put")) return [];
  if (!own.acknowledged) return ["acknowledge"];
  const waiting = decideLeave(own.answer, true) !== null;
  return isApprover(actor) && waiting ? ["answer", "answer_leave"] : ["answer"];
}
