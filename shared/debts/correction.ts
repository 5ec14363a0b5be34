import { isFen } from "../money/fen.ts";

/** What is wrong with a correction; `pointer` names the field. */
export type CorrectionProblem = {
  pointer: "/fen" | "/reason";
  code: "not_whole_fen" | "not_lower" | "nothing_left" | "reason_required";
};

/**
 * Whether the platform may correct a line from `fromFen` to `toFen`. In a mediation a claim is only ever corrected
 * downwards: more than was stated needs a new statement and a new case. `otherFen` is the sum of all other lines: a
 * statement of nothing is no statement. Null when it may.
 */
export function correctionProblem(input: {
  fromFen: number;
  toFen: number;
  otherFen: number;
  reason: string | null;
}): CorrectionProblem | null {
  const { fromFen, toFen, otherFen, reason } = input;
  if (!isFen(toFen) || toFen < 0) return { pointer: "/fen", code: "not_whole_fen" };
  if (toFen >= fromFen) return { pointer: "/fen", code: "not_lower" };
  if (toFen + otherFen === 0) return { pointer: "/fen", code: "nothing_left" };
  if ((reason ?? "").trim() === "") return { pointer: "/reason", code: "reason_required" };
  return null;
}
