import type { TermsProblem } from "../../shared/plans/termsProblem.ts";
import { lookUp } from "../i18n/text.ts";
import { type CalculatorField, fieldOf } from "./calculation.ts";

export type Faults = Partial<Record<CalculatorField, string>>;

/** What to say at each field; a problem of the plan as a whole stands at its length. */
export function faultsOf(problems: readonly TermsProblem[]): Faults {
  const faults: Faults = {};
  for (const { pointer, code, params } of problems) {
    faults[fieldOf(pointer) ?? "count"] ??=
      lookUp(`calculator.problem.${code}`, params) ?? lookUp("calculator.problem.other") ?? "";
  }
  return faults;
}
