import type { Channel } from "../journal/events.ts";

/** Characters a kept draft may have: more than a message, so that one too long is not lost before it is shortened. */
export const MAX_DRAFT_LENGTH = 16_000;

/** What somebody typed in a channel and has not sent, as the server keeps it for them. `version` names this text. */
export type KeptDraft = { channel: Channel; text: string; version: string };

/** The answer to keeping a draft: its new version, or null when nothing is kept because nothing is written. */
export type DraftReceipt = { version: string | null };

/**
 * The same draft as a device has it. `base` is the version it last agreed on with the server, null for none;
 * `unkept` when it has been changed since.
 */
export type LocalDraft = { text: string; base: string | null; unkept: boolean };

/**
 * What a device shows and goes on from, once it has read what the server keeps (null: nothing). What was written in
 * two places is shown as both: neither is thrown away, because nobody but the writer can say which was meant.
 */
export function reconcileDrafts(
  local: LocalDraft,
  kept: { text: string; version: string } | null,
): LocalDraft {
  const base = kept?.version ?? null;
  const theirs = kept?.text ?? "";
  if (!local.unkept || local.text === theirs) return { text: theirs, base, unkept: false };
  // Nothing changed elsewhere, or what is there was sent or deleted: what was written here goes on.
  if (base === local.base || theirs === "") return { text: local.text, base, unkept: true };
  // Sent or deleted here, while more was written elsewhere.
  if (local.text === "" || theirs.includes(local.text)) return { text: theirs, base, unkept: false };
  if (local.text.includes(theirs)) return { text: local.text, base, unkept: true };
  return { text: `${theirs}\n${local.text}`, base, unkept: true };
}
