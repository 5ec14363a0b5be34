/** Characters (code points) a message may have once it is trimmed. */
export const MAX_MESSAGE_LENGTH = 4_000;

export const TEXT_FAULTS = [
  "empty",
  "too_long",
  "broken_character",
  "control_character",
  "direction_override",
] as const;
export type TextFault = (typeof TEXT_FAULTS)[number];

/** Everything of category Cc but tab and line feed: invisible, and some terminals obey them. */
const CONTROL = /[^\P{Cc}\t\n]/u;
/** Overrides and isolates (Unicode UAX #9) make figures read in another order than they are stored. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;
/** Half of a surrogate pair: it has no UTF-8 form, so it can be neither stored nor hashed. */
const HALF_CHARACTER = /\p{Surrogate}/u;
const VISIBLE = /[^\p{Z}\p{C}]/u;

/**
 * The text of a message as it is kept: line ends as `\n`, NFC, trimmed; or what is wrong with it. Nothing inside it
 * is dropped silently: what somebody said is evidence of what they said.
 */
export function cleanMessageText(
  raw: string,
  maxLength: number = MAX_MESSAGE_LENGTH,
): { ok: true; text: string } | { ok: false; fault: TextFault } {
  if (HALF_CHARACTER.test(raw)) return { ok: false, fault: "broken_character" };
  const text = raw
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .normalize("NFC")
    .trim();
  if (CONTROL.test(text)) return { ok: false, fault: "control_character" };
  if (DIRECTION.test(text)) return { ok: false, fault: "direction_override" };
  if (!VISIBLE.test(text)) return { ok: false, fault: "empty" };
  // Code points, so that a rare character counts once.
  if (text.length > maxLength && Array.from(text).length > maxLength) return { ok: false, fault: "too_long" };
  return { ok: true, text };
}
