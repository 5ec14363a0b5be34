import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { Ack, RoomEvent } from "../../shared/api/messages.ts";
import type { Client } from "./client.ts";

const HEAR_MS = 30_000;

/**
 * Somebody's live line into the room of a case. Events carry this person's own numbers 1, 2, 3 …; `since` says up to
 * where one has read, and joining answers what was missed.
 */
export class Line {
  readonly caseId: string;
  readonly events: RoomEvent[] = [];
  readonly #socket: Socket;

  private constructor(socket: Socket, caseId: string) {
    this.#socket = socket;
    this.caseId = caseId;
    socket.on("event", (event: RoomEvent) => this.#keep(event));
  }

  /** Connect with the session's cookie and enter the room. */
  static async join(client: Client, caseId: string): Promise<Line> {
    const socket = io(`${client.url}/rooms`, {
      transports: ["websocket"],
      extraHeaders: { cookie: client.cookie },
      forceNew: true,
    });
    const line = new Line(socket, caseId);
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("connect_error", reject);
    });
    const history = await line.command<{ events: RoomEvent[] }>("room.join", {
      since: 0,
      groundRules: GROUND_RULES,
    });
    for (const event of history.events) line.#keep(event);
    return line;
  }

  /**
   * Send a command. The acknowledgement comes only after it was committed; the same id may be sent again after a
   * broken connection and does nothing twice.
   */
  async command<T>(type: string, payload: object = {}): Promise<T> {
    const message = { id: randomUUID(), caseId: this.caseId, type, payload };
    const ack: Ack = await this.#socket.timeout(15_000).emitWithAck("command", message);
    if ("error" in ack) {
      throw new Error(`${type} was refused: ${ack.error.code} ${JSON.stringify(ack.error.errors)}`);
    }
    // What a command answers is part of the protocol, as with a route.
    return ack.result as T;
  }

  async say(channel: string, text: string): Promise<void> {
    await this.command("message.post", { channel, text });
  }

  /** Resolves when this line has heard an event that fits; says what it did hear when none comes. */
  async hear(fits: (event: RoomEvent) => boolean): Promise<RoomEvent> {
    const heard = this.events.find(fits);
    if (heard) return heard;
    return await new Promise((resolve, reject) => {
      const listen = (event: RoomEvent): void => {
        if (!fits(event)) return;
        clearTimeout(patience);
        this.#socket.off("event", listen);
        resolve(event);
      };
      this.#socket.on("event", listen);
      const patience = setTimeout(() => {
        const line = this.#socket.connected ? "connected" : "not connected";
        const types = this.events.map(({ n, type }) => `${n} ${type}`).join(", ");
        reject(new Error(`nothing that fits was heard for ${HEAR_MS / 1000} s (${line}; heard: ${types})`));
      }, HEAR_MS);
    });
  }

  close(): void {
    this.#socket.close();
  }

  /** An event may come live and with the history; it is kept once, in its place. */
  #keep(event: RoomEvent): void {
    if (this.events.some(({ n }) => n === event.n)) return;
    this.events.push(event);
    this.events.sort((a, b) => a.n - b.n);
  }
}
