import type { ProposalStatus } from "./lifecycle.ts";

/** Rounds of a case where the centre has set nothing else, and what it may set. */
export const USUAL_ROUNDS = 3;
export const MIN_ROUNDS = 1;
export const MAX_ROUNDS = 10;

export type Rounds = { limit: number; used: number; left: number };

/**
 * How many rounds a case has had and has left. What was withdrawn has told nobody anything and does not count; what is
 * open counts already.
 */
export function roundsOf(statuses: readonly ProposalStatus[], limit: number): Rounds {
  const used = statuses.filter((status) => status !== "drafted" && status !== "withdrawn").length;
  return { limit, used, left: Math.max(0, limit - used) };
}
