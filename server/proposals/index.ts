export { createProposals, PROPOSAL_QUEUES, type Proposals } from "./createProposals.ts";
export { Proposal, ProposalAnswerRow } from "./proposal.entity.ts";
export { proposalRoutes } from "./proposal.routes.ts";
