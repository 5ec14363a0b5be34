import type { LocalDate } from "../calendar/localDate.ts";
import type { AllocationOrder } from "../plans/terms.ts";
import type { CapSources } from "./capCheck.ts";
import { LAW_RULES } from "./catalogue.ts";
import {
  CONTACT_COUNTS_RULE,
  CONTACT_HOURS_RULE,
  type ContactCounts,
  type ContactHours,
} from "./conductHours.ts";
import { COURT_FEE_RULE, type FeeScale } from "./courtFee.ts";
import { JUDICIAL_CONFIRMATION_RULE, type JudicialConfirmation } from "./judicialConfirmation.ts";
import { type LawMatter, type LawRule, type LawValues, rulesOf } from "./lawRules.ts";
import { lprTable } from "./lpr.ts";
import { type DatedRule, ruleOn } from "./rule.ts";

/** All rules that count, as of one version: what every question of law is answered from. Plain data. */
export type LawBook = { version: number; rules: readonly LawRule[] };

/** A version somebody entered; `replaces` is the id of a version it corrects, which counts no longer. */
export type EnteredRule = LawRule & { replaces: string | null };

/** The shipped rules with what was entered over them; `version` counts the entries. */
export function lawBook(entered: readonly EnteredRule[], version: number): LawBook {
  const replaced = new Set(entered.map((rule) => rule.replaces));
  const rules = [...LAW_RULES, ...entered.map(({ replaces: _replaces, ...rule }) => rule)];
  return { version, rules: rules.filter((rule) => !replaced.has(rule.id)) };
}

/** The book as shipped. */
export const SHIPPED_LAW: LawBook = lawBook([], 0);

/** The rule of a matter in force on `date`, or null when none is. Of two in force the one that began last prevails. */
export function lawOn<M extends LawMatter>(
  book: LawBook,
  matter: M,
  date: LocalDate,
): DatedRule<LawValues[M]> | null {
  // A rule of one matter holds that matter's value; the union of all matters hides it from the compiler.
  const rules: readonly DatedRule<unknown>[] = rulesOf(book.rules, matter);
  return ruleOn(rules, date) as DatedRule<LawValues[M]> | null;
}

/** What `capCheck` needs of a book. */
export function capSources(book: LawBook): CapSources {
  return { rules: rulesOf(book.rules, "cap"), lpr: lprTable(rulesOf(book.rules, "lpr")) };
}

/** The scale of court fees on a date; before the first known scale, the shipped one. */
export function feeScaleOn(book: LawBook, date: LocalDate): DatedRule<FeeScale> {
  return lawOn(book, "court_fee", date) ?? COURT_FEE_RULE;
}

/** In which hours and how often people may be contacted on a date. Always limited: without a rule, as shipped. */
export function contactRulesOn(
  book: LawBook,
  date: LocalDate,
): { hours: ContactHours; counts: ContactCounts } {
  const counts = (lawOn(book, "contact_counts", date) ?? CONTACT_COUNTS_RULE).value;
  const hours = (lawOn(book, "contact_hours", date) ?? CONTACT_HOURS_RULE).value;
  return { hours, counts };
}

/** The statutory order of allocation on a date. */
export function allocationOn(book: LawBook, date: LocalDate): AllocationOrder {
  return lawOn(book, "allocation", date)?.value.order ?? "fees_interest_principal";
}

/** Time limit and courts of judicial confirmation for an agreement in force from `date`; before the first rule, the shipped one. */
export function judicialConfirmationOn(book: LawBook, date: LocalDate): DatedRule<JudicialConfirmation> {
  return lawOn(book, "judicial_confirmation", date) ?? JUDICIAL_CONFIRMATION_RULE;
}
