import { readdirSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { until } from "../../scripts/walkthrough/cast.ts";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { buildExport } from "../support/exports.ts";
import { importExport, settled, uploadExport, type ImportView } from "../support/importing.ts";
import { buildPeople } from "../support/people.ts";

describe("imports under strain", function () {
  this.timeout(120_000);
  let app: TestApp;
  let agent: Client;
  beforeEach(async () => {
    app = await startTestApp();
    await buildPeople(app);
    agent = await app.signIn("agent");
  });
  afterEach(() => app.close());

  async function count(sql: string): Promise<number> {
    const [found] = await app.tx((tx) => rows<{ count: string }>(tx.manager, sql));
    return Number(found!.count);
  }

  const counts = async () => ({
    debts: await count(`SELECT count(*) FROM debt`),
    contracts: await count(`SELECT count(DISTINCT contract_number) FROM debt`),
    cases: await count(`SELECT count(*) FROM "case"`),
    people: await count(`SELECT count(*) FROM borrower`),
    left: await count(`SELECT count(*) FROM import_row WHERE status = 'good'`),
  });

  it("20 000 rows: progress is seen while reading and while importing", async () => {
    const { id } = await uploadExport(agent, buildExport(20_000, { faultyEvery: 1000 }));
    const read = new Set<number>();
    const previewed = await settled(agent, id, ({ rowsRead }) => read.add(rowsRead));
    expect(previewed).to.include({ status: "previewed", rowsRead: 20_000, rowsFaulty: 20 });
    const halfway = [...read].filter((n) => n > 0 && n < 20_000);
    expect(halfway.length, "progress of reading").to.be.greaterThan(0);

    await agent.post(`/api/imports/${id}/confirm`).expect(200);
    const done = new Set<number>();
    const imported = await settled(agent, id, ({ rowsImported }) => done.add(rowsImported));
    expect(imported).to.include({ status: "imported", rowsImported: 19_980 });
    expect([...done].filter((n) => n > 0 && n < 19_980).length, "progress of importing").to.be.greaterThan(0);
    expect(await counts()).to.deep.include({ debts: 19_980, contracts: 19_980, left: 0 });
    expect(await count(`SELECT count(*) FROM "case"`)).to.equal(imported.casesCreated);
  });

  it("an import that breaks off in the middle goes on and opens every case exactly once", async () => {
    const { caseOpening } = app.services;
    const open = caseOpening.openCases.bind(caseOpening);
    let batches = 0;
    // The second batch does its work and then fails before it is committed, as if the process had died.
    caseOpening.openCases = async (...given) => {
      const opened = await open(...given);
      batches += 1;
      if (batches === 2) throw new Error("died in the middle of a batch");
      return opened;
    };
    const { id } = await uploadExport(agent, buildExport(2400));
    await settled(agent, id);
    await agent.post(`/api/imports/${id}/confirm`).expect(200);
    const imported = await settled(agent, id);
    expect(batches, "the failed batch was run again").to.equal(5);
    expect(imported).to.include({ status: "imported", rowsImported: 2400, casesCreated: 1600 });
    expect(await counts()).to.deep.equal({
      debts: 2400,
      contracts: 2400,
      cases: 1600,
      people: 1600,
      left: 0,
    });
  });

  it("a reading that breaks off in the middle goes on without a row lost or doubled", async () => {
    const reading = await breakReading(app, agent);
    expect(reading).to.include({ status: "previewed", rowsRead: 3500, rowsGood: 3465, rowsFaulty: 35 });
    expect(await count(`SELECT count(*) FROM import_row`)).to.equal(3500);
  });

  it("two people import the same file at once: each contract once", async () => {
    const approver = await app.signIn("approver");
    const file = buildExport(1500);
    const both = await Promise.all([uploadExport(agent, file), uploadExport(approver, file)]);
    await Promise.all(both.map(({ id }) => settled(agent, id)));
    await Promise.all([
      agent.post(`/api/imports/${both[0].id}/confirm`).expect(200),
      approver.post(`/api/imports/${both[1].id}/confirm`).expect(200),
    ]);
    const views = await Promise.all(both.map(({ id }) => settled(agent, id)));
    expect(views.map(({ status }) => status)).to.deep.equal(["imported", "imported"]);
    const imported = views.reduce((sum, view) => sum + view.rowsImported, 0);
    const known = views.reduce((sum, view) => sum + view.rowsKnown, 0);
    expect({ imported, known }).to.deep.equal({ imported: 1500, known: 1500 });
    expect(await counts()).to.deep.equal({
      debts: 1500,
      contracts: 1500,
      cases: 1000,
      people: 1000,
      left: 0,
    });
  });

  it("the same contract under another lender's name is known, not opened twice", async () => {
    await importExport(agent, buildExport(3));
    const renamed = buildExport(3).replaceAll("江南商业银行股份有限公司", "云帆小额贷款有限公司");
    const { id } = await uploadExport(agent, renamed);
    expect(await settled(agent, id)).to.include({ rowsKnown: 3, rowsGood: 0 });
  });

  it("the file is gone from the disk once it is imported or deleted", async () => {
    const folder = path.join(app.services.platform.config.dataDir, "uploads");
    const kept = await uploadExport(agent, buildExport(3));
    await settled(agent, kept.id);
    expect(readdirSync(folder)).to.deep.equal([`${kept.id}.csv`]);
    await agent.delete(`/api/imports/${kept.id}`).expect(204);
    expect(readdirSync(folder)).to.deep.equal([]);
    const imported = await importExport(agent, buildExport(3));
    // Taken away after what was imported has been committed.
    await until(
      () => Promise.resolve(readdirSync(folder)),
      (left) => left.length === 0,
    );
    await agent.delete(`/api/imports/${imported.id}`).expect(409);
    await agent.post(`/api/imports/${imported.id}/confirm`).expect(409);
  });

  it("confirming twice imports once", async () => {
    const { id } = await uploadExport(agent, buildExport(600));
    await settled(agent, id);
    const answers = await Promise.all([
      agent.post(`/api/imports/${id}/confirm`),
      agent.post(`/api/imports/${id}/confirm`),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).to.deep.equal([200, 409]);
    expect(await settled(agent, id)).to.include({ status: "imported", rowsImported: 600 });
    expect(await counts()).to.include({ debts: 600 });
  });
});

/** Reads 3500 rows, where storing the third batch fails once after its rows were written. */
async function breakReading(app: TestApp, agent: Client): Promise<ImportView> {
  const { db } = app.services.platform;
  const transaction = db.transaction.bind(db);
  let broken = false;
  db.transaction = async (run) =>
    await transaction(async (tx) => {
      const result = await run(tx);
      const [found] = await rows<{ count: string }>(tx.manager, `SELECT count(*) FROM import_row`);
      if (!broken && Number(found!.count) === 3000) {
        broken = true;
        throw new Error("died in the middle of a batch");
      }
      return result;
    });
  const { id } = await uploadExport(agent, buildExport(3500, { faultyEvery: 100 }));
  const reading = await settled(agent, id);
  expect(broken).to.equal(true);
  return reading;
}
