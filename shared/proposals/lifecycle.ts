/** What a mediator's proposal can be, as stored. `drafted` is the mediator's own business. */
export const PROPOSAL_STATUSES = ["drafted", "open", "agreed", "not_agreed", "withdrawn"] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

export const PROPOSAL_COMMANDS = [
  "revise",
  "open",
  "answer",
  "withdraw",
  "reveal_agreed",
  "reveal_not_agreed",
] as const;
export type ProposalCommand = (typeof PROPOSAL_COMMANDS)[number];

/** For each status and command the next status, or null where the command is refused. A missing cell does not compile. */
export const PROPOSAL_TRANSITIONS: Record<ProposalStatus, Record<ProposalCommand, ProposalStatus | null>> = {
  drafted: row({ revise: "drafted", open: "open", withdraw: "withdrawn" }),
  open: row({
    answer: "open",
    withdraw: "withdrawn",
    reveal_agreed: "agreed",
    reveal_not_agreed: "not_agreed",
  }),
  agreed: row({}),
  not_agreed: row({}),
  withdrawn: row({}),
};

function row(
  legal: Partial<Record<ProposalCommand, ProposalStatus>>,
): Record<ProposalCommand, ProposalStatus | null> {
  return {
    revise: null,
    open: null,
    answer: null,
    withdraw: null,
    reveal_agreed: null,
    reveal_not_agreed: null,
    ...legal,
  };
}

/** At the instant of the deadline itself nothing can be answered any more, and the result may be revealed. */
export function isPastDeadline(deadline: Date | null, now: Date): boolean {
  return deadline !== null && now.getTime() >= deadline.getTime();
}

export type ProposalDecision =
  | { ok: true; to: ProposalStatus }
  | { ok: false; code: "proposal_not_open" | "deadline_passed" | "deadline_not_reached" };

/** Decide one command on a proposal at `now`: answers and withdrawal before the deadline, the result from then on. */
export function decideProposal(
  proposal: { status: ProposalStatus; deadline: Date | null },
  command: ProposalCommand,
  now: Date,
): ProposalDecision {
  const to = PROPOSAL_TRANSITIONS[proposal.status][command];
  if (to === null) return { ok: false, code: "proposal_not_open" };
  if (proposal.status !== "open") return { ok: true, to };
  const past = isPastDeadline(proposal.deadline, now);
  const revealing = command === "reveal_agreed" || command === "reveal_not_agreed";
  if (past === revealing) return { ok: true, to };
  return { ok: false, code: revealing ? "deadline_not_reached" : "deadline_passed" };
}
