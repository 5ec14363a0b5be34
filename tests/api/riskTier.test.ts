import { expect } from "chai";
import { fen } from "../../shared/money/fen.ts";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import { allRoutes } from "../../server/routes.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { aDebt, buildCase } from "../support/buildCase.ts";
import { readablePaths } from "../support/outsideView.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";
import { termsFor } from "../support/settlement.ts";

const MARK = "暗号等级七";
const LIMITS = {
  maxWaiverBp: { principal: 0, interest: 5_000, penalty: 10_000, fee: 10_000 },
  maxCount: 12,
  maxDeferralMonths: 3,
  minInstalmentFen: fen(10_000),
  minDownPaymentBp: 0,
};
const TABLE = {
  rules: [
    { when: { riskTier: MARK }, limits: { ...LIMITS, maxCount: 36 } },
    { when: {}, limits: LIMITS },
  ],
};

describe("the platform's risk tier of a case", () => {
  let app: TestApp;
  let people: People;
  let agent: Client;
  let theCase: Case;

  beforeEach(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    people = await buildPeople(app);
    agent = await app.signIn("agent");
    await (
      await app.signIn("approver")
    )
      .put("/api/platform-policy", { version: 0, limits: TABLE })
      .expect(200);
    theCase = await buildRoomCase(app, people);
  });
  afterEach(() => app.close());

  const set = (riskTier: string | null, client: Pick<Client, "put"> = agent) =>
    client.put(`/api/cases/${theCase.id}/risk-tier`, { riskTier });
  async function putLong(): Promise<{ status: string }> {
    const { schedule, ...terms } = await termsFor(app, theCase);
    const body = {
      terms: { ...terms, schedule: { ...schedule, count: 24 } },
      expiresAt: "2026-11-09T02:00:00.000Z",
    };
    return (await agent.post(`/api/cases/${theCase.id}/offers`, body).expect(201)).body;
  }

  it("comes with the export, is set by the platform, and is written down for the platform alone", async () => {
    const tiered = (number: string, riskTier: string) => aDebt(number, { riskTier });
    const imported = await buildCase(app, people, { debts: [tiered("T-1", "A"), tiered("T-2", "A")] });
    const mixed = await buildCase(app, people, { debts: [tiered("T-3", "A"), tiered("T-4", "B")] });
    const risk = async (id: string) => (await agent.get(`/api/cases/${id}`).expect(200)).body.risk;
    expect(await risk(imported.id)).to.deep.equal({ tier: "A", tiers: ["A"] });
    expect(await risk(mixed.id)).to.deep.equal({ tier: null, tiers: ["A", "B"] });
    expect((await set("B").expect(200)).body.risk).to.deep.equal({ tier: "B", tiers: ["B"] });
    expect((await set(" ").expect(400)).body.errors[0].pointer).to.equal("/riskTier");
    await set(null).expect(200);
    const { body } = await agent.get(`/api/cases/${theCase.id}/timeline?limit=200`).expect(200);
    const payloads = body.items
      .filter((item: { type: string }) => item.type === "case.riskTierSet")
      .map((item: { payload: object }) => item.payload);
    expect(payloads).to.deep.equal([
      { from: null, to: "B" },
      { from: "B", to: null },
    ]);
  });

  it("chooses the limits an offer is judged by, and those a table is tried with", async () => {
    expect((await putLong()).status).to.equal("awaiting_approval");
    await app.tx((tx) => app.services.offers.expiry.endAll(tx, theCase.id));
    await set(MARK).expect(200);
    expect((await putLong()).status).to.equal("open");
    const approver = await app.signIn("approver");
    const narrow = {
      rules: [{ when: { riskTier: "another" }, limits: TABLE.rules[0]!.limits }, TABLE.rules[1]!],
    };
    const { body } = await approver.post("/api/platform-policy/trial", { limits: narrow }).expect(200);
    expect(body).to.include({ offers: 2, insideBefore: 2, insideAfter: 0, changedCount: 2 });
  });

  it("is nowhere to be read for anybody but the platform", async () => {
    await set(MARK).expect(200);
    await putLong();
    const borrower = await CookieClient.open(app, await borrowerCookie(app, theCase));
    await set("x", borrower).expect(403);
    await set("x", await app.signIn("mediator")).expect(403);
    await set("x", await app.signIn("otherAgent")).expect(404);
    const [debt] = await app.tx((tx) => app.services.statements.debts(tx, theCase.id));
    const [offer] = await app.tx((tx) => rows<{ id: string }>(tx.manager, "SELECT id FROM offer"));
    const nothing = "00000000-0000-4000-8000-000000000000";
    const places = new Proxy<Record<string, string[]>>(
      { caseId: [theCase.id], debtId: [debt!.id], offerId: [offer!.id], code: ["M-1"] },
      { get: (known, name) => known[String(name)] ?? [nothing] },
    );
    const paths = readablePaths(allRoutes(app.services), places);
    const shown = async (client: Pick<Client, "get">): Promise<string[]> => {
      const found: string[] = [];
      for (const path of paths) {
        const { body, text } = await client.get(path);
        if ((text ?? JSON.stringify(body)).includes(MARK)) found.push(path);
      }
      return found;
    };
    expect(await shown(agent)).to.include(`/api/cases/${theCase.id}`);
    for (const name of ["mediator", "admin", "lawyer", "otherAgent", "otherMediator"]) {
      expect(await shown(await app.signIn(name)), name).to.deep.equal([]);
    }
    expect(await shown(borrower), "borrower").to.deep.equal([]);
  });

  it("changes no byte of what the borrower is suggested or shown", async () => {
    const borrower = await CookieClient.open(app, await borrowerCookie(app, theCase));
    const seen = async () => {
      const suggested = await borrower.post(`/api/cases/${theCase.id}/suggestions`, { monthlyFen: 50_000 });
      const basis = await borrower.get(`/api/cases/${theCase.id}/terms-basis`);
      const file = await borrower.get(`/api/cases/${theCase.id}`);
      const timeline = await borrower.get(`/api/cases/${theCase.id}/timeline?limit=200`);
      return [suggested, basis, file, timeline].map(({ status, text }) => `${status} ${text}`);
    };
    const before = await seen();
    await set(MARK).expect(200);
    expect(await seen()).to.deep.equal(before);
  });
});
