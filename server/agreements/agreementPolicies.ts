import type { AgreementFacts } from "./agreementFacts.ts";
import type { Wording } from "./wording.ts";

/** What becomes of a payment that is early, partial or missing: every policy of the terms, one sentence each. */
export function policySentences({ terms, schedule }: AgreementFacts, words: Wording): string[] {
  const {
    early = "earliest_first",
    settledEarly = "interest_as_scheduled",
    partial = "any_sum",
    missed = "stays_due",
  } = terms.payments ?? {};
  const bearsInterest = schedule.totals.agreedInterestFen > 0;
  const several = schedule.rows.length > 1;
  const counts = missed === "moves_to_end" && terms.acceleration !== "none";
  return [
    words.say("early.free", {}),
    ...(several ? [words.say(`early.${early}`, {})] : []),
    ...(bearsInterest ? [words.say(`settledEarly.${settledEarly}`, {})] : []),
    words.say(`partial.${bearsInterest ? partial : "any_sum"}`, {}),
    words.say(`missed.${missed}`, {}),
    ...(counts ? [words.say("missed.stillCounts", {})] : []),
  ];
}
