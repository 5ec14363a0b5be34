import { type Fen, minFen, subFen, ZERO_FEN } from "../money/fen.ts";
import type { LenderType } from "../law/lenderType.ts";

/**
 * Interest that was kept back when a private loan was paid out is not principal (民间借贷规定 26): what the contract says
 * was lent less what the borrower received, 0 where the latter is not known or the lender is licensed.
 */
export function preDeductedFen(debt: {
  lenderType: LenderType;
  disbursedFen: Fen | null;
  receivedFen: Fen | null;
}): Fen {
  const { lenderType, disbursedFen, receivedFen } = debt;
  if (lenderType !== "private" || disbursedFen === null || receivedFen === null) return ZERO_FEN;
  return subFen(disbursedFen, minFen(disbursedFen, receivedFen));
}
