import { sumFen, type Fen } from "../money/fen.ts";
import type { Component } from "../plans/statement.ts";

export type StatementTotals = {
  principalFen: Fen;
  interestFen: Fen;
  penaltyFen: Fen;
  feeFen: Fen;
  totalFen: Fen;
};

/** The sums of a statement in fen, by component and in all. Throws RangeError on overflow. */
export function statementTotals(lines: readonly { component: Component; fen: Fen }[]): StatementTotals {
  const of = (component: Component): Fen =>
    sumFen(lines.filter((line) => line.component === component).map((line) => line.fen));
  return {
    principalFen: of("principal"),
    interestFen: of("interest"),
    penaltyFen: of("penalty"),
    feeFen: of("fee"),
    totalFen: sumFen(lines.map((line) => line.fen)),
  };
}
