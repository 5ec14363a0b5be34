import { expect } from "chai";
import { buildCase } from "../support/buildCase.ts";
import { arrive, buildInvitedCase } from "../support/arrival.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { buildPeople, type People } from "../support/people.ts";
import { rows } from "../../server/database/sql.ts";

describe("cases over the interface", () => {
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

  describe("the centre", () => {
    it("accepts a case once and is told so the second time", async () => {
      const { id } = await buildCase(app, people);
      const { body } = await admin.post(`/api/cases/${id}/accept`).expect(200);
      expect(body).to.include({ id, accepted: true, stage: "intake" });
      expect(body.abilities).to.include("appoint").and.not.include("accept");
      const again = await admin.post(`/api/cases/${id}/accept`).expect(409);
      expect(again.body.code).to.equal("already_done");
    });

    it("repeats the answer to a repeated key instead of refusing", async () => {
      const { id } = await buildCase(app, people);
      const key = `accept-${id}`;
      const first = await admin.post(`/api/cases/${id}/accept`).set("idempotency-key", key).expect(200);
      const second = await admin.post(`/api/cases/${id}/accept`).set("idempotency-key", key).expect(200);
      expect(second.body).to.deep.equal(first.body);
    });

    it("declines a case as out of scope, without a certificate of a mediation that never began", async () => {
      const { id } = await buildCase(app, people);
      const { body } = await admin.post(`/api/cases/${id}/decline`, { note: "非金融纠纷" }).expect(200);
      expect(body).to.include({ stage: "terminated", terminationReason: "out_of_scope" });
      await admin.get(`/api/cases/${id}/certificate.pdf`).expect(404);
    });

    it("decides about many at once and says for each what was refused", async () => {
      const [first, second, done] = [
        await buildCase(app, people),
        await buildCase(app, people),
        await buildCase(app, people),
      ];
      await admin.post(`/api/cases/${done.id}/accept`).expect(200);
      const unknown = "00000000-0000-7000-8000-000000000000";
      const caseIds = [first.id, done.id, unknown, second.id];
      const { body } = await admin.post("/api/cases/bulk", { caseIds, action: "accept" }).expect(200);
      expect(body).to.deep.equal({
        done: [first.id, second.id],
        refused: [
          { id: done.id, code: "already_done" },
          { id: unknown, code: "not_found" },
        ],
      });
      const appointed = await admin
        .post("/api/cases/bulk", {
          caseIds: [first.id, second.id],
          action: "appoint",
          mediatorId: people.mediator.id,
        })
        .expect(200);
      expect(appointed.body.done).to.have.length(2);
      await admin.post("/api/cases/bulk", { caseIds: [first.id], action: "appoint" }).expect(400);
      await mediator.post("/api/cases/bulk", { caseIds: [first.id], action: "accept" }).expect(403);
    });
  });

  describe("an appointment", () => {
    it("waits for the mediator's declaration, shows earlier cases with the platform, and then invites", async () => {
      const { id } = await buildCase(app, people);
      await admin.post(`/api/cases/${id}/accept`).expect(200);
      await admin.post(`/api/cases/${id}/appointments`, { mediatorId: people.mediator.id }).expect(201);
      const twice = await admin
        .post(`/api/cases/${id}/appointments`, { mediatorId: people.otherMediator.id })
        .expect(409);
      expect(twice.body.code).to.equal("already_done");

      const open = await mediator.get("/api/appointments").expect(200);
      const mine = open.body.items.find((item: { case: { id: string } }) => item.case.id === id);
      expect(mine).to.deep.include({ status: "proposed", abilities: ["declare"] });
      await mediator.get(`/api/cases/${id}`).expect(404);

      const answer = { hasConflict: false, statement: "与双方均无利害关系" };
      const other = await app.signIn("otherMediator");
      await other.post(`/api/appointments/${mine.id}/declaration`, answer).expect(404);
      await mediator.post(`/api/appointments/${mine.id}/declaration`, answer).expect(200);
      const again = await mediator.post(`/api/appointments/${mine.id}/declaration`, answer).expect(409);
      expect(again.body.code).to.equal("already_answered");

      const file = await mediator.get(`/api/cases/${id}`).expect(200);
      expect(file.body).to.deep.include({
        stage: "invited",
        mediator: { id: people.mediator.id, name: people.mediator.name },
      });
      expect(file.body.participation.invited).to.equal(true);
      expect(file.body.appointment).to.include({ status: "appointed", statement: answer.statement });
      const next = await buildCase(app, people);
      const choice = await admin.get(`/api/cases/${next.id}/mediators`).expect(200);
      const row = choice.body.items.find((one: { id: string }) => one.id === people.mediator.id);
      expect(row.priorCasesWithPlatform).to.be.at.least(1);
      expect(row.openCases).to.be.at.least(1);
    });

    it("is not made against a declared conflict; the centre asks somebody else", async () => {
      const { id } = await buildCase(app, people);
      await admin.post(`/api/cases/${id}/accept`).expect(200);
      const proposed = await admin
        .post(`/api/cases/${id}/appointments`, { mediatorId: people.otherMediator.id })
        .expect(201);
      const other = await app.signIn("otherMediator");
      const declared = await other
        .post(`/api/appointments/${proposed.body.id}/declaration`, {
          hasConflict: true,
          statement: "曾任该平台顾问",
        })
        .expect(200);
      expect(declared.body.status).to.equal("conflicted");
      await other.get(`/api/cases/${id}`).expect(404);

      const file = await admin.get(`/api/cases/${id}`).expect(200);
      expect(file.body).to.include({ stage: "intake", mediator: null });
      const again = await admin
        .post(`/api/cases/${id}/appointments`, { mediatorId: people.otherMediator.id })
        .expect(409);
      expect(again.body.code).to.equal("conflict_of_interest");
      const choice = await admin.get(`/api/cases/${id}/mediators`).expect(200);
      const row = choice.body.items.find((one: { id: string }) => one.id === people.otherMediator.id);
      expect(row.declaredConflictWithPlatform).to.equal(true);
      await admin.post(`/api/cases/${id}/appointments`, { mediatorId: people.mediator.id }).expect(201);
    });

    it("needs an accepted case and a mediator of this centre who takes cases", async () => {
      const { id } = await buildCase(app, people);
      const body = { mediatorId: people.mediator.id };
      await admin.post(`/api/cases/${id}/appointments`, body).expect(409);
      await admin.post(`/api/cases/${id}/accept`).expect(200);
      const stranger = { mediatorId: people.agent.id };
      const refused = await admin.post(`/api/cases/${id}/appointments`, stranger).expect(422);
      expect(refused.body.errors[0].pointer).to.equal("/mediatorId");
    });
  });

  describe("the parties", () => {
    it("mediate once both consented, which the platform did by stating the case", async () => {
      const theCase = await buildInvitedCase(app, people);
      const borrower = await arrive(app, theCase);
      const { body } = await borrower
        .post(`/api/cases/${theCase.id}/borrower-response`, { answer: "consent" })
        .expect(200);
      expect(body.stage).to.equal("preparing");
      const again = await borrower
        .post(`/api/cases/${theCase.id}/borrower-response`, { answer: "consent" })
        .expect(409);
      expect(again.body.code).to.equal("stage_forbids");
      const platform = await agent
        .post(`/api/cases/${theCase.id}/platform-response`, { answer: "consent" })
        .expect(409);
      expect(platform.body.code).to.equal("stage_forbids");
    });

    it("leave when they wish; why reaches the mediator and not the other side", async () => {
      const theCase = await buildInvitedCase(app, people);
      const borrower = await arrive(app, theCase);
      const { body } = await borrower
        .post(`/api/cases/${theCase.id}/borrower-response`, { answer: "decline", note: "不方便说的原因" })
        .expect(200);
      expect(body).to.include({ stage: "terminated", terminationReason: "declined_by_borrower" });
      const theirs = await agent.get(`/api/cases/${theCase.id}/timeline`).expect(200);
      expect(JSON.stringify(theirs.body)).to.include("party.declined").and.not.include("不方便说的原因");
      const seen = await mediator.get(`/api/cases/${theCase.id}/timeline`).expect(200);
      expect(JSON.stringify(seen.body)).to.include("不方便说的原因");
    });

    it("confirm and dispute the statement line by line, a dispute with its reason", async () => {
      const theCase = await buildInvitedCase(app, people);
      const borrower = await arrive(app, theCase);
      const { body } = await borrower.get(`/api/cases/${theCase.id}`).expect(200);
      const [principal, interest] = body.statement.lines;
      const line = (id: string) => `/api/cases/${theCase.id}/statement/lines/${id}`;
      await borrower.post(line(principal.id), { answer: "confirmed" }).expect(200);
      const bare = await borrower.post(line(interest.id), { answer: "disputed" }).expect(422);
      expect(bare.body.errors[0]).to.include({ pointer: "/reason", code: "reason_required" });
      const after = await borrower
        .post(line(interest.id), { answer: "disputed", reason: "已经还过" })
        .expect(200);
      type Shown = { standing: { state: string; borrower: { answer: string } | null; platform: null } };
      const shown: Shown[] = after.body.statement.lines;
      expect(shown.map(({ standing }) => standing.borrower?.answer ?? null)).to.deep.equal([
        "confirmed",
        "disputed",
        null,
      ]);
      expect(shown.map(({ standing }) => standing.state)).to.deep.equal(["open", "contested", "open"]);
      expect(after.body.statement.hash).to.equal(body.statement.hash);
      await mediator.post(line(principal.id), { answer: "confirmed" }).expect(403);
      const office = await admin.get(`/api/cases/${theCase.id}`).expect(200);
      expect(JSON.stringify(office.body)).to.not.include("已经还过");
      const other = await buildInvitedCase(app, people);
      const stranger = await arrive(app, other);
      await stranger.post(line(principal.id), { answer: "confirmed" }).expect(404);
    });
  });

  describe("the mediator", () => {
    const preparing = async () => {
      const theCase = await buildInvitedCase(app, people);
      const borrower = await arrive(app, theCase);
      await borrower.post(`/api/cases/${theCase.id}/borrower-response`, { answer: "consent" }).expect(200);
      return { theCase, borrower };
    };

    it("opens the room for offers, and only they do", async () => {
      const { theCase, borrower } = await preparing();
      await borrower.post(`/api/cases/${theCase.id}/open-offers`).expect(403);
      const other = await app.signIn("otherMediator");
      await other.post(`/api/cases/${theCase.id}/open-offers`).expect(404);
      const { body } = await mediator.post(`/api/cases/${theCase.id}/open-offers`).expect(200);
      expect(body.stage).to.equal("negotiating");
    });

    it("ends the mediation with a reason that fits, and a certificate that says no more", async () => {
      const { theCase, borrower } = await preparing();
      const invited = await buildInvitedCase(app, people);
      const early = await mediator
        .post(`/api/cases/${invited.id}/terminate`, { reason: "impasse" })
        .expect(422);
      expect(early.body.errors[0].pointer).to.equal("/reason");
      const { body } = await mediator
        .post(`/api/cases/${theCase.id}/terminate`, { reason: "impasse", note: "双方差距过大" })
        .expect(200);
      expect(body).to.include({ stage: "terminated", terminationReason: "impasse" });
      await mediator.post(`/api/cases/${theCase.id}/close`).expect(403);
      const closed = await agent.post(`/api/cases/${theCase.id}/close`).expect(200);
      expect(closed.body).to.include({ stage: "closed" });
      await app.services.caseWork.certificates.issue(theCase.id);
      await app.services.caseWork.certificates.issue(theCase.id);
      const sealed = await borrower
        .get(`/api/cases/${theCase.id}/certificate.pdf`)
        .buffer(true)
        .expect(200)
        .expect("content-type", /pdf/);
      expect(sealed.headers["content-disposition"]).to.include("filename*=UTF-8''");
      await app.tx(async (tx) => {
        const events = await app.services.journal.page(tx, theCase.id, 0, 100);
        expect(events.filter((event) => event.type === "certificate.issued")).to.have.length(1);
        expect(await app.services.journal.verify(tx, theCase.id)).to.equal(null);
      });
      for (const client of [agent, borrower, admin]) {
        const seen = await client.get(`/api/cases/${theCase.id}/timeline`).expect(200);
        expect(JSON.stringify(seen.body)).to.not.include("双方差距过大");
      }
      await (await app.signIn("otherAgent")).get(`/api/cases/${theCase.id}/certificate.pdf`).expect(404);
    });

    it("pauses a case: nothing moves until it is resumed, or its days are over", async () => {
      const { theCase } = await preparing();
      const { body } = await mediator.post(`/api/cases/${theCase.id}/pause`, {}).expect(200);
      expect(body).to.include({ paused: true });
      expect(body.abilities).to.include("resume").and.not.include("openOffers");
      const refused = await mediator.post(`/api/cases/${theCase.id}/open-offers`).expect(409);
      expect(refused.body.code).to.equal("case_paused");

      const pausedAt = (await app.tx((tx) => app.services.cases.find(tx, theCase.id))).pausedAt!;
      const { progress } = app.services.caseWork;
      const earlier = { caseId: theCase.id, pausedAt: new Date(pausedAt.getTime() - 1).toISOString() };
      await app.tx((tx) => progress.resumeWhenOver(tx, earlier));
      await mediator.post(`/api/cases/${theCase.id}/open-offers`).expect(409);
      const over = { caseId: theCase.id, pausedAt: pausedAt.toISOString() };
      await app.tx((tx) => progress.resumeWhenOver(tx, over));
      await mediator.post(`/api/cases/${theCase.id}/open-offers`).expect(200);
      await mediator.post(`/api/cases/${theCase.id}/resume`).expect(409);
    });

    it("pauses for some days by a job that is there exactly when the pause is", async () => {
      const { theCase } = await preparing();
      await mediator.post(`/api/cases/${theCase.id}/pause`, { days: 91 }).expect(400);
      await mediator.post(`/api/cases/${theCase.id}/pause`, { days: 7 }).expect(200);
      const jobs = await app.tx((tx) =>
        rows<{ start_after: Date }>(
          tx.manager,
          `SELECT start_after FROM pgboss.job WHERE name = 'cases.resume' AND data->>'caseId' = $1`,
          [theCase.id],
        ),
      );
      const days = jobs.map((job) => (job.start_after.getTime() - app.clock.now().getTime()) / 86_400_000);
      expect(days).to.deep.equal([7]);
    });
  });
});
