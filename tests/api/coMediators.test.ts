import { expect } from "chai";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { buildPeople, type People } from "../support/people.ts";
import { buildRoomCase } from "../support/roomCase.ts";
import { agreeOnTerms, borrowerClient, currentAgreement, signTyped } from "../support/settlement.ts";
import { eventsOf } from "../support/signing.ts";

describe("co-mediators", () => {
  let app: TestApp;
  let people: People;
  let mediator: Client;
  let other: Client;
  let admin: Client;
  let theCase: Case;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    people = await buildPeople(app);
    mediator = await app.signIn("mediator");
    other = await app.signIn("otherMediator");
    admin = await app.signIn("admin");
  });
  beforeEach(async () => void (theCase = await buildRoomCase(app, people)));
  after(() => app.close());

  const path = () => `/api/cases/${theCase.id}/co-mediators`;
  const ask = (client: Client) => client.post(path(), { mediatorId: people.otherMediator.id });
  const declare = async (hasConflict: boolean) => {
    const { body } = await other.get("/api/appointments").expect(200);
    const asked = body.items.find((item: { case: { id: string } }) => item.case.id === theCase.id);
    expect(asked).to.deep.include({ role: "co_mediator", abilities: ["declare"] });
    const statement = hasConflict ? "与平台有业务往来" : "无利害关系";
    await other.post(`/api/appointments/${asked.id}/declaration`, { hasConflict, statement }).expect(200);
  };
  const beside = async () => {
    await ask(mediator).expect(201);
    await declare(false);
  };

  for (const [who, client] of [
    ["the mediator", () => mediator],
    ["the centre", () => admin],
  ] as const) {
    it(`are asked by ${who}, and see nothing of the case before they have declared`, async () => {
      const before = (await client().get(path()).expect(200)).body;
      expect(before).to.deep.include({ items: [], asked: [], mayAdd: true });
      expect(before.candidates.map(({ id }: { id: string }) => id)).to.deep.equal([people.otherMediator.id]);
      const asked = await ask(client()).expect(201);
      expect(asked.body).to.deep.include({ mayAdd: false, candidates: [] });
      expect((await other.get(`/api/cases/${theCase.id}`)).status).to.equal(404);
      expect((await ask(client())).body.code).to.equal("already_done");
      await declare(false);
      await other.get(`/api/cases/${theCase.id}`).expect(200);
      const after = (await client().get(path()).expect(200)).body;
      expect(after.items).to.deep.equal([{ id: people.otherMediator.id, name: "调解员吴" }]);
    });
  }

  it("with a conflict of interest never come in, and are not asked again", async () => {
    await ask(mediator).expect(201);
    await declare(true);
    expect((await other.get(`/api/cases/${theCase.id}`)).status).to.equal(404);
    const { body } = await mediator.get(path()).expect(200);
    expect(body).to.deep.include({ items: [], asked: [], candidates: [] });
    expect((await ask(mediator)).body.code).to.equal("unprocessable");
  });

  it("do what the mediator does, and are shown for what they are", async () => {
    await beside();
    await other.post(`/api/cases/${theCase.id}/room/join`, { groundRules: GROUND_RULES }).expect(200);
    const { body: room } = await other.get(`/api/cases/${theCase.id}/room`).expect(200);
    expect(room.viewer.party).to.equal("mediator");
    expect(room.people[0]).to.include({ name: "调解员吴", as: "co_mediator" });
    expect(room.channels).to.include.members(["caucus_borrower", "caucus_platform", "mediator_notes"]);
    const said = { channel: "mediator_notes", text: "先核对流水。" };
    await other.post(`/api/cases/${theCase.id}/room/messages`, said).expect(201);
    const { body: file } = await mediator.get(`/api/cases/${theCase.id}`).expect(200);
    expect(file.coMediators).to.deep.equal([{ id: people.otherMediator.id, name: "调解员吴" }]);
    const { body: list } = await other.get("/api/cases").expect(200);
    const ids = list.items.map(({ id }: { id: string }) => id);
    expect(ids).to.include(theCase.id);
    await other.post(`/api/cases/${theCase.id}/pause`).expect(200);
    await other.post(`/api/cases/${theCase.id}/resume`).expect(200);
  });

  it("do not end the case, sign, or choose who mediates", async () => {
    await beside();
    const { body } = await other.get(`/api/cases/${theCase.id}`).expect(200);
    expect(body.abilities).to.not.include("terminate");
    expect(body.abilities).to.include("pause");
    const ended = await other.post(`/api/cases/${theCase.id}/terminate`, { reason: "impasse" });
    expect([ended.status, ended.body.code]).to.deep.equal([403, "forbidden"]);
    const mine = `${path()}/${people.mediator.id}/end`;
    expect((await other.post(mine)).status).to.equal(403);
    expect((await other.get(path()).expect(200)).body.mayAdd).to.equal(false);
    await agreeOnTerms(app, people, theCase);
    const { agreementId, contentHash } = await currentAgreement(app, theCase);
    await other.post(`/api/agreements/${agreementId}/release`).expect(200);
    const signed = await signTyped(other, agreementId, { contentHash, typedName: "调解员周" });
    expect(signed.status).to.equal(403);
    expect((await other.get(`/api/agreements/${agreementId}`).expect(200)).body.signerName).to.equal(null);
  });

  it("go at once when they are let go, and may come back another time", async () => {
    await beside();
    await other.post(`/api/cases/${theCase.id}/room/join`, { groundRules: GROUND_RULES }).expect(200);
    await mediator.post(`${path()}/${people.otherMediator.id}/end`).expect(204);
    expect((await other.get(`/api/cases/${theCase.id}`)).status).to.equal(404);
    expect((await other.get(`/api/cases/${theCase.id}/room/events`)).status).to.equal(404);
    const types = (await eventsOf(app, theCase.id)).map(({ type }) => type);
    expect(types.slice(-2)).to.deep.equal(["member.left", "case.coMediatorLeft"]);
    await beside();
    await other.post(`/api/cases/${theCase.id}/room/join`, { groundRules: GROUND_RULES }).expect(200);
    await other.post(`${path()}/${people.otherMediator.id}/end`).expect(204);
  });

  it("are nobody's business outside the centre", async () => {
    const borrower = await borrowerClient(app, theCase);
    const agent = await app.signIn("agent");
    for (const client of [borrower, agent]) expect((await client.get(path())).status).to.equal(403);
    await beside();
    const added = (await eventsOf(app, theCase.id)).filter(({ type }) => type === "case.coMediatorAdded");
    expect(added).to.have.length(1);
    expect(added[0]?.audience).to.deep.equal(["borrower", "platform", "mediator"]);
  });
});
