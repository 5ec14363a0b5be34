import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { rows } from "../../server/database/sql.ts";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { Line } from "../support/line.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";

type Teller = Pick<CookieClient, "get" | "put" | "post">;

const SECRET = "其实我最多能还一千二";

describe("drafts kept by the server", () => {
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let borrower: CookieClient;
  let mediator: Teller;
  let agent: Teller;

  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
    mediator = await app.signIn("mediator");
    agent = await app.signIn("agent");
  });
  after(() => app.close());
  beforeEach(async () => {
    theCase = await buildRoomCase(app, people);
    borrower = await CookieClient.open(app, await borrowerCookie(app, theCase));
    for (const one of [borrower, mediator, agent])
      await one.post(`/api/cases/${theCase.id}/room/join`, { groundRules: GROUND_RULES });
  });

  const path = (channel = "") => `/api/cases/${theCase.id}/room/drafts${channel && `/${channel}`}`;
  const keep = (who: Teller, channel: string, text: string, version: string | null = null) =>
    who.put(path(channel), { text, version });
  const kept = async (who: Teller): Promise<{ channel: string; text: string; version: string }[]> =>
    (await who.get(path()).expect(200)).body.items;

  it("are there on the other device, by channel, and gone when there is nothing in them", async () => {
    const { body: first } = await keep(borrower, "caucus_borrower", SECRET).expect(200);
    await keep(borrower, "joint", "大家好").expect(200);
    const desk = await CookieClient.open(app, await borrowerCookie(app, theCase));
    expect((await kept(desk)).map(({ channel, text }) => [channel, text])).to.deep.equal([
      ["caucus_borrower", SECRET],
      ["joint", "大家好"],
    ]);
    const { body: second } = await keep(desk, "caucus_borrower", `${SECRET}。`, first.version).expect(200);
    expect(second.version).to.not.equal(first.version);
    await keep(desk, "caucus_borrower", "", second.version).expect(200, { version: null });
    expect((await kept(borrower)).map(({ channel }) => channel)).to.deep.equal(["joint"]);
  });

  it("are not written over by who has not read them", async () => {
    const { body } = await keep(mediator, "joint", "一").expect(200);
    for (const [text, version] of [
      ["二", null],
      ["二", randomUUID()],
      ["", null],
      ["", randomUUID()],
    ] as const)
      expect((await keep(mediator, "joint", text, version).expect(409)).body.code).to.equal(
        "version_conflict",
      );
    expect(await kept(mediator)).to.deep.equal([{ channel: "joint", text: "一", version: body.version }]);
  });

  it("of two at the same time keep one and tell the other", async () => {
    const answers = await Promise.all(["甲", "乙", "丙"].map((text) => keep(agent, "joint", text)));
    expect(answers.map(({ status }) => status)).to.have.members([200, 409, 409]);
    const [one] = await kept(agent);
    const next = await Promise.all(["丁", "戊"].map((text) => keep(agent, "joint", text, one!.version)));
    expect(next.map(({ status }) => status)).to.have.members([200, 409]);
  });

  it("are nobody else's: not the other side's, not the mediator's, not a colleague's", async () => {
    const line = await Line.open(app.url, await borrowerCookie(app, theCase));
    const watching = await Line.open(app.url, (await app.signIn("mediator")).cookie());
    for (const each of [line, watching])
      await each.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
    await keep(borrower, "caucus_borrower", SECRET).expect(200);
    await keep(agent, "caucus_platform", "底线是八折").expect(200);
    const colleague = await app.signIn("approver");
    await colleague.post(`/api/cases/${theCase.id}/room/join`, { groundRules: GROUND_RULES });
    for (const who of [mediator, agent, colleague])
      expect(JSON.stringify(await kept(who))).to.not.include(SECRET);
    for (const who of [mediator, colleague]) expect(await kept(who)).to.deep.equal([]);
    // What is kept moves nothing that others could notice, and is no part of the record.
    await watching.settle(theCase.id);
    const { body } = await mediator.get(`/api/cases/${theCase.id}/room/events?since=0`).expect(200);
    expect(JSON.stringify(body) + watching.heard).to.not.include(SECRET);
    expect(watching.typing).to.deep.equal([]);
    line.close();
    watching.close();
  });

  it("lie in one table only, without a receipt, and in no log", async () => {
    const written: string[] = [];
    const { pino } = await import("pino");
    const log = pino({ level: "trace" }, { write: (text: string) => void written.push(text) });
    const logging = await startTestApp({
      database: app.database,
      log,
      settings: { SESSION_SECRET: app.services.platform.config.sessionSecret },
    });
    const client = await CookieClient.open(logging, await borrowerCookie(app, theCase));
    await client.put(path("joint"), { text: SECRET, version: null }).expect(200);
    await client.put(path("joint"), { text: SECRET, version: null }).expect(409);
    await logging.close();
    expect(written.length).to.be.greaterThan(0);
    expect(written.join("")).to.not.include(SECRET);
    const holding = await app.tx(async (tx) => {
      const tables = await rows<{ name: string }>(
        tx.manager,
        `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
         WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE'`,
      );
      const found: string[] = [];
      for (const { name } of tables) {
        const [row] = await rows(tx.manager, `SELECT 1 FROM ${name} t WHERE t::text LIKE $1 LIMIT 1`, [
          `%${SECRET}%`,
        ]);
        if (row) found.push(name);
      }
      return found;
    });
    expect(holding).to.deep.equal(["public.room_draft"]);
  });

  it("are refused in a channel of others, to who is not in the room, and to who was taken out", async () => {
    expect((await keep(borrower, "caucus_platform", "x").expect(403)).body.code).to.equal("forbidden");
    expect((await keep(agent, "mediator_notes", "x").expect(403)).body.code).to.equal("forbidden");
    await keep(agent, "tunnel", "x").expect(400);
    await keep(agent, "joint", "a\0b").expect(400);
    await keep(agent, "joint", "字".repeat(16_001)).expect(400);
    const approver = await app.signIn("approver");
    await approver.post(`/api/cases/${theCase.id}/room/leave`);
    expect((await approver.get(path()).expect(409)).body.code).to.equal("not_a_member");
    await keep(agent, "joint", "我的").expect(200);
    const { body: room } = await agent.get(`/api/cases/${theCase.id}/room`).expect(200);
    await mediator.post(`/api/cases/${theCase.id}/room/members/${room.viewer.memberId}/removal`).expect(204);
    expect((await agent.get(path()).expect(409)).body.code).to.equal("not_a_member");
    expect((await keep(agent, "joint", "x").expect(409)).body.code).to.equal("not_a_member");
  });

  it("of one case say nothing in another", async () => {
    await keep(mediator, "joint", "这个案子").expect(200);
    const other = await buildRoomCase(app, people);
    await mediator.post(`/api/cases/${other.id}/room/join`, { groundRules: GROUND_RULES });
    const { body } = await mediator.get(`/api/cases/${other.id}/room/drafts`).expect(200);
    expect(body).to.deep.equal({ items: [] });
    await borrower.get(`/api/cases/${other.id}/room/drafts`).expect(404);
  });
});
