import { ServerResponse, type IncomingMessage } from "node:http";
import type { Server, Socket } from "socket.io";
import { MAX_PACKET_BYTES } from "./limits.ts";
import { tearLater } from "./lineGuard.ts";

type Line = Socket["conn"];

/** The same for lines of single requests: a body that is too large ends the line, and not only its own request. */
export function guardBodies(engine: Server["engine"], onFlood: (line: Line) => void): void {
  const lines = new Map<string, Line>();
  engine.on("connection", (line: Line) => {
    // The id that later requests carry; the types keep it to themselves.
    const id = String(Reflect.get(line, "id"));
    lines.set(id, line);
    line.once("close", () => lines.delete(id));
  });
  engine.use((request: IncomingMessage, response: unknown, next: () => void) => {
    const bytes = Number(request.headers["content-length"] ?? 0);
    if (bytes <= MAX_PACKET_BYTES || !(response instanceof ServerResponse)) return next();
    const line = lines.get(String(Reflect.get(request, "_query")?.sid));
    // What is on its way is not waited for.
    response.writeHead(413, { "Content-Length": "0", Connection: "close" }).end(() => request.destroy());
    if (line === undefined) return;
    onFlood(line);
    line.close();
    tearLater(line);
  });
}
