import { expect } from "chai";
import { fen } from "../../../../shared/money/fen.ts";
import { levelZone } from "../../../../shared/plans/finding/levelZone.ts";
import { earliestFirst, freeFormZone } from "../../../../shared/plans/finding/zone.ts";
import { ALL_INSTANCES, everyFreeFormZone, everyLevelZone } from "./everyZone.ts";
import { ZONE_PROPERTIES } from "./zoneProperties.ts";

const sum = (amounts: readonly number[]) => amounts.reduce((total, value) => total + value, 0);

/** Every 37th instance of up to four months and five fen; `zone.long.ts` tries all of them. */
const EVERY = 37;

describe("the zone of agreement", () => {
  it("free-form: is what trying every payment finds, for every floor, debt cap and limit", () => {
    expect(everyFreeFormZone(EVERY).instances).to.equal(Math.ceil(ALL_INSTANCES / EVERY));
  }).timeout(60_000);

  it("level: is what trying every total finds, in every window, for every floor, debt cap and limit", () => {
    expect(everyLevelZone(EVERY).instances).to.equal(Math.ceil(ALL_INSTANCES / EVERY));
  }).timeout(60_000);

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
  for (const [name, check] of Object.entries(ZONE_PROPERTIES)) it(name, () => check(1_000)).timeout(60_000);
});
