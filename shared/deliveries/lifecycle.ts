/** `active` receives · `paused` by its platform, messages wait · `gone` it answered 410 · `removed` for good. */
export const ENDPOINT_STATUSES = ["active", "paused", "gone", "removed"] as const;
export type EndpointStatus = (typeof ENDPOINT_STATUSES)[number];

export const ENDPOINT_COMMANDS = ["pause", "resume", "answered_gone", "remove"] as const;
export type EndpointCommand = (typeof ENDPOINT_COMMANDS)[number];

/** The whole lifecycle of an endpoint: the next status, or null where the command is refused. */
export const ENDPOINT_TRANSITIONS: Record<EndpointStatus, Record<EndpointCommand, EndpointStatus | null>> = {
  active: { pause: "paused", resume: null, answered_gone: "gone", remove: "removed" },
  paused: { pause: null, resume: "active", answered_gone: "gone", remove: "removed" },
  gone: { pause: null, resume: "active", answered_gone: null, remove: "removed" },
  removed: { pause: null, resume: null, answered_gone: null, remove: null },
};

/** `pending` waits for its next attempt · `delivered` was taken with a 2xx · `failed` is tried no more by itself. */
export const DELIVERY_STATUSES = ["pending", "delivered", "failed"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const DELIVERY_COMMANDS = ["succeed", "retry", "give_up", "redeliver"] as const;
export type DeliveryCommand = (typeof DELIVERY_COMMANDS)[number];

/** The whole lifecycle of a message on its way to one endpoint. */
export const DELIVERY_TRANSITIONS: Record<DeliveryStatus, Record<DeliveryCommand, DeliveryStatus | null>> = {
  pending: { succeed: "delivered", retry: "pending", give_up: "failed", redeliver: null },
  delivered: { succeed: null, retry: null, give_up: null, redeliver: "pending" },
  failed: { succeed: null, retry: null, give_up: null, redeliver: "pending" },
};

/**
 * How an attempt ended. `answered`: with a status other than 2xx, redirects included, which are not followed ·
 * `gone`: 410 · `refused_address`: the name leads into a private network, nothing was sent.
 */
export const ATTEMPT_OUTCOMES = [
  "accepted",
  "answered",
  "gone",
  "timed_out",
  "unreachable",
  "refused_address",
] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** What an attempt means for its message. After `gone`, and after the last try, nothing more is sent by itself. */
export function commandAfter(outcome: AttemptOutcome, triesLeft: number): DeliveryCommand {
  if (outcome === "accepted") return "succeed";
  return outcome === "gone" || triesLeft <= 0 ? "give_up" : "retry";
}
