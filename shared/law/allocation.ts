import type { AllocationOrder } from "../plans/terms.ts";
import type { DatedRule } from "./rule.ts";

/** In which order a payment extinguishes a debt where nothing else was agreed. */
export const ALLOCATION_RULE: DatedRule<{ order: AllocationOrder }> = {
  id: "allocation-2021",
  rule: "清偿抵充顺序：实现债权的费用、利息、主债务",
  from: "2021-01-01",
  value: { order: "fees_interest_principal" },
  source: "民法典第561条",
  confidence: "READ",
};
