import { addMonthsAnchored } from "../../../shared/calendar/localDate.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import type { OfferDraft } from "./borrowerTerms.ts";

/** A suggested plan as the few things a borrower chooses; suggestions to a borrower waive nothing. */
export function draftFrom(suggested: Terms, draft: OfferDraft): OfferDraft {
  const { schedule, deferralMonths, downPaymentFen, downPaymentDue } = suggested;
  return {
    count: schedule.count,
    downFen: downPaymentFen,
    downDue: downPaymentDue ?? draft.downDue,
    firstDue: addMonthsAnchored(schedule.firstDue, deferralMonths),
    shares: { principal: "none", interest: "none", penalty: "none", fee: "none" },
  };
}
