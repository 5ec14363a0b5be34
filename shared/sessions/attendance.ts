import type { Party } from "../journal/audience.ts";

/** How long one member was in a session while it was running. */
export type Attended = { memberId: string; party: Party; name: string; seconds: number };

/** What the mediator confirms of it. `seconds` is what was recorded and is never changed. */
export type ConfirmedAttendance = Attended & { present: boolean };

/** A line that has not been seen for this long has left: a bad connection comes back sooner. */
export const GONE_AFTER_SECONDS = 45;

/** From when until when somebody was there; `leftAt` is null while they are. */
export type Stay = { memberId: string; party: Party; name: string; joinedAt: Date; leftAt: Date | null };

/** Who was there and for how many whole seconds, each once, in the order they first came. */
export function attendanceOf(stays: readonly Stay[], now: Date): Attended[] {
  const milliseconds = new Map<string, { stay: Stay; total: number }>();
  for (const stay of stays.toSorted((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime())) {
    const entry = milliseconds.get(stay.memberId) ?? { stay, total: 0 };
    entry.total += Math.max(0, (stay.leftAt ?? now).getTime() - stay.joinedAt.getTime());
    milliseconds.set(stay.memberId, entry);
  }
  return [...milliseconds.values()].map(({ stay: { memberId, party, name }, total }) => ({
    memberId,
    party,
    name,
    seconds: Math.floor(total / 1000),
  }));
}
