import { readFileSync } from "node:fs";
import { expect } from "chai";
import { palette } from "../../client/ui/palette.ts";

const css = readFileSync(new URL("../../client/ui/tokens.css", import.meta.url), "utf8");

/** WCAG 2 relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe("the palette", () => {
  it("is the same in TypeScript and in CSS", () => {
    const inCss = [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]);
    const inCode = Object.entries(palette).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      value,
    ]);
    expect(inCss).to.deep.equal(inCode);
  });

  for (const [text, ground] of [
    ["ink", "page"],
    ["inkSoft", "page"],
    ["inkSoft", "lineSoft"],
    ["inkFaint", "page"],
    ["primary", "page"],
    ["primaryDeep", "primarySoft"],
    ["surface", "primary"],
    ["good", "goodSoft"],
    ["warn", "warnSoft"],
    ["bad", "badSoft"],
    ["joint", "jointSoft"],
    ["caucus", "caucusSoft"],
  ] as const)
    it(`${text} can be read on ${ground}`, () => {
      expect(contrast(palette[text], palette[ground])).to.be.at.least(4.5);
    });
});
