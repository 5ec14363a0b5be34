import { expect } from "chai";
import { CASE_STAGES } from "../../shared/cases/lifecycle.ts";
import { rows } from "../../server/database/sql.ts";
import { DEMO_PASSWORD, loadDemo } from "../../server/demo/index.ts";
import { openDemo } from "../../server/demo/openDemo.ts";
import { Client, startTestApp, TestClock, type TestApp } from "../support/app.ts";

describe("the demonstration", function () {
  this.timeout(120_000);
  let app: TestApp;
  let loaded: Awaited<ReturnType<typeof loadDemo>>;
  let tookMs: number;

  before(async () => {
    app = await startTestApp({
      clock: new TestClock(new Date().toISOString()),
      prepare: async (services) => {
        const begun = performance.now();
        loaded = await loadDemo(services);
        tookMs = performance.now() - begun;
      },
    });
  });
  after(() => app.close());

  const ask = <T extends object>(sql: string): Promise<T[]> => app.tx((tx) => rows<T>(tx.manager, sql));

  it("has cases in every stage", async () => {
    const found = await ask<{ stage: string }>(`SELECT DISTINCT stage FROM "case"`);
    expect(found.map(({ stage }) => stage)).to.have.members([...CASE_STAGES]);
    expect(loaded.cases).to.be.within(30, 45);
  });

  it("has offers, agreements, plans and packets at every step somebody can be shown", async () => {
    const statuses = async (table: string) =>
      (await ask<{ status: string }>(`SELECT DISTINCT status FROM ${table}`)).map(({ status }) => status);
    expect(await statuses("offer")).to.include.members([
      "open",
      "awaiting_approval",
      "countered",
      "declined",
      "accepted",
    ]);
    expect(await statuses("agreement")).to.include.members([
      "review",
      "signing",
      "signed",
      "sealed",
      "refused",
    ]);
    expect(await statuses("instalment")).to.include.members(["due", "part_paid", "paid"]);
    expect(await statuses("escalation")).to.have.members(["sealed", "closed"]);
    expect(await statuses("fact")).to.include.members(["proposed", "confirmed", "disputed", "recorded"]);
    expect(await statuses("fact_record")).to.include.members(["signed"]);
    expect(await statuses("minutes")).to.have.members(["open", "final"]);
    expect(await statuses("import")).to.have.members(["imported", "previewed"]);
  });

  it("has journals that verify, and nothing in the future", async () => {
    for (const { id } of await ask<{ id: string }>(`SELECT id FROM "case"`)) {
      expect(await app.tx((tx) => app.services.journal.verify(tx, id))).to.equal(null);
    }
    const [{ latest, earliest }] = (await ask<{ latest: Date; earliest: Date }>(
      "SELECT max(at) AS latest, min(at) AS earliest FROM journal_event",
    )) as [{ latest: Date; earliest: Date }];
    expect(latest.getTime()).to.be.at.most(app.clock.now().getTime());
    expect(app.clock.now().getTime() - earliest.getTime()).to.be.greaterThan(100 * 86_400_000);
  });

  it("tells each story in order: no event comes before the one it follows", async () => {
    const disordered = await ask(
      `SELECT case_id FROM (SELECT case_id, at, lag(at) OVER (PARTITION BY case_id ORDER BY seq) AS before
       FROM journal_event) e WHERE at < before`,
    );
    expect(disordered).to.deep.equal([]);
  });

  it("lets everybody sign in, and borrowers open their links", async () => {
    for (const username of ["admin", "mediator1", "mediator3", "agent2", "approver1", "lawyer2"]) {
      const client = await app.visitor();
      await client.post("/api/auth/sign-in", { username, password: DEMO_PASSWORD }).expect(200);
    }
    expect(loaded.borrowers).to.have.length(2);
    for (const { link } of loaded.borrowers) {
      const client = await Client.open(app.url);
      await client.get(`/api/invitations/${link.split("/").at(-1)}`).expect(200);
    }
  });

  it("is loaded once, and its sign-ins can be told again", async () => {
    const said = await openDemo(app.services, "auto");
    expect(said).to.include(DEMO_PASSWORD).and.to.include(loaded.borrowers[0]?.link);
    const [{ count }] = (await ask<{ count: number }>(`SELECT count(*)::int AS count FROM "case"`)) as [
      { count: number },
    ];
    expect(count).to.equal(loaded.cases);
    const again: unknown = await loadDemo(app.services).catch((error: unknown) => error);
    expect(again).to.have.property("code", "already_done");
  });

  it("does not keep somebody waiting who starts it for the first time", () => {
    expect(tookMs).to.be.lessThan(60_000);
  });
});
