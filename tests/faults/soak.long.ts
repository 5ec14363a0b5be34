import { expect } from "chai";
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { Line } from "../support/line.ts";
import type { Heap, Hosted } from "../support/roomHost.ts";

const ROOMS = 334;
const MINUTES = Number(process.env["SOAK_MINUTES"] ?? 10);
const CONNECTING_AT_ONCE = 10;
/** Messages a second in the whole house; each is heard by three. */
const PER_SECOND = 20;
/** What may be gained between the first minute and the last: the caches of a process that has seen more. */
const GROWTH_MAX = 1.15;

/** 1,002 people at once in one process, who talk, come and go. Memory is what is still used after everything else is collected. */
describe("a thousand lines in one process", function () {
  this.timeout((MINUTES + 20) * 60_000);
  let host: ChildProcess;
  let hosted: Hosted;
  const lines: { line: Line; caseId: string; cookie: string }[] = [];

  before(async () => {
    host = fork("tests/support/roomHost.ts", [String(ROOMS)], {
      execArgv: ["--import", "tsx", "--expose-gc"],
    });
    const [message] = (await once(host, "message")) as [Hosted];
    hosted = message;
  });
  after(async () => {
    for (const { line } of lines) line.close();
    const ended = once(host, "exit");
    host.send("stop");
    await ended;
  });

  async function heap(): Promise<Heap> {
    host.send("heap");
    const [answer] = (await once(host, "message")) as [Heap];
    return answer;
  }
  async function seat(caseId: string, cookie: string): Promise<Line> {
    const line = await Line.open(hosted.url, cookie);
    const { error } = await line.command(caseId, "room.join", {
      since: 1_000_000,
      groundRules: GROUND_RULES,
    });
    expect(error).to.equal(undefined);
    return line;
  }
  /** What a line keeps for tests would grow with every message. */
  function forget(line: Line): void {
    line.heard = "";
    line.events.length = 0;
    line.presence.length = 0;
  }

  it(`holds them for ${MINUTES} minutes, and its memory stays flat`, async () => {
    const places = hosted.rooms.flatMap(({ caseId, cookies }) =>
      cookies.map((cookie) => ({ caseId, cookie })),
    );
    for (let first = 0; first < places.length; first += CONNECTING_AT_ONCE) {
      const batch = places.slice(first, first + CONNECTING_AT_ONCE);
      lines.push(
        ...(await Promise.all(
          batch.map(async (place) => ({ ...place, line: await seat(place.caseId, place.cookie) })),
        )),
      );
    }
    const began = performance.now();
    const minutes = () => (performance.now() - began) / 60_000;
    const heaps: Heap[] = [];
    let said = 0;
    let came = 0;
    while (minutes() < MINUTES) {
      const turn = performance.now();
      const place = lines[(said * 7919) % lines.length];
      if (!place) throw new Error("nobody is there");
      const { line, caseId, cookie } = place;
      const ack = await line.command(caseId, "message.post", { channel: "joint", text: `第 ${said} 句` });
      expect(ack.error).to.equal(undefined);
      said += 1;
      if (said % 10 === 0) {
        // Somebody's phone loses the network and comes back.
        line.close();
        place.line = await seat(caseId, cookie);
        came += 1;
      }
      if (minutes() >= heaps.length + 1) {
        for (const each of lines) forget(each.line);
        heaps.push(await heap());
      }
      await pause(Math.max(0, 1_000 / PER_SECOND - (performance.now() - turn)));
    }
    heaps.push(await heap());
    const mb = (bytes = 0) => Math.round(bytes / 1024 / 1024);
    console.log(
      `      ${lines.length} lines, ${said} messages, ${came} came back; used after each minute: ` +
        `${heaps.map(({ usedBytes }) => mb(usedBytes)).join(" ")} MB; resident at last ${mb(heaps.at(-1)?.residentBytes)} MB`,
    );
    expect(lines.every(({ line }) => line.socket.connected)).to.equal(true);
    const [first, last] = [heaps[0]?.usedBytes ?? 0, heaps.at(-1)?.usedBytes ?? Infinity];
    expect(last / first).to.be.below(GROWTH_MAX);
  });
});
