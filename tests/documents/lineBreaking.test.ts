import { expect } from "chai";
import * as fc from "fast-check";
import { breakLines } from "../../server/pdf/lineBreaking.ts";

/** Every full-width character 10 points wide, every other 5. */
const measure = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2000 ? 10 : 5), 0);
const linesOf = (text: string, width: number, indent = 0) =>
  breakLines(text, width, measure, indent).map((line) => line.text);

describe("Chinese line breaking", () => {
  it("does not begin a line with a comma or a full stop", () => {
    expect(linesOf("甲方同意减免。乙方应当按期还款。", 60)).to.deep.equal([
      "甲方同意减",
      "免。乙方应当",
      "按期还款。",
    ]);
  });

  it("does not end a line with an opening bracket", () => {
    expect(linesOf("截至二〇（大写）", 40)).to.deep.equal(["截至二〇", "（大写）"]);
  });

  it("keeps an amount together", () => {
    expect(linesOf("共计人民币12,345.60元", 70)).to.deep.equal(["共计人民币", "12,345.60元"]);
  });

  it("keeps a figure with its unit", () => {
    expect(linesOf("于2026年11月21日止", 75)).to.deep.equal(["于2026年11月", "21日止"]);
  });

  it("breaks a contract number after a hyphen", () => {
    expect(linesOf("合同HX-2024-00018273", 55)).to.deep.equal(["合同HX-", "2024-", "00018273"]);
  });

  it("cuts a word that is wider than a line", () => {
    expect(linesOf("ABCDEFGH", 20)).to.deep.equal(["ABCD", "EFGH"]);
  });

  it("gives the indented first line less room", () => {
    expect(linesOf("一二三四五六", 50, 20)).to.deep.equal(["一二三", "四五六"]);
  });

  it("loses and adds nothing but spaces at line ends, and never exceeds the width", () => {
    const text = fc.stringMatching(/^[一二三四五，。（）、；A-Z0-9 .,-]{0,60}$/u);
    fc.assert(
      fc.property(text, fc.integer({ min: 60, max: 200 }), (words, width) => {
        const lines = breakLines(words, width, measure);
        expect(lines.map((line) => line.text.replaceAll(" ", "")).join("")).to.equal(
          words.replaceAll(" ", ""),
        );
        for (const line of lines) expect(line.width).to.be.at.most(width + 0.01);
      }),
      { numRuns: 500 },
    );
  });
});
