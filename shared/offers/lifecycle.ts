/** What an offer can be, as stored. `awaiting_approval` and `refused_approval` are the platform's own business. */
export const OFFER_STATUSES = [
  "awaiting_approval",
  "open",
  "countered",
  "withdrawn",
  "expired",
  "declined",
  "accepted",
  "refused_approval",
] as const;
export type OfferStatus = (typeof OFFER_STATUSES)[number];

/** `draft` is the moment before the first row exists. */
export type OfferState = "draft" | OfferStatus;

export const OFFER_COMMANDS = [
  "put",
  "ask_approval",
  "approve",
  "refuse",
  "withdraw",
  "counter",
  "decline",
  "accept",
  "expire",
] as const;
export type OfferCommand = (typeof OFFER_COMMANDS)[number];

/** For each state and command the next status, or null where the command is refused. A missing cell does not compile. */
export const OFFER_TRANSITIONS: Record<OfferState, Record<OfferCommand, OfferStatus | null>> = {
  draft: row({ put: "open", ask_approval: "awaiting_approval" }),
  awaiting_approval: row({
    approve: "open",
    refuse: "refused_approval",
    withdraw: "withdrawn",
    expire: "expired",
  }),
  open: row({
    withdraw: "withdrawn",
    counter: "countered",
    decline: "declined",
    accept: "accepted",
    expire: "expired",
  }),
  countered: row({}),
  withdrawn: row({}),
  expired: row({}),
  declined: row({}),
  accepted: row({}),
  refused_approval: row({}),
};

function row(legal: Partial<Record<OfferCommand, OfferStatus>>): Record<OfferCommand, OfferStatus | null> {
  return {
    put: null,
    ask_approval: null,
    approve: null,
    refuse: null,
    withdraw: null,
    counter: null,
    decline: null,
    accept: null,
    expire: null,
    ...legal,
  };
}

/** An offer ends at the instant `expiresAt` itself: at that instant it can no longer be answered. */
export function isPastExpiry(expiresAt: Date, now: Date): boolean {
  return now.getTime() >= expiresAt.getTime();
}

/** Commands that answer or change an offer that must still be running. */
const NEEDS_TIME: readonly OfferCommand[] = ["approve", "counter", "decline", "accept"];

/** Decide one command on an offer at `now`. */
export function decideOffer(
  offer: { status: OfferStatus; expiresAt: Date },
  command: OfferCommand,
  now: Date,
): { ok: true; to: OfferStatus } | { ok: false; code: "offer_not_open" } {
  const to = OFFER_TRANSITIONS[offer.status][command];
  if (to === null) return { ok: false, code: "offer_not_open" };
  const tooLate = NEEDS_TIME.includes(command) && isPastExpiry(offer.expiresAt, now);
  return tooLate ? { ok: false, code: "offer_not_open" } : { ok: true, to };
}

export const ACCEPTANCE_APPROVALS = ["none", "requested", "approved", "refused"] as const;
export type AcceptanceApproval = (typeof ACCEPTANCE_APPROVALS)[number];

export const ACCEPTANCE_COMMANDS = ["request", "approve", "refuse"] as const;
export type AcceptanceCommand = (typeof ACCEPTANCE_COMMANDS)[number];

/** The platform's own leave to accept terms outside its limits. After a refusal its agent may ask again. */
export const ACCEPTANCE_TRANSITIONS: Record<
  AcceptanceApproval,
  Record<AcceptanceCommand, AcceptanceApproval | null>
> = {
  none: { request: "requested", approve: null, refuse: null },
  requested: { request: null, approve: "approved", refuse: "refused" },
  approved: { request: null, approve: null, refuse: null },
  refused: { request: "requested", approve: null, refuse: null },
};
