import type { IncomingMessage, Server as HttpServer } from "node:http";
import type { RequestHandler } from "express";
import { Server, type Socket } from "socket.io";
import type { Ack, ServerMessages } from "../../shared/api/messages.ts";
import type { RefusalCode } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { isOwnOrigin } from "../auth/csrf.ts";
import type { Accounts } from "../auth/identity.ts";
import type { Database } from "../database/transaction.ts";
import type { Log } from "../log.ts";
import type { Command } from "./command.ts";
import { Connection } from "./connection.ts";
import { Dispatcher } from "./dispatcher.ts";
import { actorOf, stillHolds } from "./identify.ts";
import { guardBodies } from "./guardBodies.ts";
import { COMMANDS, LINE_LIMITS, MAX_PACKET_BYTES } from "./limits.ts";
import { guardLine } from "./lineGuard.ts";
import { Door } from "./door.ts";
import { Order } from "./order.ts";
import { TokenBucket, type Flood } from "./tokenBucket.ts";

/** How long a line may outlive the session it was opened with. */
const RECHECK_MS = 20_000;

export type RealtimeOptions = {
  httpServer: HttpServer;
  /** The session middlewares of the HTTP interface, in order. */
  sessions: readonly RequestHandler[];
  accounts: Accounts;
  commands: readonly Command[];
  db: Database;
  log: Log;
  publicUrl: string;
  /** How many proxies in front of this process are believed about where a request comes from. */
  trustProxy: number;
  /** Multiplies what one connection may send, for measurements. */
  floodScale?: number;
};

/** Live lines to people: who is connected, what they send, and what is said to groups of them. */
export class Realtime {
  readonly #io: Server;
  #stopped = false;
  #recheck: NodeJS.Timeout | undefined;

  constructor() {
    this.#io = new Server({
      serveClient: false,
      maxHttpBufferSize: MAX_PACKET_BYTES,
      // connectionStateRecovery stays off: it replays what was said in a room to somebody removed from it.
      // Catching up is reading the journal, authorised at the time of reading.
      transports: ["websocket", "polling"],
      cleanupEmptyChildNamespaces: false,
    });
  }

  /** Say something to everyone in a group. */
  tell<T extends keyof ServerMessages>(group: string, type: T, message: ServerMessages[T]): void {
    this.#io.of("/rooms").to(group).emit(type, message);
  }

  /** The same as a hint: dropped where a line is not ready for it. */
  hint<T extends keyof ServerMessages>(group: string, type: T, message: ServerMessages[T]): void {
    this.#io.of("/rooms").volatile.to(group).emit(type, message);
  }

  /** Take connections on the server of the HTTP interface, with its cookies. */
  attach(options: RealtimeOptions): void {
    const { httpServer, sessions, publicUrl } = options;
    this.#io.attach(httpServer, {
      allowRequest: (request, answer) => {
        const { origin, host } = request.headers;
        const own = origin === undefined || isOwnOrigin(origin, publicUrl, host);
        answer(own && !this.#stopped ? null : "origin_refused", own);
      },
    });
    const door = new Door(options);
    guardBodies(this.#io.engine, (line) => door.keepOut(line.request));
    for (const middleware of [door.beforeSession, ...sessions, door.afterSession]) {
      this.#io.engine.use((request: IncomingMessage, res: unknown, next: (error?: unknown) => void) => {
        // Only the handshake opens a session; later requests of the same line carry its id.
        if (Reflect.get(request, "_query")?.sid !== undefined) next();
        else void middleware(request as never, res as never, next);
      });
    }
    const scale = options.floodScale ?? 1;
    const packets = scaled(LINE_LIMITS.packets, scale);
    this.#io.engine.on("connection", (line: Socket["conn"]) =>
      guardLine(line, { ...LINE_LIMITS, packets }, () => door.keepOut(line.request)),
    );
    const dispatcher = new Dispatcher(options.commands, options);
    const rooms = this.#io.of("/rooms");
    rooms.use((socket, next) => {
      const actor = actorOf(socket.request);
      if (actor === null) return next(refused("not_signed_in"));
      // Through a line that was open already.
      if (door.keepsOut(socket.request)) return next(refused("rate_limited"));
      socket.data = { actor };
      next();
    });
    const flood = scaled(COMMANDS, scale);
    rooms.on("connection", (socket) => serve(socket, dispatcher, { flood, door }));
    this.#recheck = setInterval(() => void this.#cutOffEnded(options), RECHECK_MS);
    this.#recheck.unref();
  }

  /** Hang up on everyone whose session has ended; runs by itself now and then. */
  async #cutOffEnded({ accounts, log }: RealtimeOptions): Promise<void> {
    const verdicts = new Map<string, Promise<boolean>>();
    for (const socket of this.#io.of("/rooms").sockets.values()) {
      const sessionId = String(Reflect.get(socket.request, "sessionID"));
      const verdict = verdicts.get(sessionId) ?? stillHolds(socket.request, accounts);
      verdicts.set(sessionId, verdict);
      try {
        if (await verdict) continue;
        new Connection(socket).cutOff("not_signed_in", "this session has ended");
      } catch (error) {
        // The database is away: nobody can be asked, and nothing can be said either.
        log.warn({ err: error }, "sessions of open lines could not be checked");
        return;
      }
    }
  }

  /** Hang up on one person at once, for example when they sign out everywhere. */
  hangUp(isTheirs: (actor: Actor) => boolean): void {
    for (const socket of this.#io.of("/rooms").sockets.values()) {
      if (isTheirs(actorIn(socket))) new Connection(socket).cutOff("not_signed_in", "this session has ended");
    }
  }

  /** Take nothing new and close every line, so that the HTTP server can close. */
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#recheck);
    this.#io.of("/rooms").disconnectSockets(true);
    // Not io.close(): it would also close the HTTP server, which has requests to finish.
    this.#io.engine?.close();
  }
}

function serve(socket: Socket, dispatcher: Dispatcher, { flood, door }: { flood: Flood; door: Door }): void {
  const connection = new Connection(socket);
  const bucket = new TokenBucket(flood, performance.now());
  const order = new Order();
  socket.on("command", (raw: unknown, reply?: unknown) => {
    if (!bucket.take(performance.now())) {
      door.keepOut(socket.request);
      connection.cutOff("rate_limited", "too many commands; wait a little");
      return;
    }
    // One after another, so that what a person wrote first also comes first in the record.
    order.run(dispatcher.gathers(raw), async () => {
      const ack: Ack = await dispatcher.dispatch(actorIn(socket), connection, raw);
      if (typeof reply === "function") reply(ack);
    });
  });
}

function scaled({ burst, perSecond }: Flood, scale: number): Flood {
  return { burst: burst * scale, perSecond: perSecond * scale };
}

function actorIn(socket: Socket): Actor {
  // Put there before the connection was let in.
  return (socket.data as { actor: Actor }).actor;
}

function refused(code: RefusalCode): Error {
  return Object.assign(new Error(code), { data: { code } });
}
