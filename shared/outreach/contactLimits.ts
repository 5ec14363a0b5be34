import { addDays, type LocalDate } from "../calendar/localDate.ts";
import { shanghaiDateOf, shanghaiInstant } from "../calendar/shanghai.ts";
import {
  type ContactCounts,
  type ContactHours,
  isContactPermitted,
  nextPermittedContact,
} from "../law/conductHours.ts";

/** Where somebody can be called. */
export const CONTACT_POINTS = ["phone", "alt_phone"] as const;
export type ContactPoint = (typeof CONTACT_POINTS)[number];

export const CONTACT_OUTCOMES = ["answered", "unanswered"] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/**
 * What has happened on one day. `effective`: conversations with this person, whatever the case, a call still going on among
 * them, because it may become one. `attempts`: everything that rang this number, calls and messages alike.
 */
export type ContactsOfDay = { effective: number; attempts: number };

/** Why nobody may be contacted now, and from when on they may again. */
export type ContactRefusal = { reason: "hours" | "person_limit" | "number_limit"; nextAt: Date };

/**
 * Whether a call may begin at `now`; null when it may. The person's limit comes before the number's: it holds for every
 * number of theirs.
 */
export function callRefusal(
  now: Date,
  rules: { hours: ContactHours; counts: ContactCounts },
  today: ContactsOfDay,
): ContactRefusal | null {
  const { hours, counts } = rules;
  if (!isContactPermitted(now, hours)) return { reason: "hours", nextAt: nextPermittedContact(now, hours) };
  const tomorrow = shanghaiInstant(addDays(shanghaiDateOf(now), 1), hours.fromHour);
  if (today.effective >= counts.effectiveVoicePerDay) return { reason: "person_limit", nextAt: tomorrow };
  if (today.attempts >= counts.unansweredPerContactPointPerDay) {
    return { reason: "number_limit", nextAt: tomorrow };
  }
  return null;
}

/** No message waits longer than this for a day with room for it. */
const MAX_DAYS_AHEAD = 60;

/**
 * When a message to a number may go: in the hours of contact, on the first day that has room for one more attempt on that
 * number. `attemptsOn` counts what rang it, or will, on a day.
 */
export function messageTime(
  now: Date,
  rules: { hours: ContactHours; counts: ContactCounts },
  attemptsOn: (day: LocalDate) => number,
): Date {
  let at = nextPermittedContact(now, rules.hours);
  for (let ahead = 0; ahead < MAX_DAYS_AHEAD; ahead += 1) {
    const day = shanghaiDateOf(at);
    if (attemptsOn(day) < rules.counts.unansweredPerContactPointPerDay) return at;
    at = shanghaiInstant(addDays(day, 1), rules.hours.fromHour);
  }
  return at;
}
