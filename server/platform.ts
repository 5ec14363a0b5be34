import type { Pool } from "pg";
import type { Config } from "./config.ts";
import type { Database } from "./database/transaction.ts";
import type { Documents } from "./documents.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { Log } from "./log.ts";
import type { Sealer } from "./seal/index.ts";

/** What the platform folders offer to the domains. */
export type Platform = {
  config: Config;
  db: Database;
  /** Plain connections for sessions and counters, apart from those that hold transactions. */
  pool: Pool;
  log: Log;
  jobs: Jobs;
  documents: Documents;
  sealer: Sealer;
  /** Where people reach this installation; links in notices begin with it. */
  publicUrl: string;
};
