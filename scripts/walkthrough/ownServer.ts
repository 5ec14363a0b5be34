import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { boot } from "../../server/boot.ts";
import { loadConfig } from "../../server/config.ts";
import { startEmbeddedPostgres } from "../../server/database/embedded.ts";
import { openDemo } from "../../server/demo/index.ts";
import { createLog } from "../../server/log.ts";

export type OwnServer = { url: string; stop(): Promise<void> };

/** A server on a database of its own, gone without trace afterwards. */
export async function startOwnServer(): Promise<OwnServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "parley-walkthrough-"));
  // PostgreSQL's user must be able to pass through when this is run as root.
  chmodSync(folder, 0o711);
  const dataDir = path.join(folder, "data");
  const log = createLog("warn");
  const config = loadConfig({ DATA_DIR: dataDir });
  const postgres = await startEmbeddedPostgres({ dataDir, log, durable: false });
  const booted = await boot({
    config: { ...config, port: 0 },
    databaseUrl: postgres.url,
    log,
    prepare: async (services) => void (await openDemo(services, "auto")),
  });
  return {
    url: booted.url,
    stop: async () => {
      await booted.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
