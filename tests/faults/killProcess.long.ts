import { expect } from "chai";
import { setTimeout as pause } from "node:timers/promises";
import { io } from "socket.io-client";
import { RoomConnection } from "../../client/realtime/roomConnection.ts";
import { rows } from "../../server/database/sql.ts";
import type { Case } from "../../server/cases/index.ts";
import { PARTIES, type Party } from "../../shared/journal/audience.ts";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { buildServer } from "../support/builtServer.ts";
import { FrontDoor } from "../support/frontDoor.ts";
import { Line } from "../support/line.ts";
import { buildPeople } from "../support/people.ts";
import { TestRedis } from "../support/redis.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";
import { ServerProcess } from "../support/serverProcess.ts";

const ROUNDS = Number(process.env["KILL_ROUNDS"] ?? 50);
const ROOMS = 2;
/** A little slower than a person may go for long. */
const BETWEEN_MESSAGES_MS = 80;
const CAUGHT_UP_MS = 5_000;
const GIVE_UP_MS = 30_000;

/** Somebody at a browser: the real client, over a door of their own. They write all the time. */
class Person {
  readonly acknowledged = new Map<string, number>();
  readonly party: Party;
  readonly caseId: string;
  readonly #name: string;
  readonly #line: RoomConnection;
  #written = 0;
  #writing: Promise<void> | undefined;
  #stopped = false;

  constructor(name: string, party: Party, caseId: string, at: { url: string; cookie: string }) {
    this.#name = name;
    this.party = party;
    this.caseId = caseId;
    // As the pages do it; see client/realtime/useRoom.ts.
    const socket = io(`${at.url}/rooms`, {
      autoConnect: false,
      forceNew: true,
      transports: ["websocket"],
      extraHeaders: { cookie: at.cookie },
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
    });
    this.#line = new RoomConnection(socket);
    this.#line.open(caseId);
  }

  get room() {
    return this.#line.snapshot(this.caseId);
  }
  get lastN(): number {
    return this.room.events.at(-1)?.n ?? 0;
  }
  get written(): number {
    return this.#written;
  }

  start(): void {
    this.#writing = this.#write();
  }

  async #write(): Promise<void> {
    while (!this.#stopped) {
      this.#written += 1;
      const text = `${this.#name} ${this.#written}`;
      // Whatever happens to the line meanwhile is the client's to mend.
      const { n } = await this.#line.command(this.caseId, "message.post", { channel: "joint", text });
      this.acknowledged.set(text, n ?? 0);
      await pause(BETWEEN_MESSAGES_MS);
    }
  }

  /** Live, and shown everything up to `n`. */
  async until(looks: () => boolean): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      let stop = (): void => undefined;
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`${this.#name} is ${this.room.status} at ${this.lastN}`));
      }, GIVE_UP_MS);
      const look = () => {
        if (!looks()) return;
        clearTimeout(timer);
        stop();
        resolve();
      };
      stop = this.#line.subscribe(this.caseId, look);
      look();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#writing;
  }

  close(): void {
    this.#line.close();
  }
}

