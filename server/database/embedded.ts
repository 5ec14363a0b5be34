import { realpathSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { makeDataDir } from "../dataDir.ts";
import type { Log } from "../log.ts";
import { postgresAccount, takeOwnership, type Account } from "./embedded/account.ts";
import { usableBinaries, type Binaries } from "./embedded/binaries.ts";
import { existingCluster, openCluster, type Cluster } from "./embedded/cluster.ts";
import { clusterHome, recordedHome } from "./embedded/home.ts";
import { lockDataDir, lockOwner } from "./embedded/lock.ts";
import {
  askToStop,
  clearLeftovers,
  connectionUrl,
  runningPostmaster,
  startPostmaster,
  stopPostmaster,
  type Postmaster,
} from "./embedded/postmaster.ts";
import { pause } from "./embedded/processes.ts";

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** False only for throw-away test clusters: nothing is synced to disk. */
  readonly durable?: boolean;
  /** For scripts: use the PostgreSQL of a Parley that is running on this data directory, if there is one. */
  readonly attach?: boolean;
}

export interface EmbeddedPostgres {
  /** Connection URL of the application's database, with password. */
  readonly url: string;
  /** The folder that holds the cluster. */
  readonly home: string;
  stop(): Promise<void>;
}

const DATABASE = "parley";
const RESTART_PAUSE_MS = 1000;

/**
 * Starts the PostgreSQL that belongs to `dataDir`, making it the first time.
 *
 * @throws StartError with what the operator can do, for instance when another Parley uses `dataDir`
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  makeDataDir(dataDir);
  if (options.attach === true && lockOwner(dataDir) !== undefined) {
    const attached = attach(dataDir);
    if (attached !== undefined) return attached;
  }
  const lock = lockDataDir(dataDir);
  try {
    const recorded = recordedHome(dataDir) ?? path.join(realpathSync(dataDir), "postgres");
    const account = postgresAccount(path.join(recorded, "data"));
    const home = clusterHome(dataDir, account);
    const binaries = usableBinaries(home, account);
    const cluster = await openCluster(home, binaries, account, options.durable ?? true);
    await clearLeftovers(cluster);
    takeOwnership(account, cluster.data);
    const supervised = await supervise(cluster, binaries, account, options);
    // A process that ends without `stop`, for instance because its port is taken, takes PostgreSQL with it.
    const onExit = (): void => {
      supervised.kill();
      lock.release();
    };
    process.once("exit", onExit);
    await ensureDatabase(connectionUrl(cluster, supervised.port, "postgres"));
    return {
      url: connectionUrl(cluster, supervised.port, DATABASE),
      home,
      stop: async () => {
        await supervised.stop();
        process.off("exit", onExit);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function attach(dataDir: string): EmbeddedPostgres | undefined {
  const home = recordedHome(dataDir);
  if (home === undefined) return undefined;
  const cluster = existingCluster(home);
  const running = runningPostmaster(cluster);
  if (running === undefined) return undefined;
  return { url: connectionUrl(cluster, running.port, DATABASE), home, stop: () => Promise.resolve() };
}

interface Supervised {
  readonly port: number;
  stop(): Promise<void>;
  /** Asks PostgreSQL to stop and does not wait. */
  kill(): void;
}

/** Keeps the postmaster running until `stop`: should it die by itself, it is started again on the same port. */
async function supervise(
  cluster: Cluster,
  binaries: Binaries,
  account: Account,
  options: EmbeddedPostgresOptions,
): Promise<Supervised> {
  const durable = options.durable ?? true;
  const state = { stopping: false };
  let current = await startPostmaster(cluster, binaries, account, { durable, port: 0 });
  const { port } = current;
  let restarting = Promise.resolve();

  async function watch(postmaster: Postmaster): Promise<void> {
    await postmaster.exited;
    if (!state.stopping) restarting = restart();
  }

  async function restart(): Promise<void> {
    options.log.error("PostgreSQL ended unexpectedly, starting it again");
    while (!state.stopping) {
      try {
        await clearLeftovers(cluster);
        current = await startPostmaster(cluster, binaries, account, { durable, port });
        void watch(current);
        return;
      } catch (error) {
        options.log.error({ err: error }, "PostgreSQL does not start again");
        await pause(RESTART_PAUSE_MS);
      }
    }
  }

  void watch(current);
  return {
    port,
    stop: async () => {
      state.stopping = true;
      await restarting;
      await stopPostmaster(current.pid);
    },
    kill: () => askToStop(current.pid),
  };
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
