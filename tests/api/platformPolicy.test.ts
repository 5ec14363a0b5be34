import { expect } from "chai";
import { fen } from "../../shared/money/fen.ts";
import type { PolicyLimits } from "../../shared/plans/policy.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { buildPeople, type People } from "../support/people.ts";
import { buildRoomCase } from "../support/roomCase.ts";
import { borrowerClient, termsFor } from "../support/settlement.ts";

const LIMITS: PolicyLimits = {
  maxWaiverBp: { principal: 0, interest: 5_000, penalty: 10_000, fee: 10_000 },
  maxCount: 12,
  maxDeferralMonths: 3,
  minInstalmentFen: fen(10_000),
  minDownPaymentBp: 0,
};
const WIDE: PolicyLimits = { ...LIMITS, maxCount: 36 };
const PATH = "/api/platform-policy";

describe("a platform's limits in tiers", () => {
  let app: TestApp;
  let people: People;
  let approver: Client;
  let agent: Client;

  beforeEach(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    people = await buildPeople(app);
    approver = await app.signIn("approver");
    agent = await app.signIn("agent");
  });
  afterEach(() => app.close());

  /** An offer of 24 parts, which only the wide limits let pass. The contract is overdue since 2025-11-01. */
  async function putLong(): Promise<{ id: string; status: string; breaches: object[] }> {
    const theCase = await buildRoomCase(app, people);
    const { schedule, ...terms } = await termsFor(app, theCase);
    const body = {
      terms: { ...terms, schedule: { ...schedule, count: 24 } },
      expiresAt: "2026-11-09T02:00:00.000Z",
    };
    return (await agent.post(`/api/cases/${theCase.id}/offers`, body).expect(201)).body;
  }
  const set = async (version: number, limits: object) => (await approver.put(PATH, { version, limits })).body;

  it("judge an offer by the first rule that applies to its case", async () => {
    await set(0, {
      rules: [
        { when: { minDaysOverdue: 366 }, limits: WIDE },
        { when: {}, limits: LIMITS },
      ],
    });
    // 2 November 2026 is the 366th day.
    expect((await putLong()).status).to.equal("open");
    await set(1, {
      rules: [
        { when: { minDaysOverdue: 367 }, limits: WIDE },
        { when: {}, limits: LIMITS },
      ],
    });
    const offer = await putLong();
    expect(offer.status).to.equal("awaiting_approval");
    expect(offer.breaches).to.deep.equal([{ limit: "maxCount", allowed: 12, proposed: 24 }]);
  });

  it("concede nothing where no rule applies", async () => {
    await set(0, { rules: [{ when: { riskTier: "A" }, limits: WIDE }] });
    expect((await putLong()).status).to.equal("awaiting_approval");
  });

  it("are kept version by version, those from before there were tiers as a table of one rule", async () => {
    await set(0, LIMITS);
    const table = { rules: [{ when: { product: "星享贷" }, limits: WIDE }] };
    await set(1, table);
    const { body } = await agent.get(`${PATH}/versions`).expect(200);
    const [second, first] = body.items;
    expect(second).to.deep.include({ version: 2, limits: table, setByName: "审批人赵" });
    expect(first).to.deep.include({ version: 1, limits: { rules: [{ when: {}, limits: LIMITS }] } });
    expect((await agent.get(PATH).expect(200)).body).to.deep.equal({ version: 2, limits: table });
    const other = await app.signIn("otherAgent");
    expect((await other.get(`${PATH}/versions`).expect(200)).body.items).to.deep.equal([]);
    await agent.put(PATH, { version: 2, limits: LIMITS }).expect(403);
  });

  it("are refused where a rule can never apply or makes no sense, with its place", async () => {
    const all = { when: {}, limits: LIMITS };
    for (const [limits, pointer] of [
      [{ rules: [all, { when: { minDaysOverdue: 30 }, limits: WIDE }] }, "/limits/rules/1"],
      [{ rules: [] }, "/limits/rules"],
      [{ rules: [{ when: { minDaysOverdue: -1 }, limits: WIDE }] }, "/limits/rules/0/when/minDaysOverdue"],
      [{ rules: [{ when: {}, limits: { ...WIDE, maxCount: 0 } }] }, "/limits/rules/0/limits/maxCount"],
      [{ ...LIMITS, maxCount: 10_000 }, "/limits/maxCount"],
    ] as const)
      for (const send of [
        approver.put(PATH, { version: 0, limits }),
        approver.post(`${PATH}/trial`, { limits }),
      ]) {
        const { body } = await send.expect(400);
        expect(body.errors.map((error: { pointer: string }) => error.pointer)).to.include(pointer);
      }
  });

  it("can be tried on past offers, and nothing is stored", async () => {
    await set(0, LIMITS);
    const long = await putLong();
    const theCase = await buildRoomCase(app, people);
    const borrower = await borrowerClient(app, theCase);
    const body = { terms: await termsFor(app, theCase), expiresAt: "2026-11-09T02:00:00.000Z" };
    await borrower.post(`/api/cases/${theCase.id}/offers`, body).expect(201);

    const wider = (await approver.post(`${PATH}/trial`, { limits: WIDE }).expect(200)).body;
    expect(wider).to.include({ version: 1, offers: 2, insideBefore: 1, insideAfter: 2, changedCount: 1 });
    expect(wider.changed[0]).to.deep.include({ offerId: long.id, inside: true, breaches: [], number: 0 });
    const none = { rules: [{ when: { minDaysOverdue: 5_000 }, limits: WIDE }] };
    const narrower = (await agent.post(`${PATH}/trial`, { limits: none }).expect(200)).body;
    expect(narrower).to.include({ insideAfter: 0, changedCount: 1 });
    expect(narrower.changed[0].breaches[0]).to.deep.equal({ limit: "maxCount", allowed: 1, proposed: 3 });

    expect((await agent.get(PATH).expect(200)).body.version).to.equal(1);
    const other = await app.signIn("otherApprover");
    const foreign = (await other.post(`${PATH}/trial`, { limits: WIDE }).expect(200)).body;
    expect(foreign).to.deep.include({ offers: 0, changed: [] });
  });
});
