import { changedFigures, type FigureKey, type OfferFigures } from "../../../shared/offers/offerFigures.ts";

/** The figures a borrower compares two offers by, in the order people ask. */
const COMPARED = [
  ["total", "totalFen"],
  ["difference", "differenceFen"],
  ["instalment", "largestInstalmentFen"],
  ["count", "count"],
  ["downPayment", "downPaymentFen"],
  ["firstDue", "firstDue"],
  ["lastDue", "lastDue"],
  ["interest", "agreedInterestFen"],
  ["waived", "waivedFen"],
  ["waivedPrincipal", "waivedPrincipalFen"],
  ["waivedInterest", "waivedInterestFen"],
  ["waivedPenalty", "waivedPenaltyFen"],
  ["waivedFee", "waivedFeeFen"],
  ["conditional", "conditionalFen"],
  ["minimum", "minimumInstalmentFen"],
  ["family", "family"],
  ["early", "early"],
  ["settledEarly", "settledEarly"],
  ["partial", "partial"],
  ["missed", "missed"],
  ["grace", "graceDays"],
  ["acceleration", "acceleration"],
  ["missedBefore", "missedBeforeAcceleration"],
] as const satisfies readonly (readonly [string, FigureKey])[];

/** Left out where neither offer has any. */
const ALWAYS: readonly FigureKey[] = ["totalFen", "differenceFen", "waivedFen"];

export interface ComparedRow {
  readonly key: (typeof COMPARED)[number][0];
  readonly figure: (typeof COMPARED)[number][1];
  readonly changed: boolean;
}

/** Conditions, which a reader wants to see only where the two differ. */
const CONDITIONS: readonly FigureKey[] = [
  "family",
  "early",
  "settledEarly",
  "partial",
  "missed",
  "graceDays",
  "acceleration",
  "missedBeforeAcceleration",
];

/** What two offers are compared by, each row marked where the second is not as the first. */
export function comparedRows(first: OfferFigures, second: OfferFigures): ComparedRow[] {
  const changed = changedFigures(first, second);
  return COMPARED.filter(([, figure]) => !CONDITIONS.includes(figure) || changed.includes(figure))
    .filter(([, figure]) => ALWAYS.includes(figure) || first[figure] !== 0 || second[figure] !== 0)
    .map(([key, figure]) => ({ key, figure, changed: changed.includes(figure) }));
}
