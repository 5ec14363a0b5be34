import type { AllocationOrder } from "../plans/terms.ts";
import type { Cap } from "./capRules.ts";
import type { ContactCounts, ContactHours } from "./conductHours.ts";
import type { FeeScale } from "./courtFee.ts";
import type { CreditCardRule } from "./creditCard.ts";
import type { JudicialConfirmation } from "./judicialConfirmation.ts";
import type { LprPublication } from "./lpr.ts";
import type { DatedRule } from "./rule.ts";
import type { SmallClaimsWage } from "./smallClaims.ts";

/** The matters the law decides for us, in the order they are shown. */
export const LAW_MATTERS = [
  "cap",
  "credit_card",
  "lpr",
  "limitation",
  "court_fee",
  "small_claims",
  "allocation",
  "contact_hours",
  "contact_counts",
  "judicial_confirmation",
] as const;
export type LawMatter = (typeof LAW_MATTERS)[number];

/** What a rule of each matter says. */
export type LawValues = {
  cap: Cap;
  credit_card: CreditCardRule;
  lpr: LprPublication;
  limitation: { months: number };
  court_fee: FeeScale;
  small_claims: SmallClaimsWage;
  allocation: { order: AllocationOrder };
  contact_hours: ContactHours;
  contact_counts: ContactCounts;
  judicial_confirmation: JudicialConfirmation;
};

/** One dated version of a rule, of one matter. */
export type LawRule<M extends LawMatter = LawMatter> = {
  [K in M]: DatedRule<LawValues[K]> & { matter: K };
}[M];

/** The rules of one matter. */
export function rulesOf<M extends LawMatter>(rules: readonly LawRule[], matter: M): LawRule<M>[] {
  return rules.filter((rule): rule is LawRule<M> & LawRule => rule.matter === matter);
}

/** What a rule applies to within its matter: versions with a scope in common follow one another. */
export function scopesOf(rule: LawRule): readonly string[] {
  switch (rule.matter) {
    case "cap":
      return rule.value.lenderTypes;
    case "small_claims":
      return [rule.value.province];
    default:
      return ["all"];
  }
}
