import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "../../server/database/embedded.ts";
import { isAlive } from "../../server/database/embedded/processes.ts";
import { createLog } from "../../server/log.ts";

const PREFIX = "parley-test-";

/** The PostgreSQL of one test run. */
export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** TEST_DATABASE_URL when given (its user must be allowed to create databases), else an embedded one. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given !== undefined && given !== "") return { url: given, stop: () => Promise.resolve() };
  await sweepKilledRuns();
  const { dataDir, remove } = makeTestDataDir();
  try {
    const server = await startEmbeddedPostgres({ dataDir, log: createLog("silent"), durable: false });
    return { url: server.url, stop: () => stopAndRemove(server, remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** A data directory that PostgreSQL's user can reach, also when the tests run as root. */
export function makeTestDataDir(): { dataDir: string; remove: () => void } {
  const root = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Passable for PostgreSQL's user; otherwise the cluster goes elsewhere, where nothing removes it.
  chmodSync(root, 0o711);
  const dataDir = path.join(root, "data");
  mkdirSync(dataDir);
  return { dataDir, remove: () => rmSync(root, { recursive: true, force: true }) };
}

async function stopAndRemove(server: EmbeddedPostgres, remove: () => void): Promise<void> {
  await server.stop();
  remove();
}

/** A test run that was killed leaves its PostgreSQL running: end it and remove its folder. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^parley-test-(\d+)-/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    const root = path.join(tmpdir(), name);
    try {
      const server = await startEmbeddedPostgres({
        dataDir: path.join(root, "data"),
        log: createLog("silent"),
        durable: false,
      });
      await stopAndRemove(server, () => rmSync(root, { recursive: true, force: true }));
    } catch {
      // Another user's folder, or another run is sweeping it right now.
    }
  }
}
