import { expect } from "chai";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { addExhibit, photo } from "../support/evidence.ts";
import { Line } from "../support/line.ts";
import { everythingOf, normalised } from "../support/partyView.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";

type Side = "borrower" | "platform";
type Seats = Record<Side | "mediator", Line>;
type Table = {
  theCase: Case;
  lines: Seats;
  borrower: CookieClient;
  /** What is said of it in the joint channel, by its id. */
  joint: Record<Side, string>;
};

/** Nobody may be able to tell that the mediator is with the other side, where that is not announced. */
describe("a caucus that is not announced", function () {
  this.timeout(240_000);
  let app: TestApp;
  let people: People;
  let agent: Client;
  let mediator: Client;
  let seed = 0;

  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
    agent = await app.signIn("agent");
    mediator = await app.signIn("mediator");
  });
  after(() => app.close());

  const OTHER: Record<Side, Side> = { borrower: "platform", platform: "borrower" };

  /** Three people in a room who have greeted each other; what is compared begins after it. */
  async function sitDown(): Promise<Table> {
    const theCase = await buildRoomCase(app, people);
    const cookie = await borrowerCookie(app, theCase);
    const lines = {
      borrower: await Line.open(app.url, cookie),
      platform: await Line.open(app.url, agent.cookie()),
      mediator: await Line.open(app.url, mediator.cookie()),
    };
    const joint: Partial<Record<Side, string>> = {};
    for (const line of Object.values(lines)) {
      await line.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
    }
    for (const side of ["borrower", "platform"] as const) {
      joint[side] = (await say(lines[side], theCase, "joint", "您好")).id;
    }
    const online = ({ presence }: Line) => presence.at(-1)?.people.filter((person) => person.online).length;
    for (const line of Object.values(lines)) {
      await line.until(() => online(line) === 3);
      await line.settle(theCase.id);
      line.heard = "";
      line.events.length = 0;
    }
    return { theCase, lines, borrower: await CookieClient.open(app, cookie), joint: joint as Table["joint"] };
  }

  async function run(line: Line, theCase: Case, type: string, payload: object = {}) {
    const answer = await line.command(theCase.id, type, payload);
    expect(answer.error, type).to.equal(undefined);
    return answer.result as { id: string };
  }
  const say = (line: Line, theCase: Case, channel: string, text: string, more: object = {}) =>
    run(line, theCase, "message.post", { channel, text, ...more });

  /** All that can happen between one side and the mediator without the other being meant to know. */
  async function apart({ theCase, lines, borrower, joint }: Table, side: Side): Promise<void> {
    const own = lines[side];
    const { mediator: chair } = lines;
    const channel = `caucus_${side}`;
    const { id: asked } = await run(own, theCase, "request.make", {
      kind: "mediator_alone",
      note: "有话要说",
    });
    await run(chair, theCase, "request.answer", { requestId: asked, granted: true });
    own.hint(theCase.id, "typing", { channel });
    chair.hint(theCase.id, "typing", { channel });
    const { id } = await say(own, theCase, channel, "不方便当面说的话", { mayPassOn: true });
    await run(own, theCase, "message.takeBackRelease", { messageId: id });
    await run(own, theCase, "message.release", { messageId: id });
    await say(chair, theCase, channel, "我先记下");
    await say(chair, theCase, "mediator_notes", "先不转达");
    const uploader = side === "borrower" ? borrower : agent;
    const labels = { audience: JSON.stringify([side, "mediator"]), disclosure: "without_prejudice" };
    const { body } = await addExhibit(uploader, theCase.id, { bytes: await photo((seed += 1)) }, labels);
    await say(own, theCase, channel, "这是证明", { exhibitId: body.id });
    const report = { messageId: joint[OTHER[side]], reason: "insult", note: "这样说不合适" };
    const { id: reportId } = await run(own, theCase, "message.report", report);
    await run(chair, theCase, "report.deal", { reportId, note: "已提醒对方" });
    await run(chair, theCase, "caucus.end");
    await run(chair, theCase, "caucus.begin", { side, announced: false });
    await run(chair, theCase, "caucus.end");
    const { id: pause } = await run(own, theCase, "request.make", { kind: "pause" });
    await run(chair, theCase, "request.answer", { requestId: pause, granted: false });
    const { result } = await own.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
    const { memberId } = result.viewer as { memberId: string };
    await run(chair, theCase, "member.mute", { memberId, reason: "请冷静一下" });
    await run(chair, theCase, "member.unmute", { memberId });
  }

  async function seen({ theCase, lines, borrower }: Table, side: Side): Promise<string> {
    const reader = side === "borrower" ? borrower : agent;
    return normalised(await everythingOf(app, theCase, reader, lines[side], "case"));
  }

  function leave(...tables: Table[]): void {
    for (const { lines } of tables) for (const line of Object.values(lines)) line.close();
  }

  for (const side of ["borrower", "platform"] as const) {
    it(`with the ${side} leaves the other side's frames, answers, numbers and presence as they are`, async () => {
      const [quiet, busy] = [await sitDown(), await sitDown()];
      await apart(busy, side);
      for (const { lines, theCase } of [quiet, busy]) await say(lines.mediator, theCase, "joint", "我们继续");
      const other = OTHER[side];
      expect(await seen(busy, other)).to.equal(await seen(quiet, other));
      // It can fail: their own side sees all of it.
      expect(await seen(busy, side)).to.not.equal(await seen(quiet, side));
      leave(quiet, busy);
    });

    it(`with the ${side} is no longer to be seen in what was passed on from it`, async () => {
      const [short, long] = [await sitDown(), await sitDown()];
      const channel = `caucus_${side}`;
      for (const [{ lines, theCase }, before] of [
        [short, 0],
        [long, 3],
      ] as const) {
        for (let word = 0; word < before; word += 1) await say(lines[side], theCase, channel, `前言${word}`);
        const { id } = await say(lines[side], theCase, channel, "每月最多一千二", { mayPassOn: true });
        await run(lines.mediator, theCase, "message.passOn", {
          messageId: id,
          channel: `caucus_${OTHER[side]}`,
        });
        const { id: second } = await say(lines[side], theCase, channel, "下月起");
        await run(lines[side], theCase, "message.release", { messageId: second });
        await run(lines.mediator, theCase, "message.passOn", { messageId: second, channel: "joint" });
      }
      const other = OTHER[side];
      const text = await seen(long, other);
      expect(text).to.equal(await seen(short, other));
      expect(text).to.contain("每月最多一千二").and.to.contain("下月起").and.not.to.contain("前言");
      leave(short, long);
    });
  }

  it("but an announced one is told to all, with its beginning and end", async () => {
    const table = await sitDown();
    const { lines, theCase } = table;
    await run(lines.mediator, theCase, "caucus.begin", { side: "borrower", announced: true });
    await run(lines.mediator, theCase, "caucus.end");
    for (const line of Object.values(lines)) {
      await line.settle(theCase.id);
      expect(line.events.map(({ type }) => type)).to.deep.equal(["caucus.begun", "caucus.ended"]);
    }
    leave(table);
  });
});
