import { charactersOf, isCompatibilityForm, USUAL_TEXT } from "./fonts.ts";

/** Both weights carry the same characters; the rarer font is opened only for what the ordinary one lacks. */
function hasGlyph(codePoint: number): boolean {
  return charactersOf("regular").has(codePoint) || charactersOf("rareRegular").has(codePoint);
}

/**
 * The characters of `text` that a document could not show as written, each once, in order: those without a glyph,
 * control and direction marks that would reorder or hide neighbours, and look-alike radicals that would be extracted
 * as something else. Line feeds are allowed.
 */
export function unprintableIn(text: string): string[] {
  if (USUAL_TEXT.test(text)) return [];
  const found = new Set<string>();
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint === 0x0a) continue;
    if (isInvisible(codePoint) || isCompatibilityForm(codePoint) || !hasGlyph(codePoint))
      found.add(character);
  }
  return [...found];
}

/** `text` with a question mark for what cannot be printed: for what a machine reported, never for a person's words. */
export function legible(text: string, most: number): string {
  const odd = new Set(unprintableIn(text));
  const kept = Array.from(text, (character) => (odd.has(character) || character === "\n" ? "?" : character));
  return kept.length > most ? `${kept.slice(0, most - 1).join("")}…` : kept.join("");
}

/** Throws when `text` cannot be printed as written. A last guard: content is checked where it is composed. */
export function assertPrintable(text: string): void {
  const found = unprintableIn(text);
  if (found.length > 0) throw new UnprintableText(found);
}

export class UnprintableText extends Error {
  readonly code = "text_unprintable";
  readonly params: { characters: string[] };

  constructor(characters: string[]) {
    super(`cannot print ${characters.map(describeCharacter).join(", ")}`);
    this.name = "UnprintableText";
    this.params = { characters };
  }
}

/** `U+2A6A5` form, safe to put in a log or a message whatever the character does to a terminal. */
export function describeCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function isInvisible(codePoint: number): boolean {
  return (
    codePoint < 0x20 ||
    (codePoint >= 0x7f && codePoint <= 0x9f) ||
    codePoint === 0x61c ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x2028 && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xd800 && codePoint <= 0xf8ff) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff ||
    (codePoint >= 0xfff0 && codePoint <= 0xffff) ||
    codePoint >= 0xe0000
  );
}
