import { expect } from "chai";
import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Client } from "pg";
import { startEmbeddedPostgres } from "../../../server/database/embedded.ts";
import { createLog } from "../../../server/log.ts";
import { makeTestDataDir } from "../../support/postgresServer.ts";

interface Started {
  readonly url: string;
  readonly startMs: number;
  end(signal: NodeJS.Signals): Promise<number>;
}

describe("npm start", function () {
  this.timeout(300_000);
  const script = path.resolve("scripts/start.mjs");
  const running = new Set<ChildProcess>();
  let dataDir: string;
  let remove: () => void;

  before(() => {
    ({ dataDir, remove } = makeTestDataDir());
  });

  after(async () => {
    for (const child of running) {
      const closed = new Promise((resolve) => child.on("close", resolve));
      child.kill("SIGTERM");
      await closed;
    }
    remove();
  });

  /** Starts the server on a free port, and answers its address once it has printed it, or why it ended. */
  function start(port: number): Promise<Started> {
    const begun = performance.now();
    const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), DEMO_DATA: "never" };
    const child = spawn(process.execPath, [script], { env, stdio: "pipe" });
    running.add(child);
    const closed = new Promise<number>((resolve) =>
      child.on("close", (code) => {
        running.delete(child);
        resolve(code ?? -1);
      }),
    );
    let said = "";
    return new Promise((resolve, reject) => {
      child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
      child.stdout.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (url === undefined) return;
        const end = (signal: NodeJS.Signals): Promise<number> => {
          child.kill(signal);
          return closed;
        };
        resolve({ url, startMs: performance.now() - begun, end });
      });
      void closed.then((code) => reject(new Error(`exit ${code}: ${said}`)));
    });
  }

  async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }

  const refusal = (attempt: Promise<unknown>): Promise<string> =>
    attempt.then(
      () => "it started",
      (error: Error) => error.message,
    );

  it("starts, refuses a second start, and outlives the loss of every database connection", async () => {
    const server = await start(await freePort());
    expect((await fetch(`${server.url}/readyz`)).status).to.equal(200);
    expect(await refusal(start(await freePort()))).to.match(/exit 1: [^]*another Parley \(pid \d+\)/);

    const log = createLog("silent");
    const { url } = await startEmbeddedPostgres({ dataDir, log, attach: true });
    const killer = new Client({ connectionString: url });
    await killer.connect();
    await killer.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()",
    );
    await killer.end();
    const deadline = performance.now() + 5000;
    let status = 0;
    while (status !== 200 && performance.now() < deadline)
      status = (await fetch(`${server.url}/readyz`)).status;
    expect(status).to.equal(200);
    expect(await server.end("SIGTERM")).to.equal(0);
  });

  it("starts in under 3 s when built, also after kill -9", async () => {
    const first = await start(await freePort());
    await first.end("SIGKILL");
    const second = await start(await freePort());
    expect(second.startMs).to.be.lessThan(3000);
    expect(await second.end("SIGINT")).to.equal(0);
  });

  it("ends with 1 and names the port when the one asked for is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    expect(await refusal(start(port))).to.match(
      new RegExp(`exit 1: [^]*port ${port} on 127.0.0.1 is already in use`),
    );
    await new Promise((resolve) => other.close(resolve));
  });
});
