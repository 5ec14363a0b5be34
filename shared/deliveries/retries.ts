const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** What passes after the first failed try, the second, and so on: three days in all, less 43 minutes. */
export const RETRY_DELAYS_MS = [
  10 * SECOND_MS,
  2 * MINUTE_MS,
  15 * MINUTE_MS,
  1 * HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  20 * HOUR_MS,
  29 * HOUR_MS,
] as const;

/** The first try and one after each delay. */
export const MAX_TRIES = RETRY_DELAYS_MS.length + 1;

/** A delay is shortened by up to this part of it, so that messages which failed together do not come back together. */
const JITTER = 0.1;

/**
 * Milliseconds to wait once `triesMade` (1 or more) tries have failed; null when there is no further try. `chance` is a
 * number from 0 up to 1, as `Math.random` gives it.
 */
export function retryDelayMs(triesMade: number, chance: number): number | null {
  const delay = RETRY_DELAYS_MS[triesMade - 1];
  return delay === undefined ? null : Math.round(delay * (1 - JITTER * chance));
}

/** Longer than this nobody is waited for, whatever they ask: the message would be of no use to them. */
export const MOST_RETRY_AFTER_MS = 24 * HOUR_MS;

/**
 * Milliseconds a system asks not to be tried again (RFC 9110, 10.2.3: seconds, or a date in GMT), from `now` on and 24
 * hours at most; null when the header is missing or is neither. Read of any answer that is not a success.
 */
export function retryAfter(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text) * SECOND_MS, MOST_RETRY_AFTER_MS);
  if (!/^[A-Za-z]{3,9},? .*GMT$/.test(text)) return null;
  const wait = Date.parse(text) - now.getTime();
  return Number.isNaN(wait) ? null : Math.min(Math.max(0, wait), MOST_RETRY_AFTER_MS);
}

/** A secret that was replaced still signs for this long, beside the new one. */
export const SECRET_OVERLAP_MS = 24 * HOUR_MS;
