import { expect } from "chai";
import { type Fen, fen } from "../../../../shared/money/fen.ts";
import { levelZone } from "../../../../shared/plans/finding/levelZone.ts";
import { earliestFirst, freeFormZone } from "../../../../shared/plans/finding/zone.ts";
import { allLists, bestValues, levelTotals } from "./bruteForce.ts";
import { ZONE_PROPERTIES } from "./zoneProperties.ts";

// No discount, gentle, steep: scaled down so that every floor can be tried.
const FACTORS = [
  [10n, 10n, 10n, 10n],
  [10n, 9n, 9n, 8n],
  [7n, 4n, 2n, 1n],
];
const NO_CAP = fen(1_000);
const sum = (amounts: readonly number[]) => amounts.reduce((total, value) => total + value, 0);

const described = (figures: object) =>
  JSON.stringify(figures, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));

function everyInstance(check: (capacityFen: Fen[], factors: readonly bigint[]) => void): void {
  for (let length = 1; length <= 4; length += 1) {
    for (const capacityFen of allLists(length, 5)) {
      for (const factors of FACTORS) check(capacityFen, factors.slice(0, length));
    }
  }
}

describe("the zone of agreement, on every instance of up to four months and five fen", () => {
  it("free-form: the least total is what trying every payment finds, for every floor", () => {
    everyInstance((capacityFen, factors) => {
      const values = bestValues(capacityFen, factors);
      const highest = Number(values.at(-1) ?? 0n);
      for (let floor = 0; floor <= highest + 1; floor += 1) {
        const floorNpv = BigInt(floor);
        const tried = values.findIndex((value) => value >= floorNpv);
        const found = freeFormZone({ capacityFen, factors, floorNpv, debtCapFen: NO_CAP });
        if (found.leastTotalFen !== (tried < 0 ? null : tried) || found.exists !== tried >= 0) {
          expect.fail(described({ capacityFen, factors, floor, found, tried }));
        }
      }
    });
  }).timeout(120_000);

  it("level: the totals that work are all those from one end to the other, for every window and floor", () => {
    everyInstance((capacityFen, factors) => {
      for (let start = 0; start < capacityFen.length; start += 1) {
        const length = capacityFen.length - start;
        const most = Number(factors.slice(start).reduce((total, factor) => total + factor, 0n)) * 5;
        for (let floor = 0; floor <= most + 1; floor += 3) {
          const instance = { capacityFen, factors, floorNpv: BigInt(floor), debtCapFen: NO_CAP };
          const found = levelZone(instance, start, length);
          const tried = levelTotals(instance, start, length);
          const interval = found.exists
            ? Array.from(
                { length: found.greatestTotalFen - found.leastTotalFen! + 1 },
                (_, i) => i + found.leastTotalFen!,
              )
            : [];
          if (String(interval) !== String(tried)) {
            expect.fail(described({ capacityFen, factors, start, floor, interval, tried }));
          }
        }
      }
    });
  }).timeout(120_000);

  it("ends at the debt cap and at the borrower's own limit", () => {
    const instance = { capacityFen: [fen(5), fen(5)], factors: [10n, 9n], floorNpv: 68n, debtCapFen: fen(7) };
    expect(freeFormZone(instance)).to.deep.equal({ exists: true, leastTotalFen: 7, greatestTotalFen: 7 });
    expect(freeFormZone({ ...instance, debtCapFen: fen(6) }).exists).to.equal(false);
    expect(freeFormZone({ ...instance, borrowerLimitFen: fen(6) }).exists).to.equal(false);
    expect(levelZone({ ...instance, floorNpv: 66n }, 0, 2)).to.deep.equal({
      exists: true,
      leastTotalFen: 7,
      greatestTotalFen: 7,
    });
  });

  it("pays a total as early as capacity allows", () => {
    expect(earliestFirst([fen(3), fen(0), fen(4)], fen(5))).to.deep.equal([3, 0, 2]);
    expect(sum(earliestFirst([fen(3)], fen(5)))).to.equal(3);
  });

  it("a window outside the months is refused", () => {
    const instance = { capacityFen: [fen(1)], factors: [1n], floorNpv: 0n, debtCapFen: fen(1) };
    expect(() => levelZone(instance, 0, 2)).to.throw(RangeError);
    expect(() => levelZone(instance, 0, 0)).to.throw(RangeError);
  });
});

describe("the zone of agreement, on random instances", () => {
  for (const [name, check] of Object.entries(ZONE_PROPERTIES)) it(name, () => check(2_000)).timeout(60_000);
});
