import { refuse, value, type ReadValue } from "./readValue.ts";

/** Characters with which a spreadsheet starts a formula, also in full width. */
const FORMULA_START = /^[=+\-@＝＋－＠]/u;
/** Control, invisible and direction-changing characters, lone surrogates, line and paragraph separators. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const MAX_NAME = 50;

/**
 * A cell without outer spaces (also full-width ones). An apostrophe before a formula character is the guard that
 * spreadsheets and our own file of faulty rows put there; it is not part of the value.
 */
export function cleanCell(cell: string): string {
  const trimmed = cell.trim();
  return /^'[=+\-@＝＋－＠]/u.test(trimmed) ? trimmed.slice(1).trim() : trimmed;
}

/**
 * A person's name: at most 50 characters, written as it stands but with one form of the middle dot (阿不都·热合曼).
 * Refuses formulas, invisible characters, and a name in which a character was lost or masked (`张?`, `李**`).
 */
export function readName(text: string): ReadValue<string> {
  const read = readText(text, MAX_NAME);
  if (!read.ok) return read;
  if (/[?？*＊□■\u{FFFD}]/u.test(read.value)) return refuse("character_lost");
  return value(read.value.replaceAll(/[•‧・･∙⋅．]/gu, "·"));
}

/** One line of text that ends up in documents: no formula, nothing invisible, nothing lost in conversion. */
export function readText(text: string, maxLength: number): ReadValue<string> {
  if (text === "") return refuse("required");
  if (FORMULA_START.test(text)) return refuse("formula");
  return readAddress(text, maxLength);
}

/** A postal address: as text, but it may begin with any character. */
export function readAddress(text: string, maxLength: number): ReadValue<string> {
  if (UNPRINTABLE.test(text)) return refuse("control_character");
  if (text.includes("\u{FFFD}")) return refuse("character_lost");
  if (Array.from(text).length > maxLength) return refuse("too_long", { max: maxLength });
  return value(text);
}

/** A contract number, made comparable: full-width forms plain, no spaces. At most 64 characters. */
export function readContractNumber(text: string): ReadValue<string> {
  const bare = text.normalize("NFKC").replaceAll(/\s/gu, "");
  return /^\d(\.\d+)?e\+\d+$/iu.test(bare) ? refuse("digits_lost") : readText(bare, 64);
}

/** An email address in its everyday form. */
export function readEmail(text: string): ReadValue<string> {
  const bare = text.normalize("NFKC");
  if (bare.length > 254) return refuse("too_long", { max: 254 });
  return /^[\w.+-]+@[a-z\d-]+(\.[a-z\d-]+)+$/iu.test(bare) ? value(bare) : refuse("email_format");
}

/** A remark. Line breaks become spaces, invisible characters go; it decides nothing. At most 500 characters. */
export function readNote(text: string): ReadValue<string> {
  const bare = text
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .trim();
  return Array.from(bare).length > 500 ? refuse("too_long", { max: 500 }) : value(bare);
}
