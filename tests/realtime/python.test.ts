import { expect } from "chai";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import type { RoomEvent } from "../../shared/api/messages.ts";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { Case } from "../../server/cases/index.ts";
import { PASSWORD, startTestApp, type TestApp } from "../support/app.ts";
import { Line } from "../support/line.ts";
import { buildPeople } from "../support/people.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

/** Debian's own, which has Debian's packages, whatever else is called so. */
const PYTHON = process.env["PYTHON_PATH"] ?? "/usr/bin/python3";

/** Whether this machine can run it. Without python3-socketio the tests are skipped and say so; in CI that is a failure. */
function findPython(suite: Mocha.Context): void {
  if (spawnSync(PYTHON, ["-c", "import requests, socketio, websocket"]).status === 0) return;
  const missing = `${PYTHON} has no python3-socketio, python3-requests or python3-websocket.`;
  if (process.env["CI"]) throw new Error(missing);
  console.warn(`\n  !!! TESTS OF A CLIENT IN PYTHON SKIPPED. ${missing}\n`);
  suite.skip();
}

type Told = {
  n?: number;
  error?: { code: string; errors: { pointer: string }[] };
  viewer: { party: string };
  channels: string[];
  last: number;
  events: RoomEvent[];
  hints: string[];
  connected: boolean;
};

/** The client as a process of its own: one order in, one answer out. */
class PythonClient {
  readonly #process: ChildProcess;
  readonly #answers: AsyncIterator<string>;
  readonly #lines: Interface;

  constructor(url: string, username: string, caseId: string) {
    this.#process = spawn(PYTHON, ["tests/interop/roomClient.py", url, username, PASSWORD, caseId], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { PATH: process.env["PATH"], PYTHONUNBUFFERED: "1", PYTHONIOENCODING: "utf-8" },
    });
    const { stdout } = this.#process;
    if (!stdout) throw new Error("no output");
    this.#lines = createInterface(stdout);
    this.#answers = this.#lines[Symbol.asyncIterator]();
  }

  async do(what: string, more: object = {}): Promise<Told> {
    this.#process.stdin?.write(`${JSON.stringify({ do: what, ...more })}\n`);
    const { value, done } = await this.#answers.next();
    if (done === true) throw new Error("the client has ended");
    return JSON.parse(value) as Told;
  }

  async until(fits: (told: Told) => boolean): Promise<Told> {
    for (;;) {
      const told = await this.do("show");
      if (fits(told)) return told;
    }
  }

  async end(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = once(this.#process, "exit");
    this.#process.kill();
    await ended;
  }
}

describe("a client in Python, written by docs/room-protocol.md", () => {
  let app: TestApp;
  let theCase: Case;
  let borrower: Line;
  let python: PythonClient;

  before(async function () {
    findPython(this);
    app = await startTestApp();
    theCase = await buildRoomCase(app, await buildPeople(app));
    borrower = await Line.open(app.url, await borrowerCookie(app, theCase));
    const answer = await borrower.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
    expect(answer.error).to.equal(undefined);
    python = new PythonClient(app.url, "mediator", theCase.id);
  });
  after(async () => {
    await (python as PythonClient | undefined)?.end();
    (borrower as Line | undefined)?.close();
    await (app as TestApp | undefined)?.close();
  });

  const say = (text: string, channel = "joint") =>
    borrower.command(theCase.id, "message.post", { channel, text });
  const textsOf = (events: readonly RoomEvent[]) =>
    events.flatMap(({ payload }) =>
      "text" in payload && typeof payload.text === "string" ? [payload.text] : [],
    );

  it("joins and talks", async () => {
    const joined = await python.do("return");
    expect(joined.viewer.party).to.equal("mediator");
    expect(joined.channels).to.include("caucus_borrower");
    const { n } = await python.do("say", { channel: "caucus_borrower", text: "您好，我是调解员 👋" });
    expect(n).to.be.greaterThan(0);
    await borrower.until(() => textsOf(borrower.events).includes("您好，我是调解员 👋"));
    await say("您好");
    const told = await python.until(({ events }) => textsOf(events).includes("您好"));
    expect(told.events.find((event) => event.n === n)?.type).to.equal("message.posted");
    await python.do("typing", { channel: "joint" });
    await borrower.until(() => borrower.typing.length > 0);
    expect(told.hints).to.include("presence");
  });

  it("reads why it is refused", async () => {
    const told = await python.do("say", { channel: "joint", text: "a\u0000b" });
    expect(told.error?.code).to.equal("validation_failed");
    expect(told.error?.errors[0]?.pointer).to.equal("/text");
    const unknown = await python.do("command", { type: "no.such", payload: {} });
    expect(unknown.error?.code).to.equal("validation_failed");
  });

  it("catches up after its line was gone, over several pages, and nothing is missing or double", async () => {
    await python.do("drop");
    const texts = Array.from({ length: 450 }, (_, index) => `不在时 ${index}`);
    for (const { error } of await Promise.all(texts.map((text) => say(text))))
      expect(error).to.equal(undefined);
    const { last } = await python.do("return");
    const { events } = await python.do("show");
    expect(events.map(({ n }) => n)).to.deep.equal(Array.from({ length: last }, (_, index) => index + 1));
    expect(textsOf(events).slice(-450)).to.deep.equal(texts);
  });

  it("sends again what was not answered, and it is said once", async () => {
    const command = { id: randomUUID(), channel: "joint", text: "这句话的回音丢了" };
    await python.do("sayAndDrop", command);
    await python.do("return");
    const again = await python.do("say", command);
    expect(again.error).to.equal(undefined);
    await borrower.until(() => textsOf(borrower.events).includes(command.text));
    await say("完");
    const { events } = await python.until((told) => textsOf(told.events).includes("完"));
    expect(textsOf(events).filter((text) => text === command.text)).to.have.length(1);
    expect(events.find(({ n }) => n === again.n)?.payload).to.deep.include({ text: command.text });
  });
});
