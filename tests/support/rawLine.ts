import type { Socket } from "node:net";
import type { Line } from "./line.ts";

/** What is under a line, to do with it what no client library would. */
export type RawLine = {
  /** Text as it is; nothing of any protocol is added. */
  send: (text: string) => void;
  /** From now on nothing is read: what the server sends piles up on its way. */
  pause: () => void;
  resume: () => void;
  tcp: Socket;
};

type WebSocket = {
  send: (text: string, done: () => void) => void;
  pause: () => void;
  resume: () => void;
  on: (type: "error", listener: () => void) => unknown;
};

export function rawLine(line: Pick<Line, "socket">): RawLine {
  // The client's transports are its own business, so its types do not name them; in Node.js this is a WebSocket.
  const ws = Reflect.get(line.socket.io.engine.transport, "ws") as WebSocket;
  const tcp = Reflect.get(ws, "_socket") as Socket;
  // The other end may hang up in the middle of what is sent.
  for (const end of [ws, tcp]) end.on("error", () => undefined);
  return {
    send: (text) => ws.send(text, () => undefined),
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    tcp,
  };
}
