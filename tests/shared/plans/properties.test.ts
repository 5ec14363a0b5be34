import { PROPERTIES } from "./properties.ts";

describe("plan invariants", () => {
  for (const [name, check] of Object.entries(PROPERTIES)) it(name, () => check(1_000)).timeout(60_000);
});
