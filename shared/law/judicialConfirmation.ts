import type { DatedRule } from "./rule.ts";

/** Where a court's competence to confirm an agreement comes from. */
export const COURT_BASES = [
  "inviting_court",
  "borrower_domicile",
  "platform_domicile",
  "organisation_place",
] as const;
export type CourtBasis = (typeof COURT_BASES)[number];

/** Within `days` of effectiveness both parties may apply together, at a court that one of `courts` points to. */
export type JudicialConfirmation = { days: number; courts: readonly CourtBasis[] };

/** The application is joint and free of charge; the first day does not count (民法典 201). */
export const JUDICIAL_CONFIRMATION_RULE: DatedRule<JudicialConfirmation> = {
  id: "judicial-confirmation-2022",
  rule: "司法确认的期限和管辖",
  from: "2022-01-01",
  value: { days: 30, courts: COURT_BASES },
  source: "人民调解法第33条；民事诉讼法第205、206条",
  confidence: "READ",
};
