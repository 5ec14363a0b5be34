/** `burst` uses at once, then `perSecond` of them for ever. */
export type Flood = { burst: number; perSecond: number };

/** Counts uses of one connection; time comes from the caller, in milliseconds of any clock that only goes forward. */
export class TokenBucket {
  readonly #flood: Flood;
  #tokens: number;
  #atMs: number;

  constructor(flood: Flood, nowMs: number) {
    this.#flood = flood;
    this.#tokens = flood.burst;
    this.#atMs = nowMs;
  }

  /** Take one use; false when there is none left. */
  take(nowMs: number): boolean {
    const gained = ((nowMs - this.#atMs) / 1000) * this.#flood.perSecond;
    this.#tokens = Math.min(this.#flood.burst, this.#tokens + gained);
    this.#atMs = nowMs;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
