import { LEDGER_PROPERTIES } from "./ledgerProperties.ts";

describe("the ledger, over 100,000 cases each", () => {
  for (const [name, check] of Object.entries(LEDGER_PROPERTIES)) {
    it(name, () => check(100_000)).timeout(3_600_000);
  }
});