describe("one of two processes killed while people talk on both", function () {
  this.timeout(1_800_000);
  let app: TestApp;
  let built: ReturnType<typeof buildServer>;
  let redis: TestRedis | null = null;
  const servers: ServerProcess[] = [];
  const doors: FrontDoor[] = [];
  const people: Person[] = [];
  const cases: Case[] = [];

  before(async function () {
    redis = await TestRedis.prepare();
    if (redis === null) return this.skip();
    await redis.start();
    built = buildServer();
    app = await startTestApp();
    for (let count = 0; count < 2; count += 1) {
      const server = await ServerProcess.prepare(app, { REDIS_URL: redis.url }, built.main);
      servers.push(server);
      await server.start();
    }
  });
  after(async () => {
    for (const each of [...people, ...doors]) each.close();
    for (const server of servers) await server.remove();
    await (app as TestApp | undefined)?.close();
    await redis?.kill();
    (built as ReturnType<typeof buildServer> | undefined)?.remove();
  });

  async function seatEverybody(): Promise<void> {
    const staff = await buildPeople(app);
    const urls = servers.map(({ url }) => url);
    const mediator = (await app.signIn("mediator")).cookie();
    const agent = (await app.signIn("agent")).cookie();
    for (let room = 0; room < ROOMS; room += 1) {
      const theCase = await buildRoomCase(app, staff);
      cases.push(theCase);
      const cookies = { borrower: await borrowerCookie(app, theCase), mediator, platform: agent };
      for (const [place, party] of PARTIES.entries()) {
        const cookie = cookies[party];
        const first = await Line.open(app.url, cookie);
        const joined = await first.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES });
        expect(joined.error).to.equal(undefined);
        first.close();
        // Half of each room on one process, half on the other.
        const door = await FrontDoor.open(urls, (room + place) % 2);
        doors.push(door);
        people.push(new Person(`${party}${room}`, party, theCase.id, { url: door.url, cookie }));
      }
    }
    for (const person of people) await person.until(() => person.room.status === "live");
  }

  /** The end of each party's stream as it is in the database now. */
  async function ends(): Promise<Map<string, number>> {
    const heads = await app.tx((tx) =>
      rows<Record<"case_id" | "borrower_n" | "platform_n" | "mediator_n", string>>(
        tx.manager,
        "SELECT case_id, borrower_n, platform_n, mediator_n FROM journal_head",
      ),
    );
    return new Map(
      heads.flatMap((head) =>
        PARTIES.map((party) => [`${head.case_id} ${party}`, Number(head[`${party}_n`])]),
      ),
    );
  }

  /**
   * Kill one in the middle of it; answers how long it took until everybody had everything said before that, and until
   * the process was there again and its people back with it.
   */
  async function killOnce(round: number): Promise<{ caughtUp: number; whole: number }> {
    const victim = servers[round % servers.length]!;
    // At another point of the work each time.
    await pause(300 + ((round * 137) % 400));
    await victim.kill();
    const killedAt = performance.now();
    // As whoever watches over processes does; meanwhile its people are with the other.
    const back = victim.start();
    const known = await ends();
    await Promise.all(
      people.map((person) => {
        const end = known.get(`${person.caseId} ${person.party}`) ?? 0;
        return person.until(() => person.room.status === "live" && person.lastN >= end);
      }),
    );
    const caughtUp = performance.now() - killedAt;
    await back;
    for (const door of doors) door.rebalance();
    for (const person of people) await person.until(() => person.room.status === "live");
    return { caughtUp, whole: performance.now() - killedAt };
  }

  it(`${ROUNDS} times loses nothing that was acknowledged, doubles nothing, and all have caught up within 5 s`, async () => {
    await seatEverybody();
    for (const person of people) person.start();
    const took: { caughtUp: number; whole: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      took.push(await killOnce(round));
      if (round % 10 === 9) console.log(`      ${round + 1} of ${ROUNDS}`);
    }
    await Promise.all(people.map((person) => person.stop()));
    const known = await ends();
    for (const person of people) {
      const end = known.get(`${person.caseId} ${person.party}`);
      await person.until(() => person.lastN === end);
    }
    for (const theCase of cases)
      await compare(
        theCase,
        people.filter(({ caseId }) => caseId === theCase.id),
      );
    const at = (of: "caughtUp" | "whole", share: number) => {
      const sorted = took.map((round) => round[of]).toSorted((a, b) => a - b);
      return Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Infinity);
    };
    const acknowledged = people.reduce((total, person) => total + person.acknowledged.size, 0);
    console.log(
      `      ${ROUNDS} kills, ${acknowledged} messages acknowledged; caught up after ${at("caughtUp", 0.5)} ms (median), ` +
        `${at("caughtUp", 1)} ms (worst); both processes there again after ${at("whole", 0.5)} ms (median)`,
    );
    expect(at("caughtUp", 1)).to.be.below(CAUGHT_UP_MS);
  });

  async function compare(theCase: Case, present: readonly Person[]): Promise<void> {
    const journal = await app.tx((tx) => app.services.journal.page(tx, theCase.id, 0, 1_000_000));
    const said = journal.filter((event) => event.type === "message.posted");
    const texts = said.map(({ payload }) => payload.text);
    expect(new Set(texts).size, "nothing is doubled").to.equal(texts.length);
    expect(texts.length).to.equal(present.reduce((total, person) => total + person.written, 0));
    for (const person of present) {
      const places = new Map(said.map((event) => [event.payload.text, event.n[person.party]]));
      for (const [text, n] of person.acknowledged) expect(places.get(text), text).to.equal(n);
      const { events } = person.room;
      expect(events.map(({ n }) => n)).to.deep.equal(events.map((_, index) => index + 1));
      const shown = events.flatMap((event) => (event.type === "message.posted" ? [event.payload.text] : []));
      expect(shown).to.deep.equal(texts);
    }
    expect(await app.tx((tx) => app.services.journal.verify(tx, theCase.id))).to.equal(null);
  }
});
