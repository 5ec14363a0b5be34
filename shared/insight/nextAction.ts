import { URGENCIES, type NextAction } from "./action.ts";
import type { CaseFacts, QueueRole } from "./caseFacts.ts";
import { centreAction } from "./centreAction.ts";
import { lawyerAction } from "./lawyerAction.ts";
import { mediatorAction } from "./mediatorAction.ts";
import { platformAction } from "./platformAction.ts";

/**
 * The one next thing this role should do about a case, or null when there is nothing for it to do.
 * Pure: the same facts at the same instant give the same answer.
 */
export function nextAction(role: QueueRole, facts: CaseFacts, now: Date): NextAction | null {
  switch (role) {
    case "mediator":
      return mediatorAction(facts, now);
    case "centre":
      return centreAction(facts, now);
    case "platform_agent":
    case "platform_approver":
      return platformAction(role, facts, now);
    case "lawyer":
      return lawyerAction(facts);
  }
}

/** Most urgent first; within an urgency what is due first, then what has waited longest. */
export function compareActions(a: NextAction, b: NextAction): number {
  const byUrgency = URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency);
  if (byUrgency !== 0) return byUrgency;
  const dueA = a.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const dueB = b.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  if (dueA !== dueB) return dueA - dueB;
  return a.since.getTime() - b.since.getTime();
}
