import { expect } from "chai";
import type { Request } from "express";
import { Pool } from "pg";
import { createRateLimits } from "../../../server/auth/rateLimits.ts";

describe("the rate limit of what is only computed", () => {
  // Nothing listens there: counting must not need the database.
  const pool = new Pool({ host: "127.0.0.1", port: 1 });
  after(() => pool.end());
  const from = (ip: string) => ({ ip }) as Request;

  it("lets so many through for each address, and says when to come back", async () => {
    const take = createRateLimits(pool, 1 / 200);
    for (let n = 0; n < 3; n += 1) await take("computed", from("192.0.2.1"));
    const refused: unknown = await take("computed", from("192.0.2.1")).catch((error: unknown) => error);
    expect(refused).to.deep.include({ code: "rate_limited" });
    expect(Reflect.get(refused as object, "params").retryAfterSeconds).to.be.within(1, 60);
    await take("computed", from("192.0.2.2"));
  });
});
