import { type Section, SECTIONS } from "../../../shared/capacity/lines.ts";
import type { CapacityDraft } from "../../../shared/capacity/statement.ts";

/** The screens of the form, in order. */
export const STEPS = ["household", ...SECTIONS, "review"] as const;
export type Step = (typeof STEPS)[number];

export const CAPACITY_PATH = "/case/capacity";

export function isStep(text: string): text is Step {
  return (STEPS as readonly string[]).includes(text);
}

export function stepPath(step: Step): string {
  return `${CAPACITY_PATH}/${step}`;
}

/** The screen after (or before) one; null at either end. */
export function besides(step: Step, by: 1 | -1): Step | null {
  return STEPS[STEPS.indexOf(step) + by] ?? null;
}

export function isSection(step: Step): step is Section {
  return step !== "household" && step !== "review";
}

/** Where somebody who comes back goes on: the first screen not reached yet, else the review. */
export function resumeStep(draft: CapacityDraft): Step {
  if (draft.householdSize === null && SECTIONS.every((section) => draft.sections[section] === "open"))
    return "household";
  return SECTIONS.find((section) => draft.sections[section] === "open") ?? "review";
}
