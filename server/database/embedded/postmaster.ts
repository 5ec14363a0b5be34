import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { Client } from "pg";
import { StartError } from "../../startError.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { cleanEnvironment, SUPERUSER, type Cluster } from "./cluster.ts";
import { commandLine, isAlive, pause, waitForExit } from "./processes.ts";

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Settles when the process is gone, for whatever reason. */
  readonly exited: Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const LOG_LIMIT_BYTES = 5_000_000;

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "120",
  timezone: "UTC",
  log_timezone: "UTC",
  // An ERROR quotes values of the row, a statement quotes them all: neither may reach the log.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_statement: "none",
  log_checkpoints: "off",
  // Parallel queries need more shared memory than containers have by default.
  max_parallel_workers_per_gather: "0",
  max_parallel_maintenance_workers: "0",
};

/** A throw-away cluster may lose everything with the machine; a real one nothing that was acknowledged. */
const NOT_DURABLE = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" };

export function connectionUrl(cluster: Cluster, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** The port and process of a postmaster that runs on this cluster, whoever started it. */
export function runningPostmaster(cluster: {
  readonly data: string;
}): { pid: number; port: number } | undefined {
  const lines = readLines(path.join(cluster.data, "postmaster.pid"));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  return commandLine(pid).includes(cluster.data) ? { pid, port: Number(lines[3]) } : undefined;
}

/**
 * Ends what a killed Parley left behind: its postmaster, which runs on with the old settings, or a pid file
 * whose number now belongs to some other process, over which PostgreSQL would refuse to start.
 */
export async function clearLeftovers(cluster: Cluster): Promise<void> {
  const running = runningPostmaster(cluster);
  if (running === undefined) rmSync(path.join(cluster.data, "postmaster.pid"), { force: true });
  else await stopPostmaster(running.pid);
}

/** Fast shutdown, without waiting for it. */
export function askToStop(pid: number): void {
  signal(pid, "SIGINT");
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(pid: number): Promise<void> {
  askToStop(pid);
  if (await waitForExit(pid, 20_000)) return;
  // Immediate shutdown: the next start recovers from the write-ahead log.
  signal(pid, "SIGQUIT");
  if (await waitForExit(pid, 10_000)) return;
  throw new StartError(`PostgreSQL (pid ${pid}) does not stop. Look at it, then start again.`);
}

/** Starts the postmaster and waits until it answers. `port` 0 takes a free one. */
export async function startPostmaster(
  cluster: Cluster,
  binaries: Binaries,
  account: Account,
  options: { readonly durable: boolean; readonly port: number },
): Promise<Postmaster> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    const port = options.port === 0 ? await freePort() : options.port;
    const started = await launch(cluster, binaries, account, port, options.durable);
    if (await answers(cluster, port, started, deadline)) return started;
    const said = logTail(cluster);
    // Backends of a killed postmaster need a moment to notice; a port may have been taken since we looked.
    const passing = /shared memory block|could not bind|Address already in use/.test(said);
    if (!passing || performance.now() > deadline) {
      throw new StartError(`PostgreSQL did not start. Its log (${logPath(cluster)}) ends:\n${said}`);
    }
    await pause(200);
  }
}

async function launch(
  cluster: Cluster,
  binaries: Binaries,
  account: Account,
  port: number,
  durable: boolean,
): Promise<Postmaster> {
  const settings = { ...SETTINGS, ...(durable ? {} : NOT_DURABLE), port: String(port) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openLog(cluster);
  try {
    // In a process group of its own: Ctrl-C is for us, and PostgreSQL must outlive us until we have drained.
    const child = spawn(binaries.postgres, ["-D", cluster.data, ...flags], {
      ...account.ids,
      cwd: cluster.home,
      env: cleanEnvironment(),
      detached: true,
      stdio: ["ignore", log, log],
    });
    const exited = new Promise<void>((resolve) => child.on("exit", () => resolve()));
    await new Promise<void>((resolve, reject) => {
      child.on("spawn", resolve);
      child.on("error", reject);
    });
    child.unref();
    return { pid: child.pid ?? 0, port, exited };
  } finally {
    closeSync(log);
  }
}

async function answers(
  cluster: Cluster,
  port: number,
  started: Postmaster,
  deadline: number,
): Promise<boolean> {
  while (isAlive(started.pid)) {
    const client = new Client({ connectionString: connectionUrl(cluster, port, "postgres") });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return true;
    } catch {
      if (performance.now() > deadline) {
        signal(started.pid, "SIGQUIT");
        return false;
      }
      await pause(25);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already, which is what was wanted.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function logPath(cluster: Cluster): string {
  return path.join(cluster.home, "postgres.log");
}

function openLog(cluster: Cluster): number {
  const file = logPath(cluster);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`);
  return openSync(file, "a", 0o600);
}

function logTail(cluster: Cluster): string {
  return readLines(logPath(cluster)).slice(-12).join("\n").trim();
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
