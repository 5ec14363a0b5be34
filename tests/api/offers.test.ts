import { expect } from "chai";
import { randomUUID } from "node:crypto";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import type { OfferView } from "../../shared/offers/offerView.ts";
import { fen } from "../../shared/money/fen.ts";
import { hashTerms } from "../../shared/plans/hashing.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { staffActor } from "../support/buildCase.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";
import { buildTerms, waive, type TermsBasis } from "../support/terms.ts";

describe("offers", () => {
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let borrower: CookieClient;
  let basis: TermsBasis;
  const staff = new Map<string, Client>();
  const START = "2026-11-02T02:00:00.000Z";
  const EXPIRES = "2026-11-09T02:00:00.000Z";

  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
    for (const name of ["agent", "approver", "mediator", "otherAgent", "otherApprover", "lawyer", "admin"]) {
      staff.set(name, await app.signIn(name));
    }
    await app.tx((tx) =>
      app.services.organisations.setPolicy(tx, staffActor(people.approver, people.platform), {
        version: 0,
        limits: {
          maxWaiverBp: { principal: 0, interest: 5_000, penalty: 10_000, fee: 10_000 },
          maxCount: 12,
          maxDeferralMonths: 3,
          minInstalmentFen: fen(10_000),
          minDownPaymentBp: 0,
        },
      }),
    );
  });
  after(() => app.close());

  beforeEach(async () => {
    app.clock.set(START);
    theCase = await buildRoomCase(app, people);
    borrower = await CookieClient.open(app, await borrowerCookie(app, theCase));
    basis = (await borrower.get(`/api/cases/${theCase.id}/terms-basis`).expect(200)).body;
  });

  const by = (name: string): Client | CookieClient => (name === "borrower" ? borrower : staff.get(name)!);

  async function put(name: string, more: Partial<Terms> = {}, extra: object = {}): Promise<OfferView> {
    const body = { terms: buildTerms(basis, more), expiresAt: EXPIRES, ...extra };
    return (await by(name).post(`/api/cases/${theCase.id}/offers`, body).expect(201)).body;
  }

  async function list(name: string): Promise<OfferView[]> {
    return (await by(name).get(`/api/cases/${theCase.id}/offers`).expect(200)).body.items;
  }

  async function act(
    name: string,
    offer: OfferView,
    verb: string,
    body: object = {},
    // A test says itself what it expects of an answer.
    // oxlint-disable-next-line typescript/no-explicit-any
  ): Promise<any> {
    return (await by(name).post(`/api/offers/${offer.id}/${verb}`, body)).body;
  }

  const accept = (name: string, offer: OfferView) =>
    act(name, offer, "accept", { termsHash: offer.termsHash });

  async function stage(): Promise<string> {
    return (await app.tx((tx) => app.services.cases.find(tx, theCase.id))).stage;
  }

  async function events(party: "borrower" | "platform" | "mediator"): Promise<string[]> {
    const found = await app.tx((tx) => app.services.journal.stream(tx, theCase.id, party, 0, 1000));
    return found.map((event) => event.type).filter((type) => /^(offer|case\.stage|agreement)/.test(type));
  }

  const outside = (): Partial<Terms> => ({ waivers: waive(basis, "interest") });

  it("are put, read by all three with the schedule, and accepted on the same hash", async () => {
    const offer = await put("agent", { waivers: waive(basis, "penalty") }, { note: " 只到月底 " });
    expect(offer).to.include({ number: 1, by: "platform", status: "open", note: "只到月底" });
    expect(offer.totals).to.include({ statementFen: 1_244_560, waivedFen: 10_000, totalFen: 1_234_560 });
    expect(offer.schedule.rows).to.have.length(12);
    for (const name of ["borrower", "mediator", "approver"]) expect(await list(name)).to.have.length(1);
    expect((await list("borrower"))[0]).to.not.have.any.keys("breaches", "acceptanceApproval");
    expect((await list("agent"))[0]).to.have.all.keys(Object.keys(offer));
    const accepted = await accept("borrower", offer);
    expect(accepted.status).to.equal("accepted");
    expect(await stage()).to.equal("signing");
    expect(await events("borrower")).to.deep.equal([
      "offer.put",
      "offer.accepted",
      "case.stageChanged",
      "agreement.composed",
    ]);
  });

  it("carry what was agreed about payments that are not as scheduled, and name what a counter changes of it", async () => {
    const first = await put("agent", { payments: { early: "evenly", missedBeforeAcceleration: 2 } });
    const [seen] = await list("borrower");
    expect(seen?.terms.payments).to.deep.equal({ early: "evenly", missedBeforeAcceleration: 2 });
    expect(hashTerms(buildTerms(basis, { payments: seen!.terms.payments! }))).to.equal(first.termsHash);
    expect(hashTerms(buildTerms(basis))).to.not.equal(first.termsHash);
    const counter = await put(
      "borrower",
      { payments: { early: "evenly", missed: "moves_to_end" } },
      { counters: first.id },
    );
    expect(counter.changed).to.deep.equal(["/payments/missed", "/payments/missedBeforeAcceleration"]);
    expect((await accept("agent", counter)).status).to.equal("accepted");
  });

  it("refuse policies there are none of, each with its field", async () => {
    const problems = async (payments: unknown) => {
      const terms = { ...buildTerms(basis), payments };
      const answer = await by("borrower").post(`/api/cases/${theCase.id}/offers`, {
        terms,
        expiresAt: EXPIRES,
      });
      expect(answer.status, answer.text).to.be.within(400, 422);
      return answer.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    };
    expect(await problems({ early: "whenever" })).to.deep.equal(["/terms/payments/early"]);
    expect(await problems({ missedBeforeAcceleration: 13 })).to.deep.equal([
      "/terms/payments/missedBeforeAcceleration",
    ]);
    expect(await problems({ late: "any" })).to.deep.equal(["/terms/payments/late"]);
    expect(await problems("none")).to.deep.equal(["/terms/payments"]);
  });

  it("show each side what it may do", async () => {
    const offer = await put("agent");
    const abilities = async (name: string) => (await list(name))[0]?.abilities;
    expect(await abilities("agent")).to.deep.equal(["withdraw"]);
    expect(await abilities("borrower")).to.deep.equal(["counter", "decline", "accept"]);
    expect(await abilities("mediator")).to.deep.equal([]);
    expect((await accept("agent", offer)).code).to.equal("forbidden");
    expect((await accept("mediator", offer)).code).to.equal("forbidden");
    expect((await act("borrower", offer, "withdraw")).code).to.equal("forbidden");
    expect((await act("agent", offer, "decline")).code).to.equal("forbidden");
  });

  it("are countered by what changed, and the countered one is closed", async () => {
    const first = await put("agent");
    const second = await put(
      "borrower",
      { downPaymentFen: fen(100_000), downPaymentDue: "2026-12-01" },
      {
        counters: first.id,
      },
    );
    expect(second).to.include({ number: 2, counters: first.id });
    expect(second.changed).to.have.members(["/downPaymentFen", "/downPaymentDue"]);
    expect((await list("agent")).map((offer) => offer.status)).to.deep.equal(["open", "countered"]);
    expect((await accept("borrower", first)).code).to.equal("offer_not_open");
    const late = { terms: buildTerms(basis), expiresAt: EXPIRES, counters: first.id };
    const { body } = await by("agent").post(`/api/cases/${theCase.id}/offers`, late).expect(409);
    expect(body.code).to.equal("offer_not_open");
  });

  it("stand one at a time on each side", async () => {
    await put("agent");
    const body = { terms: buildTerms(basis), expiresAt: EXPIRES };
    const again = await by("approver").post(`/api/cases/${theCase.id}/offers`, body).expect(409);
    expect(again.body.code).to.equal("own_offer_open");
    await put("borrower");
    const [theirs, ours] = await list("agent");
    await act("agent", ours!, "withdraw");
    await put("agent", {}, { counters: theirs!.id });
    expect((await list("mediator")).map((offer) => offer.status)).to.deep.equal([
      "open",
      "countered",
      "withdrawn",
    ]);
  });

  it("beyond the agent's limits wait for the approver, unseen by the other side", async () => {
    const draft = await put("agent", outside());
    expect(draft).to.include({ status: "awaiting_approval", number: 0, putAt: null });
    expect(draft.breaches).to.deep.equal([
      { limit: "maxWaiverBp", component: "interest", allowed: 5_000, proposed: 10_000 },
    ]);
    expect(await list("borrower")).to.deep.equal([]);
    expect(await list("mediator")).to.deep.equal([]);
    expect(await events("borrower")).to.deep.equal([]);
    expect(await events("mediator")).to.deep.equal([]);
    expect((await accept("borrower", draft)).code).to.equal("not_found");
    expect((await act("agent", draft, "approval", { approve: true })).code).to.equal("forbidden");
    expect((await list("approver"))[0]?.abilities).to.deep.equal(["withdraw", "answer_approval"]);
    const approved = await act("approver", draft, "approval", { approve: true, note: "可以" });
    expect(approved).to.include({ status: "open", number: 1 });
    expect(await events("platform")).to.deep.equal([
      "offer.drafted",
      "offer.approvalRequested",
      "offer.approvalAnswered",
      "offer.put",
    ]);
    expect((await accept("borrower", (await list("borrower"))[0]!)).status).to.equal("accepted");
  });

  it("that were refused, withdrawn or expired inside the platform leave no trace outside it", async () => {
    const refused = await put("agent", outside());
    expect((await act("approver", refused, "approval", { approve: false, note: "太多" })).status).to.equal(
      "refused_approval",
    );
    const withdrawn = await put("agent", outside());
    await act("agent", withdrawn, "withdraw");
    await put("agent", outside());
    app.clock.set(EXPIRES);
    await app.services.offers.expiry.run();
    expect(await events("borrower")).to.deep.equal([]);
    expect(await list("borrower")).to.deep.equal([]);
    expect(await events("platform")).to.include.members(["offer.withdrawn", "offer.expired"]);
    app.clock.set(START);
    expect((await put("borrower")).number).to.equal(1);
  });

  it("put by an approver go out at once, whatever the limits", async () => {
    expect((await put("approver", outside())).status).to.equal("open");
  });

  it("of the borrower beyond the limits are accepted by the approver only", async () => {
    const offer = await put("borrower", outside());
    expect(offer.status).to.equal("open");
    expect((await list("agent"))[0]?.abilities)
      .to.include("request_acceptance")
      .and.not.include("accept");
    const asked = await accept("agent", offer);
    expect(asked).to.include({ status: "open", acceptanceApproval: "requested" });
    expect((await accept("agent", offer)).code).to.equal("already_done");
    expect(await events("borrower")).to.deep.equal(["offer.put"]);
    expect((await list("borrower"))[0]).to.not.have.any.keys("breaches", "acceptanceApproval");
    await act("approver", offer, "approval", { approve: false });
    expect((await list("agent"))[0]?.acceptanceApproval).to.equal("refused");
    await accept("agent", offer);
    const answered = await act("approver", offer, "approval", { approve: true });
    expect(answered).to.include({ status: "accepted", acceptanceApproval: "approved" });
    expect(await stage()).to.equal("signing");
  });

  it("within the limits are accepted by an agent, and every other offer ends with it", async () => {
    await put("agent");
    const offer = await put("borrower", { waivers: waive(basis, "penalty") });
    expect((await accept("agent", offer)).status).to.equal("accepted");
    expect((await list("borrower")).map((one) => one.status)).to.deep.equal(["accepted", "expired"]);
  });

  it("runs out later by the length of a pause", async () => {
    const { id } = await put("agent");
    await by("mediator").post(`/api/cases/${theCase.id}/pause`, {}).expect(200);
    app.clock.advance(10 * 86_400_000);
    await by("mediator").post(`/api/cases/${theCase.id}/resume`).expect(200);
    const offer = (await list("borrower")).find((each) => each.id === id);
    expect(offer).to.include({ status: "open", expiresAt: "2026-11-19T02:00:00.000Z" });
  });

  it("cannot be accepted on another hash, twice, or in a paused case", async () => {
    const offer = await put("agent");
    expect((await act("borrower", offer, "accept", { termsHash: "0".repeat(64) })).code).to.equal(
      "terms_changed",
    );
    await app.tx((tx) => rows(tx.manager, `UPDATE "case" SET paused_at = now() WHERE id = $1`, [theCase.id]));
    expect((await accept("borrower", offer)).code).to.equal("case_paused");
    app.clock.set(EXPIRES);
    await app.services.offers.expiry.run();
    expect((await list("agent"))[0]?.status).to.equal("open");
    app.clock.set(START);
    await app.tx((tx) => rows(tx.manager, `UPDATE "case" SET paused_at = NULL WHERE id = $1`, [theCase.id]));
    const both = await Promise.all([accept("borrower", offer), accept("borrower", offer)]);
    expect(both.map((answer) => answer.status ?? answer.code)).to.include("accepted");
    expect(await events("platform")).to.satisfy(
      (types: string[]) => types.filter((type) => type === "offer.accepted").length === 1,
    );
  });

  it("end at the instant they say, and not before", async () => {
    const offer = await put("agent");
    app.clock.set("2026-11-09T01:59:59.999Z");
    await app.services.offers.expiry.run();
    expect((await list("borrower"))[0]?.abilities).to.include("accept");
    app.clock.set(EXPIRES);
    expect((await list("borrower"))[0]?.abilities).to.deep.equal([]);
    expect((await accept("borrower", offer)).code).to.equal("offer_not_open");
    await app.services.offers.expiry.run();
    expect((await list("borrower"))[0]?.status).to.equal("expired");
    expect(await events("borrower")).to.deep.equal(["offer.put", "offer.expired"]);
  });

  it("are refused with every fault named when the terms cannot be", async () => {
    const attempt = async (terms: object, more: object = {}) =>
      (await by("borrower").post(`/api/cases/${theCase.id}/offers`, { terms, expiresAt: EXPIRES, ...more }))
        .body;
    const good = buildTerms(basis);
    const faulty = await attempt({
      ...good,
      statementHash: "0".repeat(64),
      graceDays: 4_000,
      payeeAccount: { ...good.payeeAccount, number: "1" },
    });
    expect(faulty.code).to.equal("terms_invalid");
    expect(faulty.errors.map((error: { pointer: string }) => error.pointer)).to.have.members([
      "/terms/graceDays",
      "/terms/statementHash",
      "/terms/payeeAccount",
    ]);
    expect((await attempt({ ...good, extra: 1 })).code).to.equal("validation_failed");
    expect((await attempt(good, { expiresAt: START })).errors[0].pointer).to.equal("/expiresAt");
    expect((await attempt(good, { expiresAt: "2027-03-01T00:00:00Z" })).code).to.equal("validation_failed");
    expect((await attempt(good, { note: "a\u202eb" })).errors[0]).to.include({ pointer: "/note" });
  });

  it("are put only while the case is negotiated", async () => {
    for (const stageName of ["preparing", "signing", "terminated"]) {
      await app.tx((tx) =>
        rows(tx.manager, `UPDATE "case" SET stage = $2 WHERE id = $1`, [theCase.id, stageName]),
      );
      const body = { terms: buildTerms(basis), expiresAt: EXPIRES };
      const answer = await by("borrower").post(`/api/cases/${theCase.id}/offers`, body).expect(409);
      expect(answer.body.code).to.equal("stage_forbids");
    }
  });

  it("end with the case", async () => {
    await put("agent");
    await app.tx((tx) =>
      rows(tx.manager, `UPDATE "case" SET stage = 'terminated' WHERE id = $1`, [theCase.id]),
    );
    await app.services.offers.expiry.run();
    expect((await list("borrower"))[0]).to.include({ status: "expired" });
  });

  it("show the platform's limits to the platform and to nobody else", async () => {
    const read = async (name: string) => (await by(name).get(`/api/cases/${theCase.id}/terms-basis`)).body;
    expect((await read("agent")).policy).to.include({ maxCount: 12 });
    expect(await read("borrower")).to.not.have.property("policy");
    expect(await read("mediator")).to.not.have.property("policy");
    expect((await read("mediator")).today).to.equal("2026-11-02");
  });

  it("do not exist for outsiders", async () => {
    const offer = await put("agent");
    for (const name of ["otherAgent", "otherApprover"]) {
      await by(name).get(`/api/cases/${theCase.id}/offers`).expect(404);
      await by(name).get(`/api/cases/${theCase.id}/terms-basis`).expect(404);
      expect((await accept(name, offer)).code).to.equal("not_found");
    }
    expect((await act("otherApprover", offer, "approval", { approve: true })).code).to.equal("not_found");
    for (const name of ["lawyer", "admin"]) await by(name).get(`/api/cases/${theCase.id}/offers`).expect(403);
    const nowhere = { ...offer, id: randomUUID() };
    expect((await accept("borrower", nowhere)).code).to.equal("not_found");
  });
});
