import { expect } from "chai";
import { PARTIES } from "../../../shared/journal/audience.ts";
import {
  answersToWordsOf,
  decideFact,
  FACT_ANSWERS,
  FACT_COMMANDS,
  FACT_SIDES,
  FACT_STATUSES,
  FACT_TRANSITIONS,
  mayEditFact,
  standingOf,
  type FactAct,
  type FactState,
  type FactStatus,
} from "../../../shared/facts/lifecycle.ts";

const LIVING: readonly FactStatus[] = ["proposed", "confirmed", "disputed"];

/** Every state a statement can be in while it lives. */
const states: FactState[] = FACT_ANSWERS.flatMap((borrower) =>
  FACT_ANSWERS.map((platform) => {
    const answers = { borrower, platform };
    return { answers, status: standingOf(answers) };
  }),
);
/** Every act there is. */
const acts: FactAct[] = [
  ...PARTIES.map((by): FactAct => ({ command: "reword", by })),
  ...FACT_SIDES.flatMap((side) =>
    FACT_ANSWERS.map((answer): FactAct => ({ command: "answer", side, answer })),
  ),
  { command: "withdraw" },
  { command: "record" },
];

describe("a statement of fact", () => {
  it("is confirmed by both, disputed by one, and open otherwise", () => {
    const found = Object.fromEntries(
      states.map(({ answers, status }) => [`${answers.borrower} ${answers.platform}`, status]),
    );
    expect(found).to.deep.equal({
      "open open": "proposed",
      "open confirmed": "proposed",
      "open disputed": "disputed",
      "confirmed open": "proposed",
      "confirmed confirmed": "confirmed",
      "confirmed disputed": "disputed",
      "disputed open": "disputed",
      "disputed confirmed": "disputed",
      "disputed disputed": "disputed",
    });
  });

  for (const state of states) {
    const { borrower, platform } = state.answers;
    for (const act of acts) {
      it(`${borrower}/${platform} × ${JSON.stringify(act)}`, () => {
        const decision = decideFact(state, act);
        if (act.command === "reword") {
          const answers = answersToWordsOf(act.by);
          expect(decision).to.deep.equal({ ok: true, to: { answers, status: "proposed" } });
        } else if (act.command === "answer") {
          const answers = { ...state.answers, [act.side]: act.answer };
          const same = state.answers[act.side] === act.answer;
          expect(decision).to.deep.equal(
            same
              ? { ok: false, code: "already_done" }
              : { ok: true, to: { answers, status: standingOf(answers) } },
          );
        } else if (act.command === "withdraw") {
          expect(decision).to.deep.equal({ ok: true, to: { ...state, status: "withdrawn" } });
        } else {
          expect(decision).to.deep.equal(
            state.status === "confirmed"
              ? { ok: true, to: { ...state, status: "recorded" } }
              : { ok: false, code: "fact_fixed" },
          );
        }
      });
    }
  }

  for (const status of ["withdrawn", "recorded"] as const) {
    for (const act of acts) {
      it(`${status} × ${JSON.stringify(act)} is refused`, () => {
        const again = status === "withdrawn" && act.command === "withdraw";
        expect(
          decideFact({ status, answers: { borrower: "confirmed", platform: "confirmed" } }, act),
        ).to.deep.equal({
          ok: false,
          code: again ? "already_done" : "fact_fixed",
        });
      });
    }
  }

  it("has a cell for every status and command", () => {
    for (const status of FACT_STATUSES) {
      for (const command of FACT_COMMANDS) {
        const cell = FACT_TRANSITIONS[status][command];
        if (command === "record") expect(cell).to.equal(status === "confirmed" ? "recorded" : null);
        else expect(cell !== null, `${status} ${command}`).to.equal(LIVING.includes(status));
      }
    }
  });

  it("stands by what it words itself and leaves everybody else free", () => {
    expect(answersToWordsOf("borrower")).to.deep.equal({ borrower: "confirmed", platform: "open" });
    expect(answersToWordsOf("platform")).to.deep.equal({ borrower: "open", platform: "confirmed" });
    expect(answersToWordsOf("mediator")).to.deep.equal({ borrower: "open", platform: "open" });
  });

  it("is changed by who put it and by the mediator, never by the other side", () => {
    for (const party of PARTIES) {
      for (const from of PARTIES) {
        expect(mayEditFact(party, from), `${party} ${from}`).to.equal(party === "mediator" || party === from);
      }
    }
  });
});
