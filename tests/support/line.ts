import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { Ack, RoomEvent, ServerMessages } from "../../shared/api/messages.ts";

export type Answer = {
  n?: number;
  // A test says itself what it expects of a result.
  // oxlint-disable-next-line typescript/no-explicit-any
  result?: any;
  error?: { code: string; detail: string; errors: { pointer: string; code: string }[] };
};

/** Somebody's open line: everything that comes over it is kept. */
export class Line {
  readonly socket: Socket;
  readonly events: RoomEvent[] = [];
  readonly presence: ServerMessages["presence"][] = [];
  readonly typing: ServerMessages["typing"][] = [];
  readonly removed: string[] = [];
  readonly cutOff: ServerMessages["cut_off"][] = [];
  readonly calls: ServerMessages["calls"][] = [];
  readonly signals: ServerMessages["call_signal"][] = [];
  readonly callsOver: ServerMessages["call_over"][] = [];
  /** How long a command may wait for its answer. */
  patienceMs = 10_000;
  /** Every packet and every answer as text, to look for what must not be in it. */
  heard = "";

  private constructor(socket: Socket) {
    this.socket = socket;
    // One listener, added first, so that `until` looks at what has been kept.
    socket.onAny((type: string, message: unknown) => {
      this.heard += `${type} ${JSON.stringify(message)}\n`;
      const kept = {
        event: this.events,
        presence: this.presence,
        typing: this.typing,
        cut_off: this.cutOff,
        calls: this.calls,
        call_signal: this.signals,
        call_over: this.callsOver,
      };
      if (type === "removed") this.removed.push(Reflect.get(message as object, "caseId") as string);
      else kept[type as keyof typeof kept].push(message as never);
    });
  }

  /** Connect, or throw the reason it was refused for. */
  static async open(url: string, cookie: string, headers: Record<string, string> = {}): Promise<Line> {
    const socket = io(`${url}/rooms`, {
      transports: ["websocket"],
      extraHeaders: { cookie, ...headers },
      forceNew: true,
      reconnection: false,
    });
    const line = new Line(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("connect_error", (error) => {
        socket.close();
        reject(error);
      });
    });
    return line;
  }

  /** A command that nobody answers. */
  hint(caseId: string, type: string, payload: object = {}): void {
    this.socket.emit("command", { id: randomUUID(), caseId, type, payload });
  }

  async command(
    caseId: string,
    type: string,
    payload: object = {},
    id: string = randomUUID(),
  ): Promise<Answer> {
    const ack: Ack = await this.socket
      .timeout(this.patienceMs)
      .emitWithAck("command", { id, caseId, type, payload });
    this.heard += `ack ${JSON.stringify(ack)}\n`;
    return ack;
  }

  /** Everything sent to this line before now has arrived when this resolves: a line keeps its order. */
  async settle(caseId: string): Promise<void> {
    await this.command(caseId, "room.read", { since: Number.MAX_SAFE_INTEGER });
  }

  /** Resolves as soon as what has come over the line fits. */
  async until(fits: () => boolean): Promise<void> {
    if (fits()) return;
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!fits()) return;
        this.socket.offAny(look);
        resolve();
      };
      this.socket.onAny(look);
    });
  }

  /** Resolves when the line is down. */
  async closed(): Promise<void> {
    if (!this.socket.connected) return;
    await new Promise<void>((resolve) => this.socket.once("disconnect", () => resolve()));
  }

  close(): void {
    this.socket.close();
  }
}
