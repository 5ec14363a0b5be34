import { expect } from "chai";
import {
  UnprintableText,
  assertPrintable,
  describeCharacter,
  unprintableIn,
} from "../../server/pdf/printable.ts";

describe("printable text", () => {
  it("accepts names, brackets, currency signs and line feeds", () => {
    for (const text of [
      "阿卜杜拉·吐尔逊",
      "〔2026〕（）：￥①㎡，。",
      "Zhang San 3,215.00",
      "第一行\n第二行",
      "㐂㛃䶮",
      "𠮷",
    ])
      expect(unprintableIn(text), text).to.deep.equal([]);
  });

  it("names a character the font does not have", () => {
    expect(unprintableIn("王𪚥𪚥明")).to.deep.equal(["𪚥"]);
    expect(describeCharacter("𪚥")).to.equal("U+2A6A5");
  });

  for (const [name, character] of Object.entries({
    nul: "\u0000",
    tab: "\t",
    "carriage return": "\r",
    "right-to-left override": "\u202e",
    "zero width space": "\u200b",
    "byte order mark": "\ufeff",
    "private use (a forged check box)": "\ue000",
    "replacement character": "\ufffd",
    "Kangxi radical": "⼈",
    "lone surrogate": "\ud842",
  }))
    it(`refuses ${name}`, () => expect(unprintableIn(`张${character}三`)).to.deep.equal([character]));

  it("throws with the characters found", () => {
    expect(() => assertPrintable("𪚥\u202e")).to.throw(UnprintableText, "U+2A6A5, U+202E");
  });
});
