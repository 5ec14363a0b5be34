import { expect } from "chai";
import { Client } from "pg";
import type { DataSource } from "typeorm";
import { systemClock } from "../../../server/clock.ts";
import { createDataSource } from "../../../server/database/dataSource.ts";
import { rows } from "../../../server/database/sql.ts";
import { assertInTransaction, createDatabase, type Database } from "../../../server/database/transaction.ts";
import { createLog } from "../../../server/log.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";

describe("transaction", () => {
  const logged: string[] = [];
  const log = createLog("info", { write: (line: string) => void logged.push(line) });
  let testDatabase: TestDatabase;
  let dataSource: DataSource;
  let database: Database;

  before(async () => {
    testDatabase = await createTestDatabase();
    dataSource = await createDataSource(testDatabase.url, { entities: [], poolSize: 5, log }).initialize();
    database = createDatabase(dataSource, systemClock, log);
    await dataSource.query("CREATE TABLE tally (name text PRIMARY KEY, n int NOT NULL)");
    await dataSource.query("INSERT INTO tally VALUES ('a', 0), ('b', 0)");
  });

  after(async () => {
    await dataSource.destroy();
    await testDatabase.drop();
  });

  beforeEach(() => {
    logged.length = 0;
  });

  async function tally(name: string): Promise<number | undefined> {
    return database.read(async (tx) => {
      const found = await rows<{ n: number }>(tx.manager, "SELECT n FROM tally WHERE name = $1", [name]);
      return found[0]?.n;
    });
  }

  it("commits, then runs the tasks in order, when others already see the change", async () => {
    const seen: unknown[] = [];
    const result = await database.transaction(async (tx) => {
      tx.afterCommit(async () => void seen.push(await tally("c")));
      tx.afterCommit(() => void seen.push("second"));
      await rows(tx.manager, "INSERT INTO tally VALUES ('c', 7)");
      expect(seen).to.deep.equal([]);
      return "done";
    });
    expect(result).to.equal("done");
    expect(seen).to.deep.equal([7, "second"]);
  });

  it("logs a failing task, runs the next and does not tell the caller", async () => {
    let ran = false;
    await database.transaction(async (tx) => {
      tx.afterCommit(() => {
        throw new Error("张三 owes");
      });
      tx.afterCommit(() => void (ran = true));
      await Promise.resolve();
    });
    expect(ran).to.equal(true);
    expect(logged.join("")).to.include("a task after commit failed").and.not.include("张三");
  });

  it("rolls back and runs no task when the work throws", async () => {
    let ran = false;
    const attempt = database.transaction(async (tx) => {
      tx.afterCommit(() => void (ran = true));
      await rows(tx.manager, "INSERT INTO tally VALUES ('gone', 1)");
      throw new Error("refused");
    });
    const outcome = await attempt.catch((error: Error) => error.message);
    expect(outcome).to.equal("refused");
    expect(ran).to.equal(false);
    expect(await tally("gone")).to.equal(undefined);
  });

  it("runs a deadlocked transaction again until both are done, each task once", async () => {
    let tasks = 0;
    let arrived = 0;
    let bothArrived: () => void = () => undefined;
    const barrier = new Promise<void>((resolve) => (bothArrived = resolve));
    const bump = (first: string, second: string): Promise<void> =>
      database.transaction(async (tx) => {
        tx.afterCommit(() => void (tasks += 1));
        await rows(tx.manager, "UPDATE tally SET n = n + 1 WHERE name = $1", [first]);
        arrived += 1;
        if (arrived === 2) bothArrived();
        await barrier;
        await rows(tx.manager, "UPDATE tally SET n = n + 1 WHERE name = $1", [second]);
      });
    await Promise.all([bump("a", "b"), bump("b", "a")]);
    expect([await tally("a"), await tally("b")]).to.deep.equal([2, 2]);
    expect(tasks).to.equal(2);
    expect(arrived).to.equal(3);
  });

  it("gives up after four conflicts and does not run other errors again", async () => {
    const count = async (code: string): Promise<number> => {
      let attempts = 0;
      await database
        .transaction(async (tx) => {
          attempts += 1;
          await rows(tx.manager, `DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '${code}'; END $$`);
        })
        .catch(() => undefined);
      return attempts;
    };
    expect(await count("40001")).to.equal(4);
    expect(await count("23505")).to.equal(1);
  });

  it("refuses a write, and assertInTransaction, in a read", async () => {
    const write = await database
      .read((tx) => rows(tx.manager, "UPDATE tally SET n = 99"))
      .catch((error: Error) => error.message);
    expect(write).to.match(/read-only transaction/);
    const refused = await database
      .read((tx) => Promise.resolve().then(() => assertInTransaction(tx)))
      .catch((error: Error) => error.message);
    expect(refused).to.match(/must run inside/);
    await database.transaction(async (tx) => Promise.resolve(assertInTransaction(tx)));
  });

  it("loses one request, and nothing else, when PostgreSQL ends every connection", async () => {
    const killer = new Client({ connectionString: testDatabase.url });
    await killer.connect();
    let begun: () => void = () => undefined;
    const connected = new Promise<void>((resolve) => (begun = resolve));
    const inFlight = database
      .transaction(async (tx) => {
        await rows(tx.manager, "SELECT 1");
        begun();
        await rows(tx.manager, "SELECT pg_sleep(30)");
      })
      .then(
        () => "finished",
        () => "lost",
      );
    await connected;
    await Promise.all([tally("a"), tally("a"), tally("b")]);
    const ended = await killer.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await killer.end();
    expect(ended.rowCount).to.be.greaterThan(1);
    expect(await inFlight).to.equal("lost");
    // An idle connection may be handed out before its end is noticed: that request fails, the next do not.
    const outcomes: (number | string | undefined)[] = [];
    for (let n = 0; n < 6; n += 1) outcomes.push(await tally("a").catch(() => "lost"));
    expect(outcomes.slice(-1)).to.deep.equal([2]);
    expect(outcomes.filter((outcome) => outcome === "lost").length).to.be.lessThan(6);
  });
});
