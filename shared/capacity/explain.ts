import { type Fen, fen, subFen } from "../money/fen.ts";
import type { MonthCapacity } from "./capacityOf.ts";

export const CAPACITY_STEPS = [
  "income",
  "haircut",
  "essentials",
  "floorRaise",
  "priorityDebts",
  "buffer",
  "left",
  "cap",
  "capacity",
] as const;
export type CapacityStepName = (typeof CAPACITY_STEPS)[number];

/** `add` and `take` make the sum, `result` is what it comes to so far, `limit` is the most it may be. */
export type CapacityStep = { step: CapacityStepName; kind: "add" | "take" | "result" | "limit"; fen: Fen };

/**
 * One month's sum as a list to read from top to bottom; what changes nothing is left out. The takings subtracted from
 * what is added give the first result; `capacity` is the smaller of that and `cap`, or nothing.
 */
export function explain(month: MonthCapacity): CapacityStep[] {
  const raised = subFen(month.essentialsFen, month.statedEssentialsFen);
  const step = (name: CapacityStepName, kind: CapacityStep["kind"], amount: Fen): CapacityStep => ({
    step: name,
    kind,
    fen: fen(amount),
  });
  return [
    step("income", "add", month.incomeFen),
    ...some(step("haircut", "take", month.haircutFen)),
    step("essentials", "take", month.statedEssentialsFen),
    ...some(step("floorRaise", "take", raised)),
    ...some(step("priorityDebts", "take", month.priorityDebtsFen)),
    ...some(step("buffer", "take", month.bufferFen)),
    ...(month.leftFen === month.capacityFen ? [] : [step("left", "result", month.leftFen)]),
    ...(month.leftFen > month.capFen && month.leftFen > 0 ? [step("cap", "limit", month.capFen)] : []),
    step("capacity", "result", month.capacityFen),
  ];
}

function some(step: CapacityStep): CapacityStep[] {
  return step.fen === 0 ? [] : [step];
}
