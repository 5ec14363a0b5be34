import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { rows } from "../../server/database/sql.ts";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { Line } from "../support/line.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

describe("the room over a socket", () => {
  let app: TestApp;
  let people: People;
  let theCase: Case;
  const lines: Line[] = [];

  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
  });
  after(() => app.close());
  beforeEach(async () => {
    theCase = await buildRoomCase(app, people);
  });
  afterEach(() => {
    for (const line of lines.splice(0)) line.close();
  });

  async function staff(username: string): Promise<Line> {
    const client = await app.signIn(username);
    const line = await Line.open(app.url, client.cookie());
    lines.push(line);
    return line;
  }

  async function borrower(): Promise<Line> {
    const line = await Line.open(app.url, await borrowerCookie(app, theCase));
    lines.push(line);
    return line;
  }

  async function joined(line: Line): Promise<Line> {
    const { error } = await line.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
    expect(error).to.equal(undefined);
    return line;
  }

  const post = (line: Line, channel: string, text: string, id?: string) =>
    line.command(theCase.id, "message.post", { channel, text }, id);

  it("lets nobody in without a session, and no page of another site", async () => {
    const refusal = await Line.open(app.url, "").catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(Error);
    expect(Reflect.get(refusal as object, "data")).to.deep.equal({ code: "not_signed_in" });
    const cookie = (await app.signIn("mediator")).cookie();
    const foreign = await Line.open(app.url, cookie, { origin: "https://elsewhere.example" }).catch(
      () => "no",
    );
    expect(foreign).to.equal("no");
    const own = await Line.open(app.url, cookie, { origin: app.url });
    own.close();
  });

  it("makes whoever joins a member, once, and tells the others", async () => {
    const mediator = await joined(await staff("mediator"));
    const first = await borrower();
    const answer = await first.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
    expect(answer.result.viewer).to.include({ party: "borrower", name: "张小伟" });
    expect(answer.result.channels).to.deep.equal(["joint", "caucus_borrower"]);
    const second = await joined(await borrower());
    await mediator.settle(theCase.id);
    const joins = mediator.events.filter((event) => event.type === "member.joined");
    expect(joins.map((event) => event.actor.party)).to.deep.equal(["mediator", "borrower"]);
    const online = () =>
      mediator.presence.at(-1)?.people.flatMap((person) => (person.online ? person.party : [])) ?? [];
    await mediator.until(() => online().includes("borrower"));
    expect(online()).to.have.members(["mediator", "borrower"]);
    first.close();
    second.close();
    await mediator.until(() => !online().includes("borrower"));
    expect(mediator.presence.at(-1)?.people).to.have.length(2);
  });

  it("answers a message after commit with the sender's own number, and the reader has it under theirs", async () => {
    const mediator = await joined(await staff("mediator"));
    const agent = await joined(await staff("agent"));
    const other = await joined(await borrower());
    await post(mediator, "caucus_borrower", "只给您看");
    const ack = await post(mediator, "joint", "大家好");
    expect(ack.error).to.equal(undefined);
    await agent.settle(theCase.id);
    await other.settle(theCase.id);
    const seen = (line: Line) => line.events.filter((event) => event.type === "message.posted");
    expect(seen(agent).map((event) => Reflect.get(event.payload, "text"))).to.deep.equal(["大家好"]);
    expect(seen(other)).to.have.length(2);
    expect(agent.heard).to.not.include("只给您看");
    expect(seen(agent)[0]?.n).to.equal(ack.n! - 1);
    expect(seen(agent)[0]).to.not.have.any.keys("seq", "hash", "previousHash", "audience", "disclosure");
  });

  it("gives the same answer to the same id, writes once, and refuses another payload under it", async () => {
    const mediator = await joined(await staff("mediator"));
    const id = randomUUID();
    const first = await post(mediator, "joint", "一次", id);
    const again = await post(mediator, "joint", "一次", id);
    expect(again).to.deep.equal(first);
    const other = await post(mediator, "joint", "两次", id);
    expect(other.error?.code).to.equal("idempotency_mismatch");
    const { result } = await mediator.command(theCase.id, "room.read", { since: 0 });
    const texts = result.events.filter((event: { type: string }) => event.type === "message.posted");
    expect(texts).to.have.length(1);
  });

  it("does a command once that comes over several lines at the same time", async () => {
    const three = await Promise.all([1, 2, 3].map(async () => joined(await staff("mediator"))));
    const id = randomUUID();
    const acks = await Promise.all(three.map((line) => post(line, "joint", "同时", id)));
    for (const ack of acks) expect(ack).to.deep.equal(acks[0]);
    expect(acks[0]?.error).to.equal(undefined);
    const { result } = await three[0]!.command(theCase.id, "room.read", { since: 0 });
    const texts = result.events.filter((event: { type: string }) => event.type === "message.posted");
    expect(texts).to.have.length(1);
  });

  it("does not double a message whose answer was lost with the line", async () => {
    const mediator = await joined(await staff("mediator"));
    const id = randomUUID();
    mediator.socket.emit("command", {
      id,
      caseId: theCase.id,
      type: "message.post",
      payload: { channel: "joint", text: "断线" },
    });
    mediator.socket.close();
    const back = await joined(await staff("mediator"));
    const ack = await post(back, "joint", "断线", id);
    expect(ack.error).to.equal(undefined);
    const { result } = await back.command(theCase.id, "room.read", { since: 0 });
    const texts = result.events.filter((event: { type: string }) => event.type === "message.posted");
    expect(texts).to.have.length(1);
    expect(texts[0].n).to.equal(ack.n);
  });

  it("keeps the order one person wrote in", async () => {
    const mediator = await joined(await staff("mediator"));
    const texts = Array.from({ length: 20 }, (_, index) => `第${index}句`);
    const acks = await Promise.all(texts.map((text) => post(mediator, "joint", text)));
    expect(acks.map((ack) => ack.n)).to.deep.equal(acks.map((_, index) => acks[0]!.n! + index));
    const { result } = await mediator.command(theCase.id, "room.read", { since: acks[0]!.n! - 1 });
    expect(result.events.map((event: { payload: { text: string } }) => event.payload.text)).to.deep.equal(
      texts,
    );
  });

  it("takes somebody out at once and for good", async () => {
    const mediator = await joined(await staff("mediator"));
    const agent = await staff("agent");
    const { result } = await agent.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
    const removal = await mediator.command(theCase.id, "member.remove", {
      memberId: result.viewer.memberId,
    });
    expect(removal.error).to.equal(undefined);
    await post(mediator, "joint", "走了之后");
    for (const type of ["room.join", "room.read"]) {
      const answer = await agent.command(theCase.id, type, { since: 0 });
      expect(answer.error?.code, type).to.equal("not_a_member");
    }
    expect((await post(agent, "joint", "还在吗")).error?.code).to.equal("not_a_member");
    expect(agent.removed).to.deep.equal([theCase.id]);
    expect(agent.heard).to.not.include("走了之后");
    const client = await app.signIn("agent");
    await client.get(`/api/cases/${theCase.id}/room/events?since=0`).expect(409);
    await client.get(`/api/cases/${theCase.id}/offers`).expect(409);
  });

  it("lets only the mediator remove, and not themselves", async () => {
    const mediator = await staff("mediator");
    const own = await mediator.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
    const agent = await joined(await staff("agent"));
    const { memberId } = own.result.viewer;
    expect((await agent.command(theCase.id, "member.remove", { memberId })).error?.code).to.equal(
      "forbidden",
    );
    expect((await mediator.command(theCase.id, "member.remove", { memberId })).error?.code).to.equal(
      "forbidden",
    );
    const nobody = await mediator.command(theCase.id, "member.remove", { memberId: randomUUID() });
    expect(nobody.error?.code).to.equal("not_found");
  });

  it("does not exist for outsiders", async () => {
    const other = await staff("otherAgent");
    const otherMediator = await staff("otherMediator");
    for (const line of [other, otherMediator]) {
      expect(
        (await line.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES })).error?.code,
      ).to.equal("not_found");
      expect((await line.command(theCase.id, "room.read", { since: 0 })).error?.code).to.equal("not_found");
      expect((await post(line, "joint", "x")).error?.code).to.equal("not_found");
      expect((await line.command(theCase.id, "room.leave")).error?.code).to.equal("not_found");
    }
    for (const name of ["lawyer", "admin"]) {
      const line = await staff(name);
      expect(
        (await line.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES })).error?.code,
      ).to.equal("forbidden");
    }
  });

  it("shows typing only to those who may read the channel", async () => {
    const mediator = await joined(await staff("mediator"));
    const agent = await joined(await staff("agent"));
    const other = await joined(await borrower());
    other.socket.emit("command", {
      id: randomUUID(),
      caseId: theCase.id,
      type: "typing",
      payload: { channel: "caucus_borrower" },
    });
    agent.socket.emit("command", {
      id: randomUUID(),
      caseId: theCase.id,
      type: "typing",
      payload: { channel: "caucus_borrower" },
    });
    await other.settle(theCase.id);
    await agent.settle(theCase.id);
    await mediator.settle(theCase.id);
    expect(mediator.typing.map((hint) => hint.channel)).to.deep.equal(["caucus_borrower"]);
    expect(agent.typing).to.deep.equal([]);
    expect(other.typing).to.deep.equal([]);
  });

  it("refuses what is not a command, by name of the fault", async () => {
    const mediator = await joined(await staff("mediator"));
    const code = async (raw: unknown): Promise<string> =>
      ((await mediator.socket.timeout(5000).emitWithAck("command", raw)) as { error: { code: string } }).error
        .code;
    expect(await code(null)).to.equal("validation_failed");
    expect(await code({ id: "x", caseId: theCase.id, type: "room.read" })).to.equal("validation_failed");
    expect(await code({ id: randomUUID(), caseId: theCase.id, type: "drop.tables" })).to.equal(
      "validation_failed",
    );
    const shout = await post(mediator, "joint", "a\u0000b");
    expect(shout.error?.errors).to.deep.include({
      pointer: "/text",
      code: "control_character",
      detail: "it contains control characters",
    });
    expect((await post(mediator, "tunnel", "x")).error?.errors[0]?.pointer).to.equal("/channel");
  });

  it("falls silent when the case is paused or over, and stays readable to its members", async () => {
    const mediator = await joined(await staff("mediator"));
    const set = (sql: string) =>
      app.tx((tx) => rows(tx.manager, `UPDATE "case" SET ${sql} WHERE id = $1`, [theCase.id]));
    await set("paused_at = now()");
    expect((await post(mediator, "joint", "x")).error?.code).to.equal("case_paused");
    await set("paused_at = NULL, stage = 'terminated'");
    expect((await post(mediator, "joint", "x")).error?.code).to.equal("stage_forbids");
    await joined(await staff("mediator"));
    const late = await (
      await staff("agent")
    ).command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
    expect(late.error?.code).to.equal("stage_forbids");
    await set("stage = 'invited'");
    const early = await (
      await staff("agent")
    ).command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
    expect(early.error?.code).to.equal("stage_forbids");
  });

  it("hangs up on a packet of more than 64 KB", async () => {
    const mediator = await staff("mediator");
    const huge = "x".repeat(70_000);
    mediator.socket.emit("command", { id: randomUUID(), caseId: theCase.id, type: "x", payload: { huge } });
    await mediator.closed();
    expect(mediator.socket.connected).to.equal(false);
  });

  it("is hung up on when its person signs out everywhere", async () => {
    const client = await app.signIn("approver");
    const line = await Line.open(app.url, client.cookie());
    await client.post("/api/auth/sign-out-everywhere").expect(204);
    await line.closed();
    expect(line.cutOff.map((reason) => reason.code)).to.deep.equal(["not_signed_in"]);
    const again = await Line.open(app.url, client.cookie()).catch((error: Error) => error.message);
    expect(again).to.equal("not_signed_in");
  });

  it("leaves and comes back as a new member", async () => {
    const agent = await joined(await staff("agent"));
    expect((await agent.command(theCase.id, "room.leave")).error).to.equal(undefined);
    expect((await post(agent, "joint", "x")).error?.code).to.equal("not_a_member");
    expect(agent.removed).to.deep.equal([]);
    await joined(agent);
    const { result } = await agent.command(theCase.id, "room.read", { since: 0 });
    const kinds = result.events.map((event: { type: string }) => event.type);
    // The ground rules, once accepted, hold for whoever comes back.
    expect(kinds.slice(-4)).to.deep.equal([
      "member.joined",
      "groundRules.accepted",
      "member.left",
      "member.joined",
    ]);
  });
});
