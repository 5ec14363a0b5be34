import { expect } from "chai";
import { correctionProblem } from "../../../shared/debts/correction.ts";
import { LINE_ANSWERS, LINE_STATE, type LineAnswer } from "../../../shared/debts/lineAnswer.ts";
import { lineHistory, lineStanding, type LineEntry } from "../../../shared/debts/lineStanding.ts";
import { preDeductedFen } from "../../../shared/debts/paidOut.ts";
import { riskTierOf } from "../../../shared/debts/riskTier.ts";
import { fen } from "../../../shared/money/fen.ts";

const entry = (more: Partial<LineEntry> = {}): LineEntry => ({
  side: "borrower",
  debtId: "d",
  component: "fee",
  fen: fen(100),
  fromFen: null,
  version: 1,
  answer: "confirmed",
  reason: null,
  exhibitId: null,
  ...more,
});
const line = { debtId: "d", component: "fee" as const, fen: fen(100) };

describe("a line of the statement between two sides", () => {
  const TABLE: [LineAnswer, LineAnswer, string][] = [
    ["open", "open", "open"],
    ["open", "confirmed", "open"],
    ["open", "disputed", "contested"],
    ["confirmed", "open", "open"],
    ["confirmed", "confirmed", "agreed"],
    ["confirmed", "disputed", "contested"],
    ["disputed", "open", "contested"],
    ["disputed", "confirmed", "contested"],
    ["disputed", "disputed", "contested"],
  ];
  for (const [borrower, platform, state] of TABLE) {
    it(`borrower ${borrower}, platform ${platform}: ${state}`, () => {
      const said = [entry({ answer: borrower }), entry({ side: "platform", answer: platform })];
      expect(LINE_STATE[borrower][platform]).to.equal(state);
      expect(lineStanding(line, 1, said).state).to.equal(state);
      expect(lineStanding(line, 1, said.toReversed()).state).to.equal(state);
    });
  }

  it("has a cell for every pair of answers", () => {
    expect(TABLE).to.have.length(LINE_ANSWERS.length ** 2);
  });

  it("holds each side's last word, and nobody's before somebody spoke", () => {
    expect(lineStanding(line, 1, [])).to.deep.equal({ state: "open", borrower: null, platform: null });
    const said = [entry({ answer: "disputed", reason: "没有收到" }), entry()];
    expect(lineStanding(line, 1, said).borrower?.answer).to.equal("confirmed");
  });

  it("is about an amount: a corrected line is open again, the others keep what was said of them", () => {
    const said = [
      entry({ answer: "disputed", reason: "多了" }),
      entry({ component: "interest" }),
      entry({ side: "platform", fen: fen(60), fromFen: fen(100), version: 2 }),
    ];
    const corrected = lineStanding({ ...line, fen: fen(60) }, 1, said);
    expect(corrected).to.deep.include({ state: "open", borrower: null });
    expect(corrected.platform?.fromFen).to.equal(100);
    expect(lineStanding({ ...line, component: "interest" }, 1, said).borrower?.answer).to.equal("confirmed");
    expect(lineHistory(line, said)).to.have.length(2);
  });

  it("counts nothing said before the statement was drawn up anew, nor of another contract", () => {
    expect(lineStanding(line, 2, [entry()]).state).to.equal("open");
    expect(lineStanding(line, 1, [entry({ debtId: "other" })]).borrower).to.equal(null);
  });
});

describe("a correction of a line", () => {
  const given = { fromFen: 100, toFen: 60, otherFen: 1, reason: "重复计算" };
  const CASES: [string, Partial<typeof given>, string | null][] = [
    ["downwards with a reason", {}, null],
    ["to nothing while something else is owed", { toFen: 0 }, null],
    ["by one fen", { toFen: 99 }, null],
    ["to the same amount", { toFen: 100 }, "/fen not_lower"],
    ["upwards", { toFen: 101 }, "/fen not_lower"],
    ["below nothing", { toFen: -1 }, "/fen not_whole_fen"],
    ["to half a fen", { toFen: 0.5 }, "/fen not_whole_fen"],
    ["to nothing where nothing else is owed", { toFen: 0, otherFen: 0 }, "/fen nothing_left"],
    ["without a reason", { reason: " " }, "/reason reason_required"],
  ];
  for (const [what, change, expected] of CASES) {
    it(`${what}: ${expected ?? "may be made"}`, () => {
      const problem = correctionProblem({ ...given, ...change });
      expect(problem && `${problem.pointer} ${problem.code}`).to.equal(expected);
    });
  }
});

describe("what of a loan was paid out", () => {
  const loan = { lenderType: "private" as const, disbursedFen: fen(1_000), receivedFen: fen(900) };
  it("leaves out interest kept back by a private lender, and by nobody else", () => {
    expect(preDeductedFen(loan)).to.equal(100);
    expect(preDeductedFen({ ...loan, lenderType: "bank" })).to.equal(0);
    expect(preDeductedFen({ ...loan, receivedFen: null })).to.equal(0);
    expect(preDeductedFen({ ...loan, receivedFen: fen(1_100) })).to.equal(0);
  });
});

describe("the risk tier of a case", () => {
  it("is that of all its contracts, or none", () => {
    const tiers = (...all: (string | null)[]) => riskTierOf(all.map((riskTier) => ({ riskTier })));
    expect([tiers(), tiers(null), tiers("A"), tiers("A", "A")]).to.deep.equal([null, null, "A", "A"]);
    expect([tiers("A", "B"), tiers("A", null)]).to.deep.equal([null, null]);
  });
});
