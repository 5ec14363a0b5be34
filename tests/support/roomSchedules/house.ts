import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClient } from "redis";
import { WEBHOOK_EVENTS } from "../../../shared/deliveries/eventTypes.ts";
import { createLog } from "../../../server/log.ts";
import { startTestApp, TestClock, type TestApp } from "../app.ts";
import { staffActor } from "../buildCase.ts";
import { buildPeople, type People } from "../people.ts";
import { tightLimits } from "../proposalRounds.ts";
import { TestRedis } from "../redis.ts";
import { WebhookReceiver } from "../webhookReceiver.ts";
import { Desk } from "./desk.ts";
import { PEOPLE, type Person } from "./people.ts";
import { Secrets } from "./secrets.ts";

type Staff = Exclude<Person, "borrower">;

/** One installation of one process or two, with everybody signed in, and an ear at its log, its Redis and its webhooks. */
export class House {
  readonly secrets = new Secrets();
  /** How often each event happened, to see that a run was not a run of refusals. */
  readonly happened = new Map<string, number>();
  readonly desks = new Map<Staff, Desk>();
  readonly clock = new TestClock();
  readonly processes: TestApp[] = [];
  #people: People | null = null;
  #receiver: WebhookReceiver | null = null;
  #redis: TestRedis | null = null;
  #listening: { destroy(): void } | null = null;
  #logged = 0;
  readonly #folder = mkdtempSync(path.join(tmpdir(), "parley-house-"));

  static async open(processes: 1 | 2): Promise<House> {
    const house = new House();
    try {
      await house.#open(processes);
      return house;
    } catch (error) {
      await house.close();
      throw error;
    }
  }

  get first(): TestApp {
    return this.processes[0]!;
  }
  get people(): People {
    if (this.#people === null) throw new Error("nobody is in yet");
    return this.#people;
  }
  get urls(): string[] {
    return this.processes.map(({ url }) => url);
  }
  get receiver(): WebhookReceiver {
    if (this.#receiver === null) throw new Error("the house is not open");
    return this.#receiver;
  }
  get loggedLines(): number {
    return this.#logged;
  }

  async #open(processes: 1 | 2): Promise<void> {
    this.#receiver = await WebhookReceiver.start();
    // Its clock is not the house's, so that it would find every message too old.
    this.#receiver.instead = () => ({ status: 204 });
    if (processes === 2) await this.#joinByRedis();
    const settings = {
      SESSION_SECRET: "the same on every process of one installation",
      WEBHOOK_ALLOW_PRIVATE: "127.0.0.1",
      DATA_DIR: this.#folder,
      ...(this.#redis ? { REDIS_URL: this.#redis.url } : {}),
    };
    for (let number = 1; number <= processes; number += 1) {
      const log = createLog("trace", {
        write: (line: string) => this.#hear(`the log of process ${number}`, line),
      });
      const database = this.processes[0]?.database;
      const app = { settings, clock: this.clock, log, ...(database === undefined ? {} : { database }) };
      this.processes.push(await startTestApp(app));
    }
    this.#people = await buildPeople(this.first);
    await tightLimits(this.first, this.people);
    await this.#subscribe();
    for (const person of PEOPLE)
      if (person !== "borrower") this.desks.set(person, await this.#signIn(person));
  }

  /** A machine without Redis still runs two processes; they tell each other through the database. */
  async #joinByRedis(): Promise<void> {
    this.#redis = await TestRedis.prepare();
    if (this.#redis === null) return;
    await this.#redis.start();
    const listening = createClient({ url: this.#redis.url });
    listening.on("error", () => undefined);
    this.#listening = listening;
    await listening.connect();
    await listening.pSubscribe("*", (packet) => this.#hear("Redis", packet));
  }

  async #subscribe(): Promise<void> {
    const { approver, platform } = this.people;
    const endpoint = { url: this.receiver.url, description: "", eventTypes: [...WEBHOOK_EVENTS] };
    const { endpoints } = this.first.services.deliveries;
    await this.first.tx((tx) => endpoints.create(tx, staffActor(approver, platform), endpoint));
  }

  async #signIn(person: Staff): Promise<Desk> {
    const client = await this.first.signIn(person);
    const { body } = await client.get("/api/auth/csrf").expect(200);
    return new Desk(this.urls, client.cookie(), String(body.token));
  }

  #hear(where: string, text: string): void {
    this.#logged += 1;
    this.secrets.lookAt(where, text);
  }

  async close(): Promise<void> {
    this.#listening?.destroy();
    for (const app of this.processes.toReversed()) await app.close();
    await this.#receiver?.close();
    await this.#redis?.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
