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
  doc.fillColor(style.color ?? "#000000");
  let x = place.x;
  let operators = "";
  const show = () => {
    if (operators !== "") doc.addContent(`BT\n${operators}ET`);
    operators = "";
  };
  for (const part of text.split(spacing === 0 ? MARKS : UNITS)) {
    if (part === "") continue;
    if (isMark(part)) {
      show();
      drawBox(doc, part === CHECKED, x, baseline, style.size);
      x += style.size + spacing;
      continue;
    }
    assertPrintable(part);
    const word = spacing === 0 || WORD.test(part);
    for (const run of runsOf(part, style.weight)) {
      operators += showRun(doc, run, { x, baseline, spacing: word ? 0 : spacing }, style.size);
      x += (sharedFont(run.face).shaper.width(run.text) * style.size) / 1000;
      x += spacing * (word ? 1 : lengthOf(run.text));
    }
  }
  show();
}

/** What PDFKit's own `text` asks of the font in use; its types do not tell. */
interface OpenedFont {
  id: string;
  ref(): unknown;
  /** Numbers of the glyphs in hexadecimal, and how far each moves the pen in thousandths. */
  encode(text: string): [string[], { xAdvance: number; advanceWidth: number }[]];
}

/**
 * The operators that show one run. PDFKit's own `text` would wrap each run in a state of its own, measure it twice more
 * and remember where it ended, at twice the cost of the page.
 */
function showRun(
  doc: PDFKit.PDFDocument,
  run: { text: string; face: Face },
  { x, baseline, spacing }: Place,
  size: number,
): string {
  const font = openFont(doc, run.face);
  const [glyphs, positions] = font.encode(run.text);
  let shown = "<";
  for (const [index, glyph] of glyphs.entries()) {
    shown += glyph;
    const position = positions[index];
    const kern = position === undefined ? 0 : position.advanceWidth - position.xAdvance;
    if (kern !== 0 && index < glyphs.length - 1) shown += `> ${rounded(kern)} <`;
  }
  // The page is drawn downwards, letters stand upwards.
  const matrix = `1 0 0 -1 ${rounded(x)} ${rounded(baseline)} Tm`;
  return `/${font.id} ${rounded(size)} Tf ${rounded(spacing)} Tc ${matrix} [${shown}>] TJ\n`;
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

const DASH = 0x2014;
const HAS_MARK = new RegExp(`[${CHECKED}${UNCHECKED}]`, "u");
const MARKS = new RegExp(`(${CHECKED}|${UNCHECKED})`, "u");
const UNITS = new RegExp(`(${CHECKED}|${UNCHECKED}|[!-~\\u00a0-\\u024f]+)`, "u");
const WORD = /^[!-~\u00a0-\u024f]/u;
