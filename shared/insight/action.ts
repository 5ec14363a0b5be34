export const URGENCIES = ["now", "today", "soon", "waiting"] as const;
export type Urgency = (typeof URGENCIES)[number];

export type QueueAction =
  | "declare_conflict"
  | "accept_case"
  | "appoint"
  | "chase_borrower"
  | "answer_report"
  | "open_offers"
  | "reply_message"
  | "answer_offer"
  | "put_offer"
  | "approve_offer"
  | "approve_acceptance"
  | "respond"
  | "review_agreement"
  | "sign"
  | "seal"
  | "request_escalation"
  | "retry_packet"
  | "file_packet"
  | "resume"
  | "check_breach"
  | "confirm_agreement"
  | "tick_times"
  | "fix_session"
  | "join_session";

/** What is to be done with a case, why, since when, until when, and how much it presses. */
export type NextAction = {
  action: QueueAction;
  why: { code: string; params: Record<string, string | number> };
  since: Date;
  dueAt: Date | null;
  urgency: Urgency;
};
