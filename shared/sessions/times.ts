import { addDays } from "../calendar/localDate.ts";
import { shanghaiClockOf, shanghaiDateOf, shanghaiInstant } from "../calendar/shanghai.ts";
import { nextWorkingDay, workingDay } from "../calendar/workingDays.ts";

/** How many times may be offered at once, and how long a session may last. */
export const MAX_TIMES = 8;
export const SESSION_MINUTES = [30, 45, 60, 90, 120] as const;
export const MIN_MINUTES = 15;
export const MAX_MINUTES = 240;
/** A session is not arranged further ahead than this. */
export const MAX_DAYS_AHEAD = 60;
/** Nobody is asked to a meeting at night: the same hours in which people may be contacted. */
export const FROM_HOUR = 8;
export const TO_HOUR = 22;
/** How long before its time the lobby opens by itself. */
export const LOBBY_MINUTES = 15;
/** A session nobody has begun this long after its time was not held. */
export const NOT_HELD_HOURS = 12;

const OFFICE = { fromHour: 9, toHour: 18 };
const MINUTE_MS = 60_000;

export type TimeFault = "past" | "too_far" | "night" | "not_whole";

/**
 * What is wrong with a time for a session of `minutes`, or null: it is to come, within the days ahead, begins on a
 * quarter of an hour, and lies between FROM_HOUR and TO_HOUR in Asia/Shanghai from beginning to end.
 */
export function timeFault(startsAt: Date, minutes: number, now: Date): TimeFault | null {
  if (startsAt.getTime() <= now.getTime()) return "past";
  if (startsAt.getTime() > now.getTime() + MAX_DAYS_AHEAD * 24 * 60 * MINUTE_MS) return "too_far";
  if (startsAt.getTime() % (15 * MINUTE_MS) !== 0) return "not_whole";
  const { date, hour } = shanghaiClockOf(startsAt);
  const end = startsAt.getTime() + minutes * MINUTE_MS;
  return hour < FROM_HOUR || end > shanghaiInstant(date, TO_HOUR).getTime() ? "night" : null;
}

/** Whether a time is a working day's office hours: not asked for, because evenings suit many, but worth saying. */
export function isOfficeTime(startsAt: Date, minutes: number): boolean {
  const { date, hour } = shanghaiClockOf(startsAt);
  const end = startsAt.getTime() + minutes * MINUTE_MS;
  const inHours = hour >= OFFICE.fromHour && end <= shanghaiInstant(date, OFFICE.toHour).getTime();
  return inHours && workingDay(date).working;
}

/** Times to begin with: the next working days from tomorrow on, one morning, one afternoon, one after work. */
export function usualTimes(now: Date): Date[] {
  const times: Date[] = [];
  let date = nextWorkingDay(addDays(shanghaiDateOf(now), 1)).date;
  for (const [hour, minute] of [
    [10, 0],
    [15, 0],
    [19, 0],
  ] as const) {
    times.push(shanghaiInstant(date, hour, minute));
    date = nextWorkingDay(addDays(date, 1)).date;
  }
  return times;
}

/** The first time still to come that both sides have ticked, or null. A side that has said nothing is null. */
export function firstForBoth(
  times: readonly Date[],
  ticks: { borrower: readonly Date[] | null; platform: readonly Date[] | null },
  now: Date,
): Date | null {
  const { borrower, platform } = ticks;
  if (borrower === null || platform === null) return null;
  const has = (list: readonly Date[], time: Date) => list.some((one) => one.getTime() === time.getTime());
  const fitting = times.filter(
    (time) => time.getTime() > now.getTime() && has(borrower, time) && has(platform, time),
  );
  return fitting.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
