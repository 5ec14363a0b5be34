import { addMonthsAnchored, dateFrom, type LocalDate, partsOf } from "../calendar/localDate.ts";
import { type Capacity, capacityOf, type Month } from "./capacityOf.ts";
import { type LivingFloor, livingFloorOn } from "./livingFloor.ts";
import { type CapacityRules, capacityRulesOn, MONTHS_ASSESSED } from "./rules.ts";
import type { CapacityStatement } from "./statement.ts";

/** A capacity with what it was computed from. */
export type Assessment = Capacity & { rules: CapacityRules; floor: LivingFloor | null };

/** The `count` calendar months after the one `date` lies in. */
export function monthsAfter(date: LocalDate, count: number): Month[] {
  const { year, month } = partsOf(date);
  const first = dateFrom(year, month, 1);
  return Array.from({ length: count }, (_, index) => addMonthsAnchored(first, index + 1).slice(0, 7));
}

/** Assess a statement on a day: by the rules and the living floor of that day, over the year that follows. */
export function assess(
  statement: CapacityStatement,
  floors: readonly LivingFloor[],
  today: LocalDate,
): Assessment {
  const rules = capacityRulesOn(today).value;
  const floor = livingFloorOn(floors, statement.region, today);
  const capacity = capacityOf(statement, {
    ...rules,
    floorPerPersonFen: floor?.perPersonFen ?? null,
    householdSize: statement.householdSize,
    months: monthsAfter(today, MONTHS_ASSESSED),
  });
  return { ...capacity, rules, floor };
}
