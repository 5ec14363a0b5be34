import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { actorMay } from "../../shared/api/scopes.ts";
import type { Party } from "../../shared/journal/audience.ts";
import { ACCEPTANCE_TRANSITIONS, decideOffer, type OfferCommand } from "../../shared/offers/lifecycle.ts";
import type { OfferAbility, OfferSide } from "../../shared/offers/offerView.ts";
import type { PolicyBreach } from "../../shared/plans/policy.ts";
import { onlyPartyToCase, type Case } from "../cases/index.ts";
import type { Offer } from "./offer.entity.ts";

/** Only the two sides bargain; the mediator looks on. */
export function onlyBargainingParty(actor: Actor, theCase: Case): OfferSide {
  const party = onlyPartyToCase(actor, theCase);
  if (party === "mediator") throw new Refusal("forbidden", "the mediator does not bargain");
  return party;
}

/** What a platform has not put stays inside the platform. */
export function mayReadOffer(party: Party, offer: Offer): boolean {
  return offer.putAt !== null || party === offer.by;
}

/** Only the side an offer was put to answers it. */
export function onlyOtherSide(side: OfferSide, offer: Offer): void {
  if (offer.by === side) throw new Refusal("forbidden", "an offer is answered by the other side");
}

/** Only the side that put an offer takes it back. */
export function onlyOwnSide(side: OfferSide, offer: Offer): void {
  if (offer.by !== side) throw new Refusal("forbidden", "only the side that put an offer takes it back");
}

export function isApprover(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "platform_approver";
}

/** The limits bind the platform's agents; its approver decides beyond them, and the borrower is not bound at all. */
export function needsApproval(actor: Actor, side: OfferSide, breaches: readonly PolicyBreach[]): boolean {
  return side === "platform" && !isApprover(actor) && breaches.length > 0;
}

/** What this person may do with this offer now; buttons follow this. */
export function offerAbilities(
  actor: Actor,
  party: Party,
  theCase: Case,
  offer: Offer,
  context: { now: Date; breaches: readonly PolicyBreach[] },
): OfferAbility[] {
  if (party === "mediator" || theCase.stage !== "negotiating" || theCase.pausedAt !== null) return [];
  if (!actorMay(actor, "offer:put")) return [];
  const can = (command: OfferCommand) => decideOffer(offer, command, context.now).ok;
  const asked = offer.acceptanceApproval ?? "none";
  const abilities: OfferAbility[] = [];
  if (party === offer.by) {
    if (can("withdraw")) abilities.push("withdraw");
  } else {
    if (can("counter")) abilities.push("counter");
    if (can("decline")) abilities.push("decline");
    if (can("accept")) {
      if (!needsApproval(actor, party, context.breaches)) abilities.push("accept");
      else if (ACCEPTANCE_TRANSITIONS[asked].request !== null) abilities.push("request_acceptance");
    }
  }
  const waiting = can("approve") || (can("accept") && asked === "requested");
  if (isApprover(actor) && waiting) abilities.push("answer_approval");
  return abilities;
}
