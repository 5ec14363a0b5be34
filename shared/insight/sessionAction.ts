import { shanghaiDateOf } from "../calendar/shanghai.ts";
import type { NextAction } from "./action.ts";
import type { CaseFacts } from "./caseFacts.ts";
import { act, pressing } from "./urgency.ts";

const HOUR_MS = 3_600_000;

/** A live session that is on, or today; or a time for one that waits for this reader's word. */
export function sessionAction(
  party: "mediator" | "platform",
  facts: CaseFacts,
  now: Date,
): NextAction | null {
  const { sessionStatus: status, sessionAt: at, sessionSince: since } = facts;
  if (status === null || since === null) return null;
  if (status === "running" || status === "lobby") {
    return act("join_session", "session_now", { since: at ?? since, urgency: "now" });
  }
  if (status === "polling") return pollingAction(party, facts, since, now);
  if (at === null || shanghaiDateOf(at) !== shanghaiDateOf(now)) return null;
  const urgency = at.getTime() - now.getTime() <= HOUR_MS ? "now" : "today";
  return act("join_session", "session_today", { since, dueAt: at, urgency });
}

/** A platform hears of its own ticks only; the mediator when both sides have answered. */
function pollingAction(
  party: "mediator" | "platform",
  facts: CaseFacts,
  since: Date,
  now: Date,
): NextAction | null {
  if (party === "platform") {
    if (facts.sessionPlatformTicked) return null;
    return act("tick_times", "times_offered", { since, urgency: pressing(since, now) });
  }
  return facts.sessionSidesTicked < 2 ? null : act("fix_session", "both_ticked", { since, urgency: "today" });
}
