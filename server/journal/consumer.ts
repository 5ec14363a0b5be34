import type { EventType, JournalEvent } from "../../shared/journal/events.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Log } from "../log.ts";
import type { Journal } from "./journal.service.ts";
import type { JournalRepository } from "./journal.repository.ts";

const PAGE = 200;
const POLL_MS = 1_000;
/** Events that come close together are handled in one transaction, beside the rooms and not against them. */
const GATHER_MS = 50;

type Handle<T extends EventType> = (tx: Tx, event: Extract<JournalEvent, { type: T }>) => Promise<void>;

/**
 * Does something for every committed event of some types, at least once, in the order of commits, and remembers how
 * far it got; after a stop it goes on where it was. What it does is part of the transaction that moves it on.
 */
export class JournalConsumer<T extends EventType = EventType> {
  readonly #name: string;
  readonly #types: readonly T[];
  readonly #handle: Handle<T>;
  readonly #deps: { db: Database; rows: JournalRepository; log: Log };
  #timer: NodeJS.Timeout | undefined;
  #gathering: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(
    name: string,
    deps: { db: Database; rows: JournalRepository; log: Log; journal: Journal },
    handle: Handle<T>,
    types: readonly T[],
  ) {
    this.#name = name;
    this.#types = types;
    this.#deps = deps;
    this.#handle = handle;
    deps.journal.onCommitted(() => this.#wakeSoon());
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), POLL_MS);
    this.#timer.unref();
    this.wake();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    clearTimeout(this.#gathering);
    await this.#running;
  }

  #wakeSoon(): void {
    if (this.#gathering || this.#stopped || this.#timer === undefined) return;
    this.#gathering = setTimeout(() => {
      this.#gathering = undefined;
      this.wake();
    }, GATHER_MS);
    this.#gathering.unref();
  }

  /** Something was committed; look now rather than at the next poll. */
  wake(): void {
    if (this.#stopped || this.#timer === undefined) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = this.#run().finally(() => {
      this.#running = null;
      if (this.#again) {
        this.#again = false;
        this.wake();
      }
    });
  }

  /** Work until nothing is left. Exposed so that a script or test can wait for it. */
  async catchUp(): Promise<void> {
    for (;;) {
      const done = await this.#deps.db.transaction(async (tx) => {
        const { rows } = this.#deps;
        const from = await rows.lockConsumer(tx, this.#name);
        const last = await rows.lastPlace(tx, from, await rows.horizon(tx));
        if (last === null) return true;
        const found = await rows.committedBetween(tx, from, last, this.#types, PAGE);
        for (const { event } of found) await this.#handle(tx, event as Extract<JournalEvent, { type: T }>);
        const full = found.length === PAGE ? found.at(-1) : undefined;
        await rows.moveConsumer(tx, this.#name, full?.position ?? last);
        return full === undefined;
      });
      if (done) return;
    }
  }

  async #run(): Promise<void> {
    try {
      await this.catchUp();
    } catch (error) {
      this.#deps.log.warn({ err: error, consumer: this.#name }, "a journal consumer will try again");
    }
  }
}
