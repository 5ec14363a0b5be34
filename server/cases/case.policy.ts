import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Party, Viewer } from "../../shared/journal/audience.ts";
import type { StaffActor } from "../organisations/index.ts";
import type { Case } from "./case.entity.ts";

export type BorrowerActor = Actor & { kind: "borrower" };
/** The part of a case that says who its parties are. */
export type PartiesOfCase = Pick<Case, "id" | "borrowerId" | "platformId" | "mediatorId" | "coMediatorIds">;

/** What this person is in this case: its borrower, staff of its platform, its mediator, or nobody. */
export function asParty(actor: Actor, theCase: PartiesOfCase): Party | null {
  if (actor.kind === "borrower") {
    return actor.caseId === theCase.id && actor.borrowerId === theCase.borrowerId ? "borrower" : null;
  }
  if (actor.kind === "system") return null;
  switch (actor.role) {
    case "platform_agent":
    case "platform_approver":
    case "platform_system":
      return actor.organisationId === theCase.platformId ? "platform" : null;
    case "mediator":
      return mediates(actor.staffId, theCase) ? "mediator" : null;
    case "lawyer":
    case "centre_admin":
      return null;
  }
}

/** Only a party to this case. To anybody else the case does not exist, so ids cannot be probed. */
export function onlyPartyToCase(actor: Actor, theCase: Case): Party {
  const party = asParty(actor, theCase);
  if (party === null) throw noSuchCase();
  return party;
}

/** As whom this person reads the case: a party, or the centre that keeps it. */
export function viewerOfCase(actor: Actor, theCase: Case): Viewer {
  return isCentreOfCase(actor, theCase) ? "centre" : onlyPartyToCase(actor, theCase);
}

export function onlyMediatorOfCase(actor: Actor, theCase: Case): StaffActor {
  const viewer = viewerOfCase(actor, theCase);
  if (viewer !== "mediator" || actor.kind !== "staff") throw notYours("the mediator");
  return actor;
}

/** The mediator who answers for the case; whoever mediates beside them does not end it, sign it, or choose others. */
export function onlyLeadMediatorOfCase(actor: Actor, theCase: Case): StaffActor {
  const mediator = onlyMediatorOfCase(actor, theCase);
  if (!isLeadMediator(actor, theCase)) throw notYours("the mediator who leads it");
  return mediator;
}

export function isLeadMediator(actor: Actor, theCase: PartiesOfCase): boolean {
  return actor.kind === "staff" && actor.staffId === theCase.mediatorId;
}

function mediates(staffId: string, { mediatorId, coMediatorIds }: PartiesOfCase): boolean {
  return staffId === mediatorId || coMediatorIds.includes(staffId);
}

export function onlyPlatformOfCase(actor: Actor, theCase: Case): StaffActor {
  const viewer = viewerOfCase(actor, theCase);
  if (viewer !== "platform" || actor.kind !== "staff") throw notYours("the platform");
  return actor;
}

export function onlyBorrowerOfCase(actor: Actor, theCase: Case): BorrowerActor {
  const viewer = viewerOfCase(actor, theCase);
  if (viewer !== "borrower" || actor.kind !== "borrower") throw notYours("the borrower");
  return actor;
}

export function onlyCentreOfCase(actor: Actor, theCase: Case): StaffActor {
  const viewer = viewerOfCase(actor, theCase);
  if (viewer !== "centre" || actor.kind !== "staff") throw notYours("the centre");
  return actor;
}

/** The mediator of this case, or the office of the centre that keeps it. */
export function onlyMediatorOrCentreOfCase(actor: Actor, theCase: Case): StaffActor {
  const viewer = viewerOfCase(actor, theCase);
  if ((viewer !== "mediator" && viewer !== "centre") || actor.kind !== "staff") {
    throw notYours("the mediator or the centre");
  }
  return actor;
}

function isCentreOfCase(actor: Actor, theCase: Case): boolean {
  return actor.kind === "staff" && actor.role === "centre_admin" && actor.organisationId === theCase.centreId;
}

export function noSuchCase(): Refusal {
  return new Refusal("not_found", "no such case");
}

function notYours(who: string): Refusal {
  return new Refusal("forbidden", `only ${who} of this case may do this`);
}
