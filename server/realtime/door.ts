import { ServerResponse, type IncomingMessage } from "node:http";
import { sessionIdIn } from "../auth/session.ts";
import type { Log } from "../log.ts";
import { addressOf } from "./address.ts";
import { ownerOf } from "./dispatcher.ts";
import { actorOf } from "./identify.ts";
import { Penalties } from "./penalties.ts";

type Next = (error?: unknown) => void;

/**
 * Keeps out for a moment whoever was cut off for sending too much: the person, by each session they come with; and where
 * nobody is known, the address, for others whom nobody knows. Who is kept out costs no look into the database.
 */
export class Door {
  readonly #penalties = new Penalties();
  readonly #hops: number;
  readonly #log: Log;

  constructor({ trustProxy, log }: { trustProxy: number; log: Log }) {
    this.#hops = trustProxy;
    this.#log = log;
  }

  /** From now on for a moment, whoever opened a line with this handshake. */
  keepOut(handshake: IncomingMessage): void {
    const actor = actorOf(handshake);
    const person = actor === null ? addressKey(handshake, this.#hops) : ownerOf(actor);
    const now = performance.now();
    for (const key of [person, ...sessionKey(sessionOf(handshake))]) this.#penalties.add(key, now);
    this.#log.warn(
      { sender: actor === null ? "not signed in" : person },
      "a line sent too much and was cut off",
    );
  }

  /** Whether the person behind a handshake whose session has been read has to wait. */
  keepsOut(handshake: IncomingMessage): boolean {
    return this.#untilFor(handshake) !== null;
  }

  /** Before a session is read: by the session that is claimed, and where none is, by the address. */
  readonly beforeSession = (request: IncomingMessage, response: unknown, next: Next): void => {
    const claimed = sessionIdIn(request);
    const keys = claimed === null ? [addressKey(request, this.#hops)] : sessionKey(claimed);
    if (this.#penalties.until(keys, performance.now()) === null) next();
    else refuse(request, response);
  };

  /** After it: a person who comes with another session, which is known from now on. */
  readonly afterSession = (request: IncomingMessage, response: unknown, next: Next): void => {
    const until = this.#untilFor(request);
    if (until === null) return next();
    for (const key of sessionKey(sessionOf(request))) this.#penalties.addUntil(key, until);
    refuse(request, response);
  };

  #untilFor(handshake: IncomingMessage): number | null {
    const actor = actorOf(handshake);
    const key = actor === null ? addressKey(handshake, this.#hops) : ownerOf(actor);
    return this.#penalties.until([key], performance.now());
  }
}

/** The id of the session that was found or begun, by the session middleware. */
function sessionOf(request: IncomingMessage): string | null {
  const id: unknown = Reflect.get(request, "sessionID");
  return typeof id === "string" ? id : null;
}

function sessionKey(sessionId: string | null): string[] {
  return sessionId === null ? [] : [`session:${sessionId}`];
}

function addressKey(request: IncomingMessage, hops: number): string {
  return `address:${addressOf(request, hops)}`;
}

const TOO_MANY =
  "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/** As cheaply as can be; a client in a browser cannot read why a WebSocket was refused anyway. */
function refuse(request: IncomingMessage, response: unknown): void {
  if (response instanceof ServerResponse) {
    response.writeHead(429, { "Retry-After": "5", "Content-Length": "0" }).end();
    return;
  }
  // An upgrade: there is nothing yet but the connection underneath.
  const { socket } = request;
  socket.on("error", () => undefined);
  socket.end(TOO_MANY, () => socket.destroy());
}
