/** The sides that say whether a line of the statement is right; the mediator takes no side. */
export const LINE_SIDES = ["borrower", "platform"] as const;
export type LineSide = (typeof LINE_SIDES)[number];

/** What a side says about a line of the statement. Until it says something, a line is open for it. */
export const LINE_ANSWERS = ["open", "confirmed", "disputed"] as const;
export type LineAnswer = (typeof LINE_ANSWERS)[number];

/** A dispute needs a reason to be looked into; the others need none. Null when the answer is complete. */
export function lineAnswerProblem(answer: LineAnswer, reason: string | null): "reason_required" | null {
  return answer === "disputed" && (reason ?? "").trim() === "" ? "reason_required" : null;
}

/** Where a line stands between the sides: both say it is right, one of them says it is not, or neither of these. */
export const LINE_STATES = ["open", "agreed", "contested"] as const;
export type LineState = (typeof LINE_STATES)[number];

/** The state of a line from what each side says of it. */
export const LINE_STATE: Record<LineAnswer, Record<LineAnswer, LineState>> = {
  open: { open: "open", confirmed: "open", disputed: "contested" },
  confirmed: { open: "open", confirmed: "agreed", disputed: "contested" },
  disputed: { open: "contested", confirmed: "contested", disputed: "contested" },
};
