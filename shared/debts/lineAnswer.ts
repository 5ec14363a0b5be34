/** What the borrower says about a line of the statement. */
export const LINE_ANSWERS = ["open", "confirmed", "disputed"] as const;
export type LineAnswer = (typeof LINE_ANSWERS)[number];

/** A dispute needs a reason to be looked into; the others need none. Null when the answer is complete. */
export function lineAnswerProblem(answer: LineAnswer, reason: string | null): "reason_required" | null {
  return answer === "disputed" && (reason ?? "").trim() === "" ? "reason_required" : null;
}
