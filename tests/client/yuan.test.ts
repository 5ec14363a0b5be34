import { expect } from "chai";
import fc from "fast-check";
import { fenOf, yuanText } from "../../client/ui/yuan.ts";

describe("yuan in a field", () => {
  it("reads what people type", () => {
    expect(fenOf("1,234.5")).to.equal(123_450);
    expect(fenOf("¥ 12")).to.equal(1_200);
    expect(fenOf("１２．３４")).to.equal(1_234);
  });

  it("does not guess", () => {
    for (const text of ["", "1.234", "-5", "1e3", "12元", ".5"])
      expect(fenOf(text), text).to.equal(undefined);
  });

  it("reads back what it wrote, to the fen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (fen) => {
        expect(fenOf(yuanText(fen))).to.equal(fen);
      }),
    );
  });
});
