import { CHECKED, UNCHECKED, drawBox } from "./checkBox.ts";
import { runsOf, sharedFont } from "./fonts.ts";
import type { Face, Weight } from "./fonts.ts";
import { assertPrintable } from "./printable.ts";

export interface TextStyle {
  size: number;
  weight: Weight;
  color?: string;
}

/** Where a line of text stands: its left end, its baseline, and what justification adds at each gap. */
interface Place {
  x: number;
  baseline: number;
  spacing: number;
}

/** Width in points. Asked of the font and not of a document, which would take over the face for being asked. */
export function measure(text: string, style: TextStyle): number {
  if (text.length === 1 && IDEOGRAPH.test(text)) return style.size;
  if (!HAS_MARK.test(text)) return widthOf(text, style);
  let width = 0;
  for (const part of text.split(MARKS)) width += isMark(part) ? style.size : widthOf(part, style);
  return width;
}

function widthOf(text: string, { size, weight }: TextStyle): number {
  let width = 0;
  for (const run of runsOf(text, weight)) width += sharedFont(run.face).shaper.width(run.text);
  return (width * size) / 1000;
}

/** Places in a line that justification may widen: between ideographs and around words, never inside a word. */
export function gaps(text: string): number {
  let units = 0;
  for (const part of text.split(UNITS)) {
    if (part === "") continue;
    units += WORD.test(part) ? 1 : lengthOf(part);
  }
  return Math.max(0, units - 1);
}

/** Sets a line on the current page of `doc`: words as they are, ideographs `spacing` apart. */
export function setText(doc: PDFKit.PDFDocument, text: string, place: Place, style: TextStyle): void {
  const { baseline, spacing } = place;
  assertPrintable(HAS_MARK.test(text) ? text.replace(ALL_MARKS, "") : text);
  let { x } = place;
  for (const part of text.split(spacing === 0 ? MARKS : UNITS)) {
    if (part === "") continue;
    if (isMark(part)) {
      drawBox(doc, part === CHECKED, x, baseline, style.size);
      x += style.size + spacing;
      continue;
    }
    const word = spacing === 0 || WORD.test(part);
    for (const run of runsOf(part, style.weight)) {
      const width = showRun(doc, run, { x, baseline, spacing: word ? 0 : spacing }, style);
      x += width + spacing * (word ? 1 : lengthOf(run.text));
    }
  }
}

/** What PDFKit's own `text` asks of the font in use and keeps in it; its types do not tell. */
interface OpenedFont {
  id: string;
  ref(): unknown;
  subset: { includeGlyph(glyph: number): number };
  /** By the number of a glyph in the subset: its width in thousandths, and the text it stands for. */
  widths: (number | undefined)[];
  unicode: (number[] | undefined)[];
}

/**
 * Shows one run and returns its width in points. PDFKit's own `text` would wrap each run in a state of its own, measure
 * it twice more and remember where it ended, at twice the cost of the page.
 */
function showRun(
  doc: PDFKit.PDFDocument,
  run: { text: string; face: Face },
  { x, baseline, spacing }: Place,
  style: TextStyle,
): number {
  const { shaper, source } = sharedFont(run.face);
  const font = openFont(doc, run.face);
  const scale = 1000 / source.unitsPerEm;
  if (!shaper.isPlain(run.text)) {
    const options = { lineBreak: false, baseline: "alphabetic", characterSpacing: spacing } as const;
    doc.fontSize(style.size).fillColor(style.color ?? BLACK);
    doc.text(run.text, x, baseline, options);
    return (shaper.width(run.text) * style.size) / 1000;
  }
  let shown = "";
  let width = 0;
  let kern = 0;
  shaper.walk(run.text, (glyph, advance) => {
    if (kern !== 0) shown += `> ${rounded(kern * scale)} <`;
    const place = font.subset.includeGlyph(glyph.id);
    font.widths[place] ??= glyph.advanceWidth * scale;
    font.unicode[place] ??= glyph.codePoints;
    shown += fourDigits(place);
    kern = glyph.advanceWidth - advance;
    width += advance;
  });
  const letters = `/${font.id} ${rounded(style.size)} Tf ${rounded(spacing)} Tc`;
  // The page is drawn downwards, letters stand upwards.
  const matrix = `1 0 0 -1 ${rounded(x)} ${rounded(baseline)} Tm`;
  doc.addContent(`BT ${colourOf(style.color ?? BLACK)} rg ${letters} ${matrix} [<${shown}>] TJ ET`);
  return (width * scale * style.size) / 1000;
}

/** The face as the document has it, taken over by it when it is first used, and named on the page. */
function openFont(doc: PDFKit.PDFDocument, face: Face): OpenedFont {
  // PDFKit takes a parsed font wherever it takes a file; its types only know of files.
  doc.font(sharedFont(face).source as unknown as PDFKit.Mixins.PDFFontSource, face);
  const { _font: font, page } = doc as unknown as {
    _font: OpenedFont;
    page: { fonts: Record<string, unknown> };
  };
  page.fonts[font.id] ??= font.ref();
  return font;
}

/** #ff0080 → 1 0 0.502 */
function colourOf(hex: string): string {
  return [1, 3, 5].map((at) => rounded(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(" ");
}

const HEX = Array.from({ length: 0x1000 }, (_, number) => number.toString(16).padStart(4, "0"));

function fourDigits(number: number): string {
  return HEX[number] ?? number.toString(16).padStart(4, "0");
}

function rounded(points: number): number {
  return Math.round(points * 1000) / 1000;
}

/** Characters, a long dash counted as the one stroke it is. */
function lengthOf(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const low = unit >= 0xdc00 && unit <= 0xdfff;
    if (unit === DASH && text.charCodeAt(index + 1) === DASH) index++;
    if (!low) length++;
  }
  return length;
}

function isMark(part: string): boolean {
  return part === CHECKED || part === UNCHECKED;
}

const BLACK = "#000000";
const DASH = 0x2014;
/** As wide as the letters are high. */
const IDEOGRAPH = /^[\u4e00-\u9fff]$/;
const HAS_MARK = new RegExp(`[${CHECKED}${UNCHECKED}]`, "u");
const ALL_MARKS = new RegExp(`[${CHECKED}${UNCHECKED}]`, "gu");
const MARKS = new RegExp(`(${CHECKED}|${UNCHECKED})`, "u");
const UNITS = new RegExp(`(${CHECKED}|${UNCHECKED}|[!-~\\u00a0-\\u024f]+)`, "u");
const WORD = /^[!-~\u00a0-\u024f]/u;
