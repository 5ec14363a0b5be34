import { type Fen, addFen, fen, minFen, subFen } from "../money/fen.ts";
import { fraction, takeShare } from "../money/fraction.ts";
import type { DatedRule } from "./rule.ts";

/** Up to `upToFen` (null: without end) the part of the claim above the band before costs `perMille` ‰. */
export type FeeBand = { upToFen: Fen | null; perMille: number };
export type FeeScale = { flatFen: Fen; flatUpToFen: Fen; bands: readonly FeeBand[] };

const yuan = (amount: number): Fen => fen(amount * 100);

/** The acceptance fee of property cases (受理费), in force since 2007-04-01. */
export const COURT_FEE_RULE: DatedRule<FeeScale> = {
  id: "court-fee-2007",
  rule: "财产案件受理费",
  from: "2007-04-01",
  source: "《诉讼费用交纳办法》第13、14、15、16条",
  confidence: "READ",
  value: {
    flatFen: yuan(50),
    flatUpToFen: yuan(10_000),
    bands: [
      { upToFen: yuan(100_000), perMille: 25 },
      { upToFen: yuan(200_000), perMille: 20 },
      { upToFen: yuan(500_000), perMille: 15 },
      { upToFen: yuan(1_000_000), perMille: 10 },
      { upToFen: yuan(2_000_000), perMille: 9 },
      { upToFen: yuan(5_000_000), perMille: 8 },
      { upToFen: yuan(10_000_000), perMille: 7 },
      { upToFen: yuan(20_000_000), perMille: 6 },
      { upToFen: null, perMille: 5 },
    ],
  },
};

/**
 * Fees in fen: `full`; `half` in summary procedure, when mediated or withdrawn; `paymentOrder` one third for a 支付令.
 * Judicial confirmation (司法确认) costs nothing.
 */
export type CourtFee = { full: Fen; half: Fen; paymentOrder: Fen; rule: DatedRule<FeeScale> };

/** The court fee for a claim of `amount` fen, each figure rounded half up. Throws RangeError for a negative amount. */
export function courtFee(amount: Fen, rule: DatedRule<FeeScale> = COURT_FEE_RULE): CourtFee {
  if (amount < 0) throw new RangeError(`a claim cannot be negative: ${amount}`);
  const { flatFen, flatUpToFen, bands } = rule.value;
  let full = flatFen;
  let below = flatUpToFen;
  for (const { upToFen, perMille } of bands) {
    if (amount <= below) break;
    const end = upToFen === null ? amount : minFen(amount, upToFen);
    full = addFen(full, takeShare(subFen(end, below), fraction(perMille, 1000)));
    below = upToFen ?? amount;
  }
  return {
    full,
    half: takeShare(full, fraction(1, 2)),
    paymentOrder: takeShare(full, fraction(1, 3)),
    rule,
  };
}
