import { type Fen, ZERO_FEN, subFen, sumFen } from "../money/fen.ts";
import { allocatePayment, type Instalment, openFen } from "./plan.ts";

/** What was still open of each instalment when another plan took its place; never zero. */
export function openAtClosing(instalments: readonly Instalment[]): { number: number; fen: Fen }[] {
  return instalments
    .map((instalment) => ({ number: instalment.number, fen: openFen(instalment) }))
    .filter(({ fen }) => fen > 0);
}

/**
 * Payments that came in while the new plan was being negotiated, put on it: they are in neither plan's statement. Answers the new
 * instalments and what was carried over; what exceeds the new plan stays behind as credit on the old one.
 */
export function carryOver(
  instalments: readonly Instalment[],
  late: readonly { fen: Fen }[],
): { instalments: Instalment[]; carriedFen: Fen } {
  const amount = sumFen(late.map((payment) => payment.fen));
  if (amount === 0) return { instalments: [...instalments], carriedFen: ZERO_FEN };
  const { instalments: after, creditFen } = allocatePayment(instalments, amount);
  return { instalments: after, carriedFen: subFen(amount, creditFen) };
}
