/**
 * Stable refusal codes with the HTTP status each one answers. The client translates the code;
 * the status is for machines.
 */
export const REFUSALS = {
  validation_failed: 400,
  malformed_json: 400,
  not_signed_in: 401,
  credentials_wrong: 401,
  code_wrong: 401,
  code_expired: 401,
  authority_missing: 403,
  beyond_powers: 403,
  forbidden: 403,
  csrf_invalid: 403,
  origin_refused: 403,
  not_found: 404,
  version_conflict: 409,
  stage_forbids: 409,
  already_done: 409,
  already_answered: 409,
  case_paused: 409,
  conflict_of_interest: 409,
  approval_needed: 409,
  offer_not_open: 409,
  own_offer_open: 409,
  proposal_not_open: 409,
  round_open: 409,
  rounds_used: 409,
  deadline_not_reached: 409,
  contact_not_now: 409,
  terms_changed: 409,
  not_a_member: 409,
  ground_rules_first: 409,
  session_forbids: 409,
  session_open: 409,
  call_full: 409,
  muted: 409,
  caucus_open: 409,
  fact_fixed: 409,
  minutes_fixed: 409,
  minutes_not_open: 409,
  not_everyone_signed: 409,
  not_your_turn: 409,
  not_read: 409,
  deadline_passed: 409,
  invitation_expired: 410,
  file_too_large: 413,
  file_kind_refused: 415,
  unprocessable: 422,
  idempotency_mismatch: 422,
  terms_invalid: 422,
  document_incomplete: 422,
  too_many_tries: 429,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** One faulty place in what was sent: a JSON pointer, a stable code, and a sentence for a developer. */
export type FieldProblem = { pointer: string; code: string; detail: string };

/** A command that was understood and refused. Thrown by services and policies, rendered as problem details. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly errors: FieldProblem[];
  /** Facts the client may show, such as `retryAfterSeconds`; never personal data. */
  readonly params: Record<string, string | number | boolean | null>;

  constructor(
    code: RefusalCode,
    detail?: string,
    more: { errors?: FieldProblem[]; params?: Record<string, string | number | boolean | null> } = {},
  ) {
    super(detail ?? code);
    this.name = "Refusal";
    this.code = code;
    this.errors = more.errors ?? [];
    this.params = more.params ?? {};
  }

  get status(): number {
    return REFUSALS[this.code];
  }
}
