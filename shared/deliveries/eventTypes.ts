import type { EventType } from "../journal/events.ts";

/** What a platform's systems can be told of. All of it is in the record that every party reads. */
export const WEBHOOK_EVENTS = [
  "agreement.sealed",
  "plan.breached",
  "plan.completed",
  "case.terminated",
] as const satisfies readonly EventType[];
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** A message that says nothing, sent by hand to see whether it arrives. */
export const PING = "ping";
export type MessageType = WebhookEvent | typeof PING;

export function isWebhookEvent(type: string): type is WebhookEvent {
  const known: readonly string[] = WEBHOOK_EVENTS;
  return known.includes(type);
}
