import { expect } from "chai";
import type { RequestHandler } from "express";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createLog } from "../../../server/log.ts";
import { defineCommand, Realtime } from "../../../server/realtime/index.ts";
import type { Actor } from "../../../shared/api/roles.ts";
import { Line } from "../../support/line.ts";
import { rawLine, type RawLine } from "../../support/rawLine.ts";

function times(count: number, act: (place: number) => void): void {
  for (let place = 0; place < count; place += 1) act(place);
}

describe("a line that sends too much", () => {
  const actor = { kind: "borrower", borrowerId: randomUUID(), caseId: randomUUID(), name: "张小伟" } as const;
  let server: Server;
  let realtime: Realtime;
  let url: string;
  let handled = 0;
  /** The server's ends of all connections, by the port they come from. */
  const ends = new Map<number, Socket>();

  before(async () => {
    server = createServer();
    server.on("connection", (socket: Socket) => ends.set(socket.remotePort ?? 0, socket));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const signedIn: RequestHandler = (req, _res, next) => {
      // Whoever a test says, in the place of a session.
      const person: Actor = { ...actor, borrowerId: req.headers.cookie ?? actor.borrowerId };
      Reflect.set(req, "user", { actor: person });
      next();
    };
    const nothing = (): never => {
      throw new Error("no database in this test");
    };
    realtime = new Realtime();
    realtime.attach({
      httpServer: server,
      sessions: [signedIn],
      accounts: { checkPassword: nothing, loadActor: nothing },
      commands: [
        defineCommand({
          type: "wave",
          permission: "room:join",
          kind: "hint",
          handle: () => void (handled += 1),
        }),
        defineCommand({
          type: "listen",
          permission: "room:join",
          kind: "hint",
          handle: ({ connection }) => connection.join("all"),
        }),
        defineCommand({ type: "fail", permission: "room:join", kind: "query", handle: nothing }),
        defineCommand({ type: "remove", permission: "room:moderate", kind: "hint", handle: nothing }),
      ],
      db: { read: nothing, transaction: nothing },
      log: createLog("silent"),
      publicUrl: url,
    });
  });
  after(() => {
    realtime.stop();
    server.close();
  });

  /** A line with both its ends: its own WebSocket, and the server's side of the connection. */
  async function open(person: string): Promise<{ line: Line; raw: RawLine; far: Socket }> {
    const line = await Line.open(url, person);
    const raw = rawLine(line);
    const far = ends.get(raw.tcp.localPort ?? 0);
    if (!far) throw new Error("no such connection");
    return { line, raw, far };
  }

  it("is told why and hung up on, and nothing of the rest is done", async () => {
    const line = await Line.open(url, "");
    for (let sent = 0; sent < 200; sent += 1) {
      line.socket.emit("command", { id: randomUUID(), caseId: actor.caseId, type: "wave" });
    }
    await line.closed();
    expect(line.cutOff.map((reason) => reason.code)).to.include("rate_limited");
    expect(handled).to.be.within(60, 80);
  });

  it("is kept out for a moment, and nobody else is", async () => {
    const reason = (who: string) =>
      Line.open(url, who).catch((error: unknown) => Reflect.get(error as object, "data"));
    expect(await reason("")).to.deep.equal({ code: "rate_limited" });
    const other = await reason(randomUUID());
    expect(other).to.be.instanceOf(Line);
    other.close();
  });

  const FLOODS: Record<string, (send: (text: string) => void) => void> = {
    "1,000 commands": (send) => times(1_000, () => send(`42/rooms,["command",{"id":"${randomUUID()}"}]`)),
    "200 events nobody listens to": (send) => times(200, () => send(`42/rooms,["hello",1]`)),
    "200 pings": (send) => times(200, () => send("3")),
    "200 doors knocked at": (send) => times(200, (count) => send(`40/room${count},`)),
    "a frame of 2 MB": (send) => send(`42/rooms,["command","${"x".repeat(2 * 1024 * 1024)}"]`),
    "what is not of the protocol": (send) => send("4what is this?"),
    "a packet without an end": (send) => send(`42/rooms,["command",{`),
  };
  it("is cut off soon, whatever it sends, though it neither stops nor listens", async () => {
    const before = handled;
    const flooding = await Promise.all(
      Object.entries(FLOODS).map(async ([flood, pour]) => ({ flood, pour, ...(await open(randomUUID())) })),
    );
    await Promise.all(
      flooding.map(async ({ flood, pour, line, raw, far }) => {
        // It will not even see that the server hangs up.
        raw.pause();
        const gone = once(far, "close");
        const began = performance.now();
        pour(raw.send);
        await gone;
        // A WebSocket by itself waits half a minute; how soon exactly is for tests/faults/flood.long.ts.
        expect(performance.now() - began, flood).to.be.below(15_000);
        line.close();
      }),
    );
    expect(handled).to.equal(before);
  });

  it("is cut off when it does not read, and little is kept for it", async () => {
    const { line, raw, far } = await open(randomUUID());
    line.socket.emit("command", { id: randomUUID(), caseId: actor.caseId, type: "listen", payload: {} });
    const answered = await line.command(actor.caseId, "wave");
    expect(answered.error).to.equal(undefined);
    raw.pause();
    const text = "字".repeat(20_000);
    let told = 0;
    const gone = once(far, "close").then(() => true);
    const now = () => new Promise<false>((resolve) => setImmediate(() => resolve(false)));
    while (!(await Promise.race([gone, now()]))) {
      realtime.tell("all", "event", { text } as never);
      told += 1;
      // What the kernel holds on both sides, and what may wait in front of it.
      expect(told * text.length * 3).to.be.below(64 * 1024 * 1024);
    }
    line.close();
  });

  it("gets an answer, and no more than a code, when something breaks inside", async () => {
    const line = await Line.open(url, randomUUID());
    const answer = await line.command(actor.caseId, "fail");
    expect(answer.error).to.deep.include({ code: "internal" });
    expect(JSON.stringify(answer)).to.not.include("no database");
    expect((await line.command(actor.caseId, "remove")).error?.code).to.equal("forbidden");
    line.close();
  });

  it("is hung up on when its session ends", async () => {
    const person = randomUUID();
    const line = await Line.open(url, person);
    realtime.hangUp((one) => one.kind === "borrower" && one.borrowerId === person);
    await line.closed();
    expect(line.cutOff.map((reason) => reason.code)).to.deep.equal(["not_signed_in"]);
  });
});
