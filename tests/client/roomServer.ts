import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server, type Socket } from "socket.io";
import { io, type Socket as ClientSocket } from "socket.io-client";
import type {
  Ack,
  ClientEvents,
  RoomCommand,
  RoomEvent,
  RoomPerson,
  ServerEvents,
} from "../../client/realtime/protocol.ts";

type Reply = ((ack: Ack) => void) | undefined;

/** What goes wrong with one command or one event; a test sets these, the default is that nothing does. */
export interface Faults {
  /** Commits, but the ack never arrives. */
  loseAck: (command: RoomCommand) => boolean;
  /** Commits, then the connection breaks before the ack. */
  cutAfterCommit: (command: RoomCommand) => boolean;
  /** The event is not sent live. */
  loseEvent: (event: RoomEvent) => boolean;
  refuse: (command: RoomCommand) => string | undefined;
}

export const CASE = "0190a000-0000-7000-8000-000000000001";

/** A Socket.IO server that keeps one room's stream in memory and can be told to misbehave on the wire. */
export class RoomServer {
  readonly events: RoomEvent[] = [];
  readonly received: RoomCommand[] = [];
  faults: Faults = {
    loseAck: () => false,
    cutAfterCommit: () => false,
    loseEvent: () => false,
    refuse: () => undefined,
  };
  pageSize = 100;
  people: RoomPerson[] = [{ memberId: "m1", party: "mediator", name: "周敏", online: true }];

  private readonly http = createServer();
  private readonly io = new Server(this.http);
  private readonly answers = new Map<string, Ack>();
  private readonly clients: ClientSocket[] = [];

  async start(): Promise<void> {
    this.io.of("/rooms").on("connection", (socket) => {
      socket.on("command", (command: RoomCommand, reply: Reply) => this.handle(socket, command, reply));
    });
    await new Promise<void>((resolve) => this.http.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    for (const client of this.clients) client.disconnect();
    await this.io.close();
  }

  client(): ClientSocket<ServerEvents, ClientEvents> {
    const { port } = this.http.address() as AddressInfo;
    const socket = io(`http://127.0.0.1:${port}/rooms`, {
      autoConnect: false,
      forceNew: true,
      transports: ["websocket"],
      reconnectionDelay: 5,
      reconnectionDelayMax: 10,
    });
    this.clients.push(socket);
    return socket;
  }

  post(text: string, id: string = crypto.randomUUID()): RoomEvent {
    const event: RoomEvent = {
      caseId: CASE,
      n: this.events.length + 1,
      id,
      type: "message.posted",
      at: "2026-03-05T02:00:00.000Z",
      actor: { party: "mediator", id: "m1", name: "周敏" },
      payload: { channel: "joint", text, memberId: "m1" },
    };
    this.events.push(event);
    if (!this.faults.loseEvent(event)) this.emit("event", event);
    return event;
  }

  emit<E extends keyof ServerEvents>(name: E, ...hint: Parameters<ServerEvents[E]>): void {
    this.io.of("/rooms").emit(name, ...hint);
  }

  /** Breaks every connection as a lost network does, without a goodbye. */
  cut(): void {
    for (const socket of this.io.of("/rooms").sockets.values()) socket.conn.close(true);
  }

  hangUp(): void {
    this.io.of("/rooms").disconnectSockets(true);
  }

  texts(): string[] {
    return this.events.flatMap((event) => (event.type === "message.posted" ? [event.payload.text] : []));
  }

  private handle(socket: Socket, command: RoomCommand, reply: Reply): void {
    this.received.push(command);
    const ack = this.answers.get(command.id) ?? this.carryOut(command);
    if (!command.type.startsWith("room.") && !ack.error) this.answers.set(command.id, ack);
    if (this.faults.cutAfterCommit(command)) {
      socket.conn.close(true);
      return;
    }
    if (!this.faults.loseAck(command)) reply?.(ack);
  }

  private carryOut(command: RoomCommand): Ack {
    const code = this.faults.refuse(command);
    if (code !== undefined) return { error: { code } };
    if (command.type === "message.post") {
      const { text } = command.payload as { text: string };
      return { n: this.post(text).n };
    }
    const { since = 0 } = command.payload as { since?: number };
    const events = this.events.slice(since, since + this.pageSize);
    const page = { events, more: since + events.length < this.events.length };
    if (command.type === "room.read") return { result: page };
    return {
      result: {
        ...page,
        viewer: { party: "mediator", memberId: "m1", name: "周敏" },
        people: this.people,
        channels: ["joint", "caucus_borrower"],
        lastN: this.events.length,
      },
    };
  }
}
