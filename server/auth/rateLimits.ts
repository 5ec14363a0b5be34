import type { Request } from "express";
import type { Pool } from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "../../shared/api/refusal.ts";
import type { RateLimit } from "../http/route.ts";

/** Uses per caller and window; a caller is an address, or a system by its key. */
const LIMITS: Record<RateLimit, { points: number; seconds: number }> = {
  // Guessing passwords, codes and invitation links.
  sensitive: { points: 60, seconds: 300 },
  // Reading what is open to everyone.
  public: { points: 600, seconds: 60 },
  // Arithmetic for programs: nothing to guess and nothing to read, only this process to keep from being worn out.
  computed: { points: 600, seconds: 60 },
  // One platform's system, whatever it asks for; counted by key and not by address.
  key: { points: 1_200, seconds: 60 },
};

/**
 * Counters in Postgres, so that several app processes count together; in memory while it is away. What is only computed,
 * and what a known system does, is counted in memory by each process: a written counter would cost several times what it
 * guards.
 */
export function createRateLimits(pool: Pool, scale = 1): (limit: RateLimit, req: Request) => Promise<void> {
  const limiters = new Map<RateLimit, RateLimiterMemory | RateLimiterPostgres>(
    (Object.keys(LIMITS) as RateLimit[]).map((name) => {
      const { points, seconds } = LIMITS[name];
      const figures = { points: points * scale, duration: seconds, keyPrefix: name };
      if (name === "computed" || name === "key") return [name, new RateLimiterMemory(figures)] as const;
      return [
        name,
        new RateLimiterPostgres({
          ...figures,
          storeClient: pool,
          storeType: "pool",
          tableName: "rate_limit",
          tableCreated: true,
          insuranceLimiter: new RateLimiterMemory(figures),
        }),
      ] as const;
    }),
  );
  return async (limit, req) => {
    try {
      await limiters.get(limit)?.consume(callerOf(limit, req));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new Refusal("rate_limited", "too many requests; wait a little", {
        params: { retryAfterSeconds: Math.ceil(refused.msBeforeNext / 1000) },
      });
    }
  };
}

function callerOf(limit: RateLimit, req: Request): string {
  if (limit === "key" && req.actor?.kind === "staff") return req.actor.staffId;
  return req.ip ?? "unknown";
}
