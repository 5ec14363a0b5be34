import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { actorMay } from "../../shared/api/scopes.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { Party } from "../../shared/journal/audience.ts";
import { decideRepresentative } from "../../shared/representatives/lifecycle.ts";
import {
  NAMING_STAGES,
  type RepresentativeAbility,
} from "../../shared/representatives/representativeView.ts";
import { asParty, onlyPartyToCase, type Case } from "../cases/index.ts";
import type { Representative } from "./representative.entity.ts";

/** Only the borrower, in person, and the mediator say who acts for the borrower. */
export function onlyNamer(actor: Actor, theCase: Case): "borrower" | "mediator" {
  const party = onlyPartyToCase(actor, theCase);
  if (party === "platform")
    throw new Refusal("forbidden", "the other side does not choose who speaks for the borrower");
  return party;
}

/** Whether this party may know of this person: the platform only of those who were accepted. */
export function mayKnow(party: Party, representative: Representative): boolean {
  if (party !== "platform") return true;
  return representative.decidedAt !== null && representative.status !== "refused";
}

/** What this person may do about this representative now; buttons follow it. */
export function representativeAbilities(
  actor: Actor,
  theCase: Case,
  representative: Representative,
  today: LocalDate,
): RepresentativeAbility[] {
  const party = asParty(actor, theCase);
  if (party === null || party === "platform") return [];
  const can = (command: "accept" | "refuse" | "end") =>
    decideRepresentative(representative, command, today).ok;
  const abilities: RepresentativeAbility[] = [];
  if (party === "mediator" && can("accept") && NAMING_STAGES.includes(theCase.stage))
    abilities.push("accept");
  if (party === "mediator" && can("refuse")) abilities.push("refuse");
  if (actorMay(actor, "representative:name")) {
    if (can("end")) abilities.push("end");
    const reachable = NAMING_STAGES.includes(theCase.stage) && theCase.pausedAt === null;
    if (representative.status === "accepted" && reachable) abilities.push("invite");
  }
  return abilities;
}

export function noSuchRepresentative(): Refusal {
  return new Refusal("not_found", "no such representative");
}

/** To outsiders neither the case nor the person exists. */
export function onlyInsider(actor: Actor, theCase: Case): Party {
  const party = asParty(actor, theCase);
  if (party === null) throw noSuchRepresentative();
  return party;
}
