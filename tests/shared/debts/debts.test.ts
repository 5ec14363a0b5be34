import { expect } from "chai";
import { lineAnswerProblem } from "../../../shared/debts/lineAnswer.ts";
import { contractKey, owedComponents } from "../../../shared/debts/newDebt.ts";
import { statementTotals } from "../../../shared/debts/totals.ts";
import { fen } from "../../../shared/money/fen.ts";
import { aDebt } from "../../support/buildCase.ts";

describe("what is owed", () => {
  it("has a line for every component something is owed of, in their order", () => {
    expect(owedComponents(aDebt("A", { interestFen: fen(0), feeFen: fen(1) }))).to.deep.equal([
      { component: "principal", fen: 1_200_000 },
      { component: "penalty", fen: 10_000 },
      { component: "fee", fen: 1 },
    ]);
  });

  it("sums by component and in all", () => {
    const lines = [...owedComponents(aDebt("A")), ...owedComponents(aDebt("B"))];
    expect(statementTotals(lines)).to.deep.equal({
      principalFen: 2_400_000,
      interestFen: 69_120,
      penaltyFen: 20_000,
      feeFen: 0,
      totalFen: 2_489_120,
    });
    expect(statementTotals([]).totalFen).to.equal(0);
  });

  it("tells contracts of different lenders apart even when their names run together", () => {
    expect(contractKey({ lenderName: "A", contractNumber: "B,C" })).to.not.equal(
      contractKey({ lenderName: "A,B", contractNumber: "C" }),
    );
  });

  it("needs a reason for a dispute and for nothing else", () => {
    expect(lineAnswerProblem("disputed", " ")).to.equal("reason_required");
    expect(lineAnswerProblem("disputed", null)).to.equal("reason_required");
    expect(lineAnswerProblem("disputed", "已还")).to.equal(null);
    expect(lineAnswerProblem("confirmed", null)).to.equal(null);
    expect(lineAnswerProblem("open", null)).to.equal(null);
  });
});
