import { expect } from "chai";
import type { RequestHandler } from "express";
import { randomUUID } from "node:crypto";
import { once, type EventEmitter } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { io, type Socket as ClientSocket } from "socket.io-client";
import { createLog } from "../../../server/log.ts";
import { defineCommand, Realtime } from "../../../server/realtime/index.ts";
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
  let sessionsRead = 0;
  /** The server's ends of all connections, by the port they come from. */
  const ends = new Map<number, Socket>();

  before(async () => {
    server = createServer();
    server.on("connection", (socket: Socket) => ends.set(socket.remotePort ?? 0, socket));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const signedIn: RequestHandler = (req, _res, next) => {
      sessionsRead += 1;
      // Whoever a test says, in the place of a session: `parley.sid=s:<session>.<person>`, or nobody.
      const cookie = decodeURIComponent(req.headers.cookie ?? "");
      const [, sessionId, person = ""] = /^parley\.sid=s:(.*)\.(.*)$/.exec(cookie) ?? [];
      Reflect.set(req, "sessionID", sessionId ?? randomUUID());
      if (person !== "") Reflect.set(req, "user", { actor: { ...actor, borrowerId: person } });
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
      // One, whose word a test gives.
      trustProxy: 1,
    });
  });
  after(() => {
    realtime.stop();
    server.close();
  });

  const cookieOf = (person: string, sessionId: string = randomUUID()) =>
    `parley.sid=${encodeURIComponent(`s:${sessionId}.${person}`)}`;

  /** A line with both its ends: its own WebSocket, and the server's side of the connection. */
  async function open(cookie: string): Promise<{ line: Line; raw: RawLine; far: Socket }> {
    const line = await Line.open(url, cookie);
    return { line, ...endsOf(line) };
  }
  function endsOf(line: Pick<Line, "socket">): { raw: RawLine; far: Socket } {
    const raw = rawLine(line);
    const far = ends.get(raw.tcp.localPort ?? 0);
    if (!far) throw new Error("no such connection");
    return { raw, far };
  }

  /** A line that nobody has signed in for; it gets as far as Socket.IO's own door. */
  async function stranger(address: string, cookie = ""): Promise<ClientSocket> {
    const socket = io(url, {
      transports: ["websocket"],
      extraHeaders: { "x-forwarded-for": address, cookie },
      forceNew: true,
      reconnection: false,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("connect_error", reject);
    });
    return socket;
  }

  /** What a handshake was refused with over HTTP; null when it was not. */
  async function refusal(coming: Promise<{ close: () => unknown }>): Promise<string | null> {
    try {
      (await coming).close();
      return null;
    } catch (error) {
      return String(Reflect.get(Reflect.get(error as object, "description") as object, "message"));
    }
  }
  const KEPT_OUT = "Unexpected server response: 429";

  it("is told why and hung up on, and nothing of the rest is done", async () => {
    const line = await Line.open(url, cookieOf(randomUUID()));
    for (let sent = 0; sent < 200; sent += 1) {
      line.socket.emit("command", { id: randomUUID(), caseId: actor.caseId, type: "wave" });
    }
    await line.closed();
    expect(line.cutOff.map((reason) => reason.code)).to.include("rate_limited");
    expect(handled).to.be.within(60, 80);
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
      Object.entries(FLOODS).map(async ([flood, pour]) => ({
        flood,
        pour,
        ...(await open(cookieOf(randomUUID()))),
      })),
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

  it("is kept out for a moment, with every session it has, at no look into the database", async () => {
    for (const flood of ["1,000 commands", "200 pings", "200 doors knocked at", "a frame of 2 MB"]) {
      const person = randomUUID();
      const [one, another] = [cookieOf(person), cookieOf(person)];
      const { line, raw, far } = await open(one);
      const gone = once(far, "close");
      FLOODS[flood]?.(raw.send);
      await gone;
      line.close();
      let before = sessionsRead;
      expect(await refusal(Line.open(url, one)), flood).to.equal(KEPT_OUT);
      expect(sessionsRead).to.equal(before);
      // Whose that is nobody knows before it was looked up once.
      expect(await refusal(Line.open(url, another)), flood).to.equal(KEPT_OUT);
      expect(sessionsRead).to.equal(before + 1);
      before = sessionsRead;
      expect(await refusal(Line.open(url, another)), flood).to.equal(KEPT_OUT);
      expect(sessionsRead).to.equal(before);
      expect(await refusal(Line.open(url, cookieOf(randomUUID())))).to.equal(null);
    }
  });

  it("is kept out by its address when nobody has signed in, and the people there are not", async () => {
    const socket = await stranger("203.0.113.7");
    const { raw, far } = endsOf({ socket });
    const gone = once(far, "close");
    FLOODS["a frame of 2 MB"]?.(raw.send);
    await gone;
    const before = sessionsRead;
    expect(await refusal(stranger("203.0.113.7"))).to.equal(KEPT_OUT);
    expect(sessionsRead).to.equal(before);
    // A session that nobody has signed in with.
    expect(await refusal(stranger("203.0.113.7", cookieOf("")))).to.equal(KEPT_OUT);
    expect(await refusal(stranger("203.0.113.7", cookieOf(randomUUID())))).to.equal(null);
    expect(await refusal(stranger("203.0.113.8"))).to.equal(null);
  });

  it("is cut off and kept out when it sends a body of 2 MB as a single request", async () => {
    const cookie = cookieOf(randomUUID());
    const socket = io(`${url}/rooms`, {
      transports: ["polling"],
      extraHeaders: { cookie },
      forceNew: true,
      reconnection: false,
    });
    await once(socket as unknown as EventEmitter, "connect");
    const closed = once(socket as unknown as EventEmitter, "disconnect");
    const sid = Reflect.get(socket.io.engine, "id");
    const body = "x".repeat(2 * 1024 * 1024);
    const posted = fetch(`${url}/socket.io/?EIO=4&transport=polling&sid=${sid}`, { method: "POST", body });
    // Answered, or hung up on in the middle of it.
    expect(
      await posted.then(
        ({ status }) => status,
        () => 413,
      ),
    ).to.equal(413);
    await closed;
    expect(await refusal(Line.open(url, cookie))).to.equal(KEPT_OUT);
  });

  it("may come back at once when it has only broken off", async () => {
    const cookie = cookieOf(randomUUID());
    for (let turn = 0; turn < 3; turn += 1) {
      const { line, raw } = await open(cookie);
      raw.tcp.destroy();
      await line.closed();
    }
    expect(await refusal(Line.open(url, cookie))).to.equal(null);
  });

  it("is cut off when it does not read, little is kept for it, and it may come back", async () => {
    const cookie = cookieOf(randomUUID());
    const { line, raw, far } = await open(cookie);
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
    expect(await refusal(Line.open(url, cookie))).to.equal(null);
  });

  it("gets an answer, and no more than a code, when something breaks inside", async () => {
    const line = await Line.open(url, cookieOf(randomUUID()));
    const answer = await line.command(actor.caseId, "fail");
    expect(answer.error).to.deep.include({ code: "internal" });
    expect(JSON.stringify(answer)).to.not.include("no database");
    expect((await line.command(actor.caseId, "remove")).error?.code).to.equal("forbidden");
    line.close();
  });

  it("is hung up on when its session ends", async () => {
    const person = randomUUID();
    const line = await Line.open(url, cookieOf(person));
    realtime.hangUp((one) => one.kind === "borrower" && one.borrowerId === person);
    await line.closed();
    expect(line.cutOff.map((reason) => reason.code)).to.deep.equal(["not_signed_in"]);
  });
});
