import { expect } from "chai";
import { createClient } from "redis";
import type { CallChannel } from "../../shared/calls/channels.ts";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { enterCall, inCall, signal } from "../support/callLines.ts";
import { Line } from "../support/line.ts";
import { buildPeople, type People } from "../support/people.ts";
import { TestRedis } from "../support/redis.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

const SESSION_SECRET = "the same on every process of one installation";
const FINGERPRINT = "a=fingerprint:sha-256 AB:CD:EF";

describe("calls between two processes", () => {
  let redis: TestRedis;
  let first: TestApp;
  let second: TestApp;
  let people: People;
  let theCase: Case;
  const lines: Line[] = [];

  before(async function () {
    this.timeout(60_000);
    const prepared = await TestRedis.prepare();
    if (prepared === null) return this.skip();
    redis = prepared;
    await redis.start();
    const settings = { SESSION_SECRET, REDIS_URL: redis.url };
    first = await startTestApp({ settings });
    second = await startTestApp({ settings, database: first.database });
    people = await buildPeople(first);
  });
  after(async () => {
    await (second as TestApp | undefined)?.close();
    await (first as TestApp | undefined)?.close();
    await (redis as TestRedis | undefined)?.kill();
  });
  beforeEach(async () => {
    theCase = await buildRoomCase(first, people);
  });
  afterEach(() => {
    for (const line of lines.splice(0)) line.close();
  });

  async function seat(app: TestApp, cookie: string): Promise<Line> {
    const line = await Line.open(app.url, cookie);
    lines.push(line);
    const payload = { since: 0, groundRules: GROUND_RULES };
    expect((await line.command(theCase.id, "room.join", payload)).error).to.equal(undefined);
    return line;
  }
  const staff = async (app: TestApp, name: string) => seat(app, (await app.signIn(name)).cookie());
  const enter = (line: Line, channel: CallChannel, again?: string) =>
    enterCall(line, theCase.id, channel, again);
  const isIn = (line: Line, channel: CallChannel, peers: string[]) =>
    line.until(() => JSON.stringify(inCall(line, channel)) === JSON.stringify(peers));

  it("carry signals to the one they are for, and to nobody else on either", async () => {
    const one = await seat(first, await borrowerCookie(first, theCase));
    const two = await staff(second, "mediator");
    const three = await staff(second, "agent");
    const a = await enter(one, "caucus_borrower");
    await isIn(two, "caucus_borrower", [a.peerId]);
    const b = await enter(two, "caucus_borrower");
    await isIn(one, "caucus_borrower", [a.peerId, b.peerId]);
    signal(one, theCase.id, b.peerId);
    await two.until(() => two.signals.length === 1);
    signal(two, theCase.id, a.peerId);
    await one.until(() => one.signals.length === 1);
    // The other side, on the same process as the mediator, knows neither the call nor a way to anybody in it.
    const joint = await enter(three, "joint");
    await isIn(one, "joint", [joint.peerId]);
    signal(three, theCase.id, a.peerId);
    signal(three, theCase.id, b.peerId);
    three.hint(theCase.id, "call.media", { audio: false, video: false });
    // What came after those signals has crossed, so they would have too.
    await one.until(() => one.calls.at(-1)?.peers[0]?.audio === false);
    await two.settle(theCase.id);
    expect([one.signals.length, two.signals.length, three.signals.length]).to.deep.equal([1, 1, 0]);
    for (const { peerId } of [a, b]) expect(three.heard).not.to.include(peerId);
  });

  it("drop whoever is removed, wherever they are", async () => {
    const one = await seat(first, await borrowerCookie(first, theCase));
    const three = await staff(first, "agent");
    const two = await staff(second, "mediator");
    const [a, c] = [await enter(one, "joint"), await enter(three, "joint")];
    await isIn(two, "joint", [a.peerId, c.peerId]);
    const memberId = c.peers.find(({ peerId }) => peerId === c.peerId)?.memberId;
    await two.command(theCase.id, "member.remove", { memberId });
    await isIn(two, "joint", [a.peerId]);
    await isIn(one, "joint", [a.peerId]);
    signal(three, theCase.id, a.peerId);
    await three.command(theCase.id, "room.read", { since: 0 });
    await one.settle(theCase.id);
    expect(one.signals).to.deep.equal([]);
  });

  it("let somebody whose process went come back on the other in the same place", async () => {
    const cookie = await borrowerCookie(first, theCase);
    const one = await seat(first, cookie);
    const two = await staff(second, "mediator");
    const a = await enter(one, "joint");
    await isIn(two, "joint", [a.peerId]);
    one.close();
    const back = await seat(second, cookie);
    expect((await enter(back, "joint", a.peerId)).peerId).to.equal(a.peerId);
    await two.until(() => two.calls.at(-1)?.peers[0]?.lines === 2);
  });

  it("put nothing into Redis that can be read there, and believe nothing that was written there", async () => {
    const spy = createClient({ url: redis.url });
    await spy.connect();
    const seen: { channel: string; text: string }[] = [];
    await spy.pSubscribe("*", (text, channel) => seen.push({ channel, text }));
    const one = await seat(first, await borrowerCookie(first, theCase));
    const two = await staff(second, "mediator");
    const a = await enter(one, "joint");
    await isIn(two, "joint", [a.peerId]);
    const b = await enter(two, "joint");
    await isIn(one, "joint", [a.peerId, b.peerId]);
    signal(one, theCase.id, b.peerId, { description: { type: "offer", sdp: FINGERPRINT } });
    await two.until(() => two.signals.length === 1);
    const carried = seen.find(({ text }) => text.includes('"call.signal"'));
    expect(carried).to.not.equal(undefined);
    for (const { text } of seen) {
      expect(text).not.to.include("fingerprint");
      expect(text).not.to.include(a.peerId);
    }
    const forged = {
      from: "elsewhere",
      topic: "call.signal",
      message: { caseId: theCase.id, channel: "joint", from: b, to: a.peerId, description: {} },
    };
    const writer = createClient({ url: redis.url });
    await writer.connect();
    await writer.publish(carried?.channel ?? "", JSON.stringify(forged));
    signal(two, theCase.id, a.peerId);
    await one.until(() => one.signals.length > 0);
    expect(one.signals.map(({ description }) => description?.type)).to.deep.equal(["offer"]);
    spy.destroy();
    writer.destroy();
  });
});
