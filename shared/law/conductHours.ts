import { addDays } from "../calendar/localDate.ts";
import { shanghaiClockOf, shanghaiInstant } from "../calendar/shanghai.ts";
import type { DatedRule } from "./rule.ts";

/** Contact is permitted from `fromHour`:00 until just before `untilHour`:00, Asia/Shanghai. */
export type ContactHours = { fromHour: number; untilHour: number };

/** The hours of GB/T 45251-2025. Mediation is not collection; the limits are kept all the same. */
export const CONTACT_HOURS_RULE: DatedRule<ContactHours> = {
  id: "contact-hours-2025",
  rule: "联系时间",
  from: "2025-02-28",
  value: { fromHour: 8, untilHour: 22 },
  source: "GB/T 45251-2025 个人消费类贷款催收",
  confidence: "PRESS",
};

/** Largest numbers of contacts a day: answered voice contacts per debtor, unanswered dialling per contact point. */
export type ContactCounts = { effectiveVoicePerDay: number; unansweredPerContactPointPerDay: number };

export const CONTACT_COUNTS_RULE: DatedRule<ContactCounts> = {
  id: "contact-counts-2026",
  rule: "联系次数",
  from: "2026-01-30",
  value: { effectiveVoicePerDay: 3, unansweredPerContactPointPerDay: 6 },
  source: "GB/T 45251-2025；中国银行业协会催收工作指引",
  confidence: "PRESS",
};

/** Whether the borrower may be contacted at the instant `now`: 08:00 is permitted, 22:00 no longer. */
export function isContactPermitted(now: Date, hours: ContactHours = CONTACT_HOURS_RULE.value): boolean {
  const { hour } = shanghaiClockOf(now);
  return hour >= hours.fromHour && hour < hours.untilHour;
}

/** The first instant from `now` on at which contact is permitted; `now` itself when it is. */
export function nextPermittedContact(now: Date, hours: ContactHours = CONTACT_HOURS_RULE.value): Date {
  if (isContactPermitted(now, hours)) return now;
  const { date, hour } = shanghaiClockOf(now);
  return shanghaiInstant(hour < hours.fromHour ? date : addDays(date, 1), hours.fromHour);
}
