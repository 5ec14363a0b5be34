import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { createClient } from "redis";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { Line } from "../support/line.ts";
import { buildPeople, type People } from "../support/people.ts";
import { TestRedis } from "../support/redis.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

const SESSION_SECRET = "the same on every process of one installation";

/** Ids, small numbers, yes and no, and the names of topics, parties and channels. */
const ONLY_IDS_AND_WORDS_OF_THE_PROTOCOL =
  /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,9}|true|false|null|[a-z][a-zA-Z_]{2,19})$/;

function leavesOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.values(value).flatMap(leavesOf);
}

for (const joined of [true, false]) {
  describe(`two processes on one database, ${joined ? "joined by Redis" : "without Redis"}`, () => {
    let redis: TestRedis | null = null;
    let first: TestApp;
    let second: TestApp;
    let people: People;
    let theCase: Case;
    const lines: Line[] = [];

    before(async function () {
      this.timeout(60_000);
      if (joined) {
        redis = await TestRedis.prepare();
        if (redis === null) return this.skip();
        await redis.start();
      }
      const settings = { SESSION_SECRET, ...(redis ? { REDIS_URL: redis.url } : {}) };
      first = await startTestApp({ settings });
      second = await startTestApp({ settings, database: first.database });
      people = await buildPeople(first);
    });
    after(async () => {
      await (second as TestApp | undefined)?.close();
      await (first as TestApp | undefined)?.close();
      await redis?.kill();
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
      expect(
        (await line.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES })).error,
      ).to.equal(undefined);
      return line;
    }
    const seatBorrower = async (app: TestApp) => seat(app, await borrowerCookie(first, theCase));
    const seatStaff = async (app: TestApp, name: string) => seat(app, (await app.signIn(name)).cookie());
    const say = (line: Line, text: string, channel = "joint") =>
      line.command(theCase.id, "message.post", { channel, text });
    const textsOf = (line: Line): string[] =>
      line.events.flatMap(({ payload }) => ("text" in payload ? [payload.text] : []));
    const numbersOf = (line: Line): number[] => line.events.map(({ n }) => n);

    it("carry what is said to everyone it is for, in one order and without a hole", async () => {
      const borrower = await seatBorrower(first);
      const mediator = await seatStaff(second, "mediator");
      const agent = await seatStaff(second, "agent");
      const said = ["一", "二", "三", "四"];
      for (const [index, text] of said.entries()) await say(index % 2 === 0 ? borrower : mediator, text);
      await say(borrower, "只对您说", "caucus_borrower");
      await say(mediator, "五");
      await Promise.all([borrower, agent].map((line) => line.until(() => textsOf(line).includes("五"))));
      await mediator.until(() => textsOf(mediator).includes("五"));
      expect(textsOf(agent)).to.deep.equal([...said, "五"]);
      expect(textsOf(borrower)).to.deep.equal([...said, "只对您说", "五"]);
      expect(textsOf(mediator)).to.deep.equal([...said, "只对您说", "五"]);
      expect(agent.heard).not.to.include("只对您说");
      for (const line of [borrower, mediator, agent]) {
        const numbers = numbersOf(line);
        expect(numbers).to.deep.equal(numbers.map((_, index) => (numbers[0] ?? 0) + index));
      }
    });

    it("silence whoever is removed, wherever their line is", async () => {
      const borrower = await seatBorrower(first);
      const agent = await seatStaff(first, "agent");
      const mediator = await seatStaff(second, "mediator");
      await say(borrower, "先前");
      await agent.until(() => textsOf(agent).includes("先前"));
      await mediator.until(() => textsOf(mediator).includes("先前"));
      const own = agent.events.find(({ type, payload }) => type === "member.joined" && "name" in payload);
      const { people: seen } = (
        await mediator.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES })
      ).result;
      const memberId = seen.find(({ party }: { party: string }) => party === "platform").memberId;
      expect(own).to.not.equal(null);
      await mediator.command(theCase.id, "member.remove", { memberId });
      for (const text of ["之后一", "之后二"]) await say(mediator, text);
      await borrower.until(() => textsOf(borrower).includes("之后二"));
      await agent.until(() => agent.removed.includes(theCase.id));
      expect(agent.heard).not.to.include("之后");
      expect((await say(agent, "还在吗")).error?.code).to.equal("not_a_member");
    });

    it("take nothing from who was muted, wherever their line is, until they may speak again", async () => {
      const mediator = await seatStaff(first, "mediator");
      const agent = await seatStaff(second, "agent");
      const { result } = await agent.command(theCase.id, "room.join", {
        since: 0,
        groundRules: GROUND_RULES,
      });
      const { memberId } = result.viewer as { memberId: string };
      const say = () => agent.command(theCase.id, "message.post", { channel: "joint", text: "x" });
      expect((await say()).error).to.equal(undefined);
      expect((await mediator.command(theCase.id, "member.mute", { memberId })).error).to.equal(undefined);
      expect((await say()).error?.code).to.equal("muted");
      await agent.until(() => agent.events.some(({ type }) => type === "member.muted"));
      await mediator.command(theCase.id, "member.unmute", { memberId });
      expect((await say()).error).to.equal(undefined);
    });

    if (!joined) return;

    it("show who is there and who is typing", async () => {
      const borrower = await seatBorrower(first);
      const mediator = await seatStaff(second, "mediator");
      const online = (line: Line) => line.presence.at(-1)?.people.filter((person) => person.online).length;
      await borrower.until(() => online(borrower) === 2);
      borrower.socket.emit("command", {
        id: "018f0000-0000-7000-8000-000000000001",
        caseId: theCase.id,
        type: "typing",
        payload: { channel: "joint" },
      });
      await mediator.until(() => mediator.typing.length > 0);
      borrower.close();
      await mediator.until(() => online(mediator) === 1);
    });

    it("hang up everywhere on somebody who signs out everywhere", async () => {
      const client = await first.signIn("mediator");
      const line = await seat(second, client.cookie());
      await client.post("/api/auth/sign-out-everywhere").expect(204);
      await line.closed();
      expect(line.cutOff.map(({ code }) => code)).to.deep.equal(["not_signed_in"]);
    });

    it("go on while Redis is away: at once where it is said, everywhere within 5 s of its return", async () => {
      const borrower = await seatBorrower(first);
      const beside = await seatStaff(first, "agent");
      const mediator = await seatStaff(second, "mediator");
      await redis?.kill();
      const away = Array.from({ length: 30 }, (_, index) => `没有它 ${index}`);
      for (const [index, text] of away.entries()) {
        expect((await say(borrower, text)).error).to.equal(undefined);
        // On the same process nobody waits for anything but the commit.
        await beside.until(() => textsOf(beside).includes(text));
        if (index === 20) await redis?.start();
      }
      const returned = performance.now();
      await mediator.until(() => textsOf(mediator).includes(away.at(-1) ?? ""));
      expect(performance.now() - returned).to.be.below(5_000);
      await say(mediator, "又有了");
      await borrower.until(() => textsOf(borrower).includes("又有了"));
      for (const line of [borrower, beside, mediator]) {
        await line.until(() => textsOf(line).includes("又有了"));
        expect(textsOf(line)).to.deep.equal([...away, "又有了"]);
        expect(numbersOf(line)).to.deep.equal(
          numbersOf(line).map((_, index) => (numbersOf(line)[0] ?? 0) + index),
        );
      }
    });

    it("tell Redis that something was said, and nothing of it", async () => {
      const client = createClient({ url: redis?.url ?? "" });
      const listening = client.duplicate();
      await Promise.all([client.connect(), listening.connect()]);
      const packets: string[] = [];
      // Every channel there is, and whatever is written into the keys.
      await listening.pSubscribe("*", (packet) => void packets.push(packet));
      const borrower = await seatBorrower(first);
      const mediator = await seatStaff(second, "mediator");
      const words = ["联合会谈里说的", "单方会谈里说的"];
      await say(borrower, words[0] ?? "");
      await say(mediator, words[1] ?? "", "caucus_borrower");
      await mediator.until(() => textsOf(mediator).includes(words[0] ?? ""));
      await borrower.until(() => textsOf(borrower).includes(words[1] ?? ""));
      const id = randomUUID();
      borrower.socket.emit("command", {
        id,
        caseId: theCase.id,
        type: "typing",
        payload: { channel: "joint" },
      });
      await mediator.until(() => mediator.typing.length > 0);
      const moved = () =>
        packets.filter((packet) => packet.includes('"moved"') && packet.includes(theCase.id));
      // What two processes said of two commits; asked of Redis itself, so that it has been through.
      while (moved().length < 2) await client.ping();
      for (const packet of packets) {
        for (const each of [...words, "张小伟", "调解员周", theCase.number])
          expect(packet).to.not.include(each);
        for (const value of leavesOf(JSON.parse(packet)))
          expect(value).to.match(ONLY_IDS_AND_WORDS_OF_THE_PROTOCOL);
      }
      expect(await client.dbSize()).to.equal(0);
      for (const each of [client, listening]) each.destroy();
    });
  });
}
