import { expect } from "chai";
import type { DataSource } from "typeorm";
import { systemClock } from "../../../server/clock.ts";
import { createDataSource } from "../../../server/database/dataSource.ts";
import { ReceiptMismatch, withReceipt } from "../../../server/database/receipts.ts";
import { createDatabase, type Database } from "../../../server/database/transaction.ts";
import { createLog } from "../../../server/log.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";

describe("receipts", () => {
  const log = createLog("silent");
  let testDatabase: TestDatabase;
  let dataSource: DataSource;
  let database: Database;
  let runs = 0;

  before(async () => {
    testDatabase = await createTestDatabase();
    dataSource = await createDataSource(testDatabase.url, { entities: [], poolSize: 10, log }).initialize();
    database = createDatabase(dataSource, systemClock, log);
  });

  after(async () => {
    await dataSource.destroy();
    await testDatabase.drop();
  });

  beforeEach(() => {
    runs = 0;
  });

  function send(key: string, fingerprint = "same", actor = "li") {
    return database.transaction((tx) =>
      withReceipt(tx, { actor, key, fingerprint }, async () => {
        runs += 1;
        await Promise.resolve();
        return { status: 201, answer: { run: runs, words: "已受理" } };
      }),
    );
  }

  it("gives the first answer again and runs the command once", async () => {
    const first = await send("k1");
    const second = await send("k1");
    expect(first).to.deep.equal({ status: 201, answer: { run: 1, words: "已受理" }, replayed: false });
    expect(second).to.deep.equal({ ...first, replayed: true });
    expect(runs).to.equal(1);
  });

  it("refuses the key for another request", async () => {
    await send("k2");
    const refused: unknown = await send("k2", "other").catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(ReceiptMismatch);
    expect(runs).to.equal(1);
  });

  it("keeps the keys of two actors apart", async () => {
    await send("k3");
    expect((await send("k3", "same", "wang")).replayed).to.equal(false);
  });

  it("runs one of many that arrive together; the others get its answer", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send("k4")));
    expect(runs).to.equal(1);
    expect(answers.filter((answer) => !answer.replayed)).to.have.length(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.answer))).size).to.equal(1);
  });

  it("leaves no receipt when the command fails, so that it can be sent again", async () => {
    const failing = database.transaction((tx) =>
      withReceipt(tx, { actor: "li", key: "k5", fingerprint: "same" }, () => Promise.reject(new Error("no"))),
    );
    await failing.catch(() => undefined);
    expect((await send("k5")).replayed).to.equal(false);
  });
});
