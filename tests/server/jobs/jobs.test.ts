import { expect } from "chai";
import { Client } from "pg";
import type { DataSource } from "typeorm";
import { systemClock } from "../../../server/clock.ts";
import { createDataSource } from "../../../server/database/dataSource.ts";
import { createDatabase, type Database } from "../../../server/database/transaction.ts";
import { createJobs, type Jobs } from "../../../server/jobs/jobs.ts";
import { createLog } from "../../../server/log.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";

/** Resolves with what `arrived` was called with, `count` times. */
function collector<T>(count: number): { arrived: (value: T) => void; all: Promise<T[]> } {
  const values: T[] = [];
  let done: (values: T[]) => void = () => undefined;
  const all = new Promise<T[]>((resolve) => (done = resolve));
  const arrived = (value: T): void => {
    values.push(value);
    if (values.length === count) done(values);
  };
  return { arrived, all };
}

describe("jobs", () => {
  const log = createLog("silent");
  const queues = ["greet", "rolledBack", "failing", "tick", "afterKill"];
  let testDatabase: TestDatabase;
  let dataSource: DataSource;
  let database: Database;
  let jobs: Jobs;

  before(async () => {
    testDatabase = await createTestDatabase();
    dataSource = await createDataSource(testDatabase.url, { entities: [], poolSize: 4, log }).initialize();
    database = createDatabase(dataSource, systemClock, log);
    jobs = await createJobs({ databaseUrl: testDatabase.url, log, queues });
  });

  after(async () => {
    await jobs.stop();
    await dataSource.destroy();
    await testDatabase.drop();
  });

  it("runs a job that was added in a transaction", async () => {
    const { arrived, all } = collector<unknown>(1);
    await jobs.work("greet", async (data) => Promise.resolve(arrived(data)));
    await database.transaction((tx) => jobs.enqueue(tx, "greet", { name: "王芳" }));
    expect(await all).to.deep.equal([{ name: "王芳" }]);
  });

  it("forgets a job whose transaction rolled back", async () => {
    const { arrived, all } = collector<unknown>(1);
    await jobs.work("rolledBack", async (data) => Promise.resolve(arrived(data)));
    const refused = database.transaction(async (tx) => {
      await jobs.enqueue(tx, "rolledBack", { n: 1 });
      throw new Error("no");
    });
    await refused.catch(() => undefined);
    await database.transaction((tx) => jobs.enqueue(tx, "rolledBack", { n: 2 }));
    expect(await all).to.deep.equal([{ n: 2 }]);
  });

  it("tries a failed job again", async () => {
    const { arrived, all } = collector<string>(2);
    await jobs.work("failing", async (_data, id) => {
      arrived(id);
      return Promise.reject(new Error("not yet"));
    });
    await database.transaction((tx) => jobs.enqueue(tx, "failing", {}));
    const [first, second] = await all;
    expect(second).to.equal(first);
  });

  it("runs a schedule at once, and once for several processes", async () => {
    const other = await createJobs({ databaseUrl: testDatabase.url, log, queues });
    const { arrived, all } = collector<string>(1);
    let ticks = 0;
    const tick = (who: string) => async () => {
      ticks += 1;
      return Promise.resolve(arrived(who));
    };
    await Promise.all([jobs.schedule("tick", 3600, tick("a")), other.schedule("tick", 3600, tick("b"))]);
    await all;
    await other.stop();
    expect(ticks).to.equal(1);
  });

  it("refuses a queue nobody listed, and a job outside a transaction", async () => {
    const said = (attempt: Promise<unknown>) => attempt.then(String, (error: Error) => error.message);
    expect(await said(database.transaction((tx) => jobs.enqueue(tx, "typo", {})))).to.match(
      /no job queue typo/,
    );
    expect(await said(database.read((tx) => jobs.enqueue(tx, "greet", {})))).to.match(/must run inside/);
  });

  it("goes on after PostgreSQL ended all its connections", async () => {
    const { arrived, all } = collector<unknown>(1);
    await jobs.work("afterKill", async (data) => Promise.resolve(arrived(data)));
    const killer = new Client({ connectionString: testDatabase.url });
    await killer.connect();
    const ended = await killer.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'parley-jobs'",
    );
    await killer.end();
    expect(ended.rowCount).to.be.greaterThan(0);
    await database.transaction((tx) => jobs.enqueue(tx, "afterKill", { n: 1 }));
    expect(await all).to.deep.equal([{ n: 1 }]);
  });
});
