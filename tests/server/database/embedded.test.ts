import { expect } from "chai";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { isAlive } from "../../../server/database/embedded/processes.ts";
import { HolderFailed, startHolder, type Holder } from "../../support/holder.ts";
import { makeTestDataDir } from "../../support/postgresServer.ts";

describe("embedded PostgreSQL", function () {
  this.timeout(90_000);
  let dataDir: string;
  let remove: () => void;
  const holders: Holder[] = [];

  before(() => {
    ({ dataDir, remove } = makeTestDataDir());
  });

  after(async () => {
    for (const holder of holders) await holder.end("SIGTERM");
    remove();
  });

  async function start(mode = ""): Promise<Holder> {
    const holder = await startHolder(dataDir, mode);
    holders.push(holder);
    return holder;
  }

  async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  function postmasterPid(holder: Holder): number {
    return Number(readFileSync(path.join(holder.home, "data", "postmaster.pid"), "utf8").split("\n")[0]);
  }

  it("makes a durable cluster on loopback, with a password only the owner can read", async () => {
    const holder = await start();
    await query(holder.url, "CREATE TABLE kept (n int)");
    const [settings] = await query(
      holder.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS sync,
              current_setting('full_page_writes') AS pages, current_setting('listen_addresses') AS listen,
              current_setting('unix_socket_directories') AS sockets, current_setting('server_encoding') AS encoding,
              current_database() AS name`,
    );
    expect(settings).to.deep.equal({
      fsync: "on",
      sync: "on",
      pages: "on",
      listen: "127.0.0.1",
      sockets: "",
      encoding: "UTF8",
      name: "parley",
    });
    expect(statSync(path.join(holder.home, "password")).mode & 0o777).to.equal(0o600);
    expect(statSync(path.join(holder.home, "data")).mode & 0o777).to.equal(0o700);
    const wrong = new URL(holder.url);
    wrong.password = "guess";
    const refused = await query(wrong.href, "SELECT 1").catch((error: Error) => error.message);
    expect(refused).to.match(/password authentication failed/);
  });

  it("refuses a second start on the same data and names the first", async () => {
    const [holder] = holders;
    const refused: unknown = await start().catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(HolderFailed);
    expect((refused as HolderFailed).code).to.equal(1);
    expect(String(refused)).to.include(`another Parley (pid ${holder?.pid}) uses DATA_DIR`);
  });

  it("lets a script use the PostgreSQL that is running, and leaves it running", async () => {
    const [holder] = holders;
    const script = await start("attach");
    expect(script.url).to.equal(holder?.url);
    expect(await script.end("SIGTERM")).to.equal(0);
    expect(await query(holder?.url ?? "", "SELECT count(*)::int AS n FROM kept")).to.deep.equal([{ n: 0 }]);
  });

  it("quotes nothing of a failed statement in PostgreSQL's own log", async () => {
    const [holder] = holders;
    await query(holder?.url ?? "", "SELECT 'marker-7c1f'::int").catch(() => undefined);
    expect(readFileSync(path.join(holder?.home ?? "", "postgres.log"), "utf8")).not.to.include("marker-7c1f");
  });

  it("stops PostgreSQL on SIGTERM and ends with 0", async () => {
    const [holder] = holders.splice(0);
    expect(await holder?.end("SIGTERM")).to.equal(0);
    expect(existsSync(path.join(holder?.home ?? "", "data", "postmaster.pid"))).to.equal(false);
    expect(existsSync(path.join(dataDir, "parley.lock"))).to.equal(false);
  });

  it("starts again in under 3 s after kill -9, with what was committed, ending the postmaster left behind", async () => {
    const killed = await startHolder(dataDir);
    const left = postmasterPid(killed);
    await query(killed.url, "INSERT INTO kept VALUES (1)");
    await killed.end("SIGKILL");
    expect(isAlive(left)).to.equal(true);
    const holder = await start();
    expect(holder.startMs).to.be.lessThan(3000);
    expect(isAlive(left)).to.equal(false);
    expect(await query(holder.url, "SELECT n FROM kept")).to.deep.equal([{ n: 1 }]);
  });

  it("starts PostgreSQL again, on the same port, when it is killed", async () => {
    const holder = holders[0];
    const before = postmasterPid(holder!);
    process.kill(before, "SIGKILL");
    const deadline = performance.now() + 20_000;
    let answer: unknown;
    while (answer === undefined && performance.now() < deadline) {
      answer = await query(holder!.url, "SELECT n FROM kept").catch(() => undefined);
    }
    expect(answer).to.deep.equal([{ n: 1 }]);
    expect(postmasterPid(holder!)).not.to.equal(before);
  });

  it("is not put off by a stale lock or a pid file that names some other process", async () => {
    const [holder] = holders.splice(0);
    await holder?.end("SIGTERM");
    const stale = JSON.stringify({ pid: process.pid, mark: "0" });
    writeFileSync(path.join(dataDir, "parley.lock"), stale);
    writeFileSync(
      path.join(holder?.home ?? "", "data", "postmaster.pid"),
      `${process.pid}\n/elsewhere\n0\n5432\n`,
    );
    const again = await start();
    expect(await query(again.url, "SELECT n FROM kept")).to.deep.equal([{ n: 1 }]);
  });
});
