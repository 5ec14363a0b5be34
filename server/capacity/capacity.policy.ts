import { whyNot, type CapacityAbility, type CapacityFacts } from "../../shared/capacity/abilities.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { onlyPartyToCase, type Case } from "../cases/index.ts";
import type { CapacityStatementRow } from "./capacity.entity.ts";

export type CapacityViewer = "borrower" | "mediator";

/** Only the borrower and the mediator of this case. To anybody else there is nothing to see here. */
export function onlyBorrowerOrMediator(actor: Actor, theCase: Case): CapacityViewer {
  const party = onlyPartyToCase(actor, theCase);
  if (party === "platform") throw new Refusal("not_found", "no such case");
  return party;
}

export function factsOf(theCase: Case, row: CapacityStatementRow | null): CapacityFacts {
  return {
    stage: theCase.stage,
    paused: theCase.pausedAt !== null,
    submitted: (row?.submitted ?? null) !== null,
  };
}

/** Refuse what cannot be done with this statement now. */
export function onlyIfAble(ability: CapacityAbility, viewer: CapacityViewer, facts: CapacityFacts): void {
  const obstacle = whyNot(ability, viewer, facts);
  switch (obstacle) {
    case null:
      return;
    case "forbidden":
      throw new Refusal(obstacle, "this is for the other one to do");
    case "stage_forbids":
      throw new Refusal(obstacle, `not possible while the case is ${facts.stage}`);
    case "case_paused":
      throw new Refusal(obstacle, "the case is paused");
    case "nothing_submitted":
      throw new Refusal("not_found", "nothing has been handed in yet");
  }
}
