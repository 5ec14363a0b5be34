import { expect } from "chai";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { enterCall, inCall, OFFER, signal, tryCall } from "../support/callLines.ts";
import { Line } from "../support/line.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

describe("calls over the room's lines", () => {
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

  async function seat(cookie: string): Promise<Line> {
    const line = await Line.open(app.url, cookie);
    lines.push(line);
    expect(
      (await line.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES })).error,
    ).to.equal(undefined);
    return line;
  }
  const staff = async (name: string) => seat((await app.signIn(name)).cookie());
  const borrower = async () => seat(await borrowerCookie(app, theCase));
  const enter = (line: Line, channel: "joint" | "caucus_borrower" | "caucus_platform", again?: string) =>
    enterCall(line, theCase.id, channel, again);
  const isIn = (line: Line, channel: "joint" | "caucus_borrower" | "caucus_platform", peers: string[]) =>
    line.until(() => JSON.stringify(inCall(line, channel)) === JSON.stringify(peers));

  it("tell everybody in the room who is in the joint one, and carry signals to the one they are for", async () => {
    const [one, two, three] = [await borrower(), await staff("mediator"), await staff("agent")];
    const first = await enter(one, "joint");
    const second = await enter(two, "joint");
    expect(second.peers.map(({ party, audio, video }) => ({ party, audio, video }))).to.deep.equal([
      { party: "borrower", audio: true, video: true },
      { party: "mediator", audio: true, video: true },
    ]);
    await isIn(three, "joint", [first.peerId, second.peerId]);
    signal(one, theCase.id, second.peerId);
    await two.until(() => two.signals.length === 1);
    const memberId = second.peers[0]?.memberId;
    expect(two.signals[0]).to.deep.equal({
      caseId: theCase.id,
      channel: "joint",
      from: { peerId: first.peerId, memberId },
      to: second.peerId,
      ...OFFER,
    });
    one.hint(theCase.id, "call.media", { audio: true, video: false });
    await three.until(() => three.calls.at(-1)?.peers[0]?.video === false);
    one.hint(theCase.id, "call.leave");
    await isIn(three, "joint", [second.peerId]);
    expect(three.signals).to.deep.equal([]);
  });

  it("are one call at a time: who goes into a caucus is out of the joint one", async () => {
    const [one, two, three] = [await borrower(), await staff("mediator"), await staff("agent")];
    const joint = await enter(two, "joint");
    const platform = await enter(three, "joint");
    const caucus = await enter(two, "caucus_borrower");
    await isIn(three, "joint", [platform.peerId]);
    await isIn(one, "caucus_borrower", [caucus.peerId]);
    signal(three, theCase.id, joint.peerId);
    signal(three, theCase.id, caucus.peerId);
    await three.settle(theCase.id);
    await two.settle(theCase.id);
    expect(two.signals).to.deep.equal([]);
  });

  it("of a caucus do not exist for the other side, in lists, rosters or signals", async () => {
    const [one, two, three] = [await borrower(), await staff("mediator"), await staff("agent")];
    const caller = await enter(one, "caucus_borrower");
    const other = await enter(two, "caucus_borrower");
    for (const channel of ["caucus_borrower"] as const)
      expect((await tryCall(three, theCase.id, channel)).error?.code).to.equal("forbidden");
    const { result } = await three.command(theCase.id, "call.list");
    expect(result.calls.map(({ channel }: { channel: string }) => channel)).to.deep.equal([
      "joint",
      "caucus_platform",
    ]);
    signal(three, theCase.id, other.peerId);
    await enter(three, "joint");
    signal(three, theCase.id, other.peerId);
    await three.settle(theCase.id);
    await two.settle(theCase.id);
    expect(two.signals).to.deep.equal([]);
    for (const { peerId } of [caller, other]) expect(three.heard).not.to.include(peerId);
  });

  it("of a caucus leave the other side's frames as they are, to the byte and the count", async () => {
    /** The platform's whole hour, with ids and times made alike. */
    const hour = async (caucus: boolean): Promise<string[]> => {
      theCase = await buildRoomCase(app, people);
      const [one, two, three] = [await borrower(), await staff("mediator"), await staff("agent")];
      // What joining made of presence has been told before we begin to count.
      await three.until(() => three.presence.at(-1)?.people.filter(({ online }) => online).length === 3);
      for (let quiet = 0, seen = -1; quiet < 5; quiet += 1) {
        if (three.presence.length !== seen) quiet = 0;
        seen = three.presence.length;
        await three.settle(theCase.id);
      }
      const frames: string[] = [];
      const known = new Map<string, string>();
      three.socket.io.engine.on("packet", ({ data }: { data?: string }) => {
        const alike = (data ?? "").replaceAll(
          /[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z|\d{4}-\d{7}/g,
          (found) => known.get(found) ?? known.set(found, `#${known.size}`).get(found) ?? "",
        );
        frames.push(alike);
      });
      const say = (text: string) => two.command(theCase.id, "message.post", { channel: "joint", text });
      await say("开始");
      if (caucus) {
        const [a, b] = [await enter(one, "caucus_borrower"), await enter(two, "caucus_borrower")];
        signal(one, theCase.id, b.peerId);
        signal(two, theCase.id, a.peerId, { description: { type: "answer", sdp: "v=0\r\n" } });
        one.hint(theCase.id, "call.media", { audio: true, video: false });
        await one.until(() => one.signals.length === 1);
        await two.until(() => two.signals.length === 1);
        two.hint(theCase.id, "call.leave");
        one.hint(theCase.id, "call.leave");
        await one.until(() => inCall(one, "caucus_borrower").length === 0);
      }
      await say("结束");
      await three.until(() => three.heard.includes("结束"));
      return frames;
    };
    const without = await hour(false);
    expect(without.length).to.be.greaterThan(1);
    expect(await hour(true)).to.deep.equal(without);
  });

  it("take nobody who is not in the room, nor anybody while nothing is said", async () => {
    const outside = await Line.open(app.url, (await app.signIn("mediator")).cookie());
    lines.push(outside);
    expect((await tryCall(outside, theCase.id, "joint")).error?.code).to.equal("not_a_member");
    expect((await outside.command(theCase.id, "call.list")).error?.code).to.equal("not_a_member");
    const stranger = await Line.open(app.url, (await app.signIn("otherAgent")).cookie());
    lines.push(stranger);
    expect((await tryCall(stranger, theCase.id, "joint")).error?.code).to.equal("not_found");
    theCase = await buildRoomCase(app, people, { paused: true });
    expect((await tryCall(await staff("mediator"), theCase.id, "joint")).error?.code).to.equal("case_paused");
  });

  it("end for everybody when the case is paused", async () => {
    const client = await app.signIn("mediator");
    const [one, two] = [await borrower(), await staff("mediator")];
    const { peerId } = await enter(one, "joint");
    await enter(two, "joint");
    await client.post(`/api/cases/${theCase.id}/pause`, { days: 3 }).expect(200);
    await one.until(() => one.callsOver.length === 1);
    expect(one.callsOver[0]).to.deep.equal({ caseId: theCase.id, peerId, why: "closed" });
    await isIn(two, "joint", []);
  });

  it("stop for somebody the mediator mutes, until they may speak again", async () => {
    const [one, two] = [await borrower(), await staff("mediator")];
    const { peerId } = await enter(one, "joint");
    const { peers } = await enter(two, "joint");
    const memberId = peers.find(({ party }) => party === "borrower")?.memberId;
    expect((await two.command(theCase.id, "member.mute", { memberId })).error).to.equal(undefined);
    await one.until(() => one.callsOver.length === 1);
    expect(one.callsOver[0]).to.deep.equal({ caseId: theCase.id, peerId, why: "muted" });
    expect((await tryCall(one, theCase.id, "joint")).error?.code).to.equal("muted");
    await two.command(theCase.id, "member.unmute", { memberId });
    await enter(one, "joint");
  });

  it("drop whoever is removed from the room at once, signals included", async () => {
    const [one, two, three] = [await borrower(), await staff("mediator"), await staff("agent")];
    const joint = [await enter(one, "joint"), await enter(two, "joint"), await enter(three, "joint")];
    const [first, second] = joint.map(({ peerId }) => peerId) as [string, string];
    const memberId = joint[2]?.peers.find(({ party }) => party === "platform")?.memberId;
    await two.command(theCase.id, "member.remove", { memberId });
    await isIn(one, "joint", [first, second]);
    await three.until(() => three.removed.length === 1);
    const told = three.calls.length;
    signal(three, theCase.id, first);
    one.hint(theCase.id, "call.media", { audio: false, video: false });
    await two.until(() => two.calls.at(-1)?.peers[0]?.audio === false);
    await three.command(theCase.id, "room.read", { since: 0 });
    await one.settle(theCase.id);
    expect(one.signals).to.deep.equal([]);
    expect(three.calls).to.have.length(told);
    expect((await tryCall(three, theCase.id, "joint")).error?.code).to.equal("not_a_member");
  });

  it("keep a place for somebody whose line broke, and know them when they come back", async () => {
    const cookie = await borrowerCookie(app, theCase);
    const [one, two] = [await seat(cookie), await staff("mediator")];
    const { peerId } = await enter(one, "joint");
    await enter(two, "joint");
    one.close();
    const back = await seat(cookie);
    expect((await enter(back, "joint", peerId)).peerId).to.equal(peerId);
    await two.until(() => two.calls.at(-1)?.peers.find((peer) => peer.peerId === peerId)?.lines === 2);
    // Somebody else's place is not to be had by naming it.
    const agent = await staff("agent");
    expect((await enter(agent, "joint", peerId)).peerId).to.not.equal(peerId);
  });

  it("move with a member to the window they joined from last", async () => {
    const [old, young] = [await staff("mediator"), await staff("mediator")];
    const before = await enter(old, "joint");
    const after = await enter(young, "joint");
    await old.until(() => old.callsOver.length === 1);
    expect(old.callsOver[0]).to.include({ peerId: before.peerId, why: "elsewhere" });
    await isIn(old, "joint", [after.peerId]);
  });

  it("refuse what is no signal, drop what is too much, and pass on what is in order", async () => {
    const [one, two] = [await borrower(), await staff("mediator")];
    await enter(one, "joint");
    const { peerId: to } = await enter(two, "joint");
    const faulty = [
      { to },
      { to: "x", ...OFFER },
      { to, description: { type: "rollback", sdp: "" } },
      { to, description: { type: "offer", sdp: "v".repeat(40_001) } },
      {
        to,
        candidates: Array.from({ length: 33 }, () => ({ candidate: "", sdpMid: "0", sdpMLineIndex: 0 })),
      },
      { to, candidates: [{ candidate: "c".repeat(1001), sdpMid: "0", sdpMLineIndex: 0 }] },
      { to, ...OFFER, more: true },
    ];
    for (const payload of faulty) {
      const { error } = await one.command(theCase.id, "call.signal", payload);
      expect(error?.code, JSON.stringify(payload).slice(0, 80)).to.equal("validation_failed");
    }
    for (let sent = 0; sent < 200; sent += 1) signal(one, theCase.id, to);
    await one.settle(theCase.id);
    await two.settle(theCase.id);
    expect(two.signals.length).to.be.within(60, 100);
  });
});
