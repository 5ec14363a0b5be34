import { expect } from "chai";
import fc from "fast-check";
import {
  MAX_TRIES,
  MOST_RETRY_AFTER_MS,
  RETRY_DELAYS_MS,
  retryAfter,
  retryDelayMs,
} from "../../../shared/deliveries/retries.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

describe("when a webhook is tried again", () => {
  it("waits longer each time, for three days less a little", () => {
    const sorted = RETRY_DELAYS_MS.toSorted((a, b) => a - b);
    expect(RETRY_DELAYS_MS).to.deep.equal(sorted);
    const all = RETRY_DELAYS_MS.reduce((sum: number, delay) => sum + delay, 0);
    expect(all).to.be.within(2.9 * DAY_MS, 3 * DAY_MS);
  });

  const now = new Date("2026-11-22T00:00:00Z");
  for (const [header, wait] of [
    [undefined, null],
    ["", null],
    ["120", 120_000],
    ["0", 0],
    ["-5", null],
    ["1.5", null],
    ["soon", null],
    ["999999999", MOST_RETRY_AFTER_MS],
    ["Sun, 22 Nov 2026 00:30:00 GMT", 1_800_000],
    ["Sat, 21 Nov 2026 00:30:00 GMT", 0],
    ["Sun, 22 Nov 2099 00:30:00 GMT", MOST_RETRY_AFTER_MS],
    ["2026-11-22T00:30:00Z", null],
  ] as const) {
    it(`reads Retry-After ${header ?? "where there is none"}`, () =>
      expect(retryAfter(header, now)).to.equal(wait));
  }

  it("shortens by a tenth at most, and stops after the last", () => {
    const tries = fc.integer({ min: 1, max: MAX_TRIES + 3 });
    const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(tries, chances, (triesMade, chance) => {
        const delay = retryDelayMs(triesMade, chance);
        const longest = RETRY_DELAYS_MS[triesMade - 1];
        if (longest === undefined) expect(delay).to.equal(null);
        else expect(delay).to.be.within(Math.round(longest * 0.9), longest);
      }),
    );
  });
});
