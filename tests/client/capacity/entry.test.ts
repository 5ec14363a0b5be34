import { expect } from "chai";
import { entryOf, lineFrom } from "../../../client/borrower/capacity/entry.ts";
import { resumeStep } from "../../../client/borrower/capacity/steps.ts";
import { EMPTY_DRAFT } from "../../../shared/capacity/statement.ts";

const blank = entryOf(undefined);

describe("a line as it is typed", () => {
  for (const [text, amountFen] of [
    ["1200", 120_000],
    ["1,200.5", 120_050],
    [" １２００．５０ ", 120_050],
    ["¥0", 0],
  ] as const)
    it(`“${text}” is ${amountFen} fen`, () => {
      expect(lineFrom("home", { ...blank, text })).to.deep.include({ amountFen, unsure: false });
    });

  for (const text of ["12x", "-5", "1.234", "一千", "99999999999"])
    it(`“${text}” is no amount`, () => expect(lineFrom("home", { ...blank, text })).to.equal("fault"));

  it("says nothing while it is empty, unless that is what one is not sure of", () => {
    expect(lineFrom("home", blank)).to.equal(null);
    expect(lineFrom("home", { ...blank, unsure: true })).to.deep.include({ amountFen: null, unsure: true });
  });

  it("in all months is in every month, and months stand in their order", () => {
    const months = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect(lineFrom("home", { ...blank, text: "1", months })).to.include({ months: null });
    expect(lineFrom("home", { ...blank, text: "1", months: [9, 5] })).to.deep.include({ months: [5, 9] });
  });

  it("comes back as it was kept", () => {
    const typed = { ...blank, text: "1200.50", period: "weekly", note: "现金", months: [3] } as const;
    const line = lineFrom("home", typed);
    if (line === null || line === "fault") throw new Error("not a line");
    expect(entryOf(line)).to.deep.equal(typed);
  });
});

describe("coming back to the form", () => {
  const sections = EMPTY_DRAFT.sections;

  it("goes on at the first screen not reached yet", () => {
    expect(resumeStep(EMPTY_DRAFT)).to.equal("household");
    expect(resumeStep({ ...EMPTY_DRAFT, householdSize: 2 })).to.equal("income");
    const reached = { ...sections, income: "answered", fixed: "skipped" } as const;
    expect(resumeStep({ ...EMPTY_DRAFT, sections: reached })).to.equal("flexible");
    const all = Object.fromEntries(
      Object.keys(sections).map((name) => [name, "answered"]),
    ) as typeof sections;
    expect(resumeStep({ ...EMPTY_DRAFT, sections: all })).to.equal("review");
  });
});
