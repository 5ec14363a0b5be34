import { expect } from "chai";
import { fen } from "../../shared/money/fen.ts";
import { startTestApp, TestClock, type Client, type TestApp } from "../support/app.ts";
import { aDebt, buildCase } from "../support/buildCase.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerClient, buildPerforming } from "../support/settlement.ts";

const START = "2026-11-02T02:00:00.000Z";

describe("legal checks of a case", () => {
  let app: TestApp;
  let people: People;
  let agent: Client;
  let admin: Client;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp({ clock: new TestClock(START) });
    people = await buildPeople(app);
    agent = await app.signIn("agent");
    admin = await app.signIn("admin");
  });
  after(() => app.close());

  const checks = async (caseId: string, client: Pick<Client, "get"> = agent) =>
    (await client.get(`/api/cases/${caseId}/legal-checks`).expect(200)).body;

  it("measure each contract by the rule of its dates, with what the court would cost", async () => {
    const debts = [
      aDebt("LC-1", { interestFen: fen(300_000), penaltyFen: fen(50_000) }),
      aDebt("LC-2", { disbursedOn: null }),
    ];
    const theCase = await buildCase(app, people, { debts });
    const { asOf, contracts, court } = await checks(theCase.id);
    expect(asOf).to.equal("2026-10-31");
    const [known, unknown] = contracts;
    // 12,000.00 at 24 % for the 364 days since 2025-11-01.
    expect(known.claim).to.deep.include({
      status: "measured",
      claimedFen: 350_000,
      allowedFen: 287_211,
      differenceFen: 62_789,
      confidence: "RECALLED",
      toBeConfirmed: true,
      effect: "reduced_on_request",
    });
    expect(known.claim.rule).to.deep.include({ id: "financial-24", toBeConfirmed: true });
    expect(known.claim.explanation.zh).to.include("超出627.89元");
    expect(known.limitation).to.deep.include({ date: "2029-03-01", expired: false });
    expect(known.limitation.ignored[0]).to.deep.include({ kind: "private_centre_mediation" });
    expect(unknown.claim).to.deep.include({ status: "not_enough_data", missing: ["disbursedOn"] });
    expect([unknown.limitation, unknown.recomputation.status]).to.deep.equal([null, "not_enough_data"]);
    expect(court.claimFen).to.equal(2_794_560);
    expect(court.fee).to.deep.include({ fullFen: 49_864, halfFen: 24_932, paymentOrderFen: 16_621 });
    expect(court.smallClaims).to.deep.equal({ status: "not_assessed" });
  });

  it("put our own calculation beside each line, with what it takes for granted", async () => {
    const theCase = await buildCase(app, people);
    const [contract] = (await checks(theCase.id)).contracts;
    expect(contract.recomputation.assumptions).to.include("repayments_spread_evenly");
    for (const line of contract.lines) {
      if (line.computedFen === null) expect(line.reason).to.be.a("string");
      else expect(line.differenceFen).to.equal(line.statedFen - line.computedFen);
    }
    expect(contract.lines.map((line: { component: string }) => line.component)).to.deep.equal([
      "principal",
      "interest",
      "penalty",
      "fee",
    ]);
  });

  it("say when the limitation period has run out", async () => {
    const old = aDebt("LC-OLD", { disbursedOn: "2020-01-15", overdueSince: "2020-06-15" });
    const [contract] = (await checks((await buildCase(app, people, { debts: [old] })).id)).contracts;
    expect(contract.limitation).to.deep.include({ date: "2024-01-15", expired: true });
  });

  it("count an agreement in force and payments under it as restarts, the same for every party", async () => {
    const { theCase } = await buildPerforming(app, people);
    await agent
      .post(`/api/cases/${theCase.id}/payments`, { fen: 100, paidOn: "2026-11-02", reference: "r1" })
      .expect(200);
    const seen = await checks(theCase.id);
    const kinds = seen.contracts[0].limitation.counted.map((restart: { kind: string }) => restart.kind);
    expect(kinds).to.deep.equal(["instalment_plan", "part_payment"]);
    expect(seen.contracts[0].limitation.basis.kind).to.equal("part_payment");
    for (const client of [admin, await app.signIn("mediator"), await borrowerClient(app, theCase)]) {
      expect(await checks(theCase.id, client)).to.deep.equal(seen);
    }
    for (const name of ["otherAgent", "otherMediator"]) {
      await (await app.signIn(name)).get(`/api/cases/${theCase.id}/legal-checks`).expect(404);
    }
    await (await app.signIn("lawyer")).get(`/api/cases/${theCase.id}/legal-checks`).expect(403);
  });

  it("follow a rule the administrator entered, for the dates it is in force", async () => {
    const { version } = (await admin.get("/api/law/rules").expect(200)).body;
    const theCase = await buildCase(app, people, {
      debts: [aDebt("LC-NEW"), aDebt("LC-BEFORE", { disbursedOn: "2024-12-31" })],
    });
    const rule = { rule: "金融借款上限", to: null, source: "测试规则", confidence: "READ", replaces: null };
    const value = { lenderTypes: ["consumer_finance"], limit: { annualRate: "0.01" }, effect: "void_above" };
    await admin
      .post("/api/law/rules", { ...rule, matter: "cap", from: "2025-01-01", value, version })
      .expect(201);
    const wage = { province: "上海市", averageWageFen: 12_000_000 };
    await admin
      .post("/api/law/rules", {
        ...rule,
        matter: "small_claims",
        from: "2026-07-01",
        value: wage,
        version: version + 1,
      })
      .expect(201);
    const { contracts, court } = await checks(theCase.id);
    const [after, before] = contracts;
    expect(after.claim).to.deep.include({ allowedFen: 11_967, confidence: "READ", toBeConfirmed: false });
    expect(before.claim.rule.id).to.equal("financial-24");
    expect(court.smallClaims).to.deep.include({ status: "within", limitFen: 6_000_000, province: "上海市" });
  });
});
