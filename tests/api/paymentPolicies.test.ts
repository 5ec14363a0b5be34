import { expect } from "chai";
import type { PaymentPolicies, Terms } from "../../shared/plans/terms.ts";
import { startTestApp, TestClock, type Client, type TestApp } from "../support/app.ts";
import { buildPeople, type People } from "../support/people.ts";
import { buildPerforming } from "../support/settlement.ts";

const START = "2026-11-02T02:00:00.000Z";
const TOTAL = 1_244_560;
/** 1 % a month on what is left: 12,445.60, then two thirds and one third of it. */
const INTEREST = [12_446, 8_297, 4_149];

describe("the plan under agreed payment policies", () => {
  let app: TestApp;
  let people: People;
  let agent: Client;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp({ clock: new TestClock(START) });
    people = await buildPeople(app);
  });
  beforeEach(async () => {
    app.clock.set(START);
    agent = await app.signIn("agent");
  });
  after(() => app.close());

  async function performing(payments: PaymentPolicies): Promise<string> {
    const schedule: Terms["schedule"] = {
      family: "equal_principal",
      count: 3,
      every: { months: 1 },
      firstDue: "2026-12-15",
      annualRate: "0.12",
      dayCount: "30/360",
    };
    const { theCase } = await buildPerforming(app, people, { terms: { payments, schedule } });
    return theCase.id;
  }
  const pay = (caseId: string, amount: number, paidOn = "2026-11-02") =>
    agent.post(`/api/cases/${caseId}/payments`, { fen: amount, paidOn, reference: `转账-${amount}` });
  const open = (body: { instalments: { openFen: number }[] }) =>
    body.instalments.map(({ openFen }) => openFen);

  it("puts early money on the last instalments", async () => {
    const caseId = await performing({ early: "latest_first" });
    const { body: before } = await agent.get(`/api/cases/${caseId}/plan`).expect(200);
    const [first = 0, second = 0, third = 0] = open(before);
    expect(first + second + third).to.equal(TOTAL + INTEREST.reduce((sum, each) => sum + each, 0));
    const { body } = await pay(caseId, first + 100_000).expect(200);
    expect(open(body)).to.deep.equal([0, second, third - 100_000]);
  });

  it("ends interest of periods not begun when everything else is paid", async () => {
    const caseId = await performing({ settledEarly: "future_interest_dropped" });
    const { body } = await pay(caseId, TOTAL + (INTEREST[0] ?? 0)).expect(200);
    expect(open(body)).to.deep.equal([0, 0, 0]);
    expect(body.stage).to.equal("completed");
    expect(body.totals).to.include({ dueFen: TOTAL + (INTEREST[0] ?? 0), openFen: 0, creditFen: 0 });
  });

  it("refuses a payment that does not cover interest, and names the field", async () => {
    const caseId = await performing({ partial: "must_cover_interest" });
    const { body } = await pay(caseId, (INTEREST[0] ?? 0) - 1).expect(400);
    expect(body.errors[0]).to.include({ pointer: "/fen", code: "below_interest" });
    await pay(caseId, INTEREST[0] ?? 0).expect(200);
  });

  it("moves a missed instalment to the end, once", async () => {
    const caseId = await performing({ missed: "moves_to_end" });
    app.clock.set("2026-12-28T02:00:00.000Z");
    agent = await app.signIn("agent");
    const { body } = await agent.get(`/api/cases/${caseId}/plan`).expect(200);
    expect(body.instalments.map(({ number }: { number: number }) => number)).to.deep.equal([2, 3, 1]);
    expect(body.totals.overdueFen).to.equal(0);
    expect(body.abilities).to.not.include("declare_breach");
    app.clock.set("2027-08-02T02:00:00.000Z");
    agent = await app.signIn("agent");
    const { body: later } = await agent.get(`/api/cases/${caseId}/plan`).expect(200);
    expect(later.abilities).to.include("declare_breach");
  });
});
