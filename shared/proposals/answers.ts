export const PROPOSAL_ANSWERS = ["yes", "no"] as const;
export type ProposalAnswer = (typeof PROPOSAL_ANSWERS)[number];

/**
 * The platform's own leave for its agent's yes to terms beyond the agent's limits: `not_needed`, or what the
 * approver said to it so far. Nobody outside the platform ever sees it.
 */
export const LEAVES = ["not_needed", "asked", "given", "refused"] as const;
export type Leave = (typeof LEAVES)[number];

/** What one side has said; null where it has said nothing. */
export type SealedAnswer = { answer: ProposalAnswer; leave: Leave } | null;

/**
 * What an answer is worth when it is given. Only a yes of somebody whose limits the terms go beyond needs leave, and
 * a new yes has to be asked for anew: what was allowed before was another answer.
 */
export function decideAnswer(answer: ProposalAnswer, by: { needsLeave: boolean }): NonNullable<SealedAnswer> {
  return { answer, leave: answer === "yes" && by.needsLeave ? "asked" : "not_needed" };
}

/** The approver's word on a yes that waits for it; null where nothing waits. It may be changed until the deadline. */
export function decideLeave(said: SealedAnswer, give: boolean): NonNullable<SealedAnswer> | null {
  if (said === null || said.answer !== "yes" || said.leave === "not_needed") return null;
  return { answer: said.answer, leave: give ? "given" : "refused" };
}

/** Whether an answer counts as a yes: silence is a no, and so is a yes without the leave it needed. */
export function countsAsYes(said: SealedAnswer): boolean {
  return said?.answer === "yes" && (said.leave === "not_needed" || said.leave === "given");
}

/** The one bit that ever leaves the seal: agreed when both sides said yes, and otherwise always the same. */
export function reveal(borrower: SealedAnswer, platform: SealedAnswer): "agreed" | "not_agreed" {
  return countsAsYes(borrower) && countsAsYes(platform) ? "agreed" : "not_agreed";
}
