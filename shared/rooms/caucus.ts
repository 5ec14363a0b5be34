import type { Party } from "../journal/audience.ts";

/** With whom the mediator can speak alone. */
export const CAUCUS_SIDES = ["borrower", "platform"] as const;
export type CaucusSide = (typeof CAUCUS_SIDES)[number];

/** A mediator is with one side at a time. */
export const CAUCUS_STATES = ["together", "apart"] as const;
export type CaucusState = (typeof CAUCUS_STATES)[number];
export const CAUCUS_COMMANDS = ["begin", "end"] as const;
export type CaucusCommand = (typeof CAUCUS_COMMANDS)[number];

/** For each state and command the next state, or null where the command is refused. */
export const CAUCUS_TRANSITIONS: Record<CaucusState, Record<CaucusCommand, CaucusState | null>> = {
  together: { begin: "apart", end: null },
  apart: { begin: null, end: "together" },
};

export function isSide(party: Party): party is CaucusSide {
  return party !== "mediator";
}
