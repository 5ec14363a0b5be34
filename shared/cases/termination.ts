import type { CaseStage, TerminationReason } from "./lifecycle.ts";

/**
 * The reasons a mediator may give for ending a case, by the stage it is in. A case in intake has no mediator
 * and ends only by the centre's decision; after the agreement takes effect there is no mediation left to end.
 */
const MEDIATOR_REASONS: Record<CaseStage, readonly TerminationReason[]> = {
  intake: [],
  invited: [
    "unreachable",
    "no_answer_in_time",
    "declined_by_borrower",
    "declined_by_platform",
    "out_of_scope",
  ],
  preparing: [
    "impasse",
    "withdrawn_by_borrower",
    "withdrawn_by_platform",
    "unreachable",
    "no_answer_in_time",
    "out_of_scope",
    "expired",
  ],
  negotiating: [
    "impasse",
    "withdrawn_by_borrower",
    "withdrawn_by_platform",
    "unreachable",
    "no_answer_in_time",
    "out_of_scope",
    "expired",
  ],
  signing: ["impasse", "withdrawn_by_borrower", "withdrawn_by_platform", "no_answer_in_time", "expired"],
  performing: [],
  breached: [],
  terminated: [],
  escalated: [],
  completed: [],
  closed: [],
};

/** Reasons a mediator may choose from in this stage; none where a mediation cannot be ended. */
export function mediatorReasons(stage: CaseStage): readonly TerminationReason[] {
  return MEDIATOR_REASONS[stage];
}

/**
 * Mediation is voluntary: the reason recorded when a party says no, or null where it is too late to leave.
 * Before both have consented it is declined, afterwards withdrawn from.
 */
export function leavingReason(stage: CaseStage, party: "borrower" | "platform"): TerminationReason | null {
  switch (stage) {
    case "invited":
      return party === "borrower" ? "declined_by_borrower" : "declined_by_platform";
    case "preparing":
    case "negotiating":
    case "signing":
      return party === "borrower" ? "withdrawn_by_borrower" : "withdrawn_by_platform";
    case "intake":
      return party === "platform" ? "withdrawn_by_platform" : null;
    case "performing":
    case "breached":
    case "terminated":
    case "escalated":
    case "completed":
    case "closed":
      return null;
  }
}
