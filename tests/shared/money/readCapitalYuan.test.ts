import { expect } from "chai";
import fc from "fast-check";
import { capitalYuan } from "../../../shared/money/capitalYuan.ts";
import { fen } from "../../../shared/money/fen.ts";
import { readCapitalYuan } from "../../../shared/money/readCapitalYuan.ts";

describe("reading amounts in capital characters", () => {
  it("gives back every amount that was written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000_000 }), (amount) => {
        expect(readCapitalYuan(capitalYuan(fen(amount)))).to.equal(amount);
      }),
      { numRuns: 2_000 },
    );
  });

  it("gives back amounts with many noughts", () => {
    const digit = fc.constantFrom(0, 0, 0, 1, 5, 9);
    fc.assert(
      fc.property(fc.array(digit, { minLength: 1, maxLength: 13 }), (digits) => {
        const amount = Number(digits.join(""));
        expect(readCapitalYuan(capitalYuan(fen(amount)))).to.equal(amount);
      }),
      { numRuns: 2_000 },
    );
  });

  const faulty = [
    "",
    "元",
    "整",
    "壹",
    "壹元",
    "一元整",
    "壹元零整",
    "壹拾元伍分",
    "壹万零零伍元整",
    "贰仟壹万元整",
    "壹元整整",
    "壹元 整",
    "人民币壹元整",
    "壹元伍角零分",
    "壹亿元壹亿元整",
  ];
  for (const text of faulty)
    it(`reads nothing in “${text}”`, () => expect(readCapitalYuan(text)).to.equal(null));
});
