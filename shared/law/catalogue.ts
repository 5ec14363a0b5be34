import { ALLOCATION_RULE } from "./allocation.ts";
import { CAP_RULES } from "./capRules.ts";
import { CONTACT_COUNTS_RULE, CONTACT_HOURS_RULE } from "./conductHours.ts";
import { COURT_FEE_RULE } from "./courtFee.ts";
import { CREDIT_CARD_RULE } from "./creditCard.ts";
import { JUDICIAL_CONFIRMATION_RULE } from "./judicialConfirmation.ts";
import type { LawMatter, LawRule, LawValues } from "./lawRules.ts";
import { LIMITATION_RULE } from "./limitation.ts";
import { LPR_RULES } from "./lpr.ts";
import type { DatedRule } from "./rule.ts";

/**
 * Every dated rule the product ships with. The administrator adds versions over them. The table of small claims is
 * empty on purpose: "not assessed" until somebody enters a wage with its source.
 */
export const LAW_RULES: readonly LawRule[] = [
  ...CAP_RULES.map((rule) => of("cap", rule)),
  of("credit_card", CREDIT_CARD_RULE),
  ...LPR_RULES.map((rule) => of("lpr", rule)),
  of("limitation", LIMITATION_RULE),
  of("court_fee", COURT_FEE_RULE),
  of("allocation", ALLOCATION_RULE),
  of("contact_hours", CONTACT_HOURS_RULE),
  of("contact_counts", CONTACT_COUNTS_RULE),
  of("judicial_confirmation", JUDICIAL_CONFIRMATION_RULE),
];

function of<M extends LawMatter>(
  matter: M,
  rule: DatedRule<LawValues[M]>,
): DatedRule<LawValues[M]> & { matter: M } {
  return { ...rule, matter };
}
