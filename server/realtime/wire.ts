import { createHash, randomUUID } from "node:crypto";
import { createClient } from "redis";
import type { Log } from "../log.ts";

/**
 * From this process to the others of the same installation. Hints only: whatever must not be lost is in the database,
 * and nothing that is said in a room goes over it.
 */
export interface Wire {
  send(topic: string, message: object): void;
  /** Hear what the others send. */
  on(topic: string, listener: (message: unknown, from: string) => void): void;
  /** True when there may be others at all. */
  readonly shared: boolean;
  close(): Promise<void>;
}

export function createWire(options: { redisUrl: string | undefined; secret: string; log: Log }): Wire {
  const { redisUrl } = options;
  return redisUrl === undefined ? NO_WIRE : new RedisWire({ ...options, redisUrl });
}

const NO_WIRE: Wire = {
  send: () => undefined,
  on: () => undefined,
  shared: false,
  close: () => Promise.resolve(),
};

const RETRY_MOST_MS = 1_000;

type Packet = { from: string; topic: string; message: unknown };

class RedisWire implements Wire {
  readonly shared = true;
  readonly #self = randomUUID();
  readonly #channel: string;
  readonly #log: Log;
  readonly #listeners = new Map<string, ((message: unknown, from: string) => void)[]>();
  readonly #out: ReturnType<typeof createClient>;
  readonly #in: ReturnType<typeof createClient>;
  #complained = false;

  constructor(options: { redisUrl: string; secret: string; log: Log }) {
    this.#log = options.log;
    // Two installations on one Redis do not hear each other.
    const name = createHash("sha256").update(`wire ${options.secret}`).digest("hex").slice(0, 16);
    this.#channel = `parley:${name}`;
    const client = createClient({
      url: options.redisUrl,
      // What could not be sent at once is no longer worth sending.
      disableOfflineQueue: true,
      socket: { reconnectStrategy: (tries) => Math.min(50 * 2 ** Math.min(tries, 10), RETRY_MOST_MS) },
    });
    this.#out = client;
    this.#in = client.duplicate({ disableOfflineQueue: false });
    for (const each of [this.#out, this.#in]) {
      each.on("error", (error: unknown) => this.#complain(error));
      each.on("ready", () => (this.#complained = false));
    }
    void this.#open();
  }

  send(topic: string, message: object): void {
    const packet: Packet = { from: this.#self, topic, message };
    this.#out.publish(this.#channel, JSON.stringify(packet)).catch((error: unknown) => this.#complain(error));
  }

  on(topic: string, listener: (message: unknown, from: string) => void): void {
    this.#listeners.set(topic, [...(this.#listeners.get(topic) ?? []), listener]);
  }

  async close(): Promise<void> {
    for (const each of [this.#in, this.#out]) {
      each.removeAllListeners("error");
      each.on("error", () => undefined);
      each.destroy();
    }
    await Promise.resolve();
  }

  async #open(): Promise<void> {
    try {
      await Promise.all([this.#out.connect(), this.#in.connect()]);
      await this.#in.subscribe(this.#channel, (text) => this.#heard(text));
    } catch (error) {
      this.#complain(error);
    }
  }

  #heard(text: string): void {
    try {
      // Only processes that know the secret know the channel.
      const { from, topic, message } = JSON.parse(text) as Packet;
      if (from === this.#self) return;
      for (const listener of this.#listeners.get(topic) ?? []) listener(message, from);
    } catch (error) {
      this.#log.warn({ err: error }, "a message of another process could not be read");
    }
  }

  #complain(error: unknown): void {
    if (this.#complained) return;
    this.#complained = true;
    this.#log.warn({ err: error }, "Redis is away; rooms across processes are up to a second behind");
  }
}
