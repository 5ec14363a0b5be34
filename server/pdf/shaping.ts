import type { Font } from "fontkit";

/** A glyph as PDFKit takes it: what it draws, how wide in font units, and the text that copying it gives. */
interface ShapedGlyph {
  id: number;
  advanceWidth: number;
  codePoints: number[];
}

/** PDFKit scales a position in place, so each is handed out once. */
interface Position {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

type Visit = (glyph: ShapedGlyph, advance: number) => void;

export interface Shaper {
  /** False for text in which neighbours move a glyph in other ways than by kerning. */
  isPlain(text: string): boolean;
  /** Calls `visit` for each glyph of plain text in order, with what the pen advances by in font units. */
  walk(text: string, visit: Visit): void;
  layout(text: string): { glyphs: ShapedGlyph[]; positions: Position[]; advanceWidth: number };
  /** In thousandths of the letters' size. */
  width(text: string): number;
}

/**
 * A ligature would extract as one odd character: the hash …ff… must be copied as it stands. Of two marks of punctuation
 * in a row, 「）：」, one gives up the empty half of its square, as Chinese is set.
 */
const FEATURES = { liga: false, clig: false, dlig: false, hlig: false, chws: true };
/** Of the scripts a font shapes by, the one whose digits are all of one width, so that columns of figures align. */
const SCRIPT = "latn";
/** Marks and Hangul letters are placed by their neighbours, which only the font's own engine does. */
const PLACED_BY_NEIGHBOURS = /[\p{M}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u;
const DASH = 0x2014;
/** Between kana and the presentation forms lie ideographs and Hangul, which no font kerns. */
const NEVER_KERNED = { from: 0x3100, to: 0xfaff };

/**
 * Lays text out glyph by glyph with pair kerning: in Chinese text that is all a font's engine comes to, at a fiftieth
 * of its cost. What is kept are facts of the font, one glyph a character and one number a pair of letters; never text.
 */
export function createShaper(font: Font): Shaper {
  const glyphs = new Map<number, ShapedGlyph>();
  const pairs = new Map<number, Map<number, number>>();
  const scale = 1000 / font.unitsPerEm;
  const engine = (text: string) => font.layout(text, FEATURES, SCRIPT);
  /** Two dashes are one long stroke without a gap. */
  const longDash = plainGlyph(engine("——").glyphs[0], [DASH, DASH]);

  function glyphOf(codePoint: number): ShapedGlyph {
    const known = glyphs.get(codePoint);
    if (known !== undefined) return known;
    // Digits differ from what the font maps them to; the canonical code points are those the font was seeded with.
    const [shaped] = engine(String.fromCodePoint(codePoint)).glyphs;
    const glyph = plainGlyph(shaped, font.glyphForCodePoint(codePoint).codePoints);
    glyphs.set(codePoint, glyph);
    return glyph;
  }

  function kerning(left: number, right: number): number {
    if (isNeverKerned(left) || isNeverKerned(right)) return 0;
    const following = pairs.get(left) ?? new Map<number, number>();
    const known = following.get(right);
    if (known !== undefined) return known;
    const { glyphs: pair, positions } = engine(String.fromCodePoint(left, right));
    const [first, second] = positions;
    // A second mark that gives up its first half stands that much further left.
    const kern = pair.length === 2 ? sum(first?.xAdvance, second?.xOffset) - (pair[0]?.advanceWidth ?? 0) : 0;
    pairs.set(left, following.set(right, kern));
    return kern;
  }

  function walk(text: string, visit: Visit): void {
    let codePoint = text.codePointAt(0);
    let index = 0;
    while (codePoint !== undefined) {
      index += codePoint > 0xffff ? 2 : 1;
      let next = text.codePointAt(index);
      if (codePoint === DASH && next === DASH) {
        visit(longDash, longDash.advanceWidth);
        next = text.codePointAt(++index);
      } else {
        const glyph = glyphOf(codePoint);
        visit(glyph, glyph.advanceWidth + (next === undefined ? 0 : kerning(codePoint, next)));
      }
      codePoint = next;
    }
  }

  return {
    isPlain,
    walk,
    layout(text) {
      if (!isPlain(text)) return engine(text);
      const run = { glyphs: [] as ShapedGlyph[], positions: [] as Position[], advanceWidth: 0 };
      walk(text, (glyph, xAdvance) => {
        run.glyphs.push(glyph);
        run.positions.push({ xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 });
        run.advanceWidth += xAdvance;
      });
      return run;
    },
    width(text) {
      if (!isPlain(text)) return engine(text).advanceWidth * scale;
      let width = 0;
      walk(text, (_glyph, advance) => (width += advance));
      return width * scale;
    },
  };
}

function plainGlyph(glyph: ShapedGlyph | undefined, codePoints: readonly number[]): ShapedGlyph {
  if (glyph === undefined) throw new Error("the font has no glyph for a character it claims");
  return { id: glyph.id, advanceWidth: glyph.advanceWidth, codePoints: [...codePoints] };
}

function sum(one = 0, other = 0): number {
  return one + other;
}

function isPlain(text: string): boolean {
  return !PLACED_BY_NEIGHBOURS.test(text);
}

function isNeverKerned(codePoint: number): boolean {
  return (codePoint >= NEVER_KERNED.from && codePoint <= NEVER_KERNED.to) || codePoint > 0xffff;
}
