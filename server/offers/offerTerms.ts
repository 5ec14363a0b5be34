import { Refusal, type FieldProblem } from "../../shared/api/refusal.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { MAX_NOTE_LENGTH, MAX_OFFER_DAYS } from "../../shared/offers/offerView.ts";
import { canonicalJson } from "../../shared/plans/canonicalJson.ts";
import type { PayeeAccount, Terms } from "../../shared/plans/terms.ts";
import { validateTerms } from "../../shared/plans/validateTerms.ts";
import { cleanMessageText } from "../../shared/rooms/messageText.ts";
import { basisOf, type CurrentStatement } from "../debts/index.ts";

/** Refuse terms that cannot be put on this statement today, with every fault named. */
export function onlySoundTerms(
  terms: Terms,
  on: { statement: CurrentStatement; payee: PayeeAccount | null; now: Date },
): void {
  const { statement, payee, now } = on;
  const errors: FieldProblem[] = validateTerms(basisOf(statement), terms, shanghaiDateOf(now)).map(
    ({ pointer, code, params }) => ({
      pointer: `/terms${pointer}`,
      code,
      detail: `${code} ${JSON.stringify(params)}`,
    }),
  );
  if (terms.statementHash !== statement.statement.hash) {
    errors.push(fault("/terms/statementHash", "other_statement", "this is not the hash of the statement"));
  }
  // Money goes to the platform's registered account and nowhere else, whoever drew the offer up.
  if (payee === null || canonicalJson(terms.payeeAccount) !== canonicalJson(payee)) {
    errors.push(fault("/terms/payeeAccount", "unknown_value", "this is not the platform's account"));
  }
  if (errors.length > 0) throw new Refusal("terms_invalid", "these terms cannot be put", { errors });
}

/** When an offer ends: an instant to come, not too far off. */
export function expiryOf(text: string, now: Date): Date {
  const expiresAt = new Date(text);
  const latest = now.getTime() + MAX_OFFER_DAYS * 24 * 3_600_000;
  const fits = expiresAt.getTime() > now.getTime() && expiresAt.getTime() <= latest;
  if (fits && /T.*(Z|[+-]\d\d:?\d\d)$/.test(text)) return expiresAt;
  throw new Refusal("validation_failed", "an offer needs an end that is still to come", {
    errors: [fault("/expiresAt", "out_of_range", `an ISO instant at most ${MAX_OFFER_DAYS} days from now`)],
  });
}

/** The note as it is kept, or null when there is none. */
export function noteOf(raw: string | null | undefined): string | null {
  if (raw === null || raw === undefined || raw.trim() === "") return null;
  const cleaned = cleanMessageText(raw, MAX_NOTE_LENGTH);
  if (cleaned.ok) return cleaned.text;
  throw new Refusal("validation_failed", "the note cannot be taken", {
    errors: [fault("/note", cleaned.fault, `at most ${MAX_NOTE_LENGTH} characters of plain text`)],
  });
}

function fault(pointer: string, code: string, detail: string): FieldProblem {
  return { pointer, code, detail };
}
