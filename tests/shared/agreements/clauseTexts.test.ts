import { expect } from "chai";
import fc from "fast-check";
import { CLAUSES, CLAUSE_KEYS, fillClause, type ClauseKey } from "../../../shared/agreements/clauses.ts";
import {
  clauseProblems,
  completeTexts,
  MAX_CLAUSE_LENGTH,
  SHIPPED_CLAUSES,
} from "../../../shared/agreements/clauseTexts.ts";

describe("clause texts", () => {
  it("as shipped have nothing wrong with them", () => {
    expect(clauseProblems(SHIPPED_CLAUSES)).to.deep.equal([]);
  });

  const grace = (zh: string) => clauseProblems({ "grace.days": { zh, en: "{days} days" } });
  const table: [string, string, object[]][] = [
    ["keep their placeholder", "宽限{days}日，即{days}日。", []],
    ["may not lose it", "宽限五日。", [{ code: "missing_placeholder", name: "days" }]],
    ["may not invent one", "宽限{days}日{owed}。", [{ code: "unknown_placeholder", name: "owed" }]],
    ["may not leave a brace open", "宽限{days}日{。", [{ code: "stray_brace" }]],
    ["are one paragraph", "宽限{days}日\n。", [{ code: "line_break" }]],
    ["are not endless", `${"长".repeat(MAX_CLAUSE_LENGTH)}{days}`, [{ code: "too_long" }]],
    ["are not empty", " ", [{ code: "empty" }, { code: "missing_placeholder", name: "days" }]],
  ];
  for (const [what, zh, problems] of table)
    it(what, () => {
      const expected = problems.map((problem) => ({ key: "grace.days", language: "zh", ...problem }));
      expect(grace(zh)).to.deep.equal(expected);
    });

  it("are checked in both languages, and unknown clauses are named", () => {
    expect(clauseProblems({ "grace.days": { zh: "{days}", en: "none" } })).to.deep.equal([
      { key: "grace.days", language: "en", code: "missing_placeholder", name: "days" },
    ]);
    expect(clauseProblems({ "grace.weeks": { zh: "一", en: "one" } })).to.deep.equal([
      { key: "grace.weeks", language: "zh", code: "unknown_clause" },
    ]);
  });

  for (const [zh, promised] of [
    ["付清后甲方删除不良信息。", true],
    ["付清后甲方负责消除不良记录。", true],
    ["付清后如实报送，甲方不承诺删除。", false],
    ["付清后如实报送已结清的信息。", false],
  ] as const)
    it(`${promised ? "may not promise" : "may say"}: ${zh}`, () => {
      const problems = clauseProblems({ "credit.reporting": { zh, en: "reported as settled" } });
      expect(problems.map(({ code }) => code)).to.deep.equal(promised ? ["promises_deletion"] : []);
    });

  it("are filled once: what a value contains is never taken for a placeholder", () => {
    const name = fc.constantFrom(...CLAUSE_KEYS.filter((key) => CLAUSES[key].length > 0));
    fc.assert(
      fc.property(name, fc.string(), (key: ClauseKey, value) => {
        const odd = `{owed}${value}{payable}`;
        const values = Object.fromEntries(CLAUSES[key].map((placeholder) => [placeholder, odd]));
        const filled = fillClause(SHIPPED_CLAUSES[key].zh, values as never);
        expect(filled).to.include(odd);
        expect(filled.replaceAll(odd, "")).to.not.match(/[{}]/);
      }),
    );
  });

  it("of a stored version are completed by what is shipped", () => {
    const stored = { "grace.none": { zh: "不设宽限期。", en: "No grace." } };
    const texts = completeTexts(stored);
    expect(texts["grace.none"]).to.deep.equal(stored["grace.none"]);
    expect(texts["grace.days"]).to.deep.equal(SHIPPED_CLAUSES["grace.days"]);
    expect(Object.keys(texts)).to.deep.equal(CLAUSE_KEYS);
  });
});
