import { expect } from "chai";
import { ALL_INSTANCES, everyFreeFormZone, everyLevelZone } from "./everyZone.ts";

describe("the zone of agreement, on every instance of up to four months and five fen", () => {
  it("free-form: is what trying every payment finds, for every floor, debt cap and limit", () => {
    const { instances, bargains } = everyFreeFormZone();
    console.log(`      ${instances} capacities under a discount, ${bargains} bargains`);
    expect(instances).to.equal(ALL_INSTANCES);
  }).timeout(3_600_000);

  it("level: is what trying every total finds, in every window, for every floor, debt cap and limit", () => {
    const { instances, bargains } = everyLevelZone();
    console.log(`      ${instances} capacities under a discount, ${bargains} bargains`);
    expect(instances).to.equal(ALL_INSTANCES);
  }).timeout(3_600_000);
});
