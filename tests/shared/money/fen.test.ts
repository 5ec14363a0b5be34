import { expect } from "chai";
import { allocateEvenly } from "../../../shared/money/allocateEvenly.ts";
import { addFen, fen, isFen, minFen, subFen, sumFen } from "../../../shared/money/fen.ts";

describe("fen", () => {
  for (const bad of [0.5, Number.NaN, Infinity, 2 ** 53, -(2 ** 53)]) {
    it(`refuses ${bad}`, () => {
      expect(() => fen(bad)).to.throw(RangeError);
      expect(isFen(bad)).to.equal(false);
    });
  }

  it("adds, subtracts and sums exactly, and throws on overflow", () => {
    const most = fen(Number.MAX_SAFE_INTEGER);
    expect(addFen(fen(1), fen(2))).to.equal(3);
    expect(subFen(fen(1), fen(3))).to.equal(-2);
    expect(sumFen([fen(1), fen(2), fen(3)])).to.equal(6);
    expect(sumFen([])).to.equal(0);
    expect(minFen(fen(4), fen(3))).to.equal(3);
    expect(() => addFen(most, fen(1))).to.throw(RangeError);
    expect(() => sumFen([most, fen(1), fen(-1)])).to.throw(RangeError);
  });

  it("has one zero", () => {
    expect(Object.is(fen(-0), 0)).to.equal(true);
  });

  it("gives the residue to the earliest parts", () => {
    expect(allocateEvenly(fen(100), 3)).to.deep.equal([34, 33, 33]);
    expect(allocateEvenly(fen(101), 3)).to.deep.equal([34, 34, 33]);
    expect(allocateEvenly(fen(2), 3)).to.deep.equal([1, 1, 0]);
    expect(allocateEvenly(fen(75_000), 6)).to.deep.equal(Array(6).fill(12_500));
  });

  for (const count of [0, -1, 1.5, Number.NaN]) {
    it(`refuses to split into ${count} parts`, () => {
      expect(() => allocateEvenly(fen(100), count)).to.throw(RangeError);
    });
  }

  it("refuses to split a negative amount", () => {
    expect(() => allocateEvenly(fen(-1), 2)).to.throw(RangeError);
  });
});
