import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import supertest from "supertest";
import type { Clock } from "../../server/clock.ts";
import { boot, type Booted } from "../../server/boot.ts";
import type { Services } from "../../server/composition.ts";
import { loadConfig } from "../../server/config.ts";
import type { Tx } from "../../server/database/transaction.ts";
import { createLog, type Log } from "../../server/log.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

/** A clock that stands still until it is told otherwise. */
export class TestClock implements Clock {
  #now: Date;
  constructor(start = "2026-11-02T02:00:00.000Z") {
    this.#now = new Date(start);
  }
  now(): Date {
    return new Date(this.#now);
  }
  set(instant: string): void {
    this.#now = new Date(instant);
  }
  advance(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds);
  }
}

export type TestApp = {
  url: string;
  services: Services;
  clock: TestClock;
  booted: Booted;
  database: TestDatabase;
  tx<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  /** Somebody with a cookie jar and a token, not signed in yet. */
  visitor(): Promise<Client>;
  /** Somebody of the staff, signed in with the password every test account has. */
  signIn(username: string, password?: string): Promise<Client>;
  close(): Promise<void>;
};

export const PASSWORD = "correct horse battery";

/** One real app on its own copy of the database, on a free port. */
export async function startTestApp(
  options: {
    log?: Log;
    clock?: TestClock;
    settings?: Record<string, string>;
    /** Another app's, to be a second process on it. */
    database?: TestDatabase;
    prepare?: (services: Services) => Promise<void>;
  } = {},
): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase());
  const dataDir = mkdtempSync(path.join(tmpdir(), "parley-test-"));
  const clock = options.clock ?? new TestClock();
  const config = {
    ...loadConfig({
      DATA_DIR: dataDir,
      LOG_LEVEL: "silent",
      NODE_ENV: "test",
      DEMO_DATA: "never",
      ...options.settings,
    }),
    port: 0,
  };
  const booted = await boot({
    config,
    databaseUrl: database.url,
    log: options.log ?? createLog("silent"),
    clock,
    rateScale: 1000,
    ...(options.prepare === undefined ? {} : { prepare: options.prepare }),
  });
  const { url, services } = booted;
  const visitor = () => Client.open(url);
  return {
    url,
    services,
    clock,
    booted,
    database,
    tx: (run) => services.platform.db.transaction(run),
    visitor,
    signIn: async (username, password = PASSWORD) => {
      const client = await visitor();
      await client.post("/api/auth/sign-in", { username, password }).expect(200);
      await client.renewToken();
      return client;
    },
    close: async () => {
      await booted.stop();
      if (options.database === undefined) await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A browser without a screen: keeps cookies and sends the token with every write. */
export class Client {
  readonly #agent: ReturnType<typeof supertest.agent>;
  readonly #url: string;
  #token = "";

  private constructor(url: string) {
    this.#agent = supertest.agent(url);
    this.#url = url;
  }

  static async open(url: string): Promise<Client> {
    const client = new Client(url);
    await client.renewToken();
    return client;
  }

  /** A new session has a new token. */
  async renewToken(): Promise<void> {
    const answer = await this.#agent.get("/api/auth/csrf").expect(200);
    const body: unknown = answer.body;
    this.#token = String(Reflect.get(body as object, "token"));
  }

  get(path: string): supertest.Test {
    return this.#agent.get(path);
  }
  post(path: string, body: object = {}): supertest.Test {
    return this.#agent.post(path).set("x-csrf-token", this.#token).send(body);
  }
  put(path: string, body: object = {}): supertest.Test {
    return this.#agent.put(path).set("x-csrf-token", this.#token).send(body);
  }
  delete(path: string): supertest.Test {
    return this.#agent.delete(path).set("x-csrf-token", this.#token);
  }
  /** A multipart upload; add fields and files to what it answers. */
  upload(path: string): supertest.Test {
    return this.#agent.post(path).set("x-csrf-token", this.#token);
  }
  /** The session's cookie header, for a socket that connects as this person. */
  cookie(): string {
    const { hostname } = new URL(this.#url);
    const jar = this.#agent.jar as { getCookies(from: object): { toValueString(): string } };
    return jar.getCookies({ domain: hostname, path: "/", secure: false, script: false }).toValueString();
  }
}
