import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { EventType } from "../../../shared/journal/events.ts";
import { JournalConsumer } from "../../../server/journal/index.ts";
import { createLog } from "../../../server/log.ts";
import { startTestApp, type TestApp } from "../../support/app.ts";
import { createEmptyDatabase, type TestDatabase } from "../../support/database.ts";
import { buildPeople } from "../../support/people.ts";
import { buildRoomCase } from "../../support/roomCase.ts";

describe("a journal consumer", () => {
  let app: TestApp;
  let neighbour: TestDatabase;
  let people: Awaited<ReturnType<typeof buildPeople>>;

  before(async () => {
    app = await startTestApp();
    neighbour = await createEmptyDatabase();
    people = await buildPeople(app);
    await buildRoomCase(app, people);
  });
  after(async () => {
    await app.close();
    await neighbour.drop();
  });

  function consumer(heard: string[], types: readonly EventType[]) {
    const { journal, journalRows, platform } = app.services;
    const deps = {
      db: platform.db,
      rows: journalRows,
      log: createLog("silent"),
      journal,
    };
    const name = `test.${randomUUID()}`;
    return new JournalConsumer(name, deps, (_tx, { type }) => Promise.resolve(void heard.push(type)), types);
  }

  it("goes on while another database of the same server has something open", async () => {
    const stranger = new Client({ connectionString: neighbour.url });
    await stranger.connect();
    try {
      await stranger.query("BEGIN; CREATE TABLE left_open (id integer)");
      const heard: string[] = [];
      await consumer(heard, ["case.created"]).catchUp();
      expect(heard).to.include("case.created");
    } finally {
      await stranger.end();
    }
  });

  it("waits for what its own database is still writing, so that nothing is passed over", async () => {
    const heard: string[] = [];
    const own = consumer(heard, ["case.created"]);
    await own.catchUp();
    const before = heard.length;
    await app.tx(async (tx) => {
      await tx.manager.query("SELECT pg_current_xact_id()");
      // Written and committed while the first is open.
      await buildRoomCase(app, people);
      await own.catchUp();
      expect(heard).to.have.length(before);
    });
    await own.catchUp();
    expect(heard.length).to.be.greaterThan(before);
  });

  it("hears only the types it asked for, and remembers how far it looked", async () => {
    const heard: string[] = [];
    const own = consumer(heard, ["case.created"]);
    await own.catchUp();
    expect(new Set(heard)).to.deep.equal(new Set(["case.created"]));
    const count = heard.length;
    await own.catchUp();
    expect(heard).to.have.length(count);
  });
});
