import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { Line } from "../support/line.ts";
import { buildPeople, type People } from "../support/people.ts";
import { rawLine } from "../support/rawLine.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";
import { ServerProcess } from "../support/serverProcess.ts";

const ROOMS = 10;
const FLOOD_MS = 20_000;
const BETWEEN_MESSAGES_MS = 200;
const CUT_OFF_MS = 2_000;
const P99_MS = 200;

/** How a flood is poured, a tenth of a second of it at a time. */
type Pour = (send: (text: string) => void, caseId: string) => void;
const command = (caseId: string, type: string, payload: object) =>
  `42/rooms,${JSON.stringify(["command", { id: randomUUID(), caseId, type, payload }])}`;
const times = (count: number, act: () => void) => {
  for (let done = 0; done < count; done += 1) act();
};
const FLOODS: Record<string, Pour> = {
  "1,000 messages a second": (send, caseId) =>
    times(100, () => send(command(caseId, "message.post", { channel: "joint", text: "洪水" }))),
  "1,000 questions a second": (send, caseId) =>
    times(100, () => send(command(caseId, "room.read", { since: 0 }))),
  "1,000 packets a second that are no commands": (send) => times(100, () => send(`42/rooms,["nothing"]`)),
  "frames of 2 MB": (send) => send("x".repeat(2 * 1024 * 1024)),
};

/** One person floods again and again, as soon as they are let in; ten others talk in rooms of their own. */
describe("a flood from one line", function () {
  this.timeout(600_000);
  let app: TestApp;
  let server: ServerProcess;
  let people: People;

  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
    server = await ServerProcess.prepare(app);
    await server.start();
  });
  after(async () => {
    await server.remove();
    await app.close();
  });

  async function seat(cookie: string, caseId: string): Promise<Line> {
    const line = await Line.open(server.url, cookie);
    const { error } = await line.command(caseId, "room.join", { since: 0, groundRules: GROUND_RULES });
    expect(error).to.equal(undefined);
    return line;
  }

  /** Latencies of ten people who go on talking until told to stop, in milliseconds. */
  async function talk(
    lines: readonly { line: Line; caseId: string }[],
    until: Promise<unknown>,
  ): Promise<number[]> {
    const latencies: number[] = [];
    const state = { over: false };
    void until.then(() => (state.over = true));
    await Promise.all(
      lines.map(async ({ line, caseId }) => {
        while (!state.over) {
          const began = performance.now();
          const { error } = await line.command(caseId, "message.post", { channel: "joint", text: "继续谈" });
          expect(error).to.equal(undefined);
          latencies.push(performance.now() - began);
          await pause(BETWEEN_MESSAGES_MS);
        }
      }),
    );
    return latencies.toSorted((a, b) => a - b);
  }

  /** Flood, be cut off, come back and flood again; how long each time lasted. */
  async function flood(pour: Pour, cookie: string, caseId: string): Promise<number[]> {
    const lasted: number[] = [];
    const end = performance.now() + FLOOD_MS;
    while (performance.now() < end) {
      const line = await seat(cookie, caseId).catch(() => null);
      // Kept out for a moment.
      if (line === null) {
        await pause(100);
        continue;
      }
      const raw = rawLine(line);
      const began = performance.now();
      while (line.socket.connected && performance.now() - began < 5 * CUT_OFF_MS) {
        pour(raw.send, caseId);
        await pause(100);
      }
      lasted.push(performance.now() - began);
      line.close();
    }
    return lasted;
  }

  for (const [name, pour] of Object.entries(FLOODS)) {
    it(`of ${name} is cut off within 2 s, and the others notice nothing`, async () => {
      const lines = await Promise.all(
        Array.from({ length: ROOMS }, async () => {
          const theCase = await buildRoomCase(app, people);
          return { line: await seat(await borrowerCookie(app, theCase), theCase.id), caseId: theCase.id };
        }),
      );
      const quiet = await talk(lines, pause(5_000));
      const own = await buildRoomCase(app, people);
      const flooding = flood(pour, (await app.signIn("agent")).cookie(), own.id);
      const during = await talk(lines, flooding);
      const lasted = await flooding;
      for (const { line } of lines) {
        expect(line.socket.connected).to.equal(true);
        line.close();
      }
      const p99 = (sorted: readonly number[]) => sorted[Math.floor((sorted.length - 1) * 0.99)] ?? Infinity;
      console.log(
        `      ${name}: cut off ${lasted.length} times, after ${Math.round(Math.max(...lasted))} ms at most; ` +
          `others' p99 ${p99(during).toFixed(0)} ms (${p99(quiet).toFixed(0)} ms before)`,
      );
      expect(lasted.length).to.be.greaterThan(1);
      expect(Math.max(...lasted)).to.be.below(CUT_OFF_MS);
      expect(p99(during)).to.be.below(P99_MS);
    });
  }
});
