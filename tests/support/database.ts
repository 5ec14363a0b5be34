import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { createDataSource } from "../../server/database/dataSource.ts";
import { createLog } from "../../server/log.ts";
import { startTestServer, type TestServer } from "./postgresServer.ts";

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

interface Prepared {
  readonly server: TestServer;
  readonly template: string;
}

const RUN = `${process.pid}_${randomBytes(3).toString("hex")}`;

let preparing: Promise<Prepared> | undefined;
let cloning: Promise<unknown> = Promise.resolve();
let made = 0;

/**
 * A database of its own, already migrated: a copy of a template that is migrated once per run. Call it in
 * `before`, and `drop` in `after`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  preparing ??= prepare();
  const { server, template } = await preparing;
  return cloneDatabase(server.url, template);
}

/** Like `createTestDatabase`, without any table: for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  preparing ??= prepare();
  const { server } = await preparing;
  return cloneDatabase(server.url, "template0");
}

/** Ends what the run started; the mocha root hook calls it. */
export async function stopTestDatabases(): Promise<void> {
  if (preparing === undefined) return;
  const prepared = await preparing.catch(() => undefined);
  // Failed: whoever asked for a database has been told why.
  if (prepared === undefined) return;
  const { server, template } = prepared;
  await administer(server.url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  await server.stop();
}

async function prepare(): Promise<Prepared> {
  const server = await startTestServer();
  const template = `parley_template_${RUN}`;
  await administer(server.url, `CREATE DATABASE ${template} TEMPLATE template0`);
  const source = createDataSource(named(server.url, template), {
    entities: [],
    poolSize: 1,
    log: createLog("silent"),
  });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
  return { server, template };
}

async function cloneDatabase(serverUrl: string, template: string): Promise<TestDatabase> {
  made += 1;
  const name = `parley_test_${RUN}_${made}`;
  // PostgreSQL refuses to copy one template twice at the same time.
  const mine = cloning.then(() => administer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`));
  cloning = mine.catch(() => undefined);
  await mine;
  return {
    url: named(serverUrl, name),
    drop: () => administer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function named(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
