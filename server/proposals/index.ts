export { createProposals, PROPOSAL_QUEUES } from "./createProposals.ts";
export { Proposal, ProposalAnswerRow } from "./proposal.entity.ts";
export { proposalRoutes } from "./proposal.routes.ts";
