/** Wrong tries before a wait, and the wait. Codes of six digits and four known characters are guessed otherwise. */
export const MAX_TRIES = 5;
export const WAIT_SECONDS = 15 * 60;
/** How long a one-time code is good, and how soon another may be asked for. */
export const CODE_SECONDS = 10 * 60;
export const RESEND_SECONDS = 60;
/** Codes sent for one purpose and subject in 24 hours at most: whoever holds a link must not pester its owner. */
export const CODES_PER_DAY = 10;
/** How long an invitation waits for its first use. */
export const INVITATION_DAYS = 30;

export type Tries = { failedTries: number; lockedUntil: Date | null };

/** Seconds until another try is allowed, rounded up; 0 when it is allowed now. */
export function secondsLocked(tries: Tries, now: Date): number {
  return tries.lockedUntil === null ? 0 : secondsUntil(tries.lockedUntil, now);
}

/** Count a wrong try. The fifth begins a wait; after the wait counting begins anew. */
export function afterWrongTry(tries: Tries, now: Date): Tries & { triesLeft: number } {
  const failedTries = (tries.lockedUntil === null ? tries.failedTries : 0) + 1;
  const triesLeft = Math.max(MAX_TRIES - failedTries, 0);
  const lockedUntil = triesLeft === 0 ? new Date(now.getTime() + WAIT_SECONDS * 1000) : null;
  return { failedTries, lockedUntil, triesLeft };
}

/** Whole seconds from `now` until `then`, rounded up; 0 when it has passed. */
export function secondsUntil(then: Date, now: Date): number {
  return Math.max(Math.ceil((then.getTime() - now.getTime()) / 1000), 0);
}
