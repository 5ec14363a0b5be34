import { deadlineAfterDays, type Deadline } from "../calendar/deadlines.ts";
import type { LocalDate } from "../calendar/localDate.ts";
import { type LawBook, judicialConfirmationOn } from "../law/lawBook.ts";
import type { DatedRule } from "../law/rule.ts";
import type { JudicialConfirmation } from "../law/judicialConfirmation.ts";

/** Until when both may apply for an agreement in force from `effectiveOn`, by the rule of that day. */
export function confirmationDeadline(
  book: LawBook,
  effectiveOn: LocalDate,
): Deadline & { rule: DatedRule<JudicialConfirmation> } {
  const rule = judicialConfirmationOn(book, effectiveOn);
  return { ...deadlineAfterDays(effectiveOn, rule.value.days), rule };
}
