import type { LocalDate } from "./localDate.ts";

// Asia/Shanghai has been UTC+8 without summer time since 1991; no case is older.
const OFFSET_MS = 8 * 3_600_000;

/** Clock time in Asia/Shanghai: `hour` 0–23, `minute` 0–59. */
export type ShanghaiClock = { date: LocalDate; hour: number; minute: number };

/** The date it is in Asia/Shanghai at the instant `now`. Throws RangeError for an invalid Date. */
export function shanghaiDateOf(now: Date): LocalDate {
  return new Date(now.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** Date, hour and minute in Asia/Shanghai at the instant `now`. Throws RangeError for an invalid Date. */
export function shanghaiClockOf(now: Date): ShanghaiClock {
  const shifted = new Date(now.getTime() + OFFSET_MS);
  return { date: shanghaiDateOf(now), hour: shifted.getUTCHours(), minute: shifted.getUTCMinutes() };
}

/** The instant at which it is `hour`:`minute` on `date` in Asia/Shanghai. */
export function shanghaiInstant(date: LocalDate, hour: number, minute = 0): Date {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day, hour, minute) - OFFSET_MS);
}
