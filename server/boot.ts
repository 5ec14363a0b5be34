import { createServer, type Server } from "node:http";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Pool } from "pg";
import type { DataSource } from "typeorm";
import { createApp } from "./app.ts";
import { systemClock, type Clock } from "./clock.ts";
import { compose, type Services } from "./composition.ts";
import type { Config } from "./config.ts";
import { createDataSource } from "./database/dataSource.ts";
import { createDatabase } from "./database/transaction.ts";
import { createDocuments } from "./documents.ts";
import { entities } from "./entities.ts";
import { createJobs } from "./jobs/jobs.ts";
import { drain, listenOn } from "./lifecycle.ts";
import type { Log } from "./log.ts";
import { QUEUES } from "./queues.ts";
import { createSealer } from "./seal/index.ts";
import { allSocketCommands } from "./socketCommands.ts";
import { startWorkers } from "./workers.ts";

const POOL_SIZE = 20;

export type Booted = {
  url: string;
  services: Services;
  dataSource: DataSource;
  server: Server;
  stop(): Promise<void>;
};

export type BootOptions = {
  config: Config;
  databaseUrl: string;
  log: Log;
  clock?: Clock;
  rateScale?: number;
  /** What must be there before background work begins: data for a first look. */
  prepare?: (services: Services) => Promise<void>;
};

/** Bring up one app process over a database that exists: migrate, compose, listen, work. */
export async function boot(options: BootOptions): Promise<Booted> {
  const opened = new Opened();
  try {
    return await bringUp(options, opened);
  } catch (error) {
    // Half a process would go on holding the port and the database.
    await opened.close();
    throw error;
  }
}

async function bringUp(options: BootOptions, opened: Opened): Promise<Booted> {
  const { config, databaseUrl, log } = options;
  const dataSource = createDataSource(databaseUrl, { entities, poolSize: POOL_SIZE, log });
  await dataSource.initialize();
  opened.add(() => dataSource.destroy());
  await dataSource.runMigrations();
  const pool = new Pool({ connectionString: databaseUrl, max: 4, application_name: "parley-sessions" });
  pool.on("error", (error) => log.warn({ err: error }, "an idle database connection was lost"));
  opened.add(() => pool.end());
  const documents = createDocuments();
  opened.add(() => documents.close());
  const sealer = await createSealer(config.seal, config.dataDir, log);
  opened.add(() => sealer.close());
  const jobs = await createJobs({ databaseUrl, log, queues: QUEUES });
  opened.add(() => jobs.stop());

  const server = createServer();
  const { host, port, portIsExplicit: explicit } = config;
  await listenOn(server, { host, port, explicit, log });
  opened.add(() => drain(server));
  const url = addressOf(server, host);
  const publicUrl = config.publicUrlIsExplicit ? config.publicUrl : url;
  const db = createDatabase(dataSource, options.clock ?? systemClock, log);
  const services = compose({ config, db, pool, log, jobs, documents, sealer, publicUrl });
  let draining = false;
  const { app, sessions, closeSessions } = createApp(services, {
    version: packageVersion(),
    clientFolder: path.resolve("client/dist"),
    isDraining: () => draining,
    ...(options.rateScale === undefined ? {} : { rateScale: options.rateScale }),
  });
  opened.add(closeSessions);
  server.on("request", app);
  // After the app: Socket.IO puts itself in front of whoever listens already.
  services.realtime.attach({
    httpServer: server,
    sessions,
    accounts: services.accounts,
    commands: allSocketCommands(services),
    db,
    log,
    publicUrl,
    trustProxy: config.trustProxy,
    ...(options.rateScale === undefined ? {} : { floodScale: options.rateScale }),
  });
  opened.add(() => services.wire.close());
  opened.add(() => services.realtime.stop());
  await options.prepare?.(services);
  opened.add(await startWorkers(services));
  opened.add(() => (draining = true));

  return { url, services, dataSource, server, stop: () => opened.close() };
}

/** What was opened, to be closed the other way round. */
class Opened {
  readonly #closers: (() => unknown)[] = [];

  add(close: () => unknown): void {
    this.#closers.push(close);
  }

  async close(): Promise<void> {
    for (const close of this.#closers.splice(0).reverse()) await close();
  }
}

/** The address to show a person: a wildcard host is reached as this machine. */
function addressOf(server: Server, host: string): string {
  const { family, port } = server.address() as AddressInfo;
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${family === "IPv6" && shown !== "127.0.0.1" ? `[${shown}]` : shown}:${port}`;
}

function packageVersion(): string {
  const parsed: unknown = JSON.parse(readFileSync(path.resolve("package.json"), "utf8"));
  const version: unknown =
    typeof parsed === "object" && parsed !== null ? Reflect.get(parsed, "version") : null;
  return typeof version === "string" ? version : "0";
}
