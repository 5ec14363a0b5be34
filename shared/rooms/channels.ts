import { ROOM_STAGES, type CaseStage } from "../cases/lifecycle.ts";
import { mayRead, type Party } from "../journal/audience.ts";
import { CHANNELS, type Channel } from "../journal/events.ts";
import { CHANNEL_LABELS } from "../journal/labels.ts";

/** The channels a party may read, which are also the ones it may write in. Follows from the labels alone. */
export function channelsOf(party: Party): Channel[] {
  return CHANNELS.filter((channel) => mayRead(party, CHANNEL_LABELS[channel]));
}

/** The parties who may read a channel. */
export function readersOf(channel: Channel): Party[] {
  return CHANNEL_LABELS[channel].audience.filter((party) => mayRead(party, CHANNEL_LABELS[channel]));
}

/** Why a party may not talk in a channel now, in whichever way, or null when it may. */
export function whyNotTalk(
  party: Party,
  channel: Channel,
  state: { stage: CaseStage; paused: boolean },
): "forbidden" | "stage_forbids" | "case_paused" | null {
  if (!channelsOf(party).includes(channel)) return "forbidden";
  if (!ROOM_STAGES.includes(state.stage)) return "stage_forbids";
  return state.paused ? "case_paused" : null;
}

/** Why a person of a party may not say something in a channel now, or null when they may. */
export function whyNotPost(
  party: Party,
  channel: Channel,
  state: { stage: CaseStage; paused: boolean; muted: boolean },
): ReturnType<typeof whyNotTalk> | "muted" {
  return whyNotTalk(party, channel, state) ?? (state.muted ? "muted" : null);
}
