import { type Fen, ZERO_FEN, addFen, subFen, sumFen } from "../money/fen.ts";
import type { ScheduleResult } from "../plans/schedule.ts";
import type { Terms } from "../plans/terms.ts";

/**
 * What a certificate of completion says in figures. `paidFen` was paid under the agreement in force, `earlierPaidFen` under those it
 * took the place of. statementFen + agreedInterestFen = waivedFen + waivedOnCompletionFen + givenUpFen + paidFen.
 */
export type SettlementFigures = {
  statementFen: Fen;
  agreedInterestFen: Fen;
  waivedFen: Fen;
  waivedOnCompletionFen: Fen;
  /** Agreed interest of periods to come, given up because everything was paid early. */
  givenUpFen: Fen;
  paidFen: Fen;
  earlierPaidFen: Fen;
  creditFen: Fen;
};

/** The figures of a plan whose every instalment is paid. */
export function settlementFigures(
  schedule: Pick<ScheduleResult, "totals">,
  terms: Pick<Terms, "waivers">,
  paid: { instalments: readonly { paidFen: Fen }[]; allPaymentsFen: Fen; creditFen: Fen },
): SettlementFigures {
  const { statementFen, agreedInterestFen, totalFen } = schedule.totals;
  const waived = (when: "at_signing" | "on_completion") =>
    sumFen(terms.waivers.filter((waiver) => waiver.when === when).map((waiver) => waiver.fen));
  const paidFen = sumFen(paid.instalments.map((instalment) => instalment.paidFen));
  const known = addFen(paidFen, paid.creditFen);
  return {
    statementFen,
    agreedInterestFen,
    waivedFen: waived("at_signing"),
    waivedOnCompletionFen: waived("on_completion"),
    givenUpFen: subFen(totalFen, paidFen),
    paidFen,
    earlierPaidFen: paid.allPaymentsFen > known ? subFen(paid.allPaymentsFen, known) : ZERO_FEN,
    creditFen: paid.creditFen,
  };
}
