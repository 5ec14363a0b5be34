import type { Disclosure, Labels, Party } from "../journal/audience.ts";
import type { Channel } from "../journal/events.ts";
import { CHANNEL_LABELS } from "../journal/labels.ts";
import { readersOf } from "./channels.ts";

/** The labels a document gets that is shown in a channel, unless its uploader lets it go to court as well. */
export function attachmentLabels(channel: Channel): Labels {
  return CHANNEL_LABELS[channel];
}

/**
 * Why a document cannot be shown in a channel, or null when it can. Its readers are exactly the channel's: with
 * fewer, somebody is told of a paper they may not open; with more, a caucus leaves its trace in others' lists.
 */
export function whyNotShow(
  channel: Channel,
  exhibit: { audience: readonly Party[]; disclosure: Disclosure; withdrawn: boolean; own: boolean },
): "withdrawn" | "not_own" | "other_readers" | null {
  if (exhibit.withdrawn) return "withdrawn";
  if (!exhibit.own) return "not_own";
  const readers = readersOf(channel);
  const same =
    readers.length === exhibit.audience.length && readers.every((each) => exhibit.audience.includes(each));
  return same ? null : "other_readers";
}
