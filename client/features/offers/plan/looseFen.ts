import type { Fen } from "../../../../shared/money/fen.ts";

/** What was typed, as an amount of terms: whether it is one is for `validateTerms` to say, at this field. */
export function looseFen(amount: number): Fen {
  // Not checked here on purpose: a refused amount has to reach the rule that names it.
  return amount as Fen;
}
