import { expect } from "chai";
import type { Case } from "../../server/cases/index.ts";
import { fen } from "../../shared/money/fen.ts";
import type { Suggestions } from "../../shared/offers/suggestions.ts";
import type { PolicyLimits } from "../../shared/plans/policy.ts";
import type { PolicyTable } from "../../shared/plans/policyTable.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { staffActor } from "../support/buildCase.ts";
import { draftOf, lineOf } from "../support/capacity.ts";
import { buildPeople, type People } from "../support/people.ts";
import { buildRoomCase, type CookieClient } from "../support/roomCase.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import { buildTerms, waive } from "../support/terms.ts";
import { borrowerClient } from "../support/settlement.ts";

const LIMITS: PolicyLimits = {
  maxWaiverBp: { principal: 0, interest: 5_000, penalty: 10_000, fee: 10_000 },
  maxCount: 24,
  maxDeferralMonths: 3,
  minInstalmentFen: fen(10_000),
  minDownPaymentBp: 0,
};
const TIGHT: PolicyLimits = { ...LIMITS, maxWaiverBp: { principal: 0, interest: 0, penalty: 0, fee: 0 } };

describe("suggestions", () => {
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let borrower: CookieClient;
  let agent: Client;
  let mediator: Client;
  let version = 0;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    people = await buildPeople(app);
    agent = await app.signIn("agent");
    mediator = await app.signIn("mediator");
  });
  after(() => app.close());

  beforeEach(async () => {
    theCase = await buildRoomCase(app, people);
    borrower = await borrowerClient(app, theCase);
    await setLimits(LIMITS);
  });

  async function setLimits(limits: PolicyLimits | PolicyTable): Promise<void> {
    const actor = staffActor(people.approver, people.platform);
    ({ version } = await app.tx((tx) =>
      app.services.organisations.setPolicy(tx, actor, { version, limits }),
    ));
  }
  const to = () => `/api/cases/${theCase.id}/suggestions`;
  const ask = async (who: Client | CookieClient, body: object = {}): Promise<Suggestions> =>
    (await who.post(to(), body).expect(200)).body;
  const bytes = async (who: Client | CookieClient, body: object = {}): Promise<string> =>
    (await who.post(to(), body).expect(200)).text;

  async function handIn(yuan: number): Promise<void> {
    const path = `/api/cases/${theCase.id}/capacity`;
    const { body: before } = await borrower.get(path).expect(200);
    const lines = [lineOf("earnings", yuan), lineOf("foodAndHousekeeping", 1_000)];
    const saved = await borrower.put(path, draftOf(before.version, { lines })).expect(200);
    await borrower.post(`${path}/submission`, { version: saved.body.version }).expect(200);
  }
  async function share(): Promise<number> {
    const path = `/api/cases/${theCase.id}/capacity`;
    const { body } = await borrower.get(path).expect(200);
    const perMonthFen: number = body.submitted.assessment.worst.capacityFen;
    await borrower.post(`${path}/sharing`, { perMonthFen }).expect(200);
    return perMonthFen;
  }
  const plansOf = (answer: Suggestions) => {
    if (answer.kind !== "plans") throw new Error(`no plan: ${answer.reason}`);
    return answer;
  };

  it("to the borrower fit the worst month, and can be put as they are", async () => {
    await handIn(3_000);
    const { perMonthFen, plans } = plansOf(await ask(borrower));
    // 3,000 less 20 % is 2,400; 1,000 to live on and 5 % kept back leave 1,280; the cap is 1,200.
    expect(perMonthFen).to.equal(120_000);
    expect(plans.flatMap(({ tradeOffs }) => tradeOffs)).to.have.members([
      "lowest_monthly",
      "soonest_done",
      "least_in_total",
    ]);
    for (const plan of plans) {
      expect(plan.peakFen).to.be.at.most(120_000);
      expect(plan.totals.waivedFen).to.equal(0);
      expect(plan.annualised).to.deep.equal({ nominal: "0.000000", effective: "0.000000" });
    }
    const body = { terms: plans[0]!.terms, expiresAt: "2026-11-09T02:00:00.000Z" };
    await borrower.post(`/api/cases/${theCase.id}/offers`, body).expect(201);
  });

  it("to a borrower who has said nothing need a figure first, and go by the one that is typed", async () => {
    expect(await ask(borrower)).to.include({ kind: "no_plan", reason: "capacity_unknown" });
    const { plans } = plansOf(await ask(borrower, { monthlyFen: 80_000 }));
    expect(Math.max(...plans.map(({ peakFen }) => peakFen))).to.be.at.most(80_000);
    for (const wrong of [0, -1, 0.5, "800", 1e300]) {
      const { body } = await borrower.post(to(), { monthlyFen: wrong }).expect(400);
      expect(body.errors[0].pointer).to.equal("/monthlyFen");
    }
  });

  it("are none where nothing is left to pay with, but what may help", async () => {
    await handIn(1_100);
    for (const who of [borrower, mediator])
      expect(await ask(who, { monthlyFen: 90_000 })).to.deep.equal({
        kind: "no_plan",
        reason: "capacity_zero",
        advice: "referral",
      });
  });

  it("to the platform keep to its own limits and to what the borrower shared", async () => {
    await handIn(3_000);
    const before = plansOf(await ask(agent));
    expect(before.perMonthFen).to.equal(null);
    const shared = await share();
    const { perMonthFen, plans } = plansOf(await ask(agent));
    expect(perMonthFen).to.equal(shared);
    const least = plans.find(({ tradeOffs }) => tradeOffs.includes("least_in_total"))!;
    expect(least.totals.waivedFen).to.equal(10_000 + 17_280);
    for (const plan of plans) {
      expect(plan.peakFen).to.be.at.most(shared);
      expect(plan.terms.schedule.count).to.be.at.most(24);
    }
    const body = { terms: least.terms, expiresAt: "2026-11-09T02:00:00.000Z" };
    const { body: put } = await agent.post(`/api/cases/${theCase.id}/offers`, body).expect(201);
    expect(put).to.include({ status: "open" });
  });

  it("to the platform ask for the down payment its limits ask for", async () => {
    await setLimits({ ...LIMITS, minDownPaymentBp: 1_000 });
    const { plans } = plansOf(await ask(agent));
    expect(plans[0]!.terms.downPaymentFen).to.equal(124_456);
    expect(plans[0]!.terms.downPaymentDue).to.equal("2026-11-09");
  });

  describe("tell nobody anything of the other side", () => {
    it("the platform's limits change no byte of what borrower and mediator get", async () => {
      await handIn(3_000);
      const seen = [];
      const table = { rules: [{ when: { minDaysOverdue: 90 }, limits: LIMITS }] };
      const down = { ...TIGHT, minDownPaymentBp: 5_000, maxCount: 1 };
      for (const limits of [LIMITS, TIGHT, down, table]) {
        await setLimits(limits);
        const basis = `/api/cases/${theCase.id}/terms-basis`;
        seen.push([
          await bytes(borrower),
          await bytes(borrower, { monthlyFen: 70_000 }),
          await bytes(mediator),
          await bytes(borrower, { annualRate: "0.12" }),
          await bytes(mediator, { annualRate: "0.12", monthlyFen: 70_000 }),
          (await borrower.get(basis).expect(200)).text,
          (await mediator.get(basis).expect(200)).text,
        ]);
      }
      for (const other of seen) expect(other).to.deep.equal(seen[0]);
    });

    it("the borrower's means change no byte of what the platform gets until they are shared", async () => {
      const seen = [];
      for (const yuan of [null, 3_000, 9_000, 1_100]) {
        if (yuan !== null) await handIn(yuan);
        const basis = await agent.get(`/api/cases/${theCase.id}/terms-basis`).expect(200);
        seen.push([
          await bytes(agent),
          await bytes(agent, { monthlyFen: 70_000, annualRate: "0.12" }),
          basis.text,
        ]);
      }
      for (const other of seen) expect(other).to.deep.equal(seen[0]);
    });

    it("once a figure is shared the platform goes by it and by nothing that came later", async () => {
      await handIn(3_000);
      await share();
      const before = await bytes(agent);
      await handIn(9_000);
      expect(await bytes(agent)).to.equal(before);
    });
  });

  const offer = async (who: Client | CookieClient, more: Partial<Terms> = {}, extra: object = {}) => {
    const { body: basis } = await who.get(`/api/cases/${theCase.id}/terms-basis`).expect(200);
    const body = { terms: buildTerms(basis, more), expiresAt: "2026-11-09T02:00:00.000Z", ...extra };
    return await who.post(`/api/cases/${theCase.id}/offers`, body).expect(201);
  };

  it("of every kind that is asked for can be put as they are", async () => {
    await setLimits({ ...LIMITS, maxCount: 36 });
    const { plans } = plansOf(await ask(agent, { annualRate: "0.06" }));
    const families = plans.map(({ terms }) => terms.schedule.family);
    expect(families).to.include.members(["equal_instalment", "equal_principal", "stepped", "balloon"]);
    for (const { terms } of plans) {
      const { body } = await agent
        .post(`/api/cases/${theCase.id}/offers`, { terms, expiresAt: "2026-11-09T02:00:00.000Z" })
        .expect(201);
      expect(body.status).to.equal("open");
      await agent.post(`/api/offers/${body.id}/withdraw`).expect(200);
    }
    for (const wrong of ["2", "-0.1", "0,06", 0.06]) {
      const { body } = await agent.post(to(), { annualRate: wrong }).expect(400);
      expect(body.errors[0].pointer).to.equal("/annualRate");
    }
  });

  it("to borrower and mediator take up what the platform put on the table, and nothing it did not put", async () => {
    await handIn(3_000);
    const before = [await bytes(borrower), await bytes(mediator)];
    const { body: basis } = await agent.get(`/api/cases/${theCase.id}/terms-basis`).expect(200);
    await setLimits(TIGHT);
    // Beyond the limits: it waits for the approver, and nobody outside the platform may notice.
    const { body: waiting } = await offer(agent, { waivers: waive(basis, "interest") });
    expect(waiting.status).to.equal("awaiting_approval");
    expect([await bytes(borrower), await bytes(mediator)]).to.deep.equal(before);
    await agent.post(`/api/offers/${waiting.id}/withdraw`).expect(200);
    await setLimits({ ...LIMITS, maxWaiverBp: { principal: 0, interest: 10_000, penalty: 0, fee: 0 } });
    await offer(agent, { waivers: waive(basis, "interest") });
    for (const who of [borrower, mediator])
      for (const { totals } of plansOf(await ask(who)).plans) expect(totals.waivedFen).to.equal(34_560);
  });

  it("are for the parties of the case", async () => {
    const other = await app.signIn("otherAgent");
    await other.post(to()).expect(404);
    const admin = await app.signIn("admin");
    await admin.post(to()).expect(403);
  });
});
