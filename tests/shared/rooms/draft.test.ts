import { expect } from "chai";
import { assert as assertProperty, constantFrom, property, record, option, boolean } from "fast-check";
import { reconcileDrafts, type LocalDraft } from "../../../shared/rooms/draft.ts";

const kept = (text: string, version: string) => ({ text, version });
const local = (text: string, base: string | null, unkept: boolean): LocalDraft => ({ text, base, unkept });

const TABLE: [string, LocalDraft, { text: string; version: string } | null, LocalDraft][] = [
  ["nothing anywhere", local("", null, false), null, local("", null, false)],
  ["typed on the other device", local("", null, false), kept("甲", "1"), local("甲", "1", false)],
  ["sent on the other device", local("甲", "1", false), null, local("", null, false)],
  ["changed on the other device", local("甲", "1", false), kept("甲乙", "2"), local("甲乙", "2", false)],
  ["typed here only", local("甲", null, true), null, local("甲", null, true)],
  ["changed here only", local("甲乙", "1", true), kept("甲", "1"), local("甲乙", "1", true)],
  ["sent here only", local("", "1", true), kept("甲", "1"), local("", "1", true)],
  ["sent there, written on here", local("甲乙", "1", true), null, local("甲乙", null, true)],
  ["the answer to keeping it was lost", local("甲", null, true), kept("甲", "1"), local("甲", "1", false)],
  ["sent here, written on there", local("", "1", true), kept("甲乙", "2"), local("甲乙", "2", false)],
  [
    "written on from the same here",
    local("甲乙丙", "1", true),
    kept("甲乙", "2"),
    local("甲乙丙", "2", true),
  ],
  [
    "written on from the same there",
    local("甲乙", "1", true),
    kept("甲乙丙", "2"),
    local("甲乙丙", "2", false),
  ],
  ["two different texts", local("甲", null, true), kept("乙", "2"), local("乙\n甲", "2", true)],
];

describe("a draft on two devices", () => {
  for (const [what, here, there, shown] of TABLE) {
    it(`${what}: ${JSON.stringify(shown.text)}`, () => {
      expect(reconcileDrafts(here, there)).to.deep.equal(shown);
    });
  }

  it("never loses what was written and not kept, and comes to rest", () => {
    const text = constantFrom("", "甲", "甲乙", "乙", "丙");
    const version = constantFrom("1", "2");
    const here = record({ text, base: option(version, { nil: null }), unkept: boolean() });
    const there = option(record({ text: constantFrom("甲", "甲乙", "丁"), version }), { nil: null });
    assertProperty(
      property(here, there, (mine, theirs) => {
        const shown = reconcileDrafts(mine, theirs);
        if (mine.unkept) expect(shown.text).to.include(mine.text);
        if (theirs && theirs.version !== mine.base) expect(shown.text).to.include(theirs.text);
        expect(shown.base).to.equal(theirs?.version ?? null);
        expect(reconcileDrafts(shown, theirs)).to.deep.equal(shown);
      }),
    );
  });
});
