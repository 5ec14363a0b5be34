import type { Actor } from "../../shared/api/roles.ts";
import { actorMay } from "../../shared/api/scopes.ts";
import type { ConfirmationParty } from "../../shared/confirmations/lifecycle.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import { asParty, onlyMediatorOrCentreOfCase, viewerOfCase, type Case } from "../cases/index.ts";

/** The mediator and the office of the centre help the parties apply; they do not apply. */
export const onlyKeeper = onlyMediatorOrCentreOfCase;

/** As whom this person applies: the borrower, or a signatory of the platform. */
export function applicantOf(actor: Actor, theCase: Case): ConfirmationParty | null {
  const party = asParty(actor, theCase);
  if (party === "borrower") return actorMay(actor, "confirmation:sign") ? party : null;
  const signs = actor.kind === "staff" && actor.role === "platform_approver";
  return party === "platform" && signs ? party : null;
}

export function onlyApplicant(actor: Actor, theCase: Case): ConfirmationParty {
  viewerOfCase(actor, theCase);
  const party = applicantOf(actor, theCase);
  if (party === null) throw new Refusal("forbidden", "only the two parties apply");
  return party;
}
