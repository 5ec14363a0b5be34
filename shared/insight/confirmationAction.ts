import { addDays } from "../calendar/localDate.ts";
import { shanghaiDateOf, shanghaiInstant } from "../calendar/shanghai.ts";
import { daysLeft, WARNING_DAYS } from "../confirmations/lifecycle.ts";
import type { NextAction, Urgency } from "./action.ts";
import type { CaseFacts } from "./caseFacts.ts";
import { act } from "./urgency.ts";

const [WARN, WARN_AGAIN] = WARNING_DAYS;

/**
 * Judicial confirmation is the parties' choice: while nobody has asked for it the mediator hears of it only when time runs out.
 * An application that has begun waits in the queue from the first day.
 */
export function confirmationAction(facts: CaseFacts, now: Date): NextAction | null {
  const { confirmationStatus: status, confirmationDeadline: deadline } = facts;
  if (deadline === null || (status !== "open" && status !== "preparing" && status !== "signed")) return null;
  const left = daysLeft(shanghaiDateOf(now), deadline);
  if (left < 0 || (status === "open" && left > WARN)) return null;
  const urgency: Urgency = left <= WARN_AGAIN ? "now" : left <= WARN ? "today" : "soon";
  const code = status === "open" ? "confirmation_open" : `confirmation_${status}`;
  return act("confirm_agreement", code, {
    since: facts.stageSince,
    dueAt: shanghaiInstant(addDays(deadline, 1), 0),
    urgency,
    params: { days: left },
  });
}
