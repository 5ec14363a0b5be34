import { expect } from "chai";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { arrive, buildInvitedCase } from "../support/arrival.ts";
import { buildCase } from "../support/buildCase.ts";
import { buildPeople, type People } from "../support/people.ts";

type Item = { caseId: string; action: string; urgency: string; why: { code: string }; since: string };

describe("the queue and the overview", () => {
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

  const next = async (client: Client, caseId: string): Promise<[string, string] | null> => {
    const { body } = await client.get("/api/queue").expect(200);
    const item = body.items.find((one: Item) => one.caseId === caseId) as Item | undefined;
    return item ? [item.action, item.why.code] : null;
  };

  it("follow a case from hand to hand", async () => {
    const theCase = await buildCase(app, people);
    const { id } = theCase;
    expect(await next(admin, id)).to.deep.equal(["accept_case", "new_case"]);
    await admin.post(`/api/cases/${id}/accept`).expect(200);
    expect(await next(admin, id)).to.deep.equal(["appoint", "no_mediator"]);
    const proposed = await admin
      .post(`/api/cases/${id}/appointments`, { mediatorId: people.mediator.id })
      .expect(201);
    expect(await next(admin, id)).to.deep.equal(["appoint", "declaration_awaited"]);
    expect(await next(mediator, id)).to.deep.equal(["declare_conflict", "proposed"]);
    expect(await next(await app.signIn("otherMediator"), id)).to.equal(null);
    await mediator
      .post(`/api/appointments/${proposed.body.id}/declaration`, { hasConflict: false, statement: "无" })
      .expect(200);
    expect(await next(admin, id)).to.equal(null);
    expect(await next(mediator, id)).to.deep.equal(["chase_borrower", "not_opened"]);
    const borrower = await arrive(app, await app.tx((tx) => app.services.cases.find(tx, id)));
    expect(await next(mediator, id)).to.deep.equal(["chase_borrower", "identified_not_answered"]);
    app.clock.advance(1000);
    await borrower.post(`/api/cases/${id}/reports`, { report: "not_my_debt", note: "" }).expect(204);
    expect(await next(mediator, id)).to.deep.equal(["answer_report", "not_my_debt"]);
    app.clock.advance(1000);
    await borrower.post(`/api/cases/${id}/borrower-response`, { answer: "consent" }).expect(200);
    app.clock.advance(1000);
    await mediator.post(`/api/cases/${id}/open-offers`).expect(200);
    expect(await next(agent, id)).to.deep.equal(["put_offer", "no_offer_open"]);
    await mediator.post(`/api/cases/${id}/terminate`, { reason: "impasse" }).expect(200);
    expect(await next(mediator, id)).to.equal(null);
    expect(await next(agent, id)).to.deep.equal(["request_escalation", "mediation_ended"]);
    expect(await next(await app.signIn("otherAgent"), id)).to.equal(null);
    expect(await next(await app.signIn("lawyer"), id)).to.equal(null);
  });

  it("put the most urgent first and count what they list", async () => {
    for (let n = 0; n < 3; n += 1) {
      await buildInvitedCase(app, people);
      app.clock.advance(4 * 86_400_000);
    }
    const { body } = await mediator.get("/api/queue").expect(200);
    const order = ["now", "today", "soon", "waiting"];
    const urgencies = body.items.map((item: Item) => order.indexOf(item.urgency));
    expect(urgencies).to.deep.equal(urgencies.toSorted((a: number, b: number) => a - b));
    const counted = Object.values(body.counts.byAction as Record<string, number>);
    expect(counted.reduce((sum, count) => sum + count, 0)).to.equal(body.items.length);
    expect(body.more).to.equal(false);
  });

  it("show how many took part, each reader their own", async () => {
    const { body: whole } = await admin.get("/api/overview").expect(200);
    expect(whole.funnel.invited).to.be.at.least(4);
    expect(whole.funnel).to.include({ opened: 0, identified: 1, consented: 1 });
    expect(whole.byStage).to.include({ terminated: 1 });
    expect(whole).to.include({ agreementsSealed: 0, totalSettledFen: 0, paidFen: 0 });
    const { body: other } = await (await app.signIn("otherAgent")).get("/api/overview").expect(200);
    expect(other).to.deep.equal({
      byStage: {},
      funnel: { invited: 0, opened: 0, identified: 0, consented: 0 },
      agreementsSealed: 0,
      claimedFen: 0,
      totalSettledFen: 0,
      paidFen: 0,
    });
  });
});
