import { loadConfig, loadEnvFile, type Config } from "../server/config.ts";
import { startEmbeddedPostgres } from "../server/database/embedded.ts";
import { createLog, type Log } from "../server/log.ts";
import { StartError } from "../server/startError.ts";

export type OpenDatabase = { config: Config; log: Log; url: string };

/**
 * Runs a script over the database that the settings name, attached to a running Parley's where asked; answers the
 * process's exit code. Says what an operator can do about a refusal instead of showing a stack.
 */
export async function withDatabase(
  options: { attach: boolean },
  run: (database: OpenDatabase) => Promise<number>,
): Promise<number> {
  try {
    loadEnvFile();
    const config = loadConfig(process.env);
    const log = createLog("warn");
    const { databaseUrl: given, dataDir } = config;
    const embedded = given ? null : await startEmbeddedPostgres({ dataDir, log, attach: options.attach });
    try {
      return await run({ config, log, url: given ?? embedded?.url ?? "" });
    } finally {
      await embedded?.stop();
    }
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(`Parley: ${error.message}`);
    return 1;
  }
}
