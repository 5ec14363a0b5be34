import { expect } from "chai";
import {
  decideMinutes,
  isAnsweredByAll,
  MINUTES_COMMANDS,
  MINUTES_STATUSES,
  MINUTES_TRANSITIONS,
  minutesAnswerProblem,
  type MinutesStatus,
} from "../../../shared/minutes/lifecycle.ts";

/** The legal cells; every other one is refused. */
const LEGAL: Record<string, MinutesStatus> = {
  "drafted revise": "drafted",
  "drafted lay_open": "open",
  "drafted withdraw": "withdrawn",
  "open answer": "open",
  "open recall": "drafted",
  "open finish": "final",
};

describe("minutes", () => {
  for (const status of MINUTES_STATUSES) {
    for (const command of MINUTES_COMMANDS) {
      const to = LEGAL[`${status} ${command}`] ?? null;
      it(`${status} × ${command} → ${to ?? "refused"}`, () => {
        expect(MINUTES_TRANSITIONS[status][command]).to.equal(to);
        expect(decideMinutes(status, command)).to.deep.equal(
          to === null
            ? { ok: false, code: status === "drafted" ? "minutes_not_open" : "minutes_fixed" }
            : { ok: true, to },
        );
      });
    }
  }

  it("wait for everybody who was there, and for nobody when nobody was", () => {
    expect(isAnsweredByAll([], [])).to.equal(false);
    expect(isAnsweredByAll(["a"], [])).to.equal(false);
    expect(isAnsweredByAll(["a", "b"], ["b"])).to.equal(false);
    expect(isAnsweredByAll(["a", "b"], ["b", "a", "c"])).to.equal(true);
  });

  it("ask a refusal what is wrong", () => {
    expect(minutesAnswerProblem("refused", " ")).to.equal("remark_required");
    expect(minutesAnswerProblem("refused", null)).to.equal("remark_required");
    expect(minutesAnswerProblem("refused", "时间不对")).to.equal(null);
    expect(minutesAnswerProblem("confirmed", null)).to.equal(null);
  });
});
