import { personIdOf, type Actor } from "../../shared/api/roles.ts";
import type { Party } from "../../shared/journal/audience.ts";
import { decideMinutes, type MinutesCommand } from "../../shared/minutes/lifecycle.ts";
import type { MinutesAbility, Present } from "../../shared/minutes/minutesView.ts";
import type { Minutes } from "./minutes.entity.ts";

/** A draft is the mediator's own; what was laid open is everybody's who was in the mediation. */
export function mayReadMinutes(party: Party, { status }: Minutes): boolean {
  return party === "mediator" || status === "open" || status === "final";
}

/** Somebody who was there and did not write the minutes themselves. */
export function presentAs(actor: Actor, minutes: Minutes): Present | null {
  const personId = personIdOf(actor);
  return confirming(minutes).find((one) => one.personId === personId) ?? null;
}

/** Everybody whose word is asked for. */
export function confirming({ body, draftedBy }: Minutes): Present[] {
  return body.present.filter(({ here, personId }) => here && personId !== draftedBy);
}

export function minutesAbilities(actor: Actor, party: Party, minutes: Minutes): MinutesAbility[] {
  const can = (command: MinutesCommand) => decideMinutes(minutes.status, command).ok;
  const abilities: MinutesAbility[] = [];
  if (party === "mediator") {
    abilities.push(...(["revise", "lay_open", "recall", "finish", "withdraw"] as const).filter(can));
  }
  if (can("answer") && presentAs(actor, minutes) !== null) abilities.push("answer");
  return abilities;
}
