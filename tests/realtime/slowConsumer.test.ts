import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, connect, type AddressInfo, type Server, type Socket } from "node:net";
import { EVENT_PAGE } from "../../shared/api/messages.ts";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { Line } from "../support/line.ts";
import { buildPeople } from "../support/people.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

/** A road to the server that can be blocked: what is sent down it then stays with the server. */
class Road {
  readonly #server: Server;
  #down: Socket | undefined;
  #up: Socket | undefined;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async to(url: string): Promise<Road> {
    const server = createServer();
    const road = new Road(server);
    server.on("connection", (down) => {
      const up = connect(Number(new URL(url).port), "127.0.0.1");
      for (const end of [down, up]) end.on("error", () => undefined);
      down.pipe(up);
      up.pipe(down);
      road.#down = down;
      road.#up = up;
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return road;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  block(): void {
    if (!this.#down || !this.#up) throw new Error("nobody is on this road");
    this.#up.unpipe(this.#down);
    this.#up.pause();
  }

  close(): void {
    for (const end of [this.#down, this.#up]) end?.destroy();
    this.#server.close();
  }
}

describe("somebody whose line takes nothing any more", () => {
  let app: TestApp;

  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());

  it("is let go while the others talk on, costs little, and reads what was said when they are back", async () => {
    const theCase = await buildRoomCase(app, await buildPeople(app));
    const road = await Road.to(app.url);
    const cookie = await borrowerCookie(app, theCase);
    const slow = await Line.open(road.url, cookie);
    const mediator = await Line.open(app.url, (await app.signIn("mediator")).cookie());
    for (const line of [slow, mediator])
      await line.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
    await slow.settle(theCase.id);
    const lastN = slow.events.at(-1)?.n ?? 0;
    const online = () => mediator.presence.at(-1)?.people.filter((person) => person.online).length;
    await mediator.until(() => online() === 2);

    road.block();
    const text = "字".repeat(4_000);
    const said = Array.from({ length: EVENT_PAGE }, (_, index) => `${index}`);
    const say = (words: string) =>
      mediator.command(theCase.id, "message.post", {
        channel: "joint",
        text: `${words}${text}`.slice(0, 4_000),
      });
    for (const { error } of await Promise.all(said.map(say))) expect(error).to.equal(undefined);
    // It goes on asking for all of it without reading any: every answer is 2 MB that nobody takes.
    for (let asked = 0; asked < 30; asked += 1) {
      const command = { id: randomUUID(), caseId: theCase.id, type: "room.read", payload: { since: lastN } };
      // Only who asks for an answer gets one.
      slow.socket.emit("command", command, () => undefined);
    }
    // Somebody who does not read is still there; somebody who has been let go is not.
    await mediator.until(() => online() === 1);
    const { error } = await mediator.command(theCase.id, "message.post", { channel: "joint", text: "最后" });
    expect(error).to.equal(undefined);
    road.close();

    const back = await Line.open(app.url, cookie);
    let page = (await back.command(theCase.id, "room.join", { since: lastN })).result;
    const events = page.events;
    while (page.more) {
      page = (await back.command(theCase.id, "room.read", { since: events.at(-1).n })).result;
      events.push(...page.events);
    }
    const texts = events.flatMap((event: { type: string; payload: { text: string } }) =>
      event.type === "message.posted" ? [event.payload.text] : [],
    );
    expect(texts.map((each: string) => each.replaceAll("字", ""))).to.deep.equal([...said, "最后"]);
    expect(events.map(({ n }: { n: number }) => n)).to.deep.equal(
      events.map((_: unknown, index: number) => lastN + 1 + index),
    );
    for (const line of [back, mediator, slow]) line.close();
  });
});
