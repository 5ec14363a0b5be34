import { expect } from "chai";
import { fieldOfPointer, typedOf, valueOf } from "../../client/features/law/valueForm.ts";
import { LAW_RULES } from "../../shared/law/catalogue.ts";
import { SHIPPED_LAW } from "../../shared/law/lawBook.ts";
import { LAW_MATTERS, type LawRule } from "../../shared/law/lawRules.ts";
import { newVersionProblems } from "../../shared/law/newVersion.ts";
import { fen } from "../../shared/money/fen.ts";

const wage: LawRule = {
  matter: "small_claims",
  id: "wage",
  rule: "年平均工资",
  from: "2026-07-01",
  value: { province: "浙江省", averageWageFen: fen(12_345_678) },
  source: "公报",
  confidence: "READ",
};

describe("the form of a rule of law", () => {
  it("gives back every value it begins with, unchanged but for zeros at the end of a rate", () => {
    for (const rule of [...LAW_RULES, wage]) {
      const value: object =
        rule.matter === "lpr" ? { ...rule.value, rate: rule.value.rate.replace(/0+$/, "") } : rule.value;
      expect(valueOf(rule.matter, typedOf(rule)), rule.id).to.deep.equal(value);
    }
  });

  it("left empty, is refused field by field and never throws", () => {
    for (const matter of LAW_MATTERS) {
      const draft = {
        matter,
        rule: "x",
        from: "2030-01-01",
        to: null,
        value: valueOf(matter, {}),
        source: "x",
        confidence: "READ" as const,
        replaces: null,
      };
      const problems = newVersionProblems(SHIPPED_LAW, draft);
      expect(problems, matter).to.not.be.empty;
      expect(problems.every(({ pointer }) => fieldOfPointer(pointer) !== "")).to.equal(true);
    }
  });
});
