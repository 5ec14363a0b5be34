import { expect } from "chai";
import { LINE_KEYS, linesOf, sectionOf, SECTIONS } from "../../../shared/capacity/lines.ts";
import { amountInMonth, monthlyAverage } from "../../../shared/capacity/monthly.ts";
import { aLine } from "./aStatement.ts";

describe("lines of income and outgoings", () => {
  it("each stand in exactly one section", () => {
    expect(new Set(LINE_KEYS).size).to.equal(LINE_KEYS.length);
    expect(SECTIONS.flatMap(linesOf)).to.deep.equal(LINE_KEYS);
    for (const key of LINE_KEYS) expect(linesOf(sectionOf(key))).to.include(key);
  });
});

describe("an amount in one month", () => {
  for (const [what, line, month, fen] of [
    ["monthly", aLine("earnings", 3_000), 5, 300_000],
    ["weekly, 52 weeks over 12 months", aLine("earnings", 300, { period: "weekly" }), 5, 130_000],
    ["weekly, 4⅓ fen rounded down", aLine("earnings", 0.01, { period: "weekly" }), 1, 4],
    ["weekly, 8⅔ fen rounded up", aLine("earnings", 0.02, { period: "weekly" }), 1, 9],
    ["yearly", aLine("earnings", 1_200, { period: "yearly" }), 7, 10_000],
    ["yearly, an odd fen early", aLine("earnings", 0.13, { period: "yearly" }), 1, 2],
    ["yearly, and not late", aLine("earnings", 0.13, { period: "yearly" }), 12, 1],
    ["yearly in two months", aLine("earnings", 1_000, { period: "yearly", months: [6, 9] }), 9, 50_000],
    ["yearly outside them", aLine("earnings", 1_000, { period: "yearly", months: [6, 9] }), 7, 0],
    ["seasonal in season", aLine("earnings", 3_000, { months: [5, 6] }), 5, 300_000],
    ["seasonal out of season", aLine("earnings", 3_000, { months: [5, 6] }), 7, 0],
    ["not known", aLine("earnings", 0, { amountFen: null, unsure: true }), 1, 0],
  ] as const)
    it(`${what}: ${fen} fen`, () => expect(amountInMonth(line, month)).to.equal(fen));

  it("is refused for a month that does not exist", () => {
    for (const month of [0, 13, 1.5, Number.NaN])
      expect(() => amountInMonth(aLine("earnings", 1), month)).to.throw(RangeError);
  });

  it("averages over the year, rounded half up", () => {
    expect(monthlyAverage([aLine("earnings", 3_000, { months: [1, 2, 3] })])).to.equal(75_000);
    expect(monthlyAverage([aLine("earnings", 1, { months: [1] }), aLine("home", 1)])).to.equal(108);
    expect(monthlyAverage([])).to.equal(0);
  });
});
