/** The one place the time is read; everything that decides takes `now` from it, so tests can set the time. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
