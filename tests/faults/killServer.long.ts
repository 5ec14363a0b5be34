import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { Line } from "../support/line.ts";
import { buildPeople } from "../support/people.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";
import { ServerProcess } from "../support/serverProcess.ts";

const ROUNDS = 20;

type Message = { id: string; text: string };

/** Somebody who goes on writing, and sends again under the same id what was not answered. */
class Writer {
  readonly acknowledged = new Map<string, number>();
  readonly #name: string;
  readonly #cookie: string;
  #unanswered: Message | undefined;
  #written = 0;

  constructor(name: string, cookie: string) {
    this.#name = name;
    this.#cookie = cookie;
  }

  get written(): number {
    return this.#written;
  }

  /** Write until the line breaks; `acknowledged` is told of every answer. */
  async write(url: string, caseId: string, onAck: () => void): Promise<void> {
    const line = await Line.open(url, this.#cookie);
    try {
      const joined = await line.command(caseId, "room.join", { since: 0, groundRules: GROUND_RULES });
      expect(joined.error).to.equal(undefined);
      for (;;) {
        const message = this.#unanswered ?? this.#next();
        this.#unanswered = message;
        const ack = await line.command(
          caseId,
          "message.post",
          { channel: "joint", text: message.text },
          message.id,
        );
        if (ack.error) throw new Error(ack.error.code);
        this.acknowledged.set(message.text, ack.n!);
        this.#unanswered = undefined;
        onAck();
      }
    } catch (error) {
      // Only a broken line is expected here.
      if (line.socket.connected) throw error;
    } finally {
      line.close();
    }
  }

  #next(): Message {
    this.#written += 1;
    return { id: randomUUID(), text: `${this.#name} ${this.#written}` };
  }
}

describe("a server killed while messages are being acknowledged", function () {
  this.timeout(600_000);
  let app: TestApp;
  let server: ServerProcess;

  before(async () => {
    app = await startTestApp();
    server = await ServerProcess.prepare(app);
  });
  after(async () => {
    await server.remove();
    await app.close();
  });

  it(`${ROUNDS} times loses none and doubles none`, async () => {
    const people = await buildPeople(app);
    const theCase = await buildRoomCase(app, people);
    const writers = [
      new Writer("borrower", await borrowerCookie(app, theCase)),
      new Writer("mediator", (await app.signIn("mediator")).cookie()),
      new Writer("agent", (await app.signIn("agent")).cookie()),
    ];
    for (let round = 0; round < ROUNDS; round += 1) {
      await server.start();
      let acks = 0;
      const killAt = 5 + 3 * round;
      const onAck = () => {
        acks += 1;
        if (acks === killAt) void server.kill();
      };
      await Promise.all(writers.map((writer) => writer.write(server.url, theCase.id, onAck)));
      expect(acks).to.be.at.least(killAt);
    }
    const journal = await app.tx((tx) => app.services.journal.page(tx, theCase.id, 0, 100_000));
    const count = new Map<string, number>();
    const place = new Map<string, number | null>();
    for (const event of journal) {
      if (event.type !== "message.posted") continue;
      count.set(event.payload.text, (count.get(event.payload.text) ?? 0) + 1);
      place.set(event.payload.text, event.n.mediator);
    }
    for (const writer of writers) {
      for (const [text, n] of writer.acknowledged) {
        expect(count.get(text), text).to.equal(1);
        expect(place.get(text), text).to.equal(n);
      }
    }
    expect([...count.values()].every((times) => times === 1)).to.equal(true);
    const written = writers.reduce((total, writer) => total + writer.written, 0);
    const acknowledged = writers.reduce((total, writer) => total + writer.acknowledged.size, 0);
    expect(acknowledged).to.be.within(written - writers.length, written);
    expect(await app.tx((tx) => app.services.journal.verify(tx, theCase.id))).to.equal(null);
  });
});
