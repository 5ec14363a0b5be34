import { PROPERTIES } from "./properties.ts";

describe("plan invariants", () => {
  for (const [name, check] of Object.entries(PROPERTIES)) it(name, () => check(400)).timeout(60_000);
});
