import type { Withdrawer } from "../../shared/agreements/lifecycle.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { actorMay } from "../../shared/api/scopes.ts";
import type { Party, Viewer } from "../../shared/journal/audience.ts";
import { asParty, isLeadMediator, viewerOfCase, type Case } from "../cases/index.ts";
import type { Agreement } from "./agreement.entity.ts";

/** The centre's office reads an agreement once everybody has signed it; before that it is still negotiation. */
export const CENTRE_READS = ["signed", "sealed"] as const;

/** As whom this person reads the agreement; to anybody else it does not exist. */
export function viewerOfAgreement(actor: Actor, theCase: Case, agreement: Agreement): Viewer {
  const viewer = viewerOfCase(actor, theCase);
  const centreReads: readonly string[] = CENTRE_READS;
  if (viewer === "centre" && !centreReads.includes(agreement.status)) throw noSuchAgreement();
  return viewer;
}

/**
 * For which party this person may sign: the borrower, or the representative the text names in their place; the
 * platform's named signatory; the mediator who leads the case.
 */
export function signerOf(actor: Actor, theCase: Case, agreement: Agreement): Party | null {
  const party = asParty(actor, theCase);
  if (party === "mediator") return isLeadMediator(actor, theCase) ? party : null;
  if (party === "borrower") return isNamedSigner(actor, agreement) ? party : null;
  return actor.kind === "staff" && actor.staffId === agreement.snapshot.signatoryId ? "platform" : null;
}

/** A text that says somebody signs for the borrower is signed by that person, and any other by the borrower. */
function isNamedSigner(actor: Actor, { snapshot }: Agreement): boolean {
  if (actor.kind !== "borrower") return false;
  return (actor.representative?.id ?? null) === (snapshot.representativeId ?? null);
}

/** Only those the agreement names sign it. */
export function onlySigner(actor: Actor, theCase: Case, agreement: Agreement): Party {
  viewerOfAgreement(actor, theCase, agreement);
  const party = signerOf(actor, theCase, agreement);
  if (party === null) throw new Refusal("forbidden", "only those the agreement names may sign it");
  return party;
}

/** For which party this person may refuse to sign: whoever would sign, and the borrower in person in any case. */
export function refuserOf(actor: Actor, theCase: Case, agreement: Agreement): Party | null {
  const inPerson = actor.kind === "borrower" && !actor.representative;
  return signerOf(actor, theCase, agreement) ?? (inPerson ? asParty(actor, theCase) : null);
}

/** As whom this person may take back what is not sealed: its proposer, the mediator, or the centre that keeps it. */
export function withdrawerOf(actor: Actor, theCase: Case, agreement: Agreement): Withdrawer | null {
  const viewer = viewerOfAgreement(actor, theCase, agreement);
  if (viewer === "mediator" || viewer === "centre") return viewer;
  if (viewer !== agreement.proposedBy) return null;
  const agent =
    actor.kind === "staff" ? actor.role !== "platform_approver" : !actorMay(actor, "agreement:withdraw");
  return agent ? null : "proposer";
}

export function onlyWithdrawer(actor: Actor, theCase: Case, agreement: Agreement): Withdrawer {
  const by = withdrawerOf(actor, theCase, agreement);
  if (by === null)
    throw new Refusal("forbidden", "only its proposer, the mediator or the centre withdraws it");
  return by;
}

export function noSuchAgreement(): Refusal {
  return new Refusal("not_found", "no such agreement");
}
