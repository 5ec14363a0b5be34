import { expect } from "chai";
import fc from "fast-check";
import { lawBook, SHIPPED_LAW } from "../../../shared/law/lawBook.ts";
import { LAW_RULES } from "../../../shared/law/catalogue.ts";
import { LAW_MATTERS, type LawMatter } from "../../../shared/law/lawRules.ts";
import { enteredRule, newVersionProblems, type NewVersion } from "../../../shared/law/newVersion.ts";

const lpr: NewVersion = {
  matter: "lpr",
  rule: "一年期LPR",
  from: "2026-11-20",
  to: null,
  value: { rate: "0.0290", verifiedThrough: "2026-11-20" },
  source: "全国银行间同业拆借中心公告",
  confidence: "READ",
  replaces: null,
};

function problems(changes: Partial<NewVersion>, book = SHIPPED_LAW): string[] {
  return newVersionProblems(book, { ...lpr, ...changes }).map(({ pointer, code }) => `${pointer} ${code}`);
}

/** A version of a bounded rule over a book that has one from 2015-09-01 to 2020-08-19 and an open one after it. */
const cap = (changes: Partial<NewVersion>): Partial<NewVersion> => ({
  matter: "cap",
  value: { lenderTypes: ["private"], limit: { annualRate: "0.30" }, effect: "void_above" },
  ...changes,
});

