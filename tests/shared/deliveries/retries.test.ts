import { expect } from "chai";
import fc from "fast-check";
import { MAX_TRIES, RETRY_DELAYS_MS, retryDelayMs } from "../../../shared/deliveries/retries.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

describe("when a webhook is tried again", () => {
  it("waits longer each time, for three days less a little", () => {
    const sorted = RETRY_DELAYS_MS.toSorted((a, b) => a - b);
    expect(RETRY_DELAYS_MS).to.deep.equal(sorted);
    const all = RETRY_DELAYS_MS.reduce((sum: number, delay) => sum + delay, 0);
    expect(all).to.be.within(2.9 * DAY_MS, 3 * DAY_MS);
  });

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
