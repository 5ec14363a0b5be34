import { PROPERTIES } from "./properties.ts";

describe("plan invariants", () => {
  for (const [name, check] of Object.entries(PROPERTIES)) it(name, () => check(2_000)).timeout(60_000);
});
