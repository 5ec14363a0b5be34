import { expect } from "chai";
import type { Case } from "../../server/cases/index.ts";
import { fen } from "../../shared/money/fen.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { aDebt, buildCase } from "../support/buildCase.ts";
import { addExhibit, photo } from "../support/evidence.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";
import { termsFor } from "../support/settlement.ts";

// oxlint-disable-next-line typescript/no-explicit-any
type View = any;

describe("the statement between both sides", () => {
  let app: TestApp;
  let people: People;
  let agent: Client;
  let mediator: Client;
  let theCase: Case;
  let borrower: CookieClient;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    people = await buildPeople(app);
    agent = await app.signIn("agent");
    mediator = await app.signIn("mediator");
  });
  beforeEach(async () => {
    theCase = await buildRoomCase(app, people);
    borrower = await CookieClient.open(app, await borrowerCookie(app, theCase));
  });
  after(() => app.close());

  type Reader = Pick<Client, "get">;
  const file = async (client: Reader = agent): Promise<View> =>
    (await client.get(`/api/cases/${theCase.id}`).expect(200)).body;
  const lineOf = async (component: string): Promise<View> =>
    (await file()).statement.lines.find((line: View) => line.component === component);
  const path = (line: View) => `/api/cases/${theCase.id}/statement/lines/${line.id}`;
  const eventsOf = async (type: string, client: Reader = mediator): Promise<View[]> => {
    const { body } = await client.get(`/api/cases/${theCase.id}/timeline?limit=200`).expect(200);
    return body.items.filter((item: View) => item.type === type);
  };

  it("is answered by each side with a reason and a document, and both see who said what", async () => {
    const penalty = await lineOf("penalty");
    const paper = await addExhibit(borrower, theCase.id, { bytes: await photo(3), fileName: "a.jpg" }).expect(
      201,
    );
    const disputed = { answer: "disputed", reason: "罚息算多了", exhibitId: paper.body.id };
    await borrower.post(path(penalty), disputed).expect(200);
    await agent.post(path(penalty), { answer: "confirmed", reason: "按合同第八条" }).expect(200);
    for (const client of [agent, borrower, mediator]) {
      const { statement } = await file(client);
      const shown = statement.lines.find((line: View) => line.component === "penalty");
      expect(shown.standing.state).to.equal("contested");
      expect(shown.standing.borrower).to.deep.include({ ...disputed, byName: "张小伟" });
      expect(shown.standing.platform).to.deep.include({ answer: "confirmed", reason: "按合同第八条" });
      expect(statement.history.map((one: View) => one.side)).to.deep.equal(["borrower", "platform"]);
    }
    await borrower.post(path(penalty), { answer: "confirmed" }).expect(200);
    const after = await lineOf("penalty");
    expect(after.standing.state).to.equal("agreed");
    expect((await file()).statement.history).to.have.length(3);
    expect(await eventsOf("statement.lineAnswered")).to.have.length(3);
    const office = await file(await app.signIn("admin"));
    expect(office.statement.history).to.equal(null);
    expect(office.statement.lines[0].standing).to.equal(null);
  });

  it("takes as evidence only what every party may read, of this case", async () => {
    const line = await lineOf("penalty");
    const own = await addExhibit(
      borrower,
      theCase.id,
      { bytes: await photo(4), fileName: "b.jpg" },
      { audience: '["borrower","mediator"]', disclosure: "without_prejudice" },
    ).expect(201);
    const other = await buildRoomCase(app, people);
    const elsewhere = await addExhibit(agent, other.id, { bytes: await photo(5), fileName: "c.jpg" }).expect(
      201,
    );
    for (const exhibitId of [own.body.id, elsewhere.body.id]) {
      const { body } = await borrower
        .post(path(line), { answer: "disputed", reason: "x", exhibitId })
        .expect(422);
      expect(body.errors[0]).to.include({ pointer: "/exhibitId", code: "not_shared" });
    }
    expect((await lineOf("penalty")).standing.borrower).to.equal(null);
  });

  it("is corrected downwards by the platform alone: a new version, other answers kept, open offers over", async () => {
    const before = (await file()).statement;
    const [principal] = before.lines;
    const penalty = await lineOf("penalty");
    await borrower.post(path(principal), { answer: "confirmed" }).expect(200);
    await borrower.post(path(penalty), { answer: "disputed", reason: "多算" }).expect(200);
    const terms = await termsFor(app, theCase);
    const expiresAt = "2026-11-09T02:00:00.000Z";
    const offer = await borrower.post(`/api/cases/${theCase.id}/offers`, { terms, expiresAt }).expect(201);

    await borrower.post(`${path(penalty)}/correction`, { fen: 1, reason: "x" }).expect(403);
    await mediator.post(`${path(penalty)}/correction`, { fen: 1, reason: "x" }).expect(403);
    const up = await agent.post(`${path(penalty)}/correction`, { fen: 10_001, reason: "x" }).expect(422);
    expect(up.body.errors[0]).to.include({ pointer: "/fen", code: "not_lower" });
    const bare = await agent.post(`${path(penalty)}/correction`, { fen: 4_000 }).expect(422);
    expect(bare.body.errors[0]).to.include({ pointer: "/reason", code: "reason_required" });

    const correction = { fen: 4_000, reason: "罚息按未还本金重算" };
    const { body } = await agent.post(`${path(penalty)}/correction`, correction).expect(200);
    expect(body.statement.version).to.equal(before.version + 1);
    expect(body.statement.hash).to.not.equal(before.hash);
    expect(body.claimedFen).to.equal(before.totals.totalFen - 6_000);
    const lines = Object.fromEntries(body.statement.lines.map((line: View) => [line.component, line]));
    expect(lines.principal.standing.borrower.answer).to.equal("confirmed");
    expect(lines.penalty.standing).to.deep.include({ state: "open", borrower: null });
    expect(lines.penalty.standing.platform).to.deep.include({ fromFen: 10_000, fen: 4_000 });
    const [event] = await eventsOf("statement.corrected", borrower);
    expect(event.payload).to.deep.include({ fromFen: 10_000, toFen: 4_000, version: before.version + 1 });

    const offers = await borrower.get(`/api/cases/${theCase.id}/offers`).expect(200);
    expect(offers.body.items.find((one: View) => one.id === offer.body.id).status).to.equal("expired");
    const stale = await borrower.post(`/api/cases/${theCase.id}/offers`, { terms, expiresAt }).expect(422);
    expect(stale.body.errors.map((error: View) => error.pointer)).to.include("/terms/statementHash");
    await agent.post(path(penalty), { answer: "confirmed" }).expect(404);
  });

  it("is computed anew from the payments the platform states, and shows where the order of the law differs", async () => {
    const [debt] = (await file()).debts;
    const payments = [
      {
        on: "2025-06-01",
        fen: 500_000,
        parts: { principalFen: 500_000, interestFen: 0, penaltyFen: 0, feeFen: 0 },
      },
      { on: "2025-09-01", fen: 300_000, parts: null },
    ];
    const history = `/api/cases/${theCase.id}/debts/${debt.id}/payments`;
    const checks = async (): Promise<View> =>
      (await agent.get(`/api/cases/${theCase.id}/legal-checks`).expect(200)).body.contracts[0];
    const guessed = await checks();
    expect([
      guessed.payments,
      guessed.recomputation.assumptions.includes("repayments_spread_evenly"),
    ]).to.deep.equal([null, true]);
    await borrower.put(history, { payments }).expect(403);
    const faulty = await agent.put(history, { payments: payments.toReversed() }).expect(422);
    expect(faulty.body.errors[0]).to.include({ pointer: "/payments/1/on", code: "not_in_order" });
    await agent.put(history, { payments }).expect(200);
    const known = await checks();
    expect(known.recomputation.assumptions).to.not.include("repayments_spread_evenly");
    expect(known.payments).to.deep.include({
      version: 1,
      count: 2,
      totalFen: 800_000,
      repaidFen: 800_000,
      partsFrom: "2025-06-01",
    });
    // 20,000.00 at 12.78 % for the 92 days from 1 March: 644.25.
    expect(known.payments.rows[0].lawful).to.include({ interestFen: 64_425, principalFen: 435_575 });
    expect(known.payments.rows.map((row: View) => row.differs)).to.deep.equal([true, null]);
    const interest = known.lines.find((line: View) => line.component === "interest");
    expect(interest.differenceFen).to.equal(interest.statedFen - interest.computedFen);
    await agent.put(history, { payments: payments.slice(1) }).expect(200);
    expect((await checks()).payments).to.include({ version: 2, count: 1 });
    const stated = await eventsOf("debt.paymentsStated");
    expect(stated.map((event) => event.payload.count)).to.deep.equal([2, 1]);
  });

  it("leaves out of a private loan's principal the interest kept back when it was paid out", async () => {
    const privately = aDebt("PRE-1", {
      lenderType: "private",
      disbursedOn: "2024-03-01",
      disbursedFen: fen(2_000_000),
      receivedFen: fen(1_800_000),
      principalFen: fen(2_000_000),
      overdueSince: "2026-05-04",
      interestFen: fen(355_068),
      penaltyFen: fen(0),
    });
    const { id } = await buildCase(app, people, { debts: [privately] });
    const { body } = await agent.get(`/api/cases/${id}/legal-checks`).expect(200);
    const [{ claim }] = body.contracts;
    // 18,000.00, not 20,000.00, at 13.8 % for 180 days.
    expect(claim).to.deep.include({ preDeductedFen: 200_000, allowedFen: 122_499 });
    expect(claim.explanation.zh).to.include("预先扣除的利息2,000.00元不计入本金");
  });
});
