import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as fontkit from "fontkit";
import type { Font } from "fontkit";
import { GlyphSubset, readGlyphSource } from "./fontSubset.ts";
import { createShaper, type Shaper } from "./shaping.ts";

export type Weight = "regular" | "bold";

/** The rarer fonts hold characters of names that the ordinary ones lack (𠮷 and others of Extension B), in the same design. */
export type Face = Weight | "rareRegular" | "rareBold";

const FILES: Record<Face, string> = {
  regular: "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  rareRegular: "@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf",
  rareBold: "@expo-google-fonts/noto-serif-jp/700Bold/NotoSerifJP_700Bold.ttf",
};
const RARE: Record<Weight, Face> = { regular: "rareRegular", bold: "rareBold" };

/** A font ready to draw with: parsed once per thread, since that costs more than drawing a document. */
interface SharedFont {
  /** What PDFKit draws with. */
  readonly source: Font;
  readonly shaper: Shaper;
}

const shared = new Map<Face, SharedFont>();

export function sharedFont(face: Face): SharedFont {
  const known = shared.get(face);
  if (known !== undefined) return known;
  const { font, file } = openFont(face);
  seedCanonicalCodePoints(font);
  const shaper = createShaper(font);
  const glyphs = readGlyphSource(file);
  // PDFKit asks a font for nothing else of what differs between texts.
  const source = Object.create(font, {
    layout: { value: (text: string) => shaper.layout(text) },
    createSubset: { value: () => new GlyphSubset(glyphs) },
  }) as Font;
  const opened = { source, shaper };
  shared.set(face, opened);
  return opened;
}

const characters = new Map<Face, ReadonlySet<number>>();

/** The code points a face has a glyph for. */
export function charactersOf(face: Face): ReadonlySet<number> {
  const known = characters.get(face);
  if (known !== undefined) return known;
  const set = new Set((shared.get(face)?.source ?? openFont(face).font).characterSet);
  characters.set(face, set);
  return set;
}

/** Text of which the ordinary faces have every character: nearly all text, told without looking at each. */
export const USUAL_TEXT = /^[\u4e00-\u9fff\u0020-\u007e，。、；：（）《》“”￥]*$/u;

/** Splits text into runs of one face each. Both weights of a family carry the same characters. */
export function runsOf(text: string, weight: Weight): { text: string; face: Face }[] {
  if (USUAL_TEXT.test(text)) return [{ text, face: weight }];
  const ordinary = charactersOf("regular");
  const runs: { text: string; face: Face }[] = [];
  for (const character of text) {
    const face = ordinary.has(character.codePointAt(0) ?? 0) ? weight : RARE[weight];
    const last = runs.at(-1);
    if (last?.face === face) last.text += character;
    else runs.push({ text: character, face });
  }
  return runs;
}

function openFont(face: Face): { font: Font; file: Uint8Array } {
  const path = createRequire(import.meta.url).resolve(FILES[face]);
  const file = readFileSync(path);
  const font = fontkit.create(file);
  if (!("glyphForCodePoint" in font)) throw new Error(`${path} is a collection, not one font`);
  return { font, file };
}

/** Of characters that share a glyph, those that people write: en dash, ideographic space, full-width tilde. */
const USUAL = [0x2013, 0x3000, 0xff5e];

/**
 * Kangxi radicals and compatibility forms share glyphs with ordinary characters, and a glyph keeps the code point it
 * was first asked for. Asking for the ordinary ones first makes the text that is later extracted from a document
 * independent of what an earlier document contained.
 */
function seedCanonicalCodePoints(font: Font): void {
  for (const codePoint of USUAL) font.glyphForCodePoint(codePoint);
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
