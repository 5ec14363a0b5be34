import { expect } from "chai";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { aGroup, buildCase, staffActor } from "../support/buildCase.ts";
import { buildInvitedCase } from "../support/arrival.ts";
import { buildPeople, type People } from "../support/people.ts";
import { buildRoomCase } from "../support/roomCase.ts";
import { rows } from "../../server/database/sql.ts";

describe("calls to a borrower, within what a day allows", () => {
  let app: TestApp;
  let people: People;
  let mediator: Client;
  let theCase: Case;

  beforeEach(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    people = await buildPeople(app);
    mediator = await app.signIn("mediator");
    theCase = await buildRoomCase(app, people);
  });
  afterEach(() => app.close());

  const begin = (point = "phone", of = theCase, by: Client = mediator) =>
    by.post(`/api/cases/${of.id}/contacts`, { point });
  const end = (id: string, outcome: string) => mediator.post(`/api/contacts/${id}/outcome`, { outcome });
  async function call(outcome: string, of = theCase): Promise<void> {
    const { body } = await begin("phone", of).expect(201);
    await end(body.contactId, outcome).expect(200);
  }

  it("are three conversations a day at most, and possible again the next morning", async () => {
    for (let n = 0; n < 3; n += 1) await call("answered");
    const refused = await begin().expect(409);
    expect(refused.body).to.deep.include({ code: "contact_not_now" });
    expect(refused.body.params).to.deep.equal({ reason: "person_limit", nextAt: "2026-11-03T00:00:00.000Z" });
    const { body } = await mediator.get(`/api/cases/${theCase.id}/contacts`).expect(200);
    expect(body.points[0].refusal.reason).to.equal("person_limit");
    expect(body.items).to.have.length(3);
    app.clock.set("2026-11-02T23:59:59.000Z");
    expect((await begin().expect(409)).body.params.reason).to.equal("hours");
    app.clock.set("2026-11-03T00:00:00.000Z");
    await begin().expect(201);
  });

  it("ring a number six times a day at most, messages among them, the other number on its own", async () => {
    await app.tx((tx) =>
      rows(tx.manager, `UPDATE borrower SET alt_phone = '13900001111' WHERE id = $1`, [theCase.borrowerId]),
    );
    await mediator.post(`/api/cases/${theCase.id}/invitations`).expect(204);
    for (let n = 0; n < 5; n += 1) await call("unanswered");
    const refused = await begin().expect(409);
    expect(refused.body.params.reason).to.equal("number_limit");
    await begin("alt_phone").expect(201);
    const { body } = await mediator.get(`/api/cases/${theCase.id}/contacts`).expect(200);
    expect(body.points[0].today).to.deep.equal({ effective: 1, attempts: 6 });
  });

  it("count for the person, whichever of their cases they are about", async () => {
    const { idNumber } = await app.tx((tx) => app.services.borrowers.borrower(tx, theCase.borrowerId));
    const { borrower, ...group } = aGroup();
    const other = await buildCase(app, people, {
      ...group,
      borrower: { ...borrower, idNumber },
      platform: people.otherPlatform,
      agent: people.otherAgent,
    });
    await app.tx((tx) =>
      rows(tx.manager, `UPDATE "case" SET stage = 'negotiating', mediator_id = $2 WHERE id = $1`, [
        other.id,
        people.mediator.id,
      ]),
    );
    for (let n = 0; n < 2; n += 1) await call("answered");
    await call("answered", other);
    expect((await begin("phone", other).expect(409)).body.params.reason).to.equal("person_limit");
    expect((await begin().expect(409)).body.params.reason).to.equal("person_limit");
  });

  it("are held to the limit when two begin at once: a call going on may become a conversation", async () => {
    for (let n = 0; n < 2; n += 1) await call("answered");
    const admin = await app.signIn("admin");
    const both = await Promise.all([begin(), begin("phone", theCase, admin)]);
    expect(both.map(({ status }) => status)).to.have.members([201, 409]);
    const begun = both.find(({ status }) => status === 201)!;
    await end(begun.body.contactId, "unanswered").expect(200);
    await begin().expect(201);
  });

  it("are ended once, by whoever serves the case; nobody else hears of them", async () => {
    const { body } = await begin().expect(201);
    expect(body.number).to.match(/^1\d{10}$/);
    await (
      await app.signIn("otherMediator")
    )
      .post(`/api/contacts/${body.contactId}/outcome`, { outcome: "answered" })
      .expect(404);
    await (await app.signIn("agent")).get(`/api/cases/${theCase.id}/contacts`).expect(403);
    await end(body.contactId, "answered").expect(200);
    expect((await end(body.contactId, "answered").expect(409)).body.code).to.equal("already_answered");
    await begin("alt_phone").expect(404);
    const record = await mediator.get(`/api/cases/${theCase.id}/timeline?limit=200`).expect(200);
    const events = record.body.items.filter((item: { type: string }) => item.type === "contact.ended");
    expect(events).to.have.length(1);
    expect(events[0].payload).to.include({ outcome: "answered", point: "phone" });
  });

  it("hold a message over to the next morning once a number has rung six times", async () => {
    const invited = await buildInvitedCase(app, people);
    const resend = () =>
      app.tx((tx) =>
        app.services.outreach.invitations.resend(tx, staffActor(people.mediator, people.centre), invited.id),
      );
    for (let n = 0; n < 4; n += 1) await resend();
    await Promise.all([resend(), resend()]);
    const notices = await app.tx((tx) =>
      rows<{ status: string; at: Date }>(
        tx.manager,
        `SELECT status, not_before AS at FROM notice WHERE case_id = $1 AND channel = 'sms' ORDER BY not_before`,
        [invited.id],
      ),
    );
    expect(notices.map(({ status }) => status)).to.deep.equal([...Array(6).fill("ready"), "waiting"]);
    expect(notices.at(-1)!.at.toISOString()).to.equal("2026-11-03T00:00:00.000Z");
  });
});
