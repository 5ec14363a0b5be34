import { boot } from "./boot.ts";
import { loadConfig, loadEnvFile, type Config } from "./config.ts";
import { startEmbeddedPostgres } from "./database/embedded.ts";
import { openDemo } from "./demo/index.ts";
import { runUntilSignal } from "./lifecycle.ts";
import { createLog } from "./log.ts";
import { StartError } from "./startError.ts";

loadEnvFile();
const config = readConfig();
const log = createLog(config.logLevel);

await runUntilSignal(async () => {
  const embedded = config.databaseUrl ? null : await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  let signIns = "";
  const booted = await boot({
    config,
    databaseUrl: config.databaseUrl ?? embedded?.url ?? "",
    log,
    prepare: async (services) => void (signIns = await openDemo(services, config.demoData)),
  });
  const data = embedded ? `  Data    ${embedded.home}\n` : "";
  process.stdout.write(`\n  Parley  ${booted.url}\n${data}${signIns}\n`);
  return {
    stop: async () => {
      await booted.stop();
      await embedded?.stop();
    },
  };
}, log);

function readConfig(): Config {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (error instanceof StartError) {
      process.stderr.write(`\nParley: ${error.message}\n\n`);
      process.exit(1);
    }
    throw error;
  }
}
