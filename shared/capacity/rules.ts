import type { LocalDate } from "../calendar/localDate.ts";
import { type DatedRule, ruleOn } from "../law/rule.ts";

/** All in basis points (1/10,000). */
export type CapacityRules = {
  /** Kept for the unexpected, of counted income. Savings are made from it, so they are not taken off again. */
  bufferBp: number;
  /** The most that may go to this case, of counted income. */
  shareCapBp: number;
  /** Taken off income that the mediator has not verified. */
  haircutBp: number;
};

/** How many months ahead are looked at: one whole year, so that every season is in it. */
export const MONTHS_ASSESSED = 12;

/** The figures the assessment works with. Our own until the centre or its counsel sets others. */
export const CAPACITY_RULES: readonly DatedRule<CapacityRules>[] = [
  {
    id: "capacity-1",
    rule: "还款能力测算参数",
    from: "1900-01-01",
    value: { bufferBp: 500, shareCapBp: 5_000, haircutBp: 2_000 },
    source: "本中心测算口径，待调解组织和法律顾问确认",
    confidence: "OURS",
  },
];

/** The rules of a day. Throws RangeError when there are none. */
export function capacityRulesOn(date: LocalDate): DatedRule<CapacityRules> {
  const rule = ruleOn(CAPACITY_RULES, date);
  if (rule === null) throw new RangeError(`no capacity rules on ${date}`);
  return rule;
}
