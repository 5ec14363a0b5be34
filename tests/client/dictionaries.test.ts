import { expect } from "chai";
import { borrowerEn } from "../../client/i18n/borrowerAreas.en.ts";
import { borrowerZh } from "../../client/i18n/borrowerAreas.zh.ts";
import { calculatorEn } from "../../client/i18n/calculatorAreas.en.ts";
import { calculatorZh } from "../../client/i18n/calculatorAreas.zh.ts";
import { staffEn } from "../../client/i18n/staffAreas.en.ts";
import { staffZh } from "../../client/i18n/staffAreas.zh.ts";

function leaves(tree: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree) as [string, unknown][]) {
    if (typeof value === "string") found.set(`${path}${key}`, value);
    else if (typeof value === "object" && value !== null)
      for (const [name, text] of leaves(value, `${path}${key}.`)) found.set(name, text);
  }
  return found;
}

/** The figures and names a sentence leaves room for. */
function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)[^}]*\}\}/g)].map(([, name]) => name ?? "").toSorted();
}

for (const [name, zh, en] of [
  ["staff", staffZh, staffEn],
  ["borrower", borrowerZh, borrowerEn],
  ["calculator", calculatorZh, calculatorEn],
] as const)
  describe(`the ${name} dictionaries`, () => {
    const chinese = leaves(zh);
    const english = leaves(en);

    it("have words for every key, in both languages", () => {
      for (const [key, text] of [...chinese, ...english]) expect(text.trim(), key).to.not.equal("");
    });

    it("leave room for the same figures and names in both languages", () => {
      for (const [key, text] of chinese)
        expect(placeholders(english.get(key)!), key).to.deep.equal(placeholders(text));
    });

    it("are English in the English one", () => {
      const foreign = [...english].filter(
        ([key, text]) => /[\u4e00-\u9fff]/.test(text) && key !== "common.chinese",
      );
      expect(foreign).to.deep.equal([]);
    });
  });
