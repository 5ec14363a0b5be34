import { expect } from "chai";
import * as fc from "fast-check";
import { yearFraction } from "../../../shared/money/dayCount.ts";
import { fen } from "../../../shared/money/fen.ts";
import { addFractions, fraction, takeShare } from "../../../shared/money/fraction.ts";
import { formatRate, isRate, rateFraction } from "../../../shared/money/rate.ts";

describe("rates", () => {
  for (const text of ["0", "1", "0.12", "0.0435", "12.5", "0.1234567890"]) {
    it(`reads ${text}`, () => expect(isRate(text)).to.equal(true));
  }
  for (const text of ["", ".5", "1.", "-0.1", "+1", "1e3", "0,12", "12%", "01", "NaN", " 1", null, 0.12]) {
    it(`refuses ${JSON.stringify(text)}`, () => expect(isRate(text as unknown)).to.equal(false));
  }

  it("is exact and shown as a percentage", () => {
    expect(rateFraction("0.12")).to.deep.equal({ num: 3n, den: 25n });
    expect(formatRate("0.138")).to.equal("13.8%");
    expect(formatRate("1")).to.equal("100%");
    expect(formatRate("0.094822")).to.equal("9.4822%");
    expect(() => rateFraction("x")).to.throw(RangeError);
  });
});

describe("day counts", () => {
  it("splits act/act by calendar year: 19/365 + 12/366", () => {
    const expected = addFractions(fraction(19, 365), fraction(12, 366));
    expect(yearFraction("2023-12-13", "2024-01-13", "act/act")).to.deep.equal(expected);
    expect(yearFraction("2024-01-01", "2025-01-01", "act/act")).to.deep.equal(fraction(1, 1));
  });

  it("counts actual days over 365 and 360", () => {
    expect(yearFraction("2024-02-01", "2024-03-01", "act/365")).to.deep.equal(fraction(29, 365));
    expect(yearFraction("2024-02-01", "2024-03-01", "act/360")).to.deep.equal(fraction(29, 360));
  });

  it("counts months of thirty days under 30/360", () => {
    expect(yearFraction("2026-01-31", "2026-03-31", "30/360")).to.deep.equal(fraction(60, 360));
    expect(yearFraction("2026-01-15", "2026-01-31", "30/360")).to.deep.equal(fraction(16, 360));
  });
});

describe("shares of an amount", () => {
  it("round half up", () => {
    expect(takeShare(fen(1), fraction(1, 2))).to.equal(1);
    expect(takeShare(fen(3), fraction(1, 2))).to.equal(2);
    expect(takeShare(fen(1), fraction(1, 3))).to.equal(0);
    expect(takeShare(fen(0), fraction(1, 3))).to.equal(0);
  });

  it("agree with bigint arithmetic at every size, so the quick path is exact", () => {
    const size = fc.oneof(fc.nat({ max: 1000 }), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
    fc.assert(
      fc.property(
        size,
        fc.nat({ max: 400_000 }),
        fc.integer({ min: 400_000, max: 40_000_000 }),
        (n, num, den) => {
          const exact = (2n * BigInt(n) * BigInt(num) + BigInt(den)) / (2n * BigInt(den));
          expect(takeShare(fen(n), fraction(num, den))).to.equal(Number(exact));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