describe("a new version of a rule", () => {
  it("may follow the last one, which gives way to it", () => {
    expect(problems({})).to.deep.equal([]);
    expect(problems(cap({ from: "2027-01-01" }))).to.deep.equal([]);
  });

  it("accepts every shipped rule as a correction of itself", () => {
    for (const { id, to, ...rule } of LAW_RULES) {
      const draft = { ...rule, to: to ?? null, replaces: id } as NewVersion;
      expect(newVersionProblems(SHIPPED_LAW, draft), id).to.deep.equal([]);
      expect(enteredRule(draft, id), id).to.deep.equal({ id, ...rule, ...(to === undefined ? {} : { to }) });
    }
  });

  it("may share no day with a version that has an end", () => {
    expect(problems(cap({ from: "2020-08-19" }))).to.deep.equal(["/from overlaps"]);
    expect(problems(cap({ from: "2015-08-01", to: "2015-09-01" }))).to.deep.equal(["/to overlaps"]);
    expect(problems(cap({ from: "2015-08-01", to: "2015-08-31" }))).to.deep.equal([]);
    expect(problems(cap({ from: "2015-09-01" }))).to.deep.equal(["/from same_day"]);
  });

  it("looks only at versions of the same scope", () => {
    const bank = { lenderTypes: ["bank"], limit: { annualRate: "0.24" }, effect: "reduced_on_request" };
    expect(problems(cap({ from: "2015-09-01", to: "2016-01-01", value: bank }))).to.deep.equal([]);
  });

  it("corrects a version of its own matter that still counts, once", () => {
    expect(problems({ from: "2025-05-20", replaces: "lpr-2025-05-20" })).to.deep.equal([]);
    expect(problems({ from: "2025-05-20" })).to.deep.equal(["/from same_day"]);
    expect(problems({ replaces: "court-fee-2007" })).to.deep.equal(["/replaces not_replaceable"]);
    const rule = { ...enteredRule({ ...lpr, from: "2025-05-20" }, "x"), replaces: "lpr-2025-05-20" };
    const corrected = lawBook([rule], 1);
    expect(problems({ replaces: "lpr-2025-05-20" }, corrected)).to.deep.equal(["/replaces not_replaceable"]);
    expect(problems({ replaces: "x" }, corrected)).to.deep.equal([]);
  });

  it("needs dates that exist, in order, a source and a confidence", () => {
    expect(problems({ from: "2026-02-30", to: "never" })).to.deep.equal([
      "/from not_a_date",
      "/to not_a_date",
    ]);
    expect(problems({ from: "2026-11-20", to: "2026-11-19" })).to.deep.equal(["/to to_before_from"]);
    expect(problems({ source: " ", rule: "" })).to.deep.equal(["/rule missing", "/source missing"]);
    expect(problems({ confidence: "SURE" as never })).to.deep.equal(["/confidence unknown_value"]);
    expect(problems({ matter: "gravity" as never })).to.deep.equal(["/matter unknown_value"]);
  });

  const wrong: [LawMatter, unknown, string][] = [
    [
      "cap",
      { lenderTypes: [], limit: { annualRate: "0.24" }, effect: "void_above" },
      "/value/lenderTypes out_of_range",
    ],
    [
      "cap",
      { lenderTypes: ["pawnshop"], limit: { annualRate: "0.24" }, effect: "void_above" },
      "/value/lenderTypes/0 unknown_value",
    ],
    [
      "cap",
      { lenderTypes: ["bank"], limit: { annualRate: "24%" }, effect: "void_above" },
      "/value/limit/annualRate not_a_rate",
    ],
    [
      "cap",
      { lenderTypes: ["bank"], limit: { annualRate: "1.5" }, effect: "void_above" },
      "/value/limit/annualRate out_of_range",
    ],
    [
      "cap",
      { lenderTypes: ["bank"], limit: { multipleOfLpr: 2.5 }, effect: "void_above" },
      "/value/limit/multipleOfLpr out_of_range",
    ],
    [
      "cap",
      { lenderTypes: ["bank"], limit: { multipleOfLpr: 4, annualRate: "0.24" }, effect: "void_above" },
      "/value/limit/annualRate unknown_field",
    ],
    [
      "cap",
      { lenderTypes: ["bank"], limit: { annualRate: "0.24" }, effect: "prison" },
      "/value/effect unknown_value",
    ],
    ["limitation", { months: 0 }, "/value/months out_of_range"],
    ["limitation", { months: 36, years: 3 }, "/value/years unknown_field"],
    ["contact_hours", { fromHour: 9, untilHour: 9 }, "/value/untilHour not_increasing"],
    [
      "contact_counts",
      { effectiveVoicePerDay: -1, unansweredPerContactPointPerDay: 6 },
      "/value/effectiveVoicePerDay out_of_range",
    ],
    ["small_claims", { province: "浙江省", averageWageFen: 1.5 }, "/value/averageWageFen not_whole_fen"],
    ["small_claims", [], "/value missing"],
    ["allocation", { order: "mine_first" }, "/value/order unknown_value"],
    ["credit_card", { productWords: ["信用卡", ""] }, "/value/productWords/1 missing"],
    [
      "court_fee",
      {
        flatFen: 5000,
        flatUpToFen: 1000,
        bands: [
          { upToFen: 900, perMille: 1 },
          { upToFen: null, perMille: 1 },
        ],
      },
      "/value/bands/0/upToFen not_increasing",
    ],
    [
      "court_fee",
      { flatFen: 5000, flatUpToFen: 1000, bands: [{ upToFen: 2000, perMille: 1 }] },
      "/value/bands/0/upToFen not_increasing",
    ],
    ["lpr", { rate: "0.03", verifiedThrough: "x" }, "/value/verifiedThrough not_a_date"],
  ];
  for (const [matter, value, expected] of wrong) {
    it(`${matter}: ${expected}`, () => {
      expect(problems({ matter, value, from: "2030-01-01" })).to.deep.equal([expected]);
    });
  }

  it("is refused with pointers, never with an exception, whatever the value holds", () => {
    fc.assert(
      fc.property(fc.constantFrom(...LAW_MATTERS), fc.anything(), (matter, value) => {
        const found = newVersionProblems(SHIPPED_LAW, { ...lpr, matter, value, from: "2040-01-01" });
        expect(found.every((each) => each.pointer.startsWith("/"))).to.equal(true);
      }),
      { numRuns: 2000 },
    );
  });
});
