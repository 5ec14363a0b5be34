import { expect } from "chai";
import type { LawRule } from "../../shared/law/lawRules.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import type { NewVersion } from "../../shared/law/newVersion.ts";
import { rows } from "../../server/database/sql.ts";
import { buildInvitedCase } from "../support/arrival.ts";
import { staffActor } from "../support/buildCase.ts";
import { buildPeople, type People } from "../support/people.ts";

type Book = { version: number; items: (LawRule & { toBeConfirmed: boolean })[]; abilities: string[] };

const lpr = {
  matter: "lpr",
  rule: "一年期贷款市场报价利率（LPR）",
  from: "2026-10-20",
  to: null,
  value: { rate: "0.0290", verifiedThrough: "2026-11-20" },
  source: "全国银行间同业拆借中心公告",
  confidence: "READ",
  replaces: null,
};

describe("rules of law over HTTP", () => {
  let app: TestApp;
  let people: People;
  let admin: Client;
  let mediator: Client;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    people = await buildPeople(app);
    admin = await app.signIn("admin");
    mediator = await app.signIn("mediator");
  });
  after(() => app.close());

  const book = async (client: Client): Promise<Book> => (await client.get("/api/law/rules").expect(200)).body;
  const add = async (changes: object) =>
    await admin.post("/api/law/rules", { ...lpr, version: (await book(admin)).version, ...changes });
  const faults = async (changes: object) => {
    const { status, body } = await add(changes);
    return [
      status,
      ...body.errors.map((each: { pointer: string; code: string }) => each.pointer + " " + each.code),
    ];
  };

  it("show to all staff what each is, where it comes from, and what counsel has to confirm", async () => {
    for (const name of ["admin", "mediator", "agent", "approver", "lawyer"]) {
      const { items } = await book(await app.signIn(name));
      const microloan = items.find((rule) => rule.id === "microloan-24");
      expect(microloan, name).to.deep.include({ confidence: "RECALLED", toBeConfirmed: true });
    }
    expect((await book(mediator)).abilities).to.deep.equal([]);
    expect((await book(admin)).abilities).to.deep.equal(["add"]);
    await (await app.visitor()).get("/api/law/rules").expect(401);
  });

  it("take a new version from the administrator alone, and every reader has it at once", async () => {
    const before = await book(mediator);
    await mediator.post("/api/law/rules", { ...lpr, version: before.version }).expect(403);
    const { status, body } = await add({});
    expect([status, body.version]).to.deep.equal([201, before.version + 1]);
    const after = await book(mediator);
    expect(after.items).to.have.length(before.items.length + 1);
    expect(after.items.find((rule) => rule.from === "2026-10-20")?.value).to.deep.equal(lpr.value);
  });

  it("correct a version without losing sight of which one counts", async () => {
    const corrected = {
      from: "2025-05-20",
      replaces: "lpr-2025-05-20",
      value: { rate: "0.0301", verifiedThrough: "2025-05-20" },
    };
    expect((await add(corrected)).status).to.equal(201);
    const { items } = await book(mediator);
    expect(items.filter((rule) => rule.from === "2025-05-20").map((rule) => rule.value)).to.deep.equal([
      corrected.value,
    ]);
    expect(await faults(corrected)).to.deep.equal([422, "/replaces not_replaceable"]);
  });

  it("refuse overlaps, dates that do not exist and values of the wrong shape, naming the field", async () => {
    expect(await faults({ from: "2024-10-21" })).to.deep.equal([422, "/from same_day"]);
    expect(await faults({ from: "2026-02-30" })).to.deep.equal([422, "/from not_a_date"]);
    expect(await faults({ from: "2027-01-20", to: "2027-01-19" })).to.deep.equal([422, "/to to_before_from"]);
    expect(await faults({ from: "2027-01-20", value: { rate: "3%" } })).to.deep.equal([
      422,
      "/value/rate not_a_rate",
      "/value/verifiedThrough not_a_date",
    ]);
    const bounded = {
      matter: "cap",
      from: "2020-01-01",
      value: { lenderTypes: ["private"], limit: { annualRate: "0.2" }, effect: "void_above" },
    };
    expect(await faults(bounded)).to.deep.equal([422, "/from overlaps"]);
    expect((await faults({ matter: "gravity" }))[0]).to.equal(400);
    expect((await faults({ value: "0.03" }))[0]).to.equal(400);
  });

  it("refuse a version entered over a book that has changed meanwhile, also at the same moment", async () => {
    const { version } = await book(admin);
    const send = (from: string) =>
      admin.post("/api/law/rules", {
        ...lpr,
        from,
        value: { rate: "0.028", verifiedThrough: from },
        version,
      });
    const answers = await Promise.all([send("2028-01-20"), send("2028-02-20")]);
    expect(answers.map((answer) => answer.status)).to.have.members([201, 409]);
    expect((await book(admin)).version).to.equal(version + 1);
  });

  it("keep nothing of a version whose transaction was undone", async () => {
    const { version } = await book(admin);
    const actor = staffActor(people.admin, people.centre);
    const draft = {
      ...lpr,
      value: { rate: "0.0270", verifiedThrough: "2031-01-20" },
      version,
    } as NewVersion & {
      version: number;
    };
    await app
      .tx(async (tx) => {
        const added = await app.services.law.add(tx, actor, { ...draft, from: "2031-01-20" });
        expect(added.version).to.equal(version + 1);
        throw new Error("undone");
      })
      .catch((error: Error) => expect(error.message).to.equal("undone"));
    expect((await book(admin)).version).to.equal(version);
    expect((await add({ from: "2031-02-20" })).status).to.equal(201);
    const days = (await book(admin)).items.map((rule) => rule.from);
    expect([days.includes("2031-01-20"), days.includes("2031-02-20")]).to.deep.equal([false, true]);
  });

  it("decide when a text message may go out, from the day they say", async () => {
    const theCase = await buildInvitedCase(app, people);
    const { version } = await book(admin);
    const hours = {
      matter: "contact_hours",
      rule: "联系时间",
      from: "2026-12-01",
      value: { fromHour: 10, untilHour: 18 },
    };
    await admin.post("/api/law/rules", { ...lpr, ...hours, version }).expect(201);
    const notBefore = async (instant: string) => {
      app.clock.set(instant);
      const client = await app.signIn("mediator");
      await client
        .post(`/api/cases/${theCase.id}/invitations`)
        .expect((answer) => expect(answer.status).to.be.below(300));
      const [row] = await app.tx((tx) =>
        rows<{ at: Date }>(
          tx.manager,
          `SELECT not_before AS at FROM notice WHERE case_id = $1 AND channel = 'sms' ORDER BY created_at DESC, id DESC LIMIT 1`,
          [theCase.id],
        ),
      );
      return row!.at.toISOString();
    };
    // Nine in the morning in Shanghai: permitted on the last day of the old hours, not on the first of the new.
    expect(await notBefore("2026-11-30T01:00:00.000Z")).to.equal("2026-11-30T01:00:00.000Z");
    expect(await notBefore("2026-12-01T01:00:00.000Z")).to.equal("2026-12-01T02:00:00.000Z");
  });
});
