import { existsSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { expect } from "chai";
import { rows } from "../../../server/database/sql.ts";
import { ImportRepository } from "../../../server/intake/import.repository.ts";
import { ImportRowRepository } from "../../../server/intake/importRow.repository.ts";
import { ReadingRun } from "../../../server/intake/readingRun.ts";
import type { Actor } from "../../../shared/api/roles.ts";
import { startTestApp, type TestApp } from "../../support/app.ts";
import { buildExport } from "../../support/exports.ts";
import { settled } from "../../support/importing.ts";
import { buildPeople, type People } from "../../support/people.ts";

const A_YEAR_MS = 365 * 24 * 3_600_000;

describe("the background work of the intake", () => {
  let app: TestApp;
  let people: People;
  let letJobsRun: () => void;

  beforeEach(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
    const { jobs } = app.services.platform;
    const enqueue = jobs.enqueue.bind(jobs);
    // Jobs are written and no worker takes them, as if every process had just died.
    jobs.enqueue = (tx, name, data) =>
      enqueue(tx, name, data, { startAfter: new Date(Date.now() + A_YEAR_MS) });
    letJobsRun = () => (jobs.enqueue = enqueue);
  });
  afterEach(() => app.close());

  function agent(): Actor {
    const { id, name } = people.agent;
    return {
      kind: "staff",
      staffId: id,
      role: "platform_agent",
      organisationId: people.platform.id,
      organisationKind: "platform",
      name,
    };
  }

  async function takeIn(rowCount: number): Promise<string> {
    const file = Readable.from([Buffer.from(buildExport(rowCount))]);
    return (await app.services.intake.intake.takeIn(agent(), "逾期.csv", file)).id;
  }

  const find = (id: string) => app.tx((tx) => app.services.intake.intake.find(tx, agent(), id));

  async function count(sql: string): Promise<number> {
    const [found] = await app.tx((tx) => rows<{ count: string }>(tx.manager, sql));
    return Number(found!.count);
  }

  it("a reading whose time is used up goes on where it was", async () => {
    const { db } = app.services.platform;
    const { uploads } = app.services.intake;
    const run = new ReadingRun({
      db,
      uploads,
      imports: new ImportRepository(),
      importRows: new ImportRowRepository(),
    });
    const usedUp = { isOver: () => true };
    const id = await takeIn(2500);
    expect(await run.run(id, usedUp)).to.equal("unfinished");
    expect(await find(id)).to.include({ status: "reading", rowsRead: 1000 });
    expect(await run.run(id, usedUp)).to.equal("unfinished");
    expect(await run.run(id, usedUp)).to.equal("done");
    expect(await find(id)).to.include({ status: "previewed", rowsRead: 2500, rowsGood: 2500 });
    expect(await count(`SELECT count(*) FROM import_row`)).to.equal(2500);
  });

  it("two readings of one import at once store each row once", async () => {
    const { readNow } = app.services.intake;
    const id = await takeIn(3500);
    await Promise.all([readNow(id), readNow(id), readNow(id)]);
    expect(await find(id)).to.include({ rowsRead: 3500, rowsGood: 3500 });
    expect(await count(`SELECT count(*) FROM import_row`)).to.equal(3500);
  });

  it("two runs of one import at once open each case once", async () => {
    const { intake, readNow, importNow } = app.services.intake;
    const id = await takeIn(1800);
    await readNow(id);
    await app.tx((tx) => intake.confirm(tx, agent(), id));
    await Promise.all([importNow(id), importNow(id)]);
    expect(await find(id)).to.include({ status: "imported", rowsImported: 1800, casesCreated: 1200 });
    expect(await count(`SELECT count(*) FROM "case"`)).to.equal(1200);
    expect(await count(`SELECT count(*) FROM debt`)).to.equal(1800);
  });

  it("takes up what a killed process left, whether it was reading or importing", async () => {
    const { intake, readNow, workers } = app.services.intake;
    const unread = await takeIn(30);
    const unimported = await takeIn(30);
    await readNow(unimported);
    await app.tx((tx) => intake.confirm(tx, agent(), unimported));
    letJobsRun();
    await workers.sweep();
    const client = await app.signIn("agent");
    expect(await settled(client, unimported)).to.include({ status: "imported", rowsImported: 30 });
    expect(await settled(client, unread)).to.include({ status: "previewed", rowsRead: 30 });
  });

  it("says so when the file is gone", async () => {
    const { uploads, readNow } = app.services.intake;
    const id = await takeIn(3);
    await uploads.remove(id);
    await readNow(id);
    const found = await find(id);
    expect(found.status).to.equal("failed");
    expect(found.failure).to.deep.equal({ code: "file_gone", params: {} });
  });

  it("removes files nobody needs, but none that has only just come", async () => {
    const { uploads, workers } = app.services.intake;
    const needed = await takeIn(3);
    const folder = path.dirname(uploads.placeOf(needed));
    const hoursAgo = (name: string, hours: number): string => {
      const place = path.join(folder, name);
      if (!existsSync(place)) writeFileSync(place, "x");
      const at = new Date(app.clock.now().getTime() - hours * 3_600_000);
      utimesSync(place, at, at);
      return place;
    };
    const kept = [hoursAgo(`${needed}.csv`, 48), hoursAgo("young.csv", 0.9), hoursAgo("arriving.part", 23)];
    const gone = [hoursAgo("left.csv", 1.1), hoursAgo("broken-off.part", 25)];
    await workers.sweep();
    expect(kept.map(existsSync)).to.deep.equal([true, true, true]);
    expect(gone.map(existsSync)).to.deep.equal([false, false]);
  });
});
