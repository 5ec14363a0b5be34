import type { NextAction, QueueAction, Urgency } from "./action.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Whole days from `since` to `now`. */
export function daysWaited(since: Date, now: Date): number {
  return Math.max(Math.floor((now.getTime() - since.getTime()) / DAY_MS), 0);
}

/** How much a thing presses that somebody else waits for: today, and after two days now. */
export function pressing(since: Date, now: Date): Urgency {
  return daysWaited(since, now) >= 2 ? "now" : "today";
}

/** How much a thing presses that ends at `dueAt`: within a day now, within three today, else soon. */
export function beforeDue(dueAt: Date, now: Date): Urgency {
  const left = dueAt.getTime() - now.getTime();
  if (left <= DAY_MS) return "now";
  return left <= 3 * DAY_MS ? "today" : "soon";
}

/** Whether `a` happened after `b`, when `a` happened at all. */
export function isAfter(a: Date | null, b: Date | null): a is Date {
  return a !== null && (b === null || a > b);
}

export function act(
  action: QueueAction,
  code: string,
  more: {
    since: Date;
    urgency: Urgency;
    dueAt?: Date | null;
    params?: Record<string, string | number>;
  },
): NextAction {
  const { since, urgency, dueAt = null, params = {} } = more;
  return { action, why: { code, params }, since, dueAt, urgency };
}
