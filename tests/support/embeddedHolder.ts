// A process of its own that runs the embedded PostgreSQL of a data directory: argument 1, and `attach`.
import { startEmbeddedPostgres } from "../../server/database/embedded.ts";
import { runUntilSignal } from "../../server/lifecycle.ts";
import { createLog } from "../../server/log.ts";

const [dataDir = "", mode] = process.argv.slice(2);
const log = createLog("silent");

await runUntilSignal(async () => {
  const postgres = await startEmbeddedPostgres({ dataDir, log, attach: mode === "attach" });
  process.stdout.write(`${JSON.stringify({ url: postgres.url, home: postgres.home })}\n`);
  return postgres;
}, log);
