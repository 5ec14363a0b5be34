import type { CaseStage } from "../cases/lifecycle.ts";
import type { Party } from "../journal/audience.ts";
import type { Channel } from "../journal/events.ts";
import { readersOf, whyNotPost } from "../rooms/channels.ts";

/** The channels that can have a call. The mediator's notes are nobody else's, so there is nobody to see there. */
export const CALL_CHANNELS = ["joint", "caucus_borrower", "caucus_platform"] as const satisfies Channel[];
export type CallChannel = (typeof CALL_CHANNELS)[number];

/** The parties who may see and hear a call, and know of it: those who may read its channel. */
export function callersOf(channel: CallChannel): Party[] {
  return readersOf(channel);
}

/** Why a party may not be in a channel's call now, or null when it may: as for what is written there. */
export function whyNotCall(
  party: Party,
  channel: CallChannel,
  state: { stage: CaseStage; paused: boolean; muted: boolean },
): ReturnType<typeof whyNotPost> {
  return whyNotPost(party, channel, state);
}
