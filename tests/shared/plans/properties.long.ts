import { PROPERTIES } from "./properties.ts";

describe("plan invariants over 100,000 cases each", () => {
  for (const [name, check] of Object.entries(PROPERTIES)) it(name, () => check(100_000)).timeout(1_800_000);
});
