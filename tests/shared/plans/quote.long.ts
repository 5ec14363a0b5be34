import { QUOTE_PROPERTIES } from "./quoteProperties.ts";

describe("quotes, over 100,000 questions", () => {
  for (const [name, check] of Object.entries(QUOTE_PROPERTIES)) {
    it(name, () => check(100_000)).timeout(3_600_000);
  }
});
