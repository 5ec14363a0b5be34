import { expect } from "chai";
import { capitalYuan } from "../../../shared/money/capitalYuan.ts";
import { fen } from "../../../shared/money/fen.ts";
import { formatYuan } from "../../../shared/money/formatYuan.ts";

describe("amounts in figures", () => {
  const table: [number, string][] = [
    [0, "0.00"],
    [5, "0.05"],
    [100, "1.00"],
    [99_999, "999.99"],
    [100_000, "1,000.00"],
    [1_234_560, "12,345.60"],
    [-1_234_560, "-12,345.60"],
    [Number.MAX_SAFE_INTEGER, "90,071,992,547,409.91"],
  ];
  for (const [amount, text] of table) {
    it(`${amount} fen is ${text}`, () => expect(formatYuan(fen(amount))).to.equal(text));
  }
});

describe("amounts in capital characters", () => {
  const table: [number, string][] = [
    [0, "零元整"],
    [5, "伍分"],
    [50, "伍角整"],
    [55, "伍角伍分"],
    [100, "壹元整"],
    [1_005, "壹拾元零伍分"],
    [1_234_560, "壹万贰仟叁佰肆拾伍元陆角整"],
    [140_950, "壹仟肆佰零玖元伍角整"],
    [600_714, "陆仟零柒元壹角肆分"],
    [168_032, "壹仟陆佰捌拾元叁角贰分"],
    [10_700_053, "壹拾万柒仟元伍角叁分"],
    [1_640_902, "壹万陆仟肆佰零玖元零贰分"],
    [32_504, "叁佰贰拾伍元零肆分"],
    [10_050_000, "壹拾万零伍佰元整"],
    [1_000_500, "壹万零伍元整"],
    [1_001_000_000, "壹仟零壹万元整"],
    [10_000_000_000, "壹亿元整"],
    [10_000_000_100, "壹亿零壹元整"],
    [10_000_500_000, "壹亿零伍仟元整"],
    [10_100_000_000, "壹亿零壹佰万元整"],
    [10_000_000_000_000, "壹仟亿元整"],
  ];
  for (const [amount, text] of table) {
    it(`${amount} fen is ${text}`, () => expect(capitalYuan(fen(amount))).to.equal(text));
  }

  it("refuses what it cannot write", () => {
    expect(() => capitalYuan(fen(-1))).to.throw(RangeError);
    expect(() => capitalYuan(fen(10_000_000_000_001))).to.throw(RangeError);
  });
});
