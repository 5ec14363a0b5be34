import { expect } from "chai";
import { showInvitationCode } from "../../shared/outreach/invitationCode.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { arrive, buildInvitedCase, idLastFour, invitationCode, oneTimeCode } from "../support/arrival.ts";
import { buildPeople, type People } from "../support/people.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe("the borrower arrives", () => {
  let app: TestApp;
  let people: People;
  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
  });
  after(() => app.close());

  const identify = (visitor: Client, code: string, oneTime: string, last: string) =>
    visitor.post(`/api/invitations/${code}/identify`, { oneTimeCode: oneTime, idLastFour: last });

  it("sees who invites and how to verify them, and nothing about a debt", async () => {
    const theCase = await buildInvitedCase(app, people);
    const visitor = await app.visitor();
    const code = await invitationCode(app, theCase.id);
    const { body } = await visitor.get(`/api/invitations/${code}`).expect(200);
    expect(body).to.deep.include({
      centre: {
        name: people.centre.name,
        phone: people.centre.phone,
        address: people.centre.address,
      },
      mediator: { name: people.mediator.name, verificationCode: "M-MEDIATOR" },
      platform: { name: people.platform.name },
      borrowerNameMasked: "张**",
      locked: false,
    });
    const text = JSON.stringify(body);
    expect(text).to.not.match(/Fen|contract|debt|statement|caseId|idNumber/);
    await visitor.get("/api/public/mediators/M-MEDIATOR").expect(200);
  });

  it("comes in by a link typed in small letters without dashes", async () => {
    const theCase = await buildInvitedCase(app, people);
    const visitor = await app.visitor();
    const code = await invitationCode(app, theCase.id);
    await visitor.get(`/api/invitations/${code.toLowerCase()}`).expect(200);
    await visitor.get(`/api/invitations/${showInvitationCode(code)}`).expect(200);
    await visitor.get(`/api/invitations/AAAA-AAAA-AAAA`).expect(404);
    await visitor.get(`/api/invitations/nonsense`).expect(404);
  });

  it("is recorded once when first opened, for the mediator", async () => {
    const theCase = await buildInvitedCase(app, people);
    const visitor = await app.visitor();
    const code = await invitationCode(app, theCase.id);
    await visitor.get(`/api/invitations/${code}`).expect(200);
    await visitor.get(`/api/invitations/${code}`).expect(200);
    const mediator = await app.signIn("mediator");
    const { body } = await mediator.get(`/api/cases/${theCase.id}/timeline`).expect(200);
    const opened = body.items.filter((item: { type: string }) => item.type === "invitation.opened");
    expect(opened).to.have.length(1);
    const agent = await app.signIn("agent");
    const theirs = await agent.get(`/api/cases/${theCase.id}/timeline`).expect(200);
    expect(JSON.stringify(theirs.body)).to.not.include("invitation.opened");
  });

  it("proves who they are by the code sent and the end of their ID, and is signed in to this case", async () => {
    const theCase = await buildInvitedCase(app, people);
    const borrower = await arrive(app, theCase);
    const { body } = await borrower.get("/api/auth/me").expect(200);
    expect(body.user).to.include({ kind: "borrower", name: "张**", caseId: theCase.id });
    const file = await borrower.get(`/api/cases/${theCase.id}`).expect(200);
    expect(file.body.statement.totals.totalFen).to.equal(theCase.claimedFen);
    expect(file.body.abilities).to.include.members(["consent", "decline", "answerStatement", "report"]);
  });

  it("cannot see another borrower's case", async () => {
    const mine = await buildInvitedCase(app, people);
    const other = await buildInvitedCase(app, people);
    const borrower = await arrive(app, mine);
    await borrower.get(`/api/cases/${other.id}`).expect(404);
    await borrower.post(`/api/cases/${other.id}/borrower-response`, { answer: "consent" }).expect(404);
    await borrower.get("/api/cases").expect(403);
  });

  it("gets the same answer whichever proof was wrong, and waits after five wrong tries, code or no code", async () => {
    const theCase = await buildInvitedCase(app, people);
    const visitor = await app.visitor();
    const code = await invitationCode(app, theCase.id);
    await visitor.post(`/api/invitations/${code}/one-time-codes`).expect(201);
    const right = await oneTimeCode(app, theCase.id);
    const last = await idLastFour(app, theCase);
    const wrong = right === "000000" ? "000001" : "000000";
    const wrongLast = last === "0000" ? "0001" : "0000";

    const byCode = await identify(visitor, code, wrong, last).expect(401);
    const byId = await identify(visitor, code, right, wrongLast).expect(401);
    expect(byCode.body).to.include({ code: "code_wrong" });
    expect(byId.body).to.include({ code: byCode.body.code, detail: byCode.body.detail });
    expect([byCode.body.params, byId.body.params]).to.deep.equal([{ triesLeft: 4 }, { triesLeft: 3 }]);
    await identify(visitor, code, wrong, wrongLast).expect(401);

    // A new code does not begin the count anew.
    app.clock.advance(MINUTE);
    await visitor.post(`/api/invitations/${code}/one-time-codes`).expect(201);
    const fresh = await oneTimeCode(app, theCase.id);
    const wrongFresh = fresh === "000000" ? "000001" : "000000";
    await identify(visitor, code, wrongFresh, last).expect(401);
    const fifth = await identify(visitor, code, wrongFresh, last).expect(401);
    expect(fifth.body.params).to.deep.equal({ triesLeft: 0, retryAfterSeconds: 900 });

    const locked = await identify(visitor, code, fresh, last).expect(429);
    expect(locked.body).to.deep.include({ code: "too_many_tries", params: { retryAfterSeconds: 900 } });
    expect(locked.headers["retry-after"]).to.equal("900");
    await visitor.post(`/api/invitations/${code}/one-time-codes`).expect(429);
    const landing = await visitor.get(`/api/invitations/${code}`).expect(200);
    expect(landing.body).to.include({ locked: true, retryAfterSeconds: 900 });

    app.clock.advance(15 * MINUTE);
    await visitor.post(`/api/invitations/${code}/one-time-codes`).expect(201);
    await identify(visitor, code, await oneTimeCode(app, theCase.id), last).expect(200);
  });

  it("cannot use a code twice, late, or after a newer one", async () => {
    const theCase = await buildInvitedCase(app, people);
    const visitor = await app.visitor();
    const code = await invitationCode(app, theCase.id);
    const last = await idLastFour(app, theCase);
    await visitor.post(`/api/invitations/${code}/one-time-codes`).expect(201);
    const first = await oneTimeCode(app, theCase.id);
    await identify(visitor, code, first, last).expect(200);
    const again = await app.visitor();
    await identify(again, code, first, last).expect(401);

    app.clock.advance(MINUTE);
    await again.post(`/api/invitations/${code}/one-time-codes`).expect(201);
    const late = await oneTimeCode(app, theCase.id);
    app.clock.advance(10 * MINUTE);
    await identify(again, code, late, last).expect(401);
  });

  it("may ask for another code after a minute, and for ten a day", async () => {
    const theCase = await buildInvitedCase(app, people);
    const visitor = await app.visitor();
    const code = await invitationCode(app, theCase.id);
    const ask = () => visitor.post(`/api/invitations/${code}/one-time-codes`);
    const sent = await ask().expect(201);
    expect(sent.body).to.include({ expiresInSeconds: 600, resendAfterSeconds: 60 });
    expect(sent.body.sentTo).to.match(/^199\*{4}\d{4}$/);
    const soon = await ask().expect(429);
    expect(soon.body.params).to.deep.equal({ retryAfterSeconds: 60 });
    for (let n = 1; n < 10; n += 1) {
      app.clock.advance(MINUTE);
      await ask().expect(201);
    }
    app.clock.advance(MINUTE);
    await ask().expect(429);
    app.clock.advance(DAY);
    await ask().expect(201);
  });

  it("finds an unused invitation expired after thirty days, but comes back by one that was used", async () => {
    const unused = await buildInvitedCase(app, people);
    const used = await buildInvitedCase(app, people);
    await arrive(app, used);
    app.clock.advance(30 * DAY);
    const visitor = await app.visitor();
    const late = await visitor.get(`/api/invitations/${await invitationCode(app, unused.id)}`).expect(410);
    expect(late.body.code).to.equal("invitation_expired");
    const back = await visitor.get(`/api/invitations/${await invitationCode(app, used.id)}`).expect(200);
    expect(back.body.identified).to.equal(true);
  });

  it("gets a new link from the mediator; the old one ends", async () => {
    const theCase = await buildInvitedCase(app, people);
    const visitor = await app.visitor();
    const old = await invitationCode(app, theCase.id);
    const mediator = await app.signIn("mediator");
    await mediator.post(`/api/cases/${theCase.id}/invitations`).expect(204);
    await visitor.get(`/api/invitations/${old}`).expect(410);
    await visitor.get(`/api/invitations/${await invitationCode(app, theCase.id)}`).expect(200);
    const agent = await app.signIn("agent");
    await agent.post(`/api/cases/${theCase.id}/invitations`).expect(403);
    const other = await app.signIn("otherMediator");
    await other.post(`/api/cases/${theCase.id}/invitations`).expect(404);
  });

  it("reports reach the mediator and nobody else, a stranger's marked as such and not without end", async () => {
    const theCase = await buildInvitedCase(app, people);
    const code = await invitationCode(app, theCase.id);
    const visitor = await app.visitor();
    const report = { report: "wrong_number", note: "我不认识这个人" };
    for (let n = 0; n < 5; n += 1) await visitor.post(`/api/invitations/${code}/reports`, report).expect(204);
    await visitor.post(`/api/invitations/${code}/reports`, report).expect(429);
    const borrower = await arrive(app, theCase);
    await borrower
      .post(`/api/cases/${theCase.id}/reports`, { report: "need_help", note: "看不懂" })
      .expect(204);

    const mediator = await app.signIn("mediator");
    const seen = await mediator.get(`/api/cases/${theCase.id}/timeline`).expect(200);
    const reports = seen.body.items.filter((item: { type: string }) => item.type === "borrower.reported");
    expect(reports.at(0).payload).to.deep.equal({ ...report, identified: false });
    expect(reports.at(-1).payload).to.deep.equal({ report: "need_help", note: "看不懂", identified: true });
    for (const username of ["agent", "admin"]) {
      const other = await app.signIn(username);
      const { body } = await other.get(`/api/cases/${theCase.id}/timeline`).expect(200);
      expect(JSON.stringify(body)).to.not.include("看不懂").and.not.include("borrower.reported");
    }
  });

  it("leaves no session behind for who only opened the link", async () => {
    const theCase = await buildInvitedCase(app, people);
    const visitor = await app.visitor();
    await visitor.get(`/api/invitations/${await invitationCode(app, theCase.id)}`).expect(200);
    await visitor.get(`/api/cases/${theCase.id}`).expect(401);
  });
});
