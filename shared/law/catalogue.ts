import { CAP_RULES } from "./capRules.ts";
import { CONTACT_COUNTS_RULE, CONTACT_HOURS_RULE } from "./conductHours.ts";
import { COURT_FEE_RULE } from "./courtFee.ts";
import { LIMITATION_RULE } from "./limitation.ts";
import type { DatedRule } from "./rule.ts";

/** Every dated rule the product applies, for showing them with source and confidence. */
export const LAW_RULES: readonly DatedRule<unknown>[] = [
  ...CAP_RULES,
  LIMITATION_RULE,
  COURT_FEE_RULE,
  CONTACT_HOURS_RULE,
  CONTACT_COUNTS_RULE,
];
