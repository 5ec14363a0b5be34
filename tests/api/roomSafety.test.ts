import { expect } from "chai";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { RoomEvent } from "../../shared/api/messages.ts";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { addExhibit, photo } from "../support/evidence.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";

type Person = Client | CookieClient;

describe("caucus and safety in a room", function () {
  this.timeout(60_000);
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let mediator: Client;
  let agent: Client;
  let borrower: CookieClient;
  const members = new Map<Person, string>();
  let seed = 40;

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
    for (const person of [mediator, agent, borrower]) {
      const { body } = await person.post(at("/join"), { groundRules: GROUND_RULES }).expect(200);
      members.set(person, body.viewer.memberId);
    }
  });

  const at = (path: string) => `/api/cases/${theCase.id}/room${path}`;
  const events = async (who: Person): Promise<RoomEvent[]> =>
    (await who.get(at("/events")).expect(200)).body.events;
  const last = async (who: Person) => (await events(who)).at(-1)!;
  const say = async (who: Person, channel: string, text: string, more: object = {}): Promise<string> =>
    (await who.post(at("/messages"), { channel, text, ...more }).expect(201)).body.id;
  const code = async (request: ReturnType<Client["post"]>) => (await request).body.code;

  describe("passing on", () => {
    const words = "每月最多还 1,200 元 🙏\n下月起";

    it("carries exactly what was said to the other side, and tells its own side which one", async () => {
      const id = await say(borrower, "caucus_borrower", `  ${words}  `, { mayPassOn: true });
      await mediator.post(at(`/messages/${id}/passing`), { channel: "caucus_platform" }).expect(204);
      const heard = await last(agent);
      expect(heard.type).to.equal("message.passedOn");
      expect(heard.payload).to.deep.equal({ channel: "caucus_platform", from: "borrower", text: words });
      expect(heard.actor.party).to.equal("mediator");
      expect(JSON.stringify(await events(agent))).to.not.contain(id);
      const told = await last(borrower);
      expect([told.type, told.payload]).to.deep.equal([
        "message.carried",
        { messageId: id, channel: "caucus_borrower" },
      ]);
      expect((await events(mediator)).slice(-2).map(({ type }) => type)).to.deep.equal([
        "message.carried",
        "message.passedOn",
      ]);
    });

    it("waits for leave, which can be taken back until it was used", async () => {
      const id = await say(agent, "caucus_platform", "可以免掉罚息");
      const pass = () => mediator.post(at(`/messages/${id}/passing`), { channel: "joint" });
      expect(await code(pass())).to.equal("already_done");
      await agent.post(at(`/messages/${id}/release`)).expect(204);
      expect(await code(agent.post(at(`/messages/${id}/release`)))).to.equal("already_done");
      await agent.post(at(`/messages/${id}/release/withdrawal`)).expect(204);
      expect(await code(pass())).to.equal("already_done");
      await agent.post(at(`/messages/${id}/release`)).expect(204);
      await pass().expect(204);
      expect(await code(pass())).to.equal("already_done");
      expect(await code(agent.post(at(`/messages/${id}/release/withdrawal`)))).to.equal("already_done");
      expect((await last(borrower)).payload).to.deep.equal({
        channel: "joint",
        from: "platform",
        text: "可以免掉罚息",
      });
    });

    it("is not for what others said, what was said to all, or what cannot be read", async () => {
      const own = await say(borrower, "caucus_borrower", "只告诉您");
      const joint = await say(borrower, "joint", "大家好");
      const mediators = await say(mediator, "caucus_borrower", "请放心");
      const note = await say(mediator, "mediator_notes", "记一笔");
      const release = (who: Person, id: string) => code(who.post(at(`/messages/${id}/release`)));
      expect(await release(agent, own)).to.equal("not_found");
      expect(await release(mediator, own)).to.equal("forbidden");
      expect(await release(borrower, joint)).to.equal("forbidden");
      expect(await release(borrower, mediators)).to.equal("forbidden");
      expect(await release(borrower, note)).to.equal("not_found");
      await borrower.post(at(`/messages/${own}/release`)).expect(204);
      const pass = (who: Person, channel: string) =>
        code(who.post(at(`/messages/${own}/passing`), { channel }));
      expect(await pass(borrower, "joint")).to.equal("forbidden");
      expect(await pass(mediator, "caucus_borrower")).to.equal("unprocessable");
      expect(await pass(mediator, "mediator_notes")).to.equal("unprocessable");
      const marked = borrower.post(at("/messages"), { channel: "joint", text: "x", mayPassOn: true });
      expect(await code(marked)).to.equal("unprocessable");
    });

    it("does not take the words from a client", async () => {
      const id = await say(borrower, "caucus_borrower", "原话", { mayPassOn: true });
      const body = { channel: "joint", text: "别的话" };
      await mediator.post(at(`/messages/${id}/passing`), body).expect(400);
    });
  });

  describe("muting", () => {
    const mute = (person: Person, body: object = {}) =>
      mediator.post(at(`/members/${members.get(person)}/mute`), body);

    it("takes no messages from somebody, tells them and their side, and ends", async () => {
      await mute(agent, { reason: "请注意用语" }).expect(204);
      for (const channel of ["joint", "caucus_platform"]) {
        expect(await code(agent.post(at("/messages"), { channel, text: "x" }))).to.equal("muted");
      }
      expect((await agent.get(at(""))).body).to.deep.include({ canPost: [], abilities: ["leave"] });
      expect((await last(agent)).payload).to.deep.include({ reason: "请注意用语", party: "platform" });
      expect(JSON.stringify(await events(borrower))).to.not.contain("member.muted");
      expect(await code(mute(agent))).to.equal("already_done");
      await agent.post(at("/requests"), { kind: "mediator_alone" }).expect(201);
      await mediator.post(at(`/members/${members.get(agent)}/unmute`)).expect(204);
      await say(agent, "joint", "明白了");
    });

    it("is not ended by going out and coming in again", async () => {
      await mute(agent).expect(204);
      await agent.post(at("/leave")).expect(204);
      const { body } = await agent.post(at("/join"), { groundRules: GROUND_RULES }).expect(200);
      expect(body.canPost).to.deep.equal([]);
      expect(await code(agent.post(at("/messages"), { channel: "joint", text: "x" }))).to.equal("muted");
      await mediator.post(at(`/members/${body.viewer.memberId}/unmute`)).expect(204);
      await say(agent, "joint", "好");
    });

    it("is for the mediator of the case, and never of a mediator", async () => {
      expect(await code(mute(mediator))).to.equal("forbidden");
      expect(await code(agent.post(at(`/members/${members.get(borrower)}/mute`), {}))).to.equal("forbidden");
      const other = await app.signIn("otherMediator");
      expect(await code(other.post(at(`/members/${members.get(borrower)}/mute`), {}))).to.equal("not_found");
    });
  });

  describe("requests", () => {
    it("for a pause stay between that side and the mediator, who grants it with one step", async () => {
      const { body } = await borrower.post(at("/requests"), { kind: "pause", note: "有点累" }).expect(201);
      expect((await last(mediator)).payload).to.deep.include({ kind: "pause", note: "有点累" });
      expect(JSON.stringify(await events(agent))).to.not.contain("request.");
      expect(await code(borrower.post(at("/requests"), { kind: "pause" }))).to.equal("already_done");
      const answer = at(`/requests/${body.id}/answer`);
      expect(await code(borrower.post(answer, { granted: true }))).to.equal("forbidden");
      await mediator.post(answer, { granted: true }).expect(204);
      expect((await last(agent)).type).to.equal("case.paused");
      expect(await code(borrower.post(at("/messages"), { channel: "joint", text: "x" }))).to.equal(
        "case_paused",
      );
      expect(await code(mediator.post(answer, { granted: false }))).to.equal("already_done");
      expect(await code(borrower.post(at("/requests"), { kind: "pause" }))).to.equal("case_paused");
      await borrower.post(at("/requests"), { kind: "mediator_alone" }).expect(201);
    });

    it("for the mediator alone begin a caucus that is not announced", async () => {
      const { body } = await agent.post(at("/requests"), { kind: "mediator_alone" }).expect(201);
      await mediator.post(at(`/requests/${body.id}/answer`), { granted: true }).expect(204);
      const begun = await last(agent);
      expect(begun.type).to.equal("caucus.begun");
      expect(begun.payload).to.deep.include({ side: "platform", announced: false });
      expect(JSON.stringify(await events(borrower))).to.not.contain("caucus");
      const begin = (side: string) => mediator.post(at("/caucus"), { side, announced: true });
      expect(await code(begin("borrower"))).to.equal("caucus_open");
      await mediator.post(at("/caucus/end")).expect(204);
      expect(await code(mediator.post(at("/caucus/end")))).to.equal("already_done");
      await begin("borrower").expect(204);
      expect((await last(agent)).payload).to.deep.include({ side: "borrower", announced: true });
    });

    it("are taken back by the side that made them, and are no business of the mediator's to make", async () => {
      const { body } = await agent.post(at("/requests"), { kind: "pause" }).expect(201);
      const back = at(`/requests/${body.id}/withdrawal`);
      expect(await code(borrower.post(back))).to.equal("not_found");
      await agent.post(back).expect(204);
      expect(await code(agent.post(back))).to.equal("already_done");
      expect(await code(mediator.post(at("/requests"), { kind: "pause" }))).to.equal("forbidden");
      expect(await code(agent.post(at("/requests"), { kind: "pause", note: "字".repeat(501) }))).to.equal(
        "validation_failed",
      );
    });
  });

  describe("reports", () => {
    it("are between the side that reports and the mediator, who says what came of it", async () => {
      const id = await say(agent, "joint", "你这种人不配谈");
      const { body } = await borrower
        .post(at(`/messages/${id}/reports`), { reason: "insult", note: "请提醒" })
        .expect(201);
      expect((await last(mediator)).payload).to.deep.include({ messageId: id, reason: "insult" });
      expect(JSON.stringify(await events(agent))).to.not.contain("report");
      expect(await code(borrower.post(at(`/messages/${id}/reports`), { reason: "other" }))).to.equal(
        "already_done",
      );
      const handling = at(`/reports/${body.id}/handling`);
      expect(await code(mediator.post(handling, { note: "  " }))).to.equal("validation_failed");
      await mediator.post(handling, { note: "已请对方注意用语" }).expect(204);
      expect(await code(mediator.post(handling, { note: "x" }))).to.equal("already_done");
      expect((await last(borrower)).payload).to.deep.include({ note: "已请对方注意用语" });
      // What was said stays in the record.
      expect(JSON.stringify(await events(agent))).to.contain("你这种人不配谈");
    });

    it("are not for one's own words, nor for what one cannot read", async () => {
      const own = await say(borrower, "joint", "您好");
      const hidden = await say(agent, "caucus_platform", "不外传");
      const report = (id: string) => code(borrower.post(at(`/messages/${id}/reports`), { reason: "other" }));
      expect(await report(own)).to.equal("forbidden");
      expect(await report(hidden)).to.equal("not_found");
      expect(await report(theCase.id)).to.equal("not_found");
      const passed = await say(agent, "caucus_platform", "转达", { mayPassOn: true });
      await mediator.post(at(`/messages/${passed}/passing`), { channel: "joint" }).expect(204);
      const copy = (await last(borrower)).id;
      await borrower.post(at(`/messages/${copy}/reports`), { reason: "other" }).expect(201);
      expect(await code(agent.post(at(`/messages/${copy}/reports`), { reason: "other" }))).to.equal(
        "forbidden",
      );
    });
  });

  describe("documents", () => {
    const upload = async (who: Person, audience: string[], disclosure = "without_prejudice") => {
      const file = { bytes: await photo((seed += 1)), fileName: "工资条.jpg" };
      const fields = { name: "工资条", audience: JSON.stringify(audience), disclosure };
      return (await addExhibit(who, theCase.id, file, fields).expect(201)).body as { id: string };
    };
    const show = (who: Person, channel: string, exhibitId: string, text = "") =>
      who.post(at("/messages"), { channel, text, exhibitId });

    it("are shown in a caucus as a card that says what it is, and to nobody else", async () => {
      const { id } = await upload(borrower, ["borrower", "mediator"]);
      await show(borrower, "caucus_borrower", id).expect(201);
      const { payload } = await last(mediator);
      expect(payload).to.deep.include({ text: "", channel: "caucus_borrower" });
      const { attachment } = payload as { attachment: { bytes: number } };
      expect(attachment).to.deep.include({
        exhibitId: id,
        name: "工资条",
        fileName: "工资条.jpg",
        pageCount: 1,
        disclosure: "without_prejudice",
      });
      expect(attachment.bytes).to.be.greaterThan(100);
      const list = await agent.get(`/api/cases/${theCase.id}/exhibits`).expect(200);
      expect(list.body.items).to.deep.equal([]);
      await agent.get(`/api/exhibits/${id}/file`).expect(404);
      await mediator.get(`/api/exhibits/${id}/file`).expect(200);
      expect(JSON.stringify(await events(agent))).to.not.contain(id);
    });

    it("go where their readers are exactly the channel's", async () => {
      const { id: narrow } = await upload(borrower, ["borrower", "mediator"]);
      const { id: wide } = await upload(borrower, ["borrower", "platform", "mediator"], "shareable");
      const problem = async (request: ReturnType<typeof show>) => (await request).body.errors?.[0]?.code;
      expect(await problem(show(borrower, "joint", narrow))).to.equal("other_readers");
      expect(await problem(show(borrower, "caucus_borrower", wide))).to.equal("other_readers");
      expect(await problem(show(mediator, "joint", wide))).to.equal("not_own");
      expect(await code(show(agent, "joint", narrow))).to.equal("not_found");
      await show(borrower, "joint", wide, "请看").expect(201);
      expect((await last(agent)).payload).to.deep.include({ text: "请看" });
      await borrower.post(`/api/exhibits/${wide}/withdrawal`).expect(200);
      expect(await problem(show(borrower, "joint", wide))).to.equal("withdrawn");
      const other = await buildRoomCase(app, people);
      const path = `/api/cases/${other.id}/room/messages`;
      await agent.post(`/api/cases/${other.id}/room/join`, { groundRules: GROUND_RULES }).expect(200);
      const foreign = await agent.post(path, { channel: "joint", text: "x", exhibitId: wide });
      expect(foreign.body.code).to.equal("not_found");
    });

    it("cannot be passed on: only words are carried over", async () => {
      const { id } = await upload(borrower, ["borrower", "mediator"]);
      const { body } = await show(borrower, "caucus_borrower", id).expect(201);
      expect(await code(borrower.post(at(`/messages/${body.id}/release`)))).to.equal("forbidden");
      const { id: second } = await upload(borrower, ["borrower", "mediator"]);
      const said = await show(borrower, "caucus_borrower", second, "我的工资如图").expect(201);
      await borrower.post(at(`/messages/${said.body.id}/release`)).expect(204);
      await mediator.post(at(`/messages/${said.body.id}/passing`), { channel: "joint" }).expect(204);
      expect((await last(agent)).payload).to.deep.equal({
        channel: "joint",
        from: "borrower",
        text: "我的工资如图",
      });
    });
  });
});
