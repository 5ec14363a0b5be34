import { Refusal } from "../../shared/api/refusal.ts";
import { personIdOf, type Actor } from "../../shared/api/roles.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { Agreement, AgreementSignatureRow } from "./agreement.entity.ts";

/** The person behind an actor, as signatures and steps name them. */
export function idOf(actor: Actor): string {
  const person = personIdOf(actor);
  if (person === null) throw new Refusal("forbidden", "a person signs, not the system");
  return person;
}

/** The name a party signs with: the one that stands in the text, be it that of who signs in the borrower's place. */
export function nameOnFile({ snapshot }: Agreement, party: Party): string {
  const { facts } = snapshot;
  if (party === "borrower") return facts.borrower.representative?.name ?? facts.borrower.name;
  return party === "platform" ? facts.platform.signatory.name : facts.mediator.name;
}

/** Who acts for the borrower here, or null where the borrower does. */
export function representativeIdOf(actor: Actor): string | null {
  return actor.kind === "borrower" ? (actor.representative?.id ?? null) : null;
}

export function partiesOf(signatures: readonly AgreementSignatureRow[]): Party[] {
  return signatures.map((signature) => signature.party);
}
