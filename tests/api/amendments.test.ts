import { expect } from "chai";
import { fen } from "../../shared/money/fen.ts";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, TestClock, type Client, type TestApp } from "../support/app.ts";
import { buildPeople, type People } from "../support/people.ts";
import { expectSoundPdf, wordsOf } from "../support/pdf.ts";
import {
  agreeOnTerms,
  borrowerClient,
  buildPerforming,
  currentAgreement,
  signAll,
} from "../support/settlement.ts";

const START = "2026-11-02T02:00:00.000Z";
const TOTAL = 1_244_560;
const LATER = {
  family: "level",
  count: 6,
  every: { months: 1 },
  firstDue: "2027-01-15",
  annualRate: "0",
  dayCount: "30/360",
} as const;

describe("amending an agreement in force", function () {
  this.timeout(120_000);
  let app: TestApp;
  let people: People;
  let agent: Client;
  let mediator: Client;
  let admin: Client;

  before(async () => {
    app = await startTestApp({ clock: new TestClock(START) });
    people = await buildPeople(app);
    [agent, mediator, admin] = [
      await app.signIn("agent"),
      await app.signIn("mediator"),
      await app.signIn("admin"),
    ];
  });
  beforeEach(() => app.clock.set(START));
  after(() => app.close());

  const planOf = async (caseId: string) => (await agent.get(`/api/cases/${caseId}/plan`).expect(200)).body;
  const pay = (caseId: string, amount: number, reference: string) =>
    agent.post(`/api/cases/${caseId}/payments`, { fen: amount, paidOn: "2026-11-02", reference });
  const eventsOf = async (caseId: string) =>
    (await app.tx((tx) => app.services.journal.page(tx, caseId, 0, 500))).map((event) => event.type);
  const statementOf = (caseId: string) => app.tx((tx) => app.services.statements.current(tx, caseId));
  const sumOf = async (caseId: string) =>
    (await statementOf(caseId)).lines.reduce((sum, line) => sum + line.fen, 0);

  it("makes a new version that takes the earlier one's place by number and hash", async () => {
    const { theCase, agreementId: earlierId, contentHash: earlierHash } = await buildPerforming(app, people);
    await pay(theCase.id, 414_854, "一").expect(200);
    const begun = await mediator.post(`/api/cases/${theCase.id}/renegotiation`).expect(200);
    expect(begun.body).to.include({ stage: "negotiating" });
    expect(begun.body.amendment).to.have.property("begunAt");
    expect(await sumOf(theCase.id)).to.equal(TOTAL - 414_854);

    app.clock.advance(60_000);
    // Money still comes in under the agreement in force; the new plan begins with it.
    await pay(theCase.id, 100_000, "二").expect(200);
    expect((await planOf(theCase.id)).stage).to.equal("negotiating");
    await agreeOnTerms(app, people, theCase, { terms: { schedule: { ...LATER } } });
    const next = await currentAgreement(app, theCase);
    expect(next.agreementId).to.not.equal(earlierId);
    const draft = await mediator.get(`/api/agreements/${next.agreementId}/document.pdf`).expect(200);
    const words = wordsOf(draft.body);
    const earlier = (await mediator.get(`/api/agreements/${earlierId}`).expect(200)).body;
    expect(words).to.include(earlier.number).and.to.include(earlierHash);
    expect(words).to.match(/取代/);

    await signAll(app, theCase, next);
    await admin.post(`/api/agreements/${next.agreementId}/seal`).expect(200);
    const plan = await planOf(theCase.id);
    expect(plan).to.include({ stage: "performing", agreementId: next.agreementId, amendment: null });
    expect(plan.totals.dueFen).to.equal(TOTAL - 414_854);
    expect(plan.totals.paidFen).to.equal(100_000);
    expect(plan.entries).to.have.length(1);
    expect(plan.entries[0]).to.include({ kind: "carried_over", fen: 100_000 });
    const entries = await app.tx((tx) =>
      rows(
        tx.manager,
        `SELECT kind, instalment_number AS number, fen::int FROM plan_entry
         WHERE agreement_id = $1 ORDER BY instalment_number`,
        [earlierId],
      ),
    );
    // Paid 414,854 and 100,000 of three instalments: the second is open but for 100,000, the third whole.
    expect(entries).to.deep.equal([
      { kind: "superseded", number: 2, fen: 414_853 - 100_000 },
      { kind: "superseded", number: 3, fen: 414_853 },
    ]);
    expect(await eventsOf(theCase.id)).to.include.members([
      "amendment.begun",
      "agreement.superseded",
      "amendment.ended",
    ]);
    expect((await mediator.get(`/api/agreements/${next.agreementId}`)).body.supersedes).to.deep.equal({
      id: earlierId,
      number: earlier.number,
    });
    expect((await mediator.get(`/api/agreements/${earlierId}`)).body.supersededBy).to.equal(next.agreementId);
  });

  it("tells who verifies the earlier document that another took its place, and nothing of what it says", async () => {
    const { theCase, agreementId } = await buildPerforming(app, people);
    await mediator.post(`/api/cases/${theCase.id}/renegotiation`).expect(200);
    await agreeOnTerms(app, people, theCase, { terms: { schedule: { ...LATER } } });
    const next = await currentAgreement(app, theCase);
    const codeOf = async (id: string) => {
      const [row] = await app.tx((tx) =>
        rows<{ code: string }>(tx.manager, `SELECT code FROM sealed_document WHERE subject_id = $1`, [id]),
      );
      return row!.code;
    };
    const code = await codeOf(agreementId);
    const visitor = await app.visitor();
    expect((await visitor.get(`/api/public/documents/${code}`).expect(200)).body.superseded).to.equal(false);
    await signAll(app, theCase, next);
    await admin.post(`/api/agreements/${next.agreementId}/seal`).expect(200);
    const { body } = await visitor.get(`/api/public/documents/${code}`).expect(200);
    expect(body.superseded).to.equal(true);
    expect(JSON.stringify(body)).to.not.include("张小伟").and.to.not.include(theCase.number);
    const now = await visitor.get(`/api/public/documents/${await codeOf(next.agreementId)}`).expect(200);
    expect(now.body.superseded).to.equal(false);
  });

  it("goes on under the agreement in force when the talks end, on the statement it was made of", async () => {
    const { theCase } = await buildPerforming(app, people, { waivePenaltyOnCompletion: true });
    const before = await sumOf(theCase.id);
    await pay(theCase.id, 50_000, "一").expect(200);
    await agent.post(`/api/cases/${theCase.id}/renegotiation`).expect(200);
    expect(await sumOf(theCase.id)).to.equal(before - 50_000);
    await (await borrowerClient(app, theCase)).post(`/api/cases/${theCase.id}/renegotiation/end`).expect(403);
    const kept = await mediator.post(`/api/cases/${theCase.id}/renegotiation/end`).expect(200);
    expect(kept.body).to.include({ stage: "performing", amendment: null });
    expect(await sumOf(theCase.id)).to.equal(before);
    const again = await mediator.post(`/api/cases/${theCase.id}/renegotiation/end`);
    expect(again.body.code).to.equal("stage_forbids");
  });

  it("does not end a mediation whose agreement is being kept: who leaves goes back to it", async () => {
    const { theCase } = await buildPerforming(app, people);
    await agent.post(`/api/cases/${theCase.id}/renegotiation`).expect(200);
    const borrower = await borrowerClient(app, theCase);
    await borrower.post(`/api/cases/${theCase.id}/borrower-response`, { answer: "decline" }).expect(200);
    expect((await planOf(theCase.id)).stage).to.equal("performing");
    expect(await eventsOf(theCase.id)).to.not.include("case.terminated");
    await pay(theCase.id, 1_000, "其后").expect(200);
  });

  it("returns a broken plan to being broken, and lets its mediation end as before", async () => {
    const { theCase } = await buildPerforming(app, people);
    app.clock.set("2027-01-04T02:00:00.000Z");
    const [later, mediatorLater] = [await app.signIn("agent"), await app.signIn("mediator")];
    await later.post(`/api/cases/${theCase.id}/breach`).expect(200);
    await later.post(`/api/cases/${theCase.id}/renegotiation`).expect(200);
    const kept = await mediatorLater.post(`/api/cases/${theCase.id}/renegotiation/end`).expect(200);
    expect(kept.body.stage).to.equal("breached");
    await later.post(`/api/cases/${theCase.id}/renegotiation`).expect(200);
    await mediatorLater.post(`/api/cases/${theCase.id}/terminate`, { reason: "impasse" }).expect(200);
    const found = await app.tx((tx) => app.services.cases.find(tx, theCase.id));
    expect(found.stage).to.equal("terminated");
  });

  it("completes the plan in force when its last payment comes during the talks", async () => {
    const { theCase } = await buildPerforming(app, people);
    await agent.post(`/api/cases/${theCase.id}/renegotiation`).expect(200);
    await agreeOnTerms(app, people, theCase, { terms: { schedule: { ...LATER } } });
    const open = await currentAgreement(app, theCase);
    const done = await pay(theCase.id, TOTAL, "全部").expect(200);
    expect(done.body.stage).to.equal("completed");
    expect((await mediator.get(`/api/agreements/${open.agreementId}`)).body.status).to.equal("withdrawn");
  });

  it("amends twice, and certifies what was paid under all three", async () => {
    const { theCase } = await buildPerforming(app, people, { waivePenaltyOnCompletion: true });
    await pay(theCase.id, 60_000, "一").expect(200);
    for (const count of [6, 2]) {
      await agent.post(`/api/cases/${theCase.id}/renegotiation`).expect(200);
      await agreeOnTerms(app, people, theCase, {
        waivePenaltyOnCompletion: true,
        terms: { schedule: { ...LATER, count } },
      });
      const next = await currentAgreement(app, theCase);
      await signAll(app, theCase, next);
      app.clock.advance(1_000);
      await admin.post(`/api/agreements/${next.agreementId}/seal`).expect(200);
      await pay(theCase.id, 40_000, `第${count}`).expect(200);
    }
    const left = (await planOf(theCase.id)).totals.openFen;
    const done = await pay(theCase.id, left + 7, "余款").expect(200);
    expect(done.body).to.include({ stage: "completed" });
    const { agreementId } = await currentAgreement(app, theCase);
    await app.services.planWork.completions.issue(theCase.id, agreementId);
    const borrower = await borrowerClient(app, theCase);
    const { body: bytes } = await borrower
      .get(`/api/cases/${theCase.id}/completion-certificate.pdf`)
      .expect(200);
    const words = wordsOf(bytes);
    expect(words).to.include("依被取代的协议已付1,000.00");
    expect(words).to.include(
      `依本协议已付${(fen(left + 40_000) / 100).toLocaleString("en", { minimumFractionDigits: 2 })}`,
    );
    expect(words).to.include("多付（应予退还）0.07");
    expectSoundPdf(bytes);
  });
});
