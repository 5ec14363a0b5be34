/** What a reader calls the parts of terms; each has its word under `myOffers.change`. */
export type ChangeName =
  | "family"
  | "count"
  | "firstDue"
  | "down"
  | "waivers"
  | "rate"
  | "grace"
  | "minimum"
  | "acceleration"
  | "early"
  | "settledEarly"
  | "partial"
  | "missed"
  | "other";

const NAMES: readonly (readonly [string, ChangeName])[] = [
  ["/schedule/family", "family"],
  ["/schedule/count", "count"],
  ["/schedule/firstDue", "firstDue"],
  ["/schedule/every", "firstDue"],
  ["/deferralMonths", "firstDue"],
  ["/downPayment", "down"],
  ["/waivers", "waivers"],
  ["/schedule/annualRate", "rate"],
  ["/schedule/dayCount", "rate"],
  ["/schedule/rateSteps", "rate"],
  ["/schedule/interestFreePeriods", "rate"],
  ["/schedule/steps", "family"],
  ["/schedule/balloonFen", "family"],
  ["/schedule/weights", "family"],
  ["/schedule/dueDates", "firstDue"],
  ["/schedule/minimumInstalmentFen", "minimum"],
  ["/graceDays", "grace"],
  ["/acceleration", "acceleration"],
  ["/payments/early", "early"],
  ["/payments/settledEarly", "settledEarly"],
  ["/payments/partial", "partial"],
  ["/payments/missedBeforeAcceleration", "acceleration"],
  ["/payments/missed", "missed"],
];

/** The changed parts in words, each once, from the JSON pointers of `compareTerms`. */
export function changeNames(pointers: readonly string[]): ChangeName[] {
  const names = pointers.map(
    (pointer) => NAMES.find(([start]) => pointer.startsWith(start))?.[1] ?? ("other" as const),
  );
  return [...new Set(names)];
}
