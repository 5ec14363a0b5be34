import { REACHING_STAGES } from "../cases/abilities.ts";
import { type CaseStage, ROOM_STAGES } from "../cases/lifecycle.ts";

/** What somebody may do with a statement of income and outgoings now. */
export const CAPACITY_ABILITIES = ["save", "submit", "share", "verify"] as const;
export type CapacityAbility = (typeof CAPACITY_ABILITIES)[number];

export type CapacityFacts = {
  stage: CaseStage;
  paused: boolean;
  /** Something was handed in. */
  submitted: boolean;
};

/** Why this cannot be done now, or null when it can. */
export function whyNot(
  ability: CapacityAbility,
  viewer: "borrower" | "mediator",
  { stage, paused, submitted }: CapacityFacts,
): "forbidden" | "stage_forbids" | "case_paused" | "nothing_submitted" | null {
  if ((ability === "verify") !== (viewer === "mediator")) return "forbidden";
  const stages = ability === "share" ? ROOM_STAGES : REACHING_STAGES;
  if (!stages.includes(stage)) return "stage_forbids";
  // Filling in is allowed in breathing space: nothing is sent and nobody is asked for anything.
  if (paused && ability !== "save") return "case_paused";
  if (!submitted && (ability === "share" || ability === "verify")) return "nothing_submitted";
  return null;
}

/** The abilities of a viewer, in the order of `CAPACITY_ABILITIES`. */
export function capacityAbilities(viewer: "borrower" | "mediator", facts: CapacityFacts): CapacityAbility[] {
  return CAPACITY_ABILITIES.filter((ability) => whyNot(ability, viewer, facts) === null);
}
