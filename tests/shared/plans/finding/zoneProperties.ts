import { expect } from "chai";
import * as fc from "fast-check";
import { fen } from "../../../../shared/money/fen.ts";
import { levelZone } from "../../../../shared/plans/finding/levelZone.ts";
import { quoteZone } from "../../../../shared/plans/finding/quoteZone.ts";
import { type ZoneInstance, freeFormZone } from "../../../../shared/plans/finding/zone.ts";
import { FACTOR_SCALE, monthlyFactors, netPresentValue } from "../../../../shared/plans/netPresentValue.ts";
import { bestValues, levelTotals } from "./bruteForce.ts";

const rate = fc.integer({ min: 0, max: 3_600 }).map((bp) => (bp / 10_000).toFixed(4));

/** Floors around what capacity is worth, so that zones of every width and none at all come up. */
const instance: fc.Arbitrary<ZoneInstance> = fc
  .record({
    capacities: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 8 }),
    rate,
    share: fc.integer({ min: 0, max: 110 }),
    debtCapFen: fc.integer({ min: 0, max: 160 }),
  })
  .map(({ capacities, rate: yearly, share, debtCapFen }) => {
    const factors = monthlyFactors(yearly, capacities.length);
    const worth = capacities.reduce((sum, each, index) => sum + BigInt(each) * factors[index]!, 0n);
    return {
      capacityFen: capacities.map(fen),
      factors,
      floorNpv: (worth * BigInt(share)) / 100n,
      debtCapFen: fen(debtCapFen),
    };
  });

function freeFormIsBruteForce(runs: number): void {
  fc.assert(
    fc.property(instance, (given) => {
      const found = freeFormZone(given);
      const tried = bestValues(given.capacityFen, given.factors).findIndex(
        (value) => value >= given.floorNpv,
      );
      expect(found.leastTotalFen).to.equal(tried < 0 ? null : tried);
      expect(found.exists).to.equal(tried >= 0 && tried <= given.debtCapFen);
    }),
    { numRuns: runs },
  );
}

function levelIsBruteForce(runs: number): void {
  fc.assert(
    fc.property(instance, fc.nat(7), fc.integer({ min: 1, max: 8 }), (given, from, wanted) => {
      const start = from % given.capacityFen.length;
      const length = Math.min(wanted, given.capacityFen.length - start);
      const found = levelZone(given, start, length);
      const tried = levelTotals(given, start, length);
      expect(found.exists).to.equal(tried.length > 0);
      if (!found.exists) return;
      expect([found.leastTotalFen, found.greatestTotalFen]).to.deep.equal([tried[0], tried.at(-1)]);
      expect(tried).to.have.length(found.greatestTotalFen - found.leastTotalFen! + 1);
    }),
    { numRuns: runs },
  );
}

const request = fc.record({
  capacityFen: fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: 1, maxLength: 60 }),
  discountRate: rate,
  debtCapFen: fc.integer({ min: 0, max: 10_000_000 }),
  floorNpvFen: fc.integer({ min: 0, max: 5_000_000 }),
});

function scheduleReachesTheFloor(runs: number): void {
  fc.assert(
    fc.property(request, (asked) => {
      const answer = quoteZone(asked);
      if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
      const { exists, leastTotalFen, scheduleFen } = answer.zone;
      expect(exists).to.equal(scheduleFen !== null);
      if (scheduleFen === null || leastTotalFen === null) return;
      expect(scheduleFen.reduce((sum, payment) => sum + payment, 0)).to.equal(leastTotalFen);
      expect(scheduleFen.every((payment, index) => payment <= asked.capacityFen[index]!)).to.equal(true);
      const factors = monthlyFactors(asked.discountRate, scheduleFen.length);
      const value = scheduleFen.reduce((sum, payment, index) => sum + BigInt(payment) * factors[index]!, 0n);
      expect(value >= BigInt(asked.floorNpvFen) * FACTOR_SCALE).to.equal(true);
      expect(netPresentValue(scheduleFen, factors)).to.be.at.least(asked.floorNpvFen);
    }),
    { numRuns: runs },
  );
}

function scalesWithMoney(runs: number): void {
  fc.assert(
    fc.property(request, fc.integer({ min: 2, max: 1_000 }), (asked, k) => {
      const one = quoteZone(asked);
      const many = quoteZone({
        ...asked,
        capacityFen: asked.capacityFen.map((each) => each * k),
        debtCapFen: asked.debtCapFen * k,
        floorNpvFen: asked.floorNpvFen * k,
      });
      if (!one.ok || !many.ok) throw new Error("sound requests are answered");
      const [least, scaled] = [one.zone.leastTotalFen, many.zone.leastTotalFen];
      expect(scaled === null).to.equal(least === null);
      if (one.zone.exists) expect(many.zone.exists).to.equal(true);
      // The least total is rounded up to a fen once, so that a finer unit can only make it smaller, by less than one.
      if (least !== null && least > 0) expect(scaled).to.be.within(k * (least - 1) + 1, k * least);
    }),
    { numRuns: runs },
  );
}

export const ZONE_PROPERTIES: Record<string, (runs: number) => void> = {
  "free-form equals brute force": freeFormIsBruteForce,
  "level equals brute force, and its totals have no hole": levelIsBruteForce,
  "the schedule sums to the least total, fits capacity and reaches the floor": scheduleReachesTheFloor,
  "k times the money has a zone at k times the total, but for rounding up": scalesWithMoney,
};
