import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { Line } from "../support/line.ts";
import { buildPeople, type People } from "../support/people.ts";
import { TestRedis } from "../support/redis.ts";
import { accepted } from "../support/representing.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

const SESSION_SECRET = "the same on every process of one installation";

for (const joined of [true, false]) {
  describe(`a representative on another process, ${joined ? "joined by Redis" : "without Redis"}`, () => {
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
    beforeEach(async () => void (theCase = await buildRoomCase(first, people)));
    afterEach(() => {
      for (const line of lines.splice(0)) line.close();
    });

    async function open(app: TestApp, cookie: string): Promise<Line> {
      const line = await Line.open(app.url, cookie);
      lines.push(line);
      return line;
    }
    async function seat(app: TestApp, cookie: string): Promise<Line> {
      const line = await open(app, cookie);
      const { error } = await line.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
      expect(error).to.equal(undefined);
      return line;
    }
    const say = (line: Line, text: string, channel = "joint") =>
      line.command(theCase.id, "message.post", { channel, text });
    const texts = (line: Line) =>
      line.events.flatMap(({ payload }) => ("text" in payload ? [payload.text] : []));

    it("hears the borrower's side and nothing beyond it, and is silent once the borrower ends it", async () => {
      const { id, borrower } = await accepted(first, theCase, { scope: "general" });
      const representative = await seat(second, await borrowerCookie(second, theCase, id));
      const mediator = await seat(first, (await first.signIn("mediator")).cookie());
      const agent = await seat(first, (await first.signIn("agent")).cookie());
      await say(agent, "只对调解员说", "caucus_platform");
      await say(mediator, "记一笔", "mediator_notes");
      await say(mediator, "单独问您", "caucus_borrower");
      await representative.until(() => texts(representative).includes("单独问您"));
      expect(representative.heard).not.to.include("只对调解员说");
      expect(representative.heard).not.to.include("记一笔");
      expect((await say(representative, "我替他说一句")).error).to.equal(undefined);
      await agent.until(() => texts(agent).includes("我替他说一句"));

      await borrower.post(`/api/representatives/${id}/end`).expect(200);
      for (const text of ["之后一", "之后二"]) await say(mediator, text);
      await agent.until(() => texts(agent).includes("之后二"));
      if (joined) await representative.closed();
      else await representative.until(() => representative.removed.includes(theCase.id));
      expect(representative.heard).not.to.include("之后");
      if (!joined) expect((await say(representative, "还在吗")).error?.code).to.equal("not_a_member");
    });

    it("who never sat down does nothing over a line that is still up", async () => {
      const { id, borrower } = await accepted(first, theCase);
      const representative = await open(second, await borrowerCookie(second, theCase, id));
      await borrower.post(`/api/representatives/${id}/end`).expect(200);
      if (joined) {
        await representative.closed();
        return;
      }
      const join = await representative.command(theCase.id, "room.join", {
        since: 0,
        groundRules: GROUND_RULES,
      });
      expect(join.error?.code).to.equal("not_a_member");
      const decline = await representative.command(theCase.id, "offer.decline", { offerId: randomUUID() });
      expect(decline.error).to.not.equal(undefined);
    });

    it("with general powers is refused over the line too, in the same words", async () => {
      const { id } = await accepted(first, theCase, { scope: "general" });
      const representative = await seat(second, await borrowerCookie(second, theCase, id));
      const offer = { offerId: randomUUID(), termsHash: "0".repeat(64) };
      for (const [type, payload] of [
        ["offer.accept", offer],
        ["offer.withdraw", { offerId: offer.offerId }],
      ] as const) {
        const { error } = await representative.command(theCase.id, type, payload);
        expect(error?.code, type).to.equal("beyond_powers");
      }
    });
  });
}
