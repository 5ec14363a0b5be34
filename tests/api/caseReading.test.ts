import { expect } from "chai";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { arrive, buildInvitedCase } from "../support/arrival.ts";
import { aDebt, buildCase, idNumber } from "../support/buildCase.ts";
import { buildPeople, type People } from "../support/people.ts";

type Item = { id: string; type: string; payload: unknown; sealed?: boolean };

describe("reading cases", () => {
  let app: TestApp;
  let people: People;
  let admin: Client;
  let mediator: Client;
  let agent: Client;
  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
    admin = await app.signIn("admin");
    mediator = await app.signIn("mediator");
    agent = await app.signIn("agent");
  });
  after(() => app.close());

  it("shows numbers in full to the mediator and the platform, and masked to the rest", async () => {
    const theCase = await buildInvitedCase(app, people);
    const borrower = await arrive(app, theCase);
    const phones = await Promise.all(
      [mediator, agent, admin, borrower].map(async (client) => {
        const { body } = await client.get(`/api/cases/${theCase.id}`).expect(200);
        expect(JSON.stringify(body)).to.not.match(/310101\d{11}[\dX]/);
        return String(body.borrower.phone);
      }),
    );
    expect(phones.map((phone) => phone.includes("*"))).to.deep.equal([false, false, true, true]);
  });

  it("answers an outsider as if the case did not exist", async () => {
    const theCase = await buildInvitedCase(app, people);
    for (const username of ["otherAgent", "otherApprover", "otherMediator"]) {
      const outsider = await app.signIn(username);
      for (const path of ["", "/timeline", "/certificate.pdf"]) {
        const { body } = await outsider.get(`/api/cases/${theCase.id}${path}`).expect(404);
        expect(body.code).to.equal("not_found");
      }
      const { body } = await outsider.get("/api/cases").expect(200);
      expect(JSON.stringify(body)).to.not.include(theCase.id);
    }
    await (await app.signIn("lawyer")).get(`/api/cases/${theCase.id}`).expect(403);
  });

  it("lists page by page without a gap or a repeat, newest first", async () => {
    const made: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      app.clock.advance(n % 2 === 0 ? 0 : 1000);
      made.push(
        (await buildCase(app, people, { platform: people.otherPlatform, agent: people.otherAgent })).id,
      );
    }
    const other = await app.signIn("otherAgent");
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? "" : `&cursor=${cursor}`;
      const { body } = await other.get(`/api/cases?limit=3${query}`).expect(200);
      expect(body.items.length).to.be.at.most(3);
      seen.push(...body.items.map((item: { id: string }) => item.id));
      cursor = body.next;
    } while (cursor !== null);
    expect(seen.toSorted()).to.deep.equal(made.toSorted());
    const times = await app.tx((tx) =>
      rows<{ id: string }>(
        tx.manager,
        `SELECT id FROM "case" WHERE platform_id = $1 ORDER BY created_at DESC, id DESC`,
        [people.otherPlatform.id],
      ),
    );
    expect(seen).to.deep.equal(times.map((row) => row.id));
    await other.get("/api/cases?cursor=nonsense").expect(400);
  });

  it("searches by number, name and contract, and takes nothing for a pattern", async () => {
    const theCase = await buildCase(app, people, {
      borrower: {
        name: "欧阳娜娜",
        idNumber: idNumber(987),
        phone: "19912340987",
        altPhone: null,
        email: null,
        registeredAddress: null,
        residentialAddress: null,
      },
      debts: [aDebt("HT-2026-777")],
    });
    const found = async (q: string) => {
      const { body } = await agent.get(`/api/cases?q=${encodeURIComponent(q)}`).expect(200);
      return body.items.map((item: { id: string }) => item.id);
    };
    expect(await found(theCase.number)).to.deep.equal([theCase.id]);
    expect(await found("欧阳")).to.deep.equal([theCase.id]);
    expect(await found("HT-2026-777")).to.deep.equal([theCase.id]);
    expect(await found("HT-2026-77")).to.deep.equal([]);
    expect(await found("%")).to.deep.equal([]);
    expect(await found("' OR 1=1 --")).to.deep.equal([]);
  });

  it("gives each party their own numbering, and the centre every row, sealed where it may not read", async () => {
    const theCase = await buildInvitedCase(app, people);
    const borrower = await arrive(app, theCase);
    await borrower
      .post(`/api/cases/${theCase.id}/reports`, { report: "need_help", note: "机密" })
      .expect(204);
    const parties = [mediator, agent, borrower];
    for (const client of parties) {
      const { body } = await client.get(`/api/cases/${theCase.id}/timeline`).expect(200);
      const numbers = body.items.map((item: { n: number }) => item.n);
      expect(numbers).to.deep.equal(numbers.map((_: number, index: number) => index + 1));
      expect(JSON.stringify(body)).to.not.match(/"seq"|"hash"/);
    }
    const { body } = await admin.get(`/api/cases/${theCase.id}/timeline`).expect(200);
    const numbers = body.items.map((item: { seq: number }) => item.seq);
    expect(numbers).to.deep.equal(numbers.map((_: number, index: number) => index + 1));
    const sealed = body.items.filter((item: Item) => item.sealed === true);
    expect(sealed).to.have.length(1);
    expect(sealed[0]).to.include({ type: "sealed", payload: null });
    expect(JSON.stringify(body)).to.not.include("机密");

    const first = await agent.get(`/api/cases/${theCase.id}/timeline?limit=2`).expect(200);
    const rest = await agent
      .get(`/api/cases/${theCase.id}/timeline?limit=200&cursor=${first.body.next}`)
      .expect(200);
    const whole = await agent.get(`/api/cases/${theCase.id}/timeline`).expect(200);
    expect([...first.body.items, ...rest.body.items]).to.deep.equal(whole.body.items);
  });
});
