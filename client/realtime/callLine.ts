import type { Socket } from "socket.io-client";
import { v7 as uuid } from "uuid";
import type { CallOver, CallRoster, IncomingSignal } from "../../shared/calls/signals.ts";
import { type ClientEvents, RoomRefusal, type ServerEvents } from "./protocol.ts";

const ACK_TIMEOUT_MS = 8_000;

interface CallHandlers {
  readonly onRoster: (roster: CallRoster) => void;
  readonly onSignal: (signal: IncomingSignal) => void;
  readonly onOver: (over: CallOver) => void;
}

/** What calls say over the room's line: sent once and never kept, because it is worth nothing on the next line. */
export class CallLine {
  readonly #socket: Socket<ServerEvents, ClientEvents>;
  readonly #caseId: string;

  constructor(socket: Socket<ServerEvents, ClientEvents>, caseId: string) {
    this.#socket = socket;
    this.#caseId = caseId;
  }

  /** Rejects with RoomRefusal: the server's, or `no_answer`. */
  async ask(type: string, payload: object): Promise<unknown> {
    const command = { id: uuid(), caseId: this.#caseId, type, payload };
    const answer = this.#socket.timeout(ACK_TIMEOUT_MS).emitWithAck("command", command);
    const ack = await answer.catch(() => ({ error: { code: "no_answer" }, result: undefined }));
    if (ack.error) throw new RoomRefusal(ack.error);
    return ack.result;
  }

  hint(type: string, payload: object): void {
    if (!this.#socket.connected) return;
    this.#socket.emit("command", { id: uuid(), caseId: this.#caseId, type, payload });
  }

  listen({ onRoster, onSignal, onOver }: CallHandlers): () => void {
    const mine =
      <T extends { caseId: string }>(handle: (message: T) => void) =>
      (message: T) => {
        if (message.caseId === this.#caseId) handle(message);
      };
    const handlers = { calls: mine(onRoster), call_signal: mine(onSignal), call_over: mine(onOver) };
    this.#socket.on("calls", handlers.calls);
    this.#socket.on("call_signal", handlers.call_signal);
    this.#socket.on("call_over", handlers.call_over);
    return () => {
      this.#socket.off("calls", handlers.calls);
      this.#socket.off("call_signal", handlers.call_signal);
      this.#socket.off("call_over", handlers.call_over);
    };
  }
}
