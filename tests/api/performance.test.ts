import { expect } from "chai";
import { startTestApp, TestClock, type Client, type TestApp } from "../support/app.ts";
import { buildPeople, type People } from "../support/people.ts";
import { agreeOnTerms, borrowerClient, buildAgreed, buildPerforming } from "../support/settlement.ts";

const START = "2026-11-02T02:00:00.000Z";
/** Three instalments of 12,445.60 yuan: the residue of a fen goes to the first. */
const PARTS = [414_854, 414_853, 414_853];
const TOTAL = 1_244_560;

describe("performance", () => {
  let app: TestApp;
  let people: People;
  let agent: Client;
  let mediator: Client;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp({ clock: new TestClock(START) });
    people = await buildPeople(app);
    agent = await app.signIn("agent");
    mediator = await app.signIn("mediator");
  });
  beforeEach(() => app.clock.set(START));
  after(() => app.close());

  const planOf = async (caseId: string) => (await agent.get(`/api/cases/${caseId}/plan`).expect(200)).body;
  const pay = (caseId: string, amount: number, paidOn: string, reference: string) =>
    agent.post(`/api/cases/${caseId}/payments`, { fen: amount, paidOn, reference });
  const eventsOf = async (caseId: string) =>
    (await app.tx((tx) => app.services.journal.page(tx, caseId, 0, 500))).map((event) => event.type);
  /** A sign-in does not outlive the months between two instalments. */
  const at = async (instant: string) => {
    app.clock.set(instant);
    agent = await app.signIn("agent");
    mediator = await app.signIn("mediator");
  };

  it("shows the plan of an agreement in force to everybody in the case", async () => {
    const { theCase } = await buildPerforming(app, people);
    const borrower = await borrowerClient(app, theCase);
    for (const client of [agent, mediator, borrower, await app.signIn("admin")]) {
      const { body } = await client.get(`/api/cases/${theCase.id}/plan`).expect(200);
      expect(body.instalments.map((each: { dueFen: number }) => each.dueFen)).to.deep.equal(PARTS);
      expect(body.instalments.map((each: { due: string }) => each.due)).to.deep.equal([
        "2026-12-15",
        "2027-01-15",
        "2027-02-15",
      ]);
      expect(body.totals).to.deep.equal({
        dueFen: TOTAL,
        paidFen: 0,
        openFen: TOTAL,
        overdueFen: 0,
        creditFen: 0,
      });
    }
    expect((await planOf(theCase.id)).abilities).to.deep.equal(["record_payment", "renegotiate"]);
    expect((await borrower.get(`/api/cases/${theCase.id}/plan`)).body.abilities).to.deep.equal([]);
    await (await app.signIn("otherAgent")).get(`/api/cases/${theCase.id}/plan`).expect(404);
  });

  it("has no plan before the seal", async () => {
    const { theCase } = await buildAgreed(app, people);
    await agent.get(`/api/cases/${theCase.id}/plan`).expect(404);
  });

  it("records a payment once per reference", async () => {
    const { theCase } = await buildPerforming(app, people);
    await pay(theCase.id, 500_000, "2026-11-02", "转账-1").expect(200);
    const again = await pay(theCase.id, 500_000, "2026-11-02", "转账-1").expect(200);
    expect(again.body.totals.paidFen).to.equal(500_000);
    expect(again.body.payments).to.have.length(1);
    expect(again.body.payments[0].allocation).to.deep.equal([
      { number: 1, fen: PARTS[0] },
      { number: 2, fen: 500_000 - PARTS[0]! },
    ]);
    expect((await pay(theCase.id, 1, "2026-11-02", "转账-1")).body.code).to.equal("already_done");
    expect((await eventsOf(theCase.id)).filter((type) => type === "payment.recorded")).to.have.length(1);
  });

  it("records two different payments sent at the same moment, both", async () => {
    const { theCase } = await buildPerforming(app, people);
    await Promise.all([
      pay(theCase.id, 100, "2026-11-02", "a").expect(200),
      pay(theCase.id, 200, "2026-11-02", "b").expect(200),
    ]);
    expect((await planOf(theCase.id)).totals.paidFen).to.equal(300);
  });

  it("refuses dates that cannot be and sums that are none", async () => {
    const { theCase } = await buildPerforming(app, people);
    for (const [amount, paidOn] of [
      [100, "2026-11-03"],
      [100, "2026-11-01"],
      [100, "2026-02-30"],
      [0, "2026-11-02"],
      [-5, "2026-11-02"],
      [1.5, "2026-11-02"],
    ] as const) {
      await pay(theCase.id, amount, paidOn, "x").expect(400);
    }
    expect((await planOf(theCase.id)).payments).to.deep.equal([]);
  });

  it("completes the case with the last payment and shows what was paid too much", async () => {
    const { theCase } = await buildPerforming(app, people);
    const done = await pay(theCase.id, TOTAL + 44, "2026-11-02", "全部").expect(200);
    expect(done.body.stage).to.equal("completed");
    expect(done.body.totals).to.include({ openFen: 0, creditFen: 44 });
    expect(done.body.abilities).to.deep.equal([]);
    expect((await eventsOf(theCase.id)).slice(-3)).to.deep.equal([
      "payment.recorded",
      "plan.completed",
      "case.stageChanged",
    ]);
    expect((await pay(theCase.id, 1, "2026-11-02", "更多")).body.code).to.equal("stage_forbids");
  });

  it("breaks only after the days of grace, and heals when the arrears are paid", async () => {
    const { theCase } = await buildPerforming(app, people);
    const breach = () => agent.post(`/api/cases/${theCase.id}/breach`);
    await at("2026-12-20T15:59:00.000Z"); // the last minute of the last day of grace in Shanghai
    expect((await breach()).body.code).to.equal("stage_forbids");
    expect((await planOf(theCase.id)).instalments[0].overdue).to.equal(true);
    await at("2026-12-20T16:00:00.000Z");
    expect((await planOf(theCase.id)).abilities).to.include("declare_breach");
    expect((await breach().expect(200)).body.stage).to.equal("breached");
    expect((await pay(theCase.id, PARTS[0]! - 1, "2026-12-21", "部分").expect(200)).body.stage).to.equal(
      "breached",
    );
    expect((await pay(theCase.id, 1, "2026-12-21", "余款").expect(200)).body.stage).to.equal("performing");
    expect(await eventsOf(theCase.id)).to.include.members(["plan.breached", "plan.cured"]);
  });

  it("completes a broken plan that is paid off, by way of its cure", async () => {
    const { theCase } = await buildPerforming(app, people);
    await at("2027-01-04T02:00:00.000Z");
    await mediator.post(`/api/cases/${theCase.id}/breach`).expect(200);
    expect((await pay(theCase.id, TOTAL, "2027-01-04", "全部").expect(200)).body.stage).to.equal("completed");
    expect((await eventsOf(theCase.id)).slice(-5)).to.deep.equal([
      "payment.recorded",
      "plan.cured",
      "plan.completed",
      "case.stageChanged",
      "case.stageChanged",
    ]);
  });

  it("goes back to the table on what is really left", async () => {
    const { theCase } = await buildPerforming(app, people, { waivePenaltyOnCompletion: true });
    await pay(theCase.id, 100_000, "2026-11-02", "首付").expect(200);
    await at("2027-01-04T02:00:00.000Z");
    await agent.post(`/api/cases/${theCase.id}/breach`).expect(200);
    await (await borrowerClient(app, theCase)).post(`/api/cases/${theCase.id}/renegotiation`).expect(403);
    const again = await mediator.post(`/api/cases/${theCase.id}/renegotiation`).expect(200);
    expect(again.body.stage).to.equal("negotiating");
    const { lines, statement } = await app.tx((tx) => app.services.statements.current(tx, theCase.id));
    expect(statement.version).to.equal(2);
    expect(lines.reduce((sum, line) => sum + line.fen, 0)).to.equal(TOTAL - 100_000);
    const found = await app.tx((tx) => app.services.cases.find(tx, theCase.id));
    expect(found.claimedFen).to.equal(TOTAL - 100_000);
    await agreeOnTerms(app, people, theCase, {
      terms: { schedule: { ...SCHEDULE, firstDue: "2027-02-15" } },
    });
    const { body } = await mediator.get(`/api/cases/${theCase.id}/agreement`).expect(200);
    expect(body).to.include({ status: "review", totalFen: TOTAL - 100_000 });
  });

  const SCHEDULE = {
    family: "level",
    count: 3,
    every: { months: 1 },
    firstDue: "2026-12-15",
    annualRate: "0",
    dayCount: "30/360",
  } as const;
});
