import { expect } from "chai";
import type { Test } from "supertest";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { idNumber } from "../support/buildCase.ts";
import { buildPeople, type People } from "../support/people.ts";
import { accepted, aRepresentative, codeTo, comeIn, linkOf, named, paper } from "../support/representing.ts";
import { buildRoomCase } from "../support/roomCase.ts";
import { borrowerClient } from "../support/settlement.ts";
import { eventsOf } from "../support/signing.ts";

describe("representatives", () => {
  let app: TestApp;
  let people: People;
  let mediator: Client;
  let agent: Client;
  let theCase: Case;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    people = await buildPeople(app);
    mediator = await app.signIn("mediator");
    agent = await app.signIn("agent");
  });
  beforeEach(async () => void (theCase = await buildRoomCase(app, people)));
  after(() => app.close());

  const list = async (client: { get(path: string): Test }) =>
    (await client.get(`/api/cases/${theCase.id}/representatives`).expect(200)).body;
  const noticesTo = (phone: string) =>
    app.tx((tx) =>
      rows<{ kind: string; body: string }>(
        tx.manager,
        `SELECT kind, body FROM notice WHERE recipient = $1 ORDER BY created_at, id`,
        [phone],
      ),
    );

  it("are named with a paper, and hear nothing before the mediator has accepted them", async () => {
    const { id, input, borrower } = await named(app, theCase);
    expect((await list(borrower)).items[0]).to.include({
      id,
      name: "李芳",
      status: "named",
      scope: "special",
    });
    expect(await noticesTo(input["phone"]!)).to.deep.equal([]);
    expect((await list(agent)).items).to.deep.equal([]);
    const seen = (await list(mediator)).items[0];
    expect(seen.abilities).to.deep.equal(["accept", "refuse", "end"]);
    expect(seen.own).to.include({ idNumber: input["idNumber"], phone: input["phone"] });

    await mediator.post(`/api/representatives/${id}/decision`, { accept: true }).expect(200);
    const [notice, ...more] = await noticesTo(input["phone"]!);
    expect(more).to.deep.equal([]);
    expect(notice?.kind).to.equal("invitation");
    for (const word of ["星汇", "借款", "欠款", "张小伟"]) expect(notice?.body).to.not.include(word);
    const [known] = (await list(agent)).items;
    expect(known).to.deep.equal({
      id,
      name: "李芳",
      kind: "relative",
      scope: "special",
      endsOn: "2027-10-31",
      status: "accepted",
      abilities: [],
    });
    const after = (await list(mediator)).items[0];
    expect(after.own.idNumber).to.match(/^310101\*+$/);
    expect(after.own.phone).to.include("****");
  });

  it("come in by their own link and a code to their own number, under their own name", async () => {
    const found = await accepted(app, theCase);
    const landing = await (
      await app.visitor()
    )
      .get(`/api/invitations/${await linkOf(app, found.id)}`)
      .expect(200);
    expect(landing.body).to.include({ representing: true, borrowerNameMasked: "李*", platform: null });
    for (const word of ["星汇", "张"]) expect(landing.text).to.not.include(word);
    const client = await comeIn(app, found);
    const { body } = await client.get("/api/auth/me").expect(200);
    expect(body.user).to.deep.include({
      name: "李*",
      caseId: theCase.id,
      representative: { scope: "special", borrowerName: "张**" },
    });
    expect(body.user.permissions).to.not.include("representative:name");
    await client.get(`/api/cases/${theCase.id}`).expect(200);
    const events = await eventsOf(app, theCase.id);
    const arrival = events.find(({ type }) => type === "representative.identified");
    expect(arrival?.actor).to.deep.equal({
      party: "borrower",
      id: found.id,
      name: "李芳",
      as: "representative",
    });
  });

  it("do not count as the borrower having been reached", async () => {
    const found = await accepted(app, theCase);
    await comeIn(app, found);
    const { body } = await mediator.get(`/api/cases/${theCase.id}`).expect(200);
    expect(body.participation).to.deep.include({ invited: false, opened: false, identified: false });
  });

  it("are counted wrong tries like the borrower, and the other side hears nothing of them", async () => {
    const found = await accepted(app, theCase);
    const visitor = await app.visitor();
    const code = await linkOf(app, found.id);
    await visitor.post(`/api/invitations/${code}/one-time-codes`).expect(201);
    const proof = { oneTimeCode: await codeTo(app, found.input["phone"]!), idLastFour: "0000" };
    const refused = await visitor.post(`/api/invitations/${code}/identify`, proof).expect(401);
    expect(refused.body.code).to.equal("code_wrong");
    const failed = (await eventsOf(app, theCase.id)).find(
      ({ type }) => type === "representative.identificationFailed",
    );
    expect(failed?.audience).to.deep.equal(["mediator"]);
  });

  describe("with general powers", () => {
    it("read and speak, and are refused in one way whatever disposes of the matter", async () => {
      const found = await accepted(app, theCase, { scope: "general" });
      const client = await comeIn(app, found);
      await client.get(`/api/cases/${theCase.id}/offers`).expect(200);
      const tries: [string, object][] = [
        [`/api/cases/${theCase.id}/borrower-response`, { answer: "consent" }],
        [`/api/cases/${theCase.id}/capacity/sharing`, { perMonthFen: 1 }],
        [`/api/offers/${theCase.id}/accept`, { termsHash: "0".repeat(64) }],
        [`/api/proposals/${theCase.id}/answer`, { answer: "no", termsHash: "0".repeat(64) }],
        [`/api/agreements/${theCase.id}/one-time-codes`, {}],
        [`/api/agreements/${theCase.id}/withdrawal`, { reason: "x" }],
        [`/api/cases/${theCase.id}/representatives`, aRepresentative({ exhibitId: theCase.id })],
      ];
      for (const [path, body] of tries) {
        const answer = await client.post(path, body);
        expect(answer.status, path).to.equal(403);
        expect(answer.body.code, path).to.equal("beyond_powers");
      }
      const { body } = await client.get(`/api/cases/${theCase.id}`).expect(200);
      expect(body.abilities).to.deep.equal([]);
    });

    it("speak under their own name, and the people list says for whom", async () => {
      const found = await accepted(app, theCase, { scope: "general" });
      const client = await comeIn(app, found);
      const { body: room } = await joined(client, theCase.id);
      expect(room.people).to.deep.include({
        memberId: room.viewer.memberId,
        party: "borrower",
        name: "李芳",
        online: false,
        as: "representative",
      });
      const said = { channel: "caucus_borrower", text: "我丈夫最近在找工作。" };
      await client.post(`/api/cases/${theCase.id}/room/messages`, said).expect(201);
      const message = (await eventsOf(app, theCase.id)).find(({ type }) => type === "message.posted");
      expect(message?.actor).to.deep.equal({
        party: "borrower",
        id: found.id,
        name: "李芳",
        as: "representative",
      });
      const borrower = await borrowerClient(app, theCase);
      const own = await joined(borrower, theCase.id);
      expect(own.body.viewer.name).to.equal("张小伟");
      expect(own.body.people).to.have.length(2);
    });
  });

  it("act no more from the moment the borrower ends it, wherever they are signed in", async () => {
    const found = await accepted(app, theCase);
    const client = await comeIn(app, found);
    await joined(client, theCase.id);
    const ended = await found.borrower.post(`/api/representatives/${found.id}/end`).expect(200);
    expect(ended.body).to.deep.include({ status: "ended", abilities: [] });
    expect((await client.get(`/api/cases/${theCase.id}`)).status).to.equal(401);
    const again = await (await app.visitor()).get(`/api/invitations/${await linkOf(app, found.id)}`);
    expect(again.body.code).to.equal("invitation_expired");
    const types = (await eventsOf(app, theCase.id)).map(({ type }) => type);
    expect(types.slice(-2)).to.deep.equal(["representative.ended", "member.removed"]);
    expect((await found.borrower.post(`/api/representatives/${found.id}/end`)).body.code).to.equal(
      "already_done",
    );
  });

  it("act no more on the day after the last, and the record says so by itself", async () => {
    const found = await accepted(app, theCase, { endsOn: "2026-11-02" });
    const client = await comeIn(app, found);
    const before = app.clock.now().toISOString();
    app.clock.set("2026-11-02T15:59:59.000Z");
    await client.get(`/api/cases/${theCase.id}`).expect(200);
    app.clock.set("2026-11-02T16:00:00.000Z");
    expect((await client.get(`/api/cases/${theCase.id}`)).status).to.equal(401);
    await app.tx((tx) => app.services.representation.representatives.endRanOut(tx));
    app.clock.set(before);
    const last = (await eventsOf(app, theCase.id)).find(({ type }) => type === "representative.ended");
    expect(last?.payload).to.include({ reason: "run_out", known: true });
  });

  it("that were refused leave a name and a reason behind, and nothing to reach or know them by", async () => {
    const { id, input, borrower } = await named(app, theCase);
    const reason = "委托书上没有您本人的签名。";
    await mediator.post(`/api/representatives/${id}/decision`, { accept: false }).expect(400);
    await mediator.post(`/api/representatives/${id}/decision`, { accept: false, reason }).expect(200);
    expect((await list(borrower)).items[0].own).to.include({
      refusalReason: reason,
      idNumber: "",
      phone: "",
    });
    expect((await list(agent)).items).to.deep.equal([]);
    expect(await noticesTo(input["phone"]!)).to.deep.equal([]);
    const [row] = await app.tx((tx) =>
      rows<{ id_number: string; phone: string }>(
        tx.manager,
        `SELECT id_number, phone FROM representative WHERE id = $1`,
        [id],
      ),
    );
    expect(row).to.deep.equal({ id_number: "", phone: "" });
    const told = (await eventsOf(app, theCase.id)).filter(({ type }) => type.startsWith("representative."));
    for (const event of told) expect(event.audience, event.type).to.deep.equal(["borrower", "mediator"]);
  });

  it("taken back before anybody decided are no matter of the other side", async () => {
    const { id, borrower } = await named(app, theCase);
    await borrower.post(`/api/representatives/${id}/end`).expect(200);
    const ended = (await eventsOf(app, theCase.id)).find(({ type }) => type === "representative.ended");
    expect(ended?.audience).to.deep.equal(["borrower", "mediator"]);
    expect((await list(agent)).items).to.deep.equal([]);
  });

  it("may be named by the mediator too, and by nobody of the other side", async () => {
    const exhibitId = await paper(mediator, theCase.id);
    const path = `/api/cases/${theCase.id}/representatives`;
    await agent.post(path, aRepresentative({ exhibitId })).expect(403);
    const { body } = await mediator.post(path, aRepresentative({ exhibitId })).expect(201);
    expect(body.own.namedBy).to.equal("mediator");
    const other = await app.signIn("otherMediator");
    expect((await other.post(path, aRepresentative({ exhibitId }))).status).to.equal(404);
    expect((await other.post(`/api/representatives/${body.id}/decision`, { accept: true })).status).to.equal(
      404,
    );
  });

  describe("refuse to be named", () => {
    const faults: [string, object, string][] = [
      ["a wrong identity number", { idNumber: "310101199001010010" }, "/idNumber"],
      ["a number that is no mobile phone", { phone: "12345678901" }, "/phone"],
      ["a formula for a name", { name: "=1+1" }, "/name"],
      ["a name that cannot be printed", { name: "李\u0378芳" }, "/name"],
      ["a power that is not granted yet", { grantedOn: "2026-11-03" }, "/grantedOn"],
      ["a power that has run out", { grantedOn: "2025-01-01", endsOn: "2026-11-01" }, "/endsOn"],
      ["a date that does not exist", { endsOn: "2027-02-29" }, "/endsOn"],
      ["an unknown scope", { scope: "full" }, "/scope"],
    ];
    for (const [what, change, pointer] of faults) {
      it(what, async () => {
        const borrower = await borrowerClient(app, theCase);
        const exhibitId = await paper(borrower, theCase.id);
        const answer = await borrower
          .post(`/api/cases/${theCase.id}/representatives`, { ...aRepresentative(change), exhibitId })
          .expect(400);
        expect(answer.body.errors[0].pointer).to.equal(pointer);
      });
    }

    it("a paper that the other side reads, one of another case, or none", async () => {
      const borrower = await borrowerClient(app, theCase);
      const path = `/api/cases/${theCase.id}/representatives`;
      const open = await paper(borrower, theCase.id, { audience: '["borrower","platform","mediator"]' });
      const elsewhere = await buildRoomCase(app, people);
      const foreign = await paper(await borrowerClient(app, elsewhere), elsewhere.id);
      for (const exhibitId of [open, foreign, theCase.id]) {
        const { body } = await borrower.post(path, aRepresentative({ exhibitId })).expect(400);
        expect(body.errors[0]).to.include({ pointer: "/exhibitId", code: "exhibit.unfit" });
      }
    });

    it("the borrower themselves, the same person twice, a second with special powers, a third", async () => {
      const borrower = await borrowerClient(app, theCase);
      const path = `/api/cases/${theCase.id}/representatives`;
      const exhibitId = await paper(borrower, theCase.id);
      const { idNumber: own } = await app.tx((tx) => app.services.borrowers.borrower(tx, theCase.borrowerId));
      await borrower.post(path, { ...aRepresentative({ idNumber: own }), exhibitId }).expect(400);
      const first = aRepresentative();
      await borrower.post(path, { ...first, exhibitId }).expect(201);
      await borrower.post(path, { ...first, scope: "general", exhibitId }).expect(409);
      await borrower.post(path, { ...aRepresentative(), exhibitId }).expect(409);
      await borrower.post(path, { ...aRepresentative({ scope: "general" }), exhibitId }).expect(201);
      await borrower
        .post(path, { ...aRepresentative({ scope: "general", idNumber: idNumber(777) }), exhibitId })
        .expect(409);
      expect((await list(borrower)).mayName).to.equal(false);
    });
  });

  it("cannot end or name anybody, themselves included, nor see another case", async () => {
    const found = await accepted(app, theCase);
    const client = await comeIn(app, found);
    expect((await client.post(`/api/representatives/${found.id}/end`)).body.code).to.equal("beyond_powers");
    const elsewhere = await buildRoomCase(app, people);
    expect((await client.get(`/api/cases/${elsewhere.id}`)).status).to.equal(404);
  });
});

async function joined(client: { post(path: string, body?: object): Test }, caseId: string) {
  return await client.post(`/api/cases/${caseId}/room/join`, { groundRules: GROUND_RULES }).expect(200);
}
