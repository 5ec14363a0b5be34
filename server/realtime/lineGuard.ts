import { EventEmitter } from "node:events";
import type { Socket } from "socket.io";
import type { LineLimits } from "./limits.ts";
import { TokenBucket } from "./tokenBucket.ts";

/** One connection underneath Socket.IO, whatever is spoken over it. */
type Line = Socket["conn"];

/** What the library of the WebSocket says when a frame is larger than allowed; it has not read it then. */
const TOO_LARGE = "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH";
/** How long a line may take to hang up after it was told to. */
const HANG_UP_MS = 1_000;

/**
 * Ends a connection that sends too much, in whatever form, or that does not take what it is sent: one person's line
 * must cost the others neither time nor memory. Who comes back reads what they missed. `onFlood` hears of lines that sent
 * too much, and not of those that were merely slow or broke.
 */
export function guardLine(line: Line, limits: LineLimits, onFlood: () => void): void {
  const bucket = new TokenBucket(limits.packets, performance.now());
  let waiting = 0;
  let closing = false;
  line.on("packet", () => {
    if (bucket.take(performance.now()) || closing) return;
    closing = true;
    onFlood();
    // After what has come already is looked at: commands have a limit of their own, and their sender is told why.
    setImmediate(() => {
      line.close();
      tearLater(line);
    });
  });
  onTooLarge(line.transport, onFlood);
  line.on("upgrading", (transport: Line["transport"]) => onTooLarge(transport, onFlood));
  line.on("packetCreate", (packet: { data?: unknown }) => {
    // What was there before this packet counts: a long page alone is no fault of the line.
    if (waiting > limits.waitingBytes) setImmediate(() => tear(line));
    waiting += sizeOf(packet.data);
  });
  // However it ended: a WebSocket waits half a minute for the other side to agree.
  line.on("close", () => tearLater(line));
  // What waited has been handed to the kernel, or at most once more to the socket in front of it.
  line.on("flush", () => {
    waiting = 0;
  });
}

function onTooLarge(transport: Line["transport"], onFlood: () => void): void {
  const socket: unknown = Reflect.get(transport, "socket");
  if (!(socket instanceof EventEmitter)) return;
  socket.on("error", (error: unknown) => {
    if (error instanceof Error && Reflect.get(error, "code") === TOO_LARGE) onFlood();
  });
}

/** End a line now, as far as this side is concerned; nothing that waits for it is kept. */
function tear(line: Line): void {
  line.close(true);
  terminate(line);
}

/** For a line that has been asked to close: one that does not, or cannot because it does not read, is torn. */
export function tearLater(line: Line): void {
  setTimeout(() => tear(line), HANG_UP_MS).unref();
}

/** Without this a WebSocket holds what it has not sent for as long as it waits. */
function terminate(line: Line): void {
  const socket: unknown = Reflect.get(line.transport, "socket");
  if (typeof socket !== "object" || socket === null || !("terminate" in socket)) return;
  if (typeof socket.terminate === "function") socket.terminate();
}

function sizeOf(data: unknown): number {
  if (typeof data === "string") return data.length;
  return ArrayBuffer.isView(data) ? data.byteLength : 0;
}
