import { expect } from "chai";
import fc from "fast-check";
import {
  calculate,
  fieldOf,
  searchOf,
  startingState,
  stateOf,
  stepsOf,
} from "../../client/calculator/calculation.ts";

const start = startingState("2026-11-21");

describe("the calculator", () => {
  it("begins with twelve equal parts from a month on", () => {
    const { answer } = calculate(start);
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    expect(answer.quote.rows).to.have.length(12);
    expect(answer.quote.totals.totalFen).to.equal(1_200_000);
  });

  it("reads yuan and per cent digit by digit", () => {
    const request = (changes: object) =>
      calculate({ ...start, family: "equal_instalment", ...changes }).request;
    expect(request({ principal: "1,234.5" }).principalFen).to.equal(123_450);
    expect(request({ principal: "0.29" }).principalFen).to.equal(29);
    expect(request({ principal: "" }).principalFen).to.equal(0);
    for (const [percent, share] of [
      ["12", "0.12"],
      ["9.5", "0.095"],
      ["100", "1"],
      ["0", "0"],
      ["0.05", "0.0005"],
    ])
      expect(request({ rate: percent }).schedule.annualRate, percent).to.equal(share);
  });

  it("keeps a calculation in its address, and ignores what means nothing there", () => {
    const state = {
      ...start,
      principal: "58000",
      family: "equal_principal" as const,
      count: "24",
      rate: "9.5",
    };
    const address = searchOf(state, start);
    expect(stateOf(address, startingState("2027-03-01"))).to.deep.equal(state);
    expect(address.get("deferral")).to.equal(null);
    const odd = new URLSearchParams({ family: "pyramid", first: "2026-02-30", principal: "9".repeat(21) });
    expect(stateOf(odd, start)).to.deep.equal(start);
  });

  it("names the field of every fault, and never throws, whatever is typed", () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom("-1", "1e9", "0.001", "9999999999999", "NaN"),
    );
    fc.assert(
      fc.property(typed, typed, typed, typed, (principal, rate, count, first) => {
        const search = new URLSearchParams({ principal, rate, count, first, family: "equal_instalment" });
        const { answer } = calculate(stateOf(search, start));
        if (answer.ok) expect(Number.isSafeInteger(answer.quote.totals.totalFen)).to.equal(true);
        else expect(answer.problems.length).to.be.greaterThan(0);
      }),
      { numRuns: 500 },
    );
    const { answer } = calculate({ ...start, principal: "-5" });
    expect(answer.ok ? [] : answer.problems.map(({ pointer }) => fieldOf(pointer))).to.deep.equal([
      "principal",
    ]);
    expect(fieldOf("/schedule")).to.equal(null);
  });

  it("holds a slider inside its range", () => {
    expect([
      stepsOf("x", 1, 60),
      stepsOf("0", 1, 60),
      stepsOf("61", 1, 60),
      stepsOf("7", 1, 60),
    ]).to.deep.equal([1, 1, 60, 7]);
  });
});
