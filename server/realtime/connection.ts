import type { Socket } from "socket.io";
import type { ServerMessages } from "../../shared/api/messages.ts";
import { tearLater } from "./lineGuard.ts";

/** One open line to one person, as the domains see it. */
export class Connection {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  get id(): string {
    return this.#socket.id;
  }

  /** False from the moment the line is down; such a line joins nothing any more. */
  get open(): boolean {
    return this.#socket.connected;
  }

  /** From now on this line hears what is said to the group. Takes effect at once. */
  join(group: string): void {
    if (this.#socket.connected) void this.#socket.join(group);
  }

  /** From now on it does not. Takes effect at once. */
  leave(group: string): void {
    void this.#socket.leave(group);
  }

  send<T extends keyof ServerMessages>(type: T, message: ServerMessages[T]): void {
    this.#socket.emit(type, message);
  }

  /** A hint to everyone else in the group: dropped where a line is not ready for it. */
  hint<T extends keyof ServerMessages>(group: string, type: T, message: ServerMessages[T]): void {
    this.#socket.volatile.to(group).emit(type, message);
  }

  onClosed(task: () => void): void {
    this.#socket.once("disconnect", task);
  }

  /** Say why, and hang up; whoever does not hang up in turn is torn off. */
  cutOff(code: ServerMessages["cut_off"]["code"], detail: string): void {
    this.send("cut_off", { code, detail });
    const line = this.#socket.conn;
    this.#socket.disconnect(true);
    tearLater(line);
  }
}
