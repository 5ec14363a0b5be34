/** Every reason for which a value, a row or a pair of rows is refused or remarked upon. */
export type ProblemCode =
  | "required"
  | "too_long"
  | "control_character"
  | "formula"
  | "character_lost"
  | "digits_lost"
  | "money_format"
  | "money_negative"
  | "money_decimals"
  | "money_too_large"
  | "date_format"
  | "date_not_real"
  | "phone_format"
  | "phone_length"
  | "id_format"
  | "id_old_format"
  | "id_birth_date"
  | "id_checksum"
  | "percent_format"
  | "percent_range"
  | "count_format"
  | "count_range"
  | "lender_type_unknown"
  | "email_format"
  | "column_count"
  | "overdue_after_as_of"
  | "disbursed_after_as_of"
  | "overdue_before_disbursed"
  | "nothing_owed"
  | "duplicate_contract"
  | "conflicting_person"
  | "as_of_in_future"
  | "already_imported";

export type ProblemParams = Readonly<Record<string, string | number>>;

export type Refused = { ok: false; code: ProblemCode; params: ProblemParams };

/** A value read from a cell, or the reason it was not. */
export type ReadValue<T> = { ok: true; value: T } | Refused;

export function value<T>(read: T): { ok: true; value: T } {
  return { ok: true, value: read };
}

export function refuse(code: ProblemCode, params: ProblemParams = {}): Refused {
  return { ok: false, code, params };
}
