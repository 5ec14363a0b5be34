/** The tables a PDF viewer needs of an embedded TrueType font, as they stand in the file. */
interface GlyphSource {
  head: Uint8Array;
  hhea: Uint8Array;
  maxp: Uint8Array;
  /** Programs that the glyphs' own instructions rely on, where the font has them. */
  programs: readonly { tag: string; bytes: Uint8Array }[];
  glyf: Uint8Array;
  hmtx: DataView;
  /** Glyphs with a width of their own; those after them share the last. */
  metrics: number;
  /** Where each glyph begins in `glyf`; one more than there are glyphs. */
  offsets: Uint32Array;
}

const PROGRAMS = ["cvt ", "fpgm", "prep"];

/** Finds the tables in the bytes of a TrueType font; throws for one that is built in another way. */
export function readGlyphSource(file: Uint8Array): GlyphSource {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const table = (tag: string): Uint8Array | undefined => {
    for (let entry = 12, left = view.getUint16(4); left > 0; left--, entry += 16) {
      const name = String.fromCharCode(...file.subarray(entry, entry + 4));
      const start = view.getUint32(entry + 8);
      if (name === tag) return file.subarray(start, start + view.getUint32(entry + 12));
    }
    return undefined;
  };
  const needed = (tag: string): Uint8Array => {
    const found = table(tag);
    if (found === undefined) throw new Error(`the font has no table ${tag}`);
    return found;
  };
  const head = needed("head");
  const hhea = needed("hhea");
  const loca = viewOf(needed("loca"));
  const long = viewOf(head).getInt16(50) === 1;
  const offsets = new Uint32Array(loca.byteLength / (long ? 4 : 2));
  for (let k = 0; k < offsets.length; k++)
    offsets[k] = long ? loca.getUint32(4 * k) : 2 * loca.getUint16(2 * k);
  return {
    head,
    hhea,
    maxp: needed("maxp"),
    programs: PROGRAMS.flatMap((tag) => {
      const bytes = table(tag);
      return bytes === undefined ? [] : [{ tag, bytes }];
    }),
    glyf: needed("glyf"),
    hmtx: viewOf(needed("hmtx")),
    metrics: viewOf(hhea).getUint16(34),
    offsets,
  };
}

/** The glyphs one document uses, numbered in the order of their first use, and the font file made of them alone. */
export class GlyphSubset {
  readonly #source: GlyphSource;
  readonly #glyphs: number[] = [];
  readonly #places = new Map<number, number>();

  constructor(source: GlyphSource) {
    this.#source = source;
    // What a viewer shows for a glyph it cannot find.
    this.includeGlyph(0);
  }

  includeGlyph(glyph: number): number {
    const known = this.#places.get(glyph);
    if (known !== undefined) return known;
    const place = this.#glyphs.length;
    this.#glyphs.push(glyph);
    this.#places.set(glyph, place);
    return place;
  }

  encode(): Uint8Array {
    const { head, hhea, maxp, programs } = this.#source;
    const outlines = this.#outlines();
    const newHead = new Uint8Array(head);
    viewOf(newHead).setInt16(50, 1);
    const newHhea = new Uint8Array(hhea);
    viewOf(newHhea).setUint16(34, this.#glyphs.length);
    const newMaxp = new Uint8Array(maxp);
    viewOf(newMaxp).setUint16(4, this.#glyphs.length);
    return fontFile([
      ...programs,
      { tag: "glyf", bytes: outlines.glyf },
      { tag: "head", bytes: newHead },
      { tag: "hhea", bytes: newHhea },
      { tag: "hmtx", bytes: this.#widths() },
      { tag: "loca", bytes: outlines.loca },
      { tag: "maxp", bytes: newMaxp },
    ]);
  }

  #outlines(): { glyf: Uint8Array; loca: Uint8Array } {
    const { glyf, offsets } = this.#source;
    const pieces = this.#glyphs.map((id) => glyf.subarray(offsets[id], offsets[id + 1]));
    const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    const loca = new Uint8Array(4 * (pieces.length + 1));
    let at = 0;
    for (const [place, piece] of pieces.entries()) {
      // A glyph made of others would name them by their old numbers.
      if (piece.length > 0 && (piece[0] ?? 0) >= 0x80) throw new Error("the font has composite glyphs");
      bytes.set(piece, at);
      at += piece.length;
      viewOf(loca).setUint32(4 * (place + 1), at);
    }
    return { glyf: bytes, loca };
  }

  #widths(): Uint8Array {
    const { hmtx, metrics } = this.#source;
    const bytes = new Uint8Array(4 * this.#glyphs.length);
    const view = viewOf(bytes);
    for (const [place, id] of this.#glyphs.entries()) {
      view.setUint16(4 * place, hmtx.getUint16(4 * Math.min(id, metrics - 1)));
      const bearing = id < metrics ? 4 * id + 2 : 4 * metrics + 2 * (id - metrics);
      view.setInt16(4 * place + 2, hmtx.getInt16(bearing));
    }
    return bytes;
  }
}

/** Tables behind their directory, each from a multiple of four bytes. */
function fontFile(tables: readonly { tag: string; bytes: Uint8Array }[]): Uint8Array {
  const sorted = tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
  const padded = (length: number) => (length + 3) & ~3;
  const start = 12 + 16 * sorted.length;
  const file = new Uint8Array(sorted.reduce((sum, { bytes }) => sum + padded(bytes.length), start));
  const view = viewOf(file);
  const power = Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (sorted.length - 2 ** power));
  let at = start;
  for (const [index, { tag, bytes }] of sorted.entries()) {
    const entry = 12 + 16 * index;
    for (let k = 0; k < 4; k++) file[entry + k] = tag.charCodeAt(k);
    file.set(bytes, at);
    view.setUint32(entry + 4, checksum(view, at, padded(bytes.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    at += padded(bytes.length);
  }
  return file;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
