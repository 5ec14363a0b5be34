/**
 * The clauses of a settlement agreement: each one or more whole sentences, with the placeholders it must contain, all of
 * them and no others. Which clauses an agreement has follows from its terms; the wording is the centre's.
 */
export const CLAUSES = {
  "facts.creditor": [],
  "facts.authorised": [],
  "facts.represented": ["name", "representative", "capacity"],
  "facts.contracts": [],
  "facts.dispute": ["asOf", "owed", "centre"],
  "facts.mediation": ["startedOn", "mediator"],
  "facts.supersedes": ["earlierNumber", "earlierHash"],
  "debts.confirmed": ["asOf", "owed"],
  "waivers.none": [],
  "waivers.atSigning": [],
  "waivers.onCompletion": [],
  "waivers.total": ["waived"],
  "payment.total": ["payable"],
  "payment.down": ["downDue", "down"],
  "payment.lump_sum": ["due"],
  "payment.level": ["count"],
  "payment.equal_instalment": ["count"],
  "payment.equal_principal": ["count"],
  "payment.stepped": ["count"],
  "payment.balloon": ["count"],
  "payment.irregular": ["count"],
  "payment.noInterest": [],
  "payment.interest": ["rate", "dayCount", "interest"],
  "payment.interestFree": ["periods"],
  "payment.rateStep": ["fromNo", "rate"],
  "payment.schedule": [],
  "payment.provisional": [],
  "payment.account": ["number"],
  "early.free": [],
  "early.earliest_first": [],
  "early.latest_first": [],
  "early.evenly": [],
  "settledEarly.interest_as_scheduled": [],
  "settledEarly.future_interest_dropped": [],
  "partial.any_sum": [],
  "partial.must_cover_interest": [],
  "missed.stays_due": [],
  "missed.moves_to_end": [],
  "missed.stillCounts": [],
  "grace.none": [],
  "grace.days": ["days"],
  "breach.noAcceleration": [],
  "breach.acceleration": ["missed"],
  "breach.formula": ["owed", "waivedNow"],
  "breach.waiversLapse": [],
  "breach.cure": [],
  "allocation.fees_interest_principal": [],
  "allocation.principal_interest_fees": [],
  "credit.reporting": [],
  "collection.stop": [],
  "service.addresses": ["platformAddress", "platformPhone", "borrowerAddress", "borrowerPhone"],
  "prejudice.none": [],
  "signing.consent": [],
  "effect.force": [],
  "performance.single": ["due", "payable"],
  "performance.many": ["firstDue", "lastDue", "payments", "payable"],
  "copies.number": ["copies", "centre"],
} as const satisfies Record<string, readonly string[]>;

export type ClauseKey = keyof typeof CLAUSES;
export const CLAUSE_KEYS = Object.keys(CLAUSES) as ClauseKey[];

/** A value for every placeholder of the clause, already in the language of the document. */
export type ClauseValues<Key extends ClauseKey> = Record<(typeof CLAUSES)[Key][number], string>;

/** Any placeholder there is, for the labels that explain them. */
export type Placeholder = (typeof CLAUSES)[ClauseKey][number];

/** The agreed clauses in the order they are printed; `facts`, `performance` and `copies` stand around them. */
export const AGREED_SECTIONS = [
  "debts",
  "waivers",
  "payment",
  "early",
  "grace",
  "breach",
  "allocation",
  "credit",
  "collection",
  "service",
  "prejudice",
  "signing",
  "effect",
] as const;
export type AgreedSection = (typeof AGREED_SECTIONS)[number];

/** The group a clause is edited in. */
export function sectionOf(key: ClauseKey): string {
  return key.slice(0, key.indexOf("."));
}

/** The texts of one clause: the agreement itself is Chinese, the English only ever a courtesy translation. */
export interface ClauseText {
  zh: string;
  en: string;
}
export type ClauseTexts = Record<ClauseKey, ClauseText>;

/** Puts the values into the text, once; what a value contains is never taken for a placeholder. */
export function fillClause<Key extends ClauseKey>(text: string, values: ClauseValues<Key>): string {
  // The values have a name for each placeholder of the clause, and the text was checked to have no others.
  const known = values as Record<string, string | undefined>;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole);
}
