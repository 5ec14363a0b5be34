import type { CaseFacts } from "./caseFacts.ts";
import type { NextAction } from "./action.ts";
import { act } from "./urgency.ts";

/** A lawyer reads a packet, files it, and records what came of it. */
export function lawyerAction(facts: CaseFacts): NextAction | null {
  if (facts.escalationStatus !== "sealed" || facts.escalationId === null) return null;
  const since = facts.escalationSince ?? facts.stageSince;
  const params = { escalationId: facts.escalationId };
  return facts.packetOpened
    ? act("file_packet", "outcome_open", { since, urgency: "soon", params })
    : act("file_packet", "packet_unread", { since, urgency: "today", params });
}
