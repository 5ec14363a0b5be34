import type { Withdrawer } from "../../shared/agreements/lifecycle.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Party, Viewer } from "../../shared/journal/audience.ts";
import { asParty, viewerOfCase, type Case } from "../cases/index.ts";
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

/** For which party this person may sign: the borrower, the platform's named signatory, the mediator. */
export function signerOf(actor: Actor, theCase: Case, agreement: Agreement): Party | null {
  const party = asParty(actor, theCase);
  if (party !== "platform") return party;
  return actor.kind === "staff" && actor.staffId === agreement.snapshot.signatoryId ? "platform" : null;
}

/** Only those the agreement names sign it. */
export function onlySigner(actor: Actor, theCase: Case, agreement: Agreement): Party {
  viewerOfAgreement(actor, theCase, agreement);
  const party = signerOf(actor, theCase, agreement);
  if (party === null) throw new Refusal("forbidden", "only those the agreement names may sign it");
  return party;
}

/** As whom this person may take back what is not sealed: its proposer, the mediator, or the centre that keeps it. */
export function withdrawerOf(actor: Actor, theCase: Case, agreement: Agreement): Withdrawer | null {
  const viewer = viewerOfAgreement(actor, theCase, agreement);
  if (viewer === "mediator" || viewer === "centre") return viewer;
  if (viewer !== agreement.proposedBy) return null;
  const agent = actor.kind === "staff" && actor.role !== "platform_approver";
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
