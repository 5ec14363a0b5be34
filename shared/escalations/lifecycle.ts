/** `composing` the packet is being made · `failed` it could not be, and why · `sealed` with the lawyer · `closed`. */
export const ESCALATION_STATUSES = ["composing", "sealed", "failed", "closed"] as const;
export type EscalationStatus = (typeof ESCALATION_STATUSES)[number];

export const ESCALATION_COMMANDS = ["request", "seal", "fail", "retry", "open", "conclude"] as const;
export type EscalationCommand = (typeof ESCALATION_COMMANDS)[number];

/** Before it is asked for an escalation is `none`. */
export type EscalationState = EscalationStatus | "none";

type Row = Record<EscalationCommand, EscalationStatus | null>;

/** The whole lifecycle: the next status, or null where the command is refused. */
export const ESCALATION_TRANSITIONS: Record<EscalationState, Row> = {
  none: row({ request: "composing" }),
  composing: row({ seal: "sealed", fail: "failed" }),
  failed: row({ retry: "composing" }),
  sealed: row({ open: "sealed", conclude: "closed" }),
  closed: row({ open: "closed" }),
};

function row(legal: Partial<Row>): Row {
  return { request: null, seal: null, fail: null, retry: null, open: null, conclude: null, ...legal };
}

export type EscalationDecision =
  { ok: true; to: EscalationStatus } | { ok: false; code: "already_done" | "stage_forbids" };

/** Decide one command. A packet that failed is composed again by asking again. */
export function decideEscalation(state: EscalationState, command: EscalationCommand): EscalationDecision {
  const to = ESCALATION_TRANSITIONS[state][command];
  if (to !== null) return { ok: true, to };
  const done =
    (command === "request" && state !== "failed") ||
    (command === "seal" && (state === "sealed" || state === "closed")) ||
    (command === "conclude" && state === "closed");
  return { ok: false, code: done ? "already_done" : "stage_forbids" };
}

/** How a matter ended at court, as the lawyer reports it. */
export const ESCALATION_OUTCOMES = [
  "judgment",
  "payment_order",
  "court_settlement",
  "withdrawn",
  "rejected",
  "not_filed",
] as const;
export type EscalationOutcome = (typeof ESCALATION_OUTCOMES)[number];
