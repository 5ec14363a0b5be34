import { expect } from "chai";
import fc from "fast-check";
import {
  countsAsYes,
  decideAnswer,
  decideLeave,
  LEAVES,
  PROPOSAL_ANSWERS,
  reveal,
  type SealedAnswer,
} from "../../../shared/proposals/answers.ts";

const SAID: SealedAnswer[] = [
  null,
  ...PROPOSAL_ANSWERS.flatMap((answer) => LEAVES.map((leave) => ({ answer, leave }))),
];
const name = (said: SealedAnswer) => (said === null ? "silence" : `${said.answer} (leave ${said.leave})`);
const YES = ["yes (leave not_needed)", "yes (leave given)"];

describe("a sealed answer", () => {
  for (const answer of PROPOSAL_ANSWERS) {
    for (const needsLeave of [true, false]) {
      const leave = answer === "yes" && needsLeave ? "asked" : "not_needed";
      it(`${answer}, beyond the limits: ${needsLeave} → leave ${leave}`, () => {
        expect(decideAnswer(answer, { needsLeave })).to.deep.equal({ answer, leave });
      });
    }
  }

  for (const said of SAID) {
    const counts = YES.includes(name(said));
    it(`${name(said)} ${counts ? "is a yes" : "is a no"}`, () => expect(countsAsYes(said)).to.equal(counts));
    const waits = said?.answer === "yes" && said.leave !== "not_needed";
    it(`${name(said)} ${waits ? "waits" : "does not wait"} for leave`, () => {
      expect(decideLeave(said, true)).to.deep.equal(waits ? { answer: "yes", leave: "given" } : null);
      expect(decideLeave(said, false)).to.deep.equal(waits ? { answer: "yes", leave: "refused" } : null);
    });
    for (const other of SAID) {
      const both = counts && YES.includes(name(other));
      it(`${name(said)} and ${name(other)} → ${both ? "agreed" : "not agreed"}`, () => {
        expect(reveal(said, other)).to.equal(both ? "agreed" : "not_agreed");
      });
    }
  }

  it("tells a side that said no nothing of the other", () => {
    const any = fc.constantFrom(...SAID);
    fc.assert(
      fc.property(any, any, any, (own, one, another) => {
        if (!countsAsYes(own)) expect(reveal(own, one)).to.equal(reveal(own, another));
      }),
    );
  });
});
