/** The stages of a case, in the order a case usually meets them. */
export const CASE_STAGES = [
  "intake",
  "invited",
  "preparing",
  "negotiating",
  "signing",
  "performing",
  "breached",
  "terminated",
  "escalated",
  "completed",
  "closed",
] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

/** What can move a case from one stage to another. */
export const CASE_MOVES = [
  "issue_notices",
  "both_consented",
  "open_offers",
  "same_terms_accepted",
  "seal_agreement",
  "refuse_signature",
  "last_payment",
  "declare_breach",
  "cure_breach",
  "renegotiate",
  "keep_plan",
  "keep_broken_plan",
  "terminate",
  "hand_to_lawyer",
  "record_outcome",
  "close",
] as const;
export type CaseMove = (typeof CASE_MOVES)[number];

/**
 * The whole lifecycle: for each stage and move the next stage, or null where the move is refused.
 * Keyed by literal unions, so a cell that is missing does not compile.
 */
export const CASE_TRANSITIONS: Record<CaseStage, Record<CaseMove, CaseStage | null>> = {
  intake: row({ issue_notices: "invited", terminate: "terminated" }),
  invited: row({ both_consented: "preparing", terminate: "terminated" }),
  preparing: row({ open_offers: "negotiating", terminate: "terminated" }),
  negotiating: row({
    same_terms_accepted: "signing",
    terminate: "terminated",
    keep_plan: "performing",
    keep_broken_plan: "breached",
  }),
  signing: row({
    seal_agreement: "performing",
    refuse_signature: "negotiating",
    terminate: "terminated",
  }),
  performing: row({
    last_payment: "completed",
    declare_breach: "breached",
    renegotiate: "negotiating",
  }),
  breached: row({
    cure_breach: "performing",
    renegotiate: "negotiating",
    hand_to_lawyer: "escalated",
  }),
  terminated: row({ hand_to_lawyer: "escalated", close: "closed" }),
  escalated: row({ record_outcome: "closed" }),
  completed: row({}),
  closed: row({}),
};

function row(legal: Partial<Record<CaseMove, CaseStage>>): Record<CaseMove, CaseStage | null> {
  return {
    issue_notices: null,
    both_consented: null,
    open_offers: null,
    same_terms_accepted: null,
    seal_agreement: null,
    refuse_signature: null,
    last_payment: null,
    declare_breach: null,
    cure_breach: null,
    renegotiate: null,
    keep_plan: null,
    keep_broken_plan: null,
    terminate: null,
    hand_to_lawyer: null,
    record_outcome: null,
    close: null,
    ...legal,
  };
}

/** The stages in which the room takes messages: from the first consent to the end. */
export const ROOM_STAGES: readonly CaseStage[] = [
  "preparing",
  "negotiating",
  "signing",
  "performing",
  "breached",
];

/** Why a mediation ended without agreement; a packet and a certificate name the category and nothing more. */
export const TERMINATION_REASONS = [
  "out_of_scope",
  "declined_by_borrower",
  "declined_by_platform",
  "unreachable",
  "no_answer_in_time",
  "impasse",
  "withdrawn_by_platform",
  "withdrawn_by_borrower",
  "expired",
] as const;
export type TerminationReason = (typeof TERMINATION_REASONS)[number];

export type CaseState = { stage: CaseStage; pausedAt: string | null };

export type CaseDecision =
  { ok: true; from: CaseStage; to: CaseStage } | { ok: false; code: "stage_forbids" | "case_paused" };

/**
 * Decide one move of a case.
 *
 * A paused case moves nowhere except to its termination: breathing space stops every clock, but
 * nobody can be kept in a mediation they have left.
 */
export function decideCaseMove(state: CaseState, move: CaseMove): CaseDecision {
  const to = CASE_TRANSITIONS[state.stage][move];
  if (to === null) return { ok: false, code: "stage_forbids" };
  if (state.pausedAt !== null && move !== "terminate") return { ok: false, code: "case_paused" };
  return { ok: true, from: state.stage, to };
}
