import type { Socket } from "socket.io-client";
import { v7 as uuid } from "uuid";
import type { Channel } from "../../shared/journal/events.ts";
import {
  type Ack,
  type ClientEvents,
  type JoinResult,
  type ReadResult,
  RoomRefusal,
  type ServerEvents,
} from "./protocol.ts";
import { EMPTY_ROOM, Room, type RoomSnapshot, type Typing } from "./room.ts";
import { Timers } from "./timers.ts";
import type { UnsentStore } from "./unsent.ts";

export interface RoomConnectionOptions {
  /** How long an ack may take before the same command is sent again. */
  readonly ackTimeoutMs?: number;
  /** How long a command is tried at all before it counts as failed and waits for a person to retry it. */
  readonly giveUpMs?: number;
  /** How long to wait for a late event before a gap is read back. */
  readonly gapDelayMs?: number;
  readonly retryDelayMs?: number;
}

const defaults = { ackTimeoutMs: 5_000, giveUpMs: 60_000, gapDelayMs: 120, retryDelayMs: 1_500 };
const TYPING_SHOWN_MS = 4_000;
const TYPING_EVERY_MS = 2_000;

/**
 * The rooms of this page over one socket. Commands are sent until answered, always under the same id, so that a
 * broken line neither loses nor doubles them; events are shown in the order of the viewer's own stream, and what is
 * missing is read back.
 */
export class RoomConnection {
  private readonly rooms = new Map<string, Room>();
  private readonly timers = new Timers();
  private readonly options: Required<RoomConnectionOptions>;
  private readonly socket: Socket<ServerEvents, ClientEvents>;

  constructor(socket: Socket<ServerEvents, ClientEvents>, options: RoomConnectionOptions = {}) {
    this.socket = socket;
    this.options = { ...defaults, ...options };
    socket.on("connect", () => this.each((room) => void this.join(room)));
    socket.on("disconnect", (reason) => this.lineLost(reason));
    socket.on("connect_error", (error) => this.lineRefused(error));
    socket.on("event", (event) => {
      const room = this.rooms.get(event.caseId);
      if (!room || room.ended) return;
      room.receive([event]);
      this.readBackSoon(room);
    });
    socket.on("presence", ({ caseId, people }) => this.rooms.get(caseId)?.present(people));
    socket.on("typing", ({ caseId, ...hint }) => this.showTyping(caseId, hint));
    socket.on("removed", ({ caseId }) =>
      this.rooms.get(caseId)?.end("removed", new RoomRefusal({ code: "not_a_member" })),
    );
  }

