import { CAPACITY_PROPERTIES } from "./capacityProperties.ts";

describe("ability to pay, over 100,000 statements each", () => {
  for (const [name, check] of Object.entries(CAPACITY_PROPERTIES)) {
    it(name, () => check(100_000)).timeout(3_600_000);
  }
});
