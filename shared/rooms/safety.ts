import type { Party } from "../journal/audience.ts";

/** What a side can ask of the mediator at any moment, muted or not. */
export const REQUEST_KINDS = ["pause", "mediator_alone"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATES = ["open", "granted", "declined", "withdrawn"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
export const REQUEST_COMMANDS = ["grant", "decline", "withdraw"] as const;
export type RequestCommand = (typeof REQUEST_COMMANDS)[number];

/** For each state and command the next state, or null where the command is refused. */
export const REQUEST_TRANSITIONS: Record<RequestState, Record<RequestCommand, RequestState | null>> = {
  open: { grant: "granted", decline: "declined", withdraw: "withdrawn" },
  granted: { grant: null, decline: null, withdraw: null },
  declined: { grant: null, decline: null, withdraw: null },
  withdrawn: { grant: null, decline: null, withdraw: null },
};

/** Who may answer a request, and who may take it back: never the same. */
export const REQUEST_COMMANDERS: Record<RequestCommand, "mediator" | "asker"> = {
  grant: "mediator",
  decline: "mediator",
  withdraw: "asker",
};

export const REPORT_REASONS = ["insult", "threat", "private_matter", "other"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export const REPORT_STATES = ["open", "dealt_with"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What is said is never deleted: a report is dealt with, once, in words its side can read. */
export const REPORT_TRANSITIONS: Record<ReportState, Record<"deal", ReportState | null>> = {
  open: { deal: "dealt_with" },
  dealt_with: { deal: null },
};

/** Whose message may a party report? Another's; what its own side says it settles itself. */
export const MAY_REPORT: Record<Party, Record<Party, boolean>> = {
  borrower: { borrower: false, platform: true, mediator: true },
  platform: { borrower: true, platform: false, mediator: true },
  // The mediator needs no report to act.
  mediator: { borrower: false, platform: false, mediator: false },
};

/** For somebody who may speak or not, what muting and unmuting come to; null where refused. */
export const MUTE_TRANSITIONS: Record<
  "speaking" | "muted",
  Record<"mute" | "unmute", "speaking" | "muted" | null>
> = {
  speaking: { mute: "muted", unmute: null },
  muted: { mute: null, unmute: "speaking" },
};

/** Whom the mediator can mute: the people of the two sides. */
export const MAY_BE_MUTED: Record<Party, boolean> = { borrower: true, platform: true, mediator: false };