  /**
   * Starts looking at a room; the returned function stops. The last one to stop closes the line. What was written and
   * not answered is kept in `unsent`, and found there by the next page.
   */
  open(caseId: string, unsent?: UnsentStore): () => void {
    const room = this.rooms.get(caseId) ?? this.add(caseId, unsent);
    room.viewers += 1;
    if (room.viewers === 1 && this.socket.connected) void this.join(room);
    if (!this.socket.active) this.socket.connect();
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      room.viewers -= 1;
      this.dropIfDone(room);
    };
  }

  snapshot(caseId: string): RoomSnapshot {
    return this.rooms.get(caseId)?.snapshot ?? EMPTY_ROOM;
  }

  subscribe(caseId: string, listener: () => void): () => void {
    return this.rooms.get(caseId)?.subscribe(listener) ?? (() => undefined);
  }

  /**
   * Answers after the server's commit. Rejects with RoomRefusal: the server's refusal, or `no_answer` when the line
   * stayed silent; such an entry stays in the outbox for `retry` or `discard`.
   */
  command(caseId: string, type: string, payload: unknown, id: string = uuid()): Promise<Ack> {
    const room = this.rooms.get(caseId);
    if (!room || room.ended) return Promise.reject(new RoomRefusal({ code: "not_a_member" }));
    const answer = room.outbox.add({ id, caseId, type, payload });
    this.giveUpLater(room, id);
    room.outboxChanged();
    this.pump(room);
    return answer;
  }

  /** Sends a failed command again under its old id: had it been committed after all, the answer is the old one. */
  retry(caseId: string, id: string): Promise<Ack> {
    const command = this.rooms.get(caseId)?.outbox.failedCommand(id);
    if (!command) return Promise.reject(new RoomRefusal({ code: "not_found" }));
    return this.command(caseId, command.type, command.payload, id);
  }

  discard(caseId: string, id: string): void {
    const room = this.rooms.get(caseId);
    room?.outbox.discard(id);
    room?.outboxChanged();
  }

  /** A hint and nothing more: not repeated, not answered, dropped when the line is down. */
  typing(caseId: string, channel: Channel): void {
    const timer = `typing-sent ${caseId} ${channel}`;
    if (!this.socket.connected || this.timers.running(timer)) return;
    this.timers.start(timer, TYPING_EVERY_MS, () => undefined);
    this.socket.volatile.emit("command", { id: uuid(), caseId, type: "typing", payload: { channel } });
  }

  /** Asks whether anything was missed, for example after the page slept in the background. */
  resync(caseId: string): void {
    const room = this.rooms.get(caseId);
    if (room && room.snapshot.status === "live") void this.readBack(room, true);
  }

  close(): void {
    this.timers.stopAll();
    this.rooms.clear();
    this.socket.disconnect();
  }

  private add(caseId: string, unsent?: UnsentStore): Room {
    const room = new Room(caseId, unsent);
    this.rooms.set(caseId, room);
    for (const { id } of room.takeUp()) this.giveUpLater(room, id);
    return room;
  }

  private giveUpLater(room: Room, id: string): void {
    this.timers.start(`give-up ${id}`, this.options.giveUpMs, () => {
      room.outbox.fail(id, new RoomRefusal({ code: "no_answer" }));
      room.outboxChanged();
      this.pump(room);
    });
  }

  private each(act: (room: Room) => void): void {
    for (const room of this.rooms.values()) if (!room.ended) act(room);
  }

  private async ask(caseId: string, type: string, payload: unknown, id: string): Promise<Ack> {
    return this.socket
      .timeout(this.options.ackTimeoutMs)
      .emitWithAck("command", { id, caseId, type, payload });
  }

  private async join(room: Room): Promise<void> {
    if (!this.socket.connected) return;
    const line = this.socket.id;
    let ack: Ack | undefined;
    try {
      ack = await this.ask(room.caseId, "room.join", { since: room.lastN }, uuid());
    } catch {
      // No answer: the line is asked again below, or a new connection joins anew.
    }
    if (line !== this.socket.id || !this.socket.connected || !this.rooms.has(room.caseId)) return;
    if (!ack || ack.error?.code === "unavailable" || ack.error?.code === "internal") {
      this.timers.start(`join ${room.caseId}`, this.options.retryDelayMs, () => void this.join(room));
    } else if (ack.error) {
      room.end("refused", new RoomRefusal(ack.error));
      this.dropIfDone(room);
    } else {
      // The protocol's own contract: room.join without an error carries a JoinResult.
      room.joined(ack.result as JoinResult);
      this.pump(room);
      if (room.behind) void this.readBack(room);
    }
  }

  /** Puts the first unanswered command on the wire, unless one is there already. */
  private pump(room: Room): void {
    const command = room.outbox.head();
    if (!command) return this.dropIfDone(room);
    if (room.onWire !== undefined || room.snapshot.status !== "live" || !this.socket.connected) return;
    room.onWire = command.id;
    const { caseId, type, payload, id } = command;
    void this.ask(caseId, type, payload, id).then(
      (ack) => this.answered(room, id, ack),
      () => this.unanswered(room),
    );
  }

  private answered(room: Room, id: string, ack: Ack): void {
    room.onWire = undefined;
    if (ack.error?.code === "unavailable") {
      this.timers.start(`pump ${room.caseId}`, this.options.retryDelayMs, () => this.pump(room));
      return;
    }
    this.timers.stop(`give-up ${id}`);
    room.outbox.answered(id, ack);
    room.heardOf(ack.n);
    room.outboxChanged();
    this.readBackSoon(room);
    this.pump(room);
  }

  /** Timed out, or the line broke: the same command again, now or after the next join. */
  private unanswered(room: Room): void {
    room.onWire = undefined;
    this.pump(room);
  }

  private readBackSoon(room: Room): void {
    if (!room.behind) return;
    this.timers.startOnce(`gap ${room.caseId}`, this.options.gapDelayMs, () => {
      if (room.behind) void this.readBack(room);
    });
  }

  private async readBack(room: Room, always = false): Promise<void> {
    if (room.reading || room.snapshot.status !== "live") return;
    room.reading = true;
    room.change({ catchingUp: true });
    let more = always || room.behind;
    try {
      while (more && this.socket.connected && !room.ended) {
        const ack = await this.ask(room.caseId, "room.read", { since: room.lastN }, uuid());
        if (ack.error) break;
        // The protocol's own contract: room.read without an error carries a ReadResult.
        const page = ack.result as ReadResult;
        const progress = room.receive(page.events);
        more = progress && (page.more || room.behind);
      }
    } catch {
      // No answer; tried again below while something is known to be missing.
    }
    room.reading = false;
    room.change({ catchingUp: false });
    if (room.behind && !room.ended)
      this.timers.startOnce(`gap ${room.caseId}`, this.options.retryDelayMs, () => void this.readBack(room));
  }

  private showTyping(caseId: string, hint: Typing): void {
    const room = this.rooms.get(caseId);
    if (!room) return;
    room.typingStarted(hint);
    this.timers.start(`typing ${caseId} ${hint.memberId} ${hint.channel}`, TYPING_SHOWN_MS, () =>
      room.typingEnded(hint),
    );
  }

  private lineLost(reason: string): void {
    this.each((room) => room.change({ status: "offline", typing: [] }));
    // Socket.IO does not come back by itself when the server hung up, as it does while it restarts.
    if (reason === "io server disconnect") this.connectLater();
  }

  private lineRefused(error: Error): void {
    if (this.socket.active) {
      this.each((room) => room.snapshot.status === "live" && room.change({ status: "offline" }));
      return;
    }
    const code = refusalCode(error);
    if (code === "not_signed_in" || code === "forbidden" || code === "origin_refused")
      this.each((room) => room.end("refused", new RoomRefusal({ code })));
    else this.connectLater();
  }

  private connectLater(): void {
    this.timers.start("connect", this.options.retryDelayMs, () => {
      if (this.rooms.size > 0) this.socket.connect();
    });
  }

  private dropIfDone(room: Room): void {
    if (room.viewers > 0 || (!room.ended && room.outbox.head())) return;
    if (this.rooms.get(room.caseId) === room) this.rooms.delete(room.caseId);
    if (this.rooms.size === 0) this.socket.disconnect();
  }
}

function refusalCode(error: Error): string | undefined {
  if (!("data" in error) || typeof error.data !== "object" || error.data === null) return undefined;
  return "code" in error.data && typeof error.data.code === "string" ? error.data.code : undefined;
}
