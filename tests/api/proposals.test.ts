import { expect } from "chai";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import { WARNING_TEXT } from "../../shared/proposals/proposalView.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { buildPeople, type People } from "../support/people.ts";
import { act, HOUR, openRound, ROUND_HOURS, tightLimits } from "../support/proposalRounds.ts";
import { buildRoomCase, type CookieClient } from "../support/roomCase.ts";
import { borrowerClient } from "../support/settlement.ts";
import { buildTerms } from "../support/terms.ts";

const START = "2026-11-02T02:00:00.000Z";

describe("a mediator's proposal", function () {
  this.timeout(60_000);
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let borrower: CookieClient;
  let agent: Client;
  let approver: Client;
  let mediator: Client;

  before(async function () {
    this.timeout(120_000);
    app = await startTestApp();
    people = await buildPeople(app);
    await tightLimits(app, people);
    agent = await app.signIn("agent");
    approver = await app.signIn("approver");
    mediator = await app.signIn("mediator");
  });
  after(() => app.close());
  beforeEach(async () => {
    app.clock.set(START);
    theCase = await buildRoomCase(app, people);
    borrower = await borrowerClient(app, theCase);
  });

  const open = (more: Parameters<typeof openRound>[3] = {}) => openRound(app, mediator, theCase, more);
  const list = async (who: Client | CookieClient) =>
    (await who.get(`/api/cases/${theCase.id}/proposals`).expect(200)).body;
  const newest = async (who: Client | CookieClient) => (await list(who)).items[0];
  const close = async (hours = ROUND_HOURS) => {
    app.clock.set(new Date(Date.parse(START) + hours * HOUR).toISOString());
    await app.services.proposals.closing.run();
  };
  const stage = async () => (await mediator.get(`/api/cases/${theCase.id}`).expect(200)).body.stage;
  const basis = async () => (await mediator.get(`/api/cases/${theCase.id}/terms-basis`).expect(200)).body;

  it("is the mediator's own until it is sent, and can be changed until then", async () => {
    const path = `/api/cases/${theCase.id}/proposals`;
    const terms = buildTerms(await basis());
    const { body: draft } = await mediator.post(path, { terms }).expect(201);
    expect(draft).to.include({ status: "drafted", number: 0 });
    expect((await list(borrower)).items).to.deep.equal([]);
    expect((await list(agent)).items).to.deep.equal([]);
    await borrower.post(`/api/proposals/${draft.id}/acknowledgement`, { warning: WARNING_TEXT }).expect(404);
    const longer = buildTerms(await basis(), { schedule: { ...terms.schedule, count: 6 } });
    const to = `/api/proposals/${draft.id}`;
    const { body: revised } = await mediator.put(to, { terms: longer, version: draft.version }).expect(200);
    expect(revised.termsHash).not.to.equal(draft.termsHash);
    await mediator.put(to, { terms, version: draft.version }).expect(409);
    await mediator.post(path, { terms }).expect(409);
    for (const who of [agent, borrower]) await who.post(path, { terms }).expect(403);
  });

  it("is judged like an offer, and its end must lie within limits", async () => {
    const wrong = buildTerms(await basis(), { graceDays: -1 });
    const { body } = await mediator.post(`/api/cases/${theCase.id}/proposals`, { terms: wrong }).expect(422);
    expect(body.code).to.equal("terms_invalid");
    const { body: draft } = await mediator
      .post(`/api/cases/${theCase.id}/proposals`, { terms: buildTerms(await basis()) })
      .expect(201);
    for (const hours of [0, 0.99, 30 * 24 + 1]) {
      const deadline = new Date(Date.parse(START) + hours * HOUR).toISOString();
      const to = `/api/proposals/${draft.id}/opening`;
      const { body: refused } = await mediator.post(to, { deadline, version: draft.version }).expect(400);
      expect(refused.errors[0].pointer).to.equal("/deadline");
    }
  });

  it("needs the warning read before an answer, by each person", async () => {
    const proposal = await open();
    expect((await newest(borrower)).abilities).to.deep.equal(["acknowledge"]);
    const to = `/api/proposals/${proposal.id}`;
    const answer = { answer: "yes", termsHash: proposal.termsHash };
    expect((await borrower.post(`${to}/answer`, answer).expect(409)).body.code).to.equal("not_read");
    await borrower.post(`${to}/acknowledgement`, { warning: "another" }).expect(409);
    await act(borrower, proposal, "acknowledge");
    expect((await newest(borrower)).abilities).to.deep.equal(["answer"]);
    const other = { answer: "yes", termsHash: "0".repeat(64) };
    expect((await borrower.post(`${to}/answer`, other).expect(409)).body.code).to.equal("terms_changed");
    await act(agent, proposal, "yes");
    await approver.post(`${to}/answer`, answer).expect(409);
    await mediator.post(`${to}/answer`, answer).expect(403);
  });

  it("that both say yes to is revealed at the deadline, and the case goes on to signing", async () => {
    const proposal = await open();
    await act(borrower, proposal, "yes");
    await act(approver, proposal, "yes");
    await close(ROUND_HOURS - 0.001);
    expect((await newest(mediator)).status).to.equal("open");
    expect(await stage()).to.equal("negotiating");
    await close();
    for (const who of [borrower, agent, mediator]) expect((await newest(who)).status).to.equal("agreed");
    expect(await stage()).to.equal("signing");
    const { body: agreement } = await mediator.get(`/api/cases/${theCase.id}/agreement`).expect(200);
    expect(agreement).to.include({ status: "review", proposedBy: "mediator" });
    const { body: offers } = await mediator.get(`/api/cases/${theCase.id}/offers`).expect(200);
    expect(offers.items[0]).to.include({
      by: "mediator",
      status: "accepted",
      termsHash: proposal.termsHash,
    });
    expect(await app.tx((tx) => app.services.journal.verify(tx, theCase.id))).to.equal(null);
  });

  it("counts an agent's yes beyond the limits only with the approver's leave", async () => {
    for (const [leave, status] of [
      [null, "not_agreed"],
      ["refuse_leave", "not_agreed"],
      ["give_leave", "agreed"],
    ] as const) {
      app.clock.set(START);
      const proposal = await open();
      await act(borrower, proposal, "yes");
      await act(agent, proposal, "yes");
      expect((await newest(agent)).own).to.include({ answer: "yes", leave: "asked" });
      await agent.post(`/api/proposals/${proposal.id}/leave`, { approve: true }).expect(403);
      if (leave !== null) {
        await act(approver, proposal, "acknowledge");
        expect((await newest(approver)).abilities).to.deep.equal(["answer", "answer_leave"]);
        await act(approver, proposal, leave);
      }
      await close();
      expect((await newest(borrower)).status).to.equal(status);
    }
  });

  it("asks for leave anew when the answer is given anew", async () => {
    const proposal = await open();
    await act(borrower, proposal, "yes");
    await act(agent, proposal, "yes");
    await act(approver, proposal, "acknowledge");
    await act(approver, proposal, "give_leave");
    await act(agent, proposal, "no");
    await act(agent, proposal, "yes");
    expect((await newest(agent)).own.leave).to.equal("asked");
    await close();
    expect((await newest(agent)).status).to.equal("not_agreed");
  });

  it("takes the last answer before the deadline, and none at it", async () => {
    const proposal = await open();
    await act(approver, proposal, "yes");
    await act(borrower, proposal, "yes");
    app.clock.set(new Date(Date.parse(START) + ROUND_HOURS * HOUR - 1).toISOString());
    await act(borrower, proposal, "no");
    app.clock.advance(1);
    const late = { answer: "yes", termsHash: proposal.termsHash };
    const { body } = await borrower.post(`/api/proposals/${proposal.id}/answer`, late).expect(409);
    expect(body.code).to.equal("deadline_passed");
    await app.services.proposals.closing.run();
    const seen = await newest(borrower);
    expect(seen).to.include({ status: "not_agreed" });
    expect(seen.own.answer).to.equal("no");
    expect((await newest(mediator)).own).to.equal(undefined);
  });

  it("leaves no room for offers while it is open", async () => {
    await open();
    const body = { terms: buildTerms(await basis()), expiresAt: "2026-11-09T02:00:00.000Z" };
    const to = `/api/cases/${theCase.id}/offers`;
    for (const who of [borrower, agent]) {
      expect((await who.post(to, body).expect(409)).body.code).to.equal("round_open");
    }
    await close();
    await borrower
      .post(to, { terms: buildTerms(await basis()), expiresAt: "2026-11-09T02:00:00.000Z" })
      .expect(201);
  });

  it("can be taken back before its deadline, without a word about answers, and costs no round", async () => {
    const proposal = await open();
    await act(borrower, proposal, "yes");
    await act(approver, proposal, "yes");
    await mediator.post(`/api/proposals/${proposal.id}/withdrawal`).expect(200);
    await close();
    expect(await newest(agent)).to.include({ status: "withdrawn" });
    expect(await stage()).to.equal("negotiating");
    expect((await list(borrower)).rounds).to.deep.equal({ limit: 3, used: 0, left: 3 });
  });

  it("waits while the case is paused", async () => {
    const proposal = await open();
    await act(borrower, proposal, "no");
    app.clock.advance(10 * HOUR);
    await mediator.post(`/api/cases/${theCase.id}/pause`).expect((answer) => answer.status < 300);
    app.clock.advance(100 * HOUR);
    await app.services.proposals.closing.run();
    expect((await newest(borrower)).status).to.equal("open");
    await mediator.post(`/api/cases/${theCase.id}/resume`).expect((answer) => answer.status < 300);
    expect(Date.parse((await newest(borrower)).deadline)).to.equal(
      Date.parse(START) + (ROUND_HOURS + 100) * HOUR,
    );
    await act(borrower, proposal, "yes");
  });

  it("is withdrawn when the statement it was reckoned on is no longer in force", async () => {
    const proposal = await open();
    await act(borrower, proposal, "yes");
    await act(approver, proposal, "yes");
    await app.tx((tx) => app.services.proposals.closing.endAll(tx, theCase.id));
    expect((await newest(borrower)).status).to.equal("withdrawn");
  });

  it("comes in as many rounds as the centre allows", async () => {
    const admin = await app.signIn("admin");
    const { body: before } = await admin.get("/api/proposal-settings").expect(200);
    expect(before).to.deep.equal({ rounds: 3, version: 0 });
    await admin.put("/api/proposal-settings", { rounds: 0, version: 0 }).expect(400);
    await admin.put("/api/proposal-settings", { rounds: 1, version: 0 }).expect(200);
    await admin.put("/api/proposal-settings", { rounds: 2, version: 0 }).expect(409);
    await open();
    expect((await list(agent)).rounds).to.deep.equal({ limit: 1, used: 1, left: 0 });
    await close();
    const { body: draft } = await mediator
      .post(`/api/cases/${theCase.id}/proposals`, { terms: buildTerms(await basis()) })
      .expect(201);
    const deadline = new Date(app.clock.now().getTime() + 5 * HOUR).toISOString();
    const to = `/api/proposals/${draft.id}/opening`;
    const { body } = await mediator.post(to, { deadline, version: draft.version }).expect(409);
    expect(body.code).to.equal("rounds_used");
    await admin.put("/api/proposal-settings", { rounds: 3, version: 1 }).expect(200);
  });

  it("keeps every sealed answer in the journal, for the side that gave it alone", async () => {
    const proposal = await open();
    await act(borrower, proposal, "no");
    await act(agent, proposal, "yes");
    const events = await app.tx((tx) =>
      rows<{ party: string; audience: string[]; disclosure: string }>(
        tx.manager,
        `SELECT payload->>'party' AS party, audience, disclosure FROM journal_event
         WHERE case_id = $1 AND type = 'proposal.answered' ORDER BY seq`,
        [theCase.id],
      ),
    );
    expect(events).to.deep.equal([
      { party: "borrower", audience: ["borrower"], disclosure: "without_prejudice" },
      { party: "platform", audience: ["platform"], disclosure: "without_prejudice" },
    ]);
  });
});
