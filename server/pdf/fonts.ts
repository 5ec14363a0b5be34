import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as fontkit from "fontkit";
import type { Font } from "fontkit";

export type Weight = "regular" | "bold";

const FILES: Record<Weight, string> = {
  regular: "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
};

const parsed = new Map<Weight, Font>();

/** One parsed font per thread: parsing costs more than drawing a document. */
export function sharedFont(weight: Weight): Font {
  const known = parsed.get(weight);
  if (known !== undefined) return known;
  const font = openFont(weight);
  seedCanonicalCodePoints(font);
  parsed.set(weight, font);
  return font;
}

export function openFont(weight: Weight): Font {
  const path = createRequire(import.meta.url).resolve(FILES[weight]);
  const opened = fontkit.create(readFileSync(path));
  if (!("glyphForCodePoint" in opened)) throw new Error(`${path} is a collection, not one font`);
  return opened;
}

/**
 * Kangxi radicals and compatibility forms share glyphs with ordinary characters, and a glyph keeps the code point it
 * was first asked for. Asking for the ordinary ones first makes the text that is later extracted from a document
 * independent of what an earlier document contained.
 */
function seedCanonicalCodePoints(font: Font): void {
  const ordinary: number[] = [];
  const compatible: number[] = [];
  for (const codePoint of font.characterSet)
    (isCompatibilityForm(codePoint) ? compatible : ordinary).push(codePoint);
  for (const codePoint of ordinary.toSorted((a, b) => a - b)) font.glyphForCodePoint(codePoint);
  for (const codePoint of compatible) font.glyphForCodePoint(codePoint);
}

/** Code points that stand for another, ordinary one with the same shape. */
export function isCompatibilityForm(codePoint: number): boolean {
  return (
    (codePoint >= 0x2e80 && codePoint <= 0x2fdf) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0x2f800 && codePoint <= 0x2fa1f) ||
    codePoint === 0xad ||
    codePoint === 0x2215 ||
    codePoint === 0x2329 ||
    codePoint === 0x232a
  );
}
