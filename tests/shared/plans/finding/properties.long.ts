import { PLAN_PROPERTIES } from "./planProperties.ts";
import { ZONE_PROPERTIES } from "./zoneProperties.ts";

describe("finding plans, over 100,000 cases each", () => {
  for (const [name, check] of Object.entries({ ...ZONE_PROPERTIES, ...PLAN_PROPERTIES })) {
    it(name, () => check(100_000)).timeout(3_600_000);
  }
});
