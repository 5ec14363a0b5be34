import { Refusal } from "../../shared/api/refusal.ts";
import { cleanMessageText, type TextFault } from "../../shared/rooms/messageText.ts";

const FAULTS: Record<Exclude<TextFault, "too_long">, string> = {
  empty: "there is nothing to read in it",
  broken_character: "it contains half a character",
  control_character: "it contains control characters",
  direction_override: "it contains characters that change the direction of reading",
};

/** Text as it is kept, or a refusal that names what is wrong with it. */
export function textOf(raw: string, at = "/text", maxLength = 4_000): string {
  const cleaned = cleanMessageText(raw, maxLength);
  if (cleaned.ok) return cleaned.text;
  const { fault } = cleaned;
  const detail = fault === "too_long" ? `at most ${maxLength} characters` : FAULTS[fault];
  throw new Refusal("validation_failed", `the text cannot be taken: ${detail}`, {
    errors: [{ pointer: at, code: fault, detail }],
  });
}

/** The same for what need not be said at all. */
export function noteOf(raw: string | null | undefined, at: string, maxLength: number): string | null {
  return raw === undefined || raw === null || raw.trim() === "" ? null : textOf(raw, at, maxLength);
}
