import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { expect } from "chai";
import * as fc from "fast-check";
import * as fontkit from "fontkit";
import type { Font } from "fontkit";
import { charactersOf, isCompatibilityForm, runsOf, sharedFont, USUAL_TEXT } from "../../server/pdf/fonts.ts";
import { unprintableIn } from "../../server/pdf/printable.ts";
import { GlyphSubset, readGlyphSource } from "../../server/pdf/fontSubset.ts";

const FILE = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
);
const FEATURES = { liga: false, clig: false, dlig: false, hlig: false, chws: true };

/** Where each glyph is drawn. */
function originsOf(positions: readonly { xAdvance: number; xOffset: number }[]): number[] {
  let pen = 0;
  return positions.map(({ xAdvance, xOffset }) => {
    const origin = pen + xOffset;
    pen += xAdvance;
    return origin;
  });
}

describe("fonts of documents", () => {
  let engine: Font;
  before(() => {
    engine = fontkit.create(readFileSync(FILE)) as Font;
  });

  it("lay text out as the font's own engine does, kerning and long dashes included", () => {
    const { shaper } = sharedFont("regular");
    const letter = fc.constantFrom(
      ...Array.from("AVTWfij.,-/()[]'\"012789 éñŁЖГα"),
      ...Array.from("，。、；：（）《》“”·…～〇アか人民法院协议龘㐂㛃"),
      // Beside Latin letters the engine kerns even a dash; Chinese text has none there.
      "院——人",
    );
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 12 }), (letters) => {
        const text = letters.join("");
        const expected = engine.layout(text, FEATURES, "latn");
        const shaped = shaper.layout(text);
        expect(shaped.glyphs.map(({ id }) => id)).to.deep.equal(expected.glyphs.map(({ id }) => id));
        expect(originsOf(shaped.positions)).to.deep.equal(originsOf(expected.positions));
        expect(shaper.width(text)).to.be.closeTo((expected.advanceWidth * 1000) / engine.unitsPerEm, 1e-6);
      }),
      { numRuns: 400 },
    );
  });

  it("have digits of one width, so that columns of amounts align", () => {
    for (const face of ["regular", "bold"] as const) {
      const widths = Array.from("0123456789", (digit) => sharedFont(face).shaper.width(digit));
      expect(new Set(widths).size, face).to.equal(1);
    }
  });

  it("have every character that is taken for usual", () => {
    for (const face of ["regular", "bold"] as const)
      for (let codePoint = 0x20; codePoint < 0x10000; codePoint++) {
        const character = String.fromCharCode(codePoint);
        if (USUAL_TEXT.test(character) && codePoint !== 0x0a)
          expect(charactersOf(face).has(codePoint) && !isCompatibilityForm(codePoint), character).to.equal(
            true,
          );
      }
  });

  it("tell text of one face from text of two the same way as character by character", () => {
    const text = fc
      .array(fc.constantFrom(...Array.from("人民𠮷A1，é㛃")), { maxLength: 8 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, (words) => {
        const runs = runsOf(words, "bold");
        expect(runs.map((run) => run.text).join("")).to.equal(words);
        for (const run of runs)
          for (const character of run.text)
            expect(run.face).to.equal(character === "𠮷" ? "rareBold" : "bold");
        expect(unprintableIn(words)).to.deep.equal([]);
      }),
    );
  });

  it("are embedded with the outlines and widths of the glyphs in use, and no others", () => {
    const subset = new GlyphSubset(readGlyphSource(readFileSync(FILE)));
    const ids = Array.from(
      "人民法院，A龘",
      (character) => engine.glyphForCodePoint(character.codePointAt(0) ?? 0).id,
    );
    const places = [...ids, ...ids].map((id) => subset.includeGlyph(id));
    expect(places).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 6, 7]);
    const made = fontkit.create(Buffer.from(subset.encode())) as Font;
    expect(made.numGlyphs).to.equal(8);
    for (const [place, id] of ids.entries()) {
      const [glyph, original] = [made.getGlyph(place + 1), engine.getGlyph(id)];
      expect(glyph.path.toSVG()).to.equal(original.path.toSVG());
      expect(glyph.advanceWidth).to.equal(original.advanceWidth);
    }
  });
});
