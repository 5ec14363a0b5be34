import type { FigureKey, OfferFigures } from "../../../shared/offers/offerFigures.ts";

export interface OfferRow {
  readonly key:
    | "total"
    | "difference"
    | "instalment"
    | "count"
    | "downPayment"
    | "deferral"
    | "firstDue"
    | "lastDue"
    | "interest"
    | "waived"
    | "waivedPrincipal"
    | "waivedInterest"
    | "waivedPenalty"
    | "waivedFee"
    | "conditional"
    | "grace"
    | "minimum"
    | "payments"
    | "other";
  readonly group: "borrower" | "platform";
  /** The figures this row tells of: it counts as changed when one of them is. */
  readonly figures: readonly FigureKey[];
  /** Left out when every offer shown has zero here. */
  readonly optional?: boolean;
}

/** What is compared, in the order people ask: first what it costs the borrower, then what the platform gives. */
const ROWS: readonly OfferRow[] = [
  { key: "total", group: "borrower", figures: ["totalFen"] },
  { key: "difference", group: "borrower", figures: ["differenceFen"] },
  {
    key: "instalment",
    group: "borrower",
    figures: ["largestInstalmentFen", "smallestInstalmentFen", "family", "shape"],
  },
  { key: "count", group: "borrower", figures: ["count", "every"] },
  { key: "downPayment", group: "borrower", figures: ["downPaymentFen", "downPaymentDue"], optional: true },
  { key: "firstDue", group: "borrower", figures: ["firstDue"] },
  { key: "lastDue", group: "borrower", figures: ["lastDue"] },
  {
    key: "interest",
    group: "borrower",
    figures: ["agreedInterestFen", "annualRate", "interestFreePeriods"],
    optional: true,
  },
  { key: "minimum", group: "borrower", figures: ["minimumInstalmentFen"], optional: true },
  { key: "waived", group: "platform", figures: ["waivedFen"] },
  { key: "waivedPrincipal", group: "platform", figures: ["waivedPrincipalFen"], optional: true },
  { key: "waivedInterest", group: "platform", figures: ["waivedInterestFen"], optional: true },
  { key: "waivedPenalty", group: "platform", figures: ["waivedPenaltyFen"], optional: true },
  { key: "waivedFee", group: "platform", figures: ["waivedFeeFen"], optional: true },
  { key: "conditional", group: "platform", figures: ["conditionalFen"], optional: true },
  { key: "deferral", group: "platform", figures: ["deferralMonths"], optional: true },
  { key: "grace", group: "platform", figures: ["graceDays"] },
  { key: "payments", group: "platform", figures: ["early", "settledEarly", "partial", "missed"] },
  {
    key: "other",
    group: "platform",
    figures: ["acceleration", "missedBeforeAcceleration", "allocation"],
  },
];

/** The rows that say something about at least one of the offers. */
export function rowsFor(offers: readonly OfferFigures[]): readonly OfferRow[] {
  return ROWS.filter((row) => row.optional !== true || offers.some((offer) => !isZero(row, offer)));
}

function isZero({ figures }: OfferRow, offer: OfferFigures): boolean {
  const [first] = figures;
  return first === undefined || offer[first] === 0;
}
