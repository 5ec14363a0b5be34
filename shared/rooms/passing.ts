import type { Party } from "../journal/audience.ts";
import type { Channel } from "../journal/events.ts";
import type { CaucusSide } from "./caucus.ts";

/**
 * What has become of a statement made in a caucus: it stays there, its side lets the mediator carry it over, or the
 * mediator has done so.
 */
export const PASSING_STATES = ["kept", "released", "passed_on"] as const;
export type PassingState = (typeof PASSING_STATES)[number];

export const PASSING_COMMANDS = ["release", "take_back", "pass_on"] as const;
export type PassingCommand = (typeof PASSING_COMMANDS)[number];

/** For each state and command the next state, or null where the command is refused. What was passed on stays so. */
export const PASSING_TRANSITIONS: Record<PassingState, Record<PassingCommand, PassingState | null>> = {
  kept: { release: "released", take_back: null, pass_on: null },
  released: { release: null, take_back: "kept", pass_on: "passed_on" },
  passed_on: { release: null, take_back: null, pass_on: null },
};

/** Whose statements of a channel may be passed on, by their own leave. Null: nothing leaves this channel. */
export const RELEASED_BY: Record<Channel, CaucusSide | null> = {
  joint: null,
  caucus_borrower: "borrower",
  caucus_platform: "platform",
  mediator_notes: null,
};

/** The channel in which the mediator and one side are alone. */
export const CAUCUS_CHANNEL: Record<CaucusSide, Channel> = {
  borrower: "caucus_borrower",
  platform: "caucus_platform",
};

/** Where a statement of a channel can be carried: to the other side alone, or to everybody. */
export const CARRIED_TO: Record<Channel, readonly Channel[]> = {
  joint: [],
  caucus_borrower: ["caucus_platform", "joint"],
  caucus_platform: ["caucus_borrower", "joint"],
  mediator_notes: [],
};

/**
 * May this party give a statement free, or take that back? Only its own, said in its own caucus, with words in it:
 * a document is shown by whoever put it in.
 */
export function mayRelease(party: Party, said: { by: Party; channel: Channel; text: string }): boolean {
  return said.by === party && RELEASED_BY[said.channel] === party && said.text !== "";
}
