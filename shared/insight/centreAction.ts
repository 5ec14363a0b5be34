import type { CaseFacts } from "./caseFacts.ts";
import type { NextAction } from "./action.ts";
import { act, pressing } from "./urgency.ts";

/** The office takes cases on, finds them a mediator, and seals what all have signed. */
export function centreAction(facts: CaseFacts, now: Date): NextAction | null {
  if (facts.pausedAt !== null) return null;
  if (facts.stage === "intake") return intakeAction(facts, now);
  if (facts.stage === "signing" && facts.agreementStatus === "signed") {
    const since = facts.agreementSince ?? facts.stageSince;
    return act("seal", "all_signed", { since, urgency: "now" });
  }
  return null;
}

function intakeAction(facts: CaseFacts, now: Date): NextAction | null {
  const { createdAt, acceptedAt, proposedAt } = facts;
  if (acceptedAt === null) {
    return act("accept_case", "new_case", { since: createdAt, urgency: pressing(createdAt, now) });
  }
  if (proposedAt !== null) {
    return act("appoint", "declaration_awaited", { since: proposedAt, urgency: "waiting" });
  }
  return act("appoint", "no_mediator", { since: acceptedAt, urgency: pressing(acceptedAt, now) });
}
