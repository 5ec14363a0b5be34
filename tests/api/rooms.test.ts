import { expect } from "chai";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";

describe("the room over HTTP", () => {
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let mediator: Client;
  let agent: Client;
  let borrower: CookieClient;

  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
    mediator = await app.signIn("mediator");
    agent = await app.signIn("agent");
  });
  after(() => app.close());
  beforeEach(async () => {
    theCase = await buildRoomCase(app, people);
    borrower = await CookieClient.open(app, await borrowerCookie(app, theCase));
  });

  const at = (path: string) => `/api/cases/${theCase.id}/room${path}`;

  it("is found before it is joined, and says what its viewer may do there", async () => {
    const { body } = await agent.get(at("")).expect(200);
    expect(body).to.deep.include({
      number: theCase.number,
      viewer: { party: "platform", memberId: null, name: "专员陈" },
      channels: ["joint", "caucus_platform"],
      canPost: [],
      abilities: ["join"],
    });
    await agent.get(at("/events")).expect(409);
    const joined = await agent.post(at("/join"), { groundRules: GROUND_RULES }).expect(200);
    expect(joined.body.abilities).to.deep.equal(["leave", "post"]);
    expect(joined.body.viewer.memberId).to.be.a("string");
    expect(
      (await mediator.post(at("/join"), { groundRules: GROUND_RULES }).expect(200)).body.abilities,
    ).to.deep.equal(["leave", "post", "remove_member", "mute_member"]);
  });

  it("takes messages and gives them back in pages, each viewer their own", async () => {
    for (const client of [mediator, agent, borrower])
      await client.post(at("/join"), { groundRules: GROUND_RULES }).expect(200);
    await mediator.post(at("/messages"), { channel: "caucus_borrower", text: "悄悄话" }).expect(201);
    for (let word = 0; word < 5; word += 1) {
      await borrower.post(at("/messages"), { channel: "joint", text: `第${word}句` }).expect(201);
    }
    const { body: first } = await agent.get(at("/events?limit=4")).expect(200);
    expect(first.more).to.equal(true);
    const { body: rest } = await agent.get(at(`/events?since=${first.events.at(-1).n}`)).expect(200);
    expect(rest.more).to.equal(false);
    const all = [...first.events, ...rest.events];
    expect(all.map((event) => event.n)).to.deep.equal(all.map((_, index) => index + 1));
    expect(JSON.stringify(all)).to.include("第4句").and.not.include("悄悄话");
    expect((await borrower.get(at("/events"))).text).to.include("悄悄话");
  });

  it("says the same message once, whichever way the same key comes", async () => {
    await borrower.post(at("/join"), { groundRules: GROUND_RULES }).expect(200);
    const say = (text: string) =>
      borrower.post(at("/messages"), { channel: "joint", text }).set("idempotency-key", "k1");
    const first = await say("一次").expect(201);
    const again = await say("一次").expect(201);
    expect(again.body).to.deep.equal(first.body);
    await say("两次").expect(422);
    const { body } = await borrower.get(at("/events"));
    expect(body.events.filter((event: { type: string }) => event.type === "message.posted")).to.have.length(
      1,
    );
  });

  it("refuses a channel that is not one's own, and text that is no text", async () => {
    await borrower.post(at("/join"), { groundRules: GROUND_RULES }).expect(200);
    const caucus = await borrower
      .post(at("/messages"), { channel: "caucus_platform", text: "x" })
      .expect(403);
    expect(caucus.body.code).to.equal("forbidden");
    const blank = await borrower.post(at("/messages"), { channel: "joint", text: " \n " }).expect(400);
    expect(blank.body.errors).to.deep.equal([
      { pointer: "/text", code: "empty", detail: "there is nothing to read in it" },
    ]);
    const long = await borrower
      .post(at("/messages"), { channel: "joint", text: "字".repeat(4001) })
      .expect(400);
    expect(long.body.errors[0].code).to.equal("too_long");
  });

  it("is left and entered again; whoever was removed does not come back", async () => {
    await mediator.post(at("/join"), { groundRules: GROUND_RULES }).expect(200);
    await agent.post(at("/join"), { groundRules: GROUND_RULES }).expect(200);
    await agent.post(at("/leave")).expect(204);
    await agent.post(at("/leave")).expect(409);
    const { body } = await agent.post(at("/join"), { groundRules: GROUND_RULES }).expect(200);
    await agent.post(at(`/members/${body.viewer.memberId}/removal`)).expect(403);
    await mediator.post(at(`/members/${body.viewer.memberId}/removal`)).expect(204);
    await agent.get(at("")).expect(409);
    await agent.post(at("/join"), { groundRules: GROUND_RULES }).expect(409);
    // What was said afterwards is not told by another road either.
    const path = `/api/cases/${theCase.id}/timeline`;
    expect((await agent.get(path).expect(409)).body.code).to.equal("not_a_member");
    const approver = await app.signIn("approver");
    await approver.post(at("/join"), { groundRules: GROUND_RULES }).expect(200);
  });

  it("does not exist for the borrower of another case", async () => {
    const other = await buildRoomCase(app, people);
    const stranger = await CookieClient.open(app, await borrowerCookie(app, other));
    await stranger.get(at("")).expect(404);
    await stranger.post(at("/join"), { groundRules: GROUND_RULES }).expect(404);
    await stranger.post(at("/messages"), { channel: "joint", text: "x" }).expect(404);
  });
});
