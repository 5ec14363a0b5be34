import { addDays } from "../calendar/localDate.ts";
import { shanghaiDateOf, shanghaiInstant } from "../calendar/shanghai.ts";
import { USUAL_ORDER, type SigningOrder } from "./order.ts";

/** How agreements are signed in a centre; versions are kept, and an agreement keeps the one it was released under. */
export type SigningSettings = {
  order: SigningOrder;
  /** Whole days to sign, the day of release not counted. */
  deadlineDays: number;
  /** Reminders go out this many days before the end, to those whose turn it is. */
  remindDaysBefore: readonly number[];
};

export const USUAL_SETTINGS: SigningSettings = {
  order: USUAL_ORDER,
  deadlineDays: 7,
  remindDaysBefore: [3, 1],
};
export const MAX_DEADLINE_DAYS = 60;
export const MAX_REMINDERS = 5;

const DAY_MS = 86_400_000;

/** The first instant at which it is too late: midnight in Shanghai after the last day. */
export function signingDeadline(releasedAt: Date, days: number): Date {
  return shanghaiInstant(addDays(shanghaiDateOf(releasedAt), days + 1), 0);
}

/** Whether the time to sign is over. An agreement without a deadline waits for ever. */
export function isPastDeadline(deadline: Date | null, now: Date): boolean {
  return deadline !== null && now >= deadline;
}

/** How many of the reminders are due by now; compare with how many were written. */
export function remindersDue(
  { deadline, releasedAt }: { deadline: Date; releasedAt: Date },
  daysBefore: readonly number[],
  now: Date,
): number {
  return daysBefore.filter((days) => {
    const at = deadline.getTime() - days * DAY_MS;
    // One that would fall before the release reminds nobody of anything.
    return at > releasedAt.getTime() && now.getTime() >= at;
  }).length;
}

/** Whether settings make sense: everybody signs once, and reminders lie within the days there are. */
export function settingsProblem(settings: SigningSettings): "deadlineDays" | "remindDaysBefore" | null {
  const { deadlineDays, remindDaysBefore } = settings;
  if (deadlineDays < 1 || deadlineDays > MAX_DEADLINE_DAYS) return "deadlineDays";
  const inside = remindDaysBefore.every((days) => days >= 1 && days <= deadlineDays);
  const once = new Set(remindDaysBefore).size === remindDaysBefore.length;
  return inside && once && remindDaysBefore.length <= MAX_REMINDERS ? null : "remindDaysBefore";
}
