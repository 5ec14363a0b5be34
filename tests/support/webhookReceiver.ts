import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

export type Received = { id: string; headers: Record<string, string>; body: string; message: unknown };
export type Answer = { status: number; body?: string; headers?: Record<string, string> };

/**
 * A platform's receiver as its own engineers would write it, with nothing but the public library: takes what verifies,
 * answers 401 to what does not.
 */
export class WebhookReceiver {
  readonly url: string;
  readonly taken: Received[] = [];
  readonly refused: string[] = [];
  /** Everything that came, whatever was answered. */
  readonly seenIds: string[] = [];
  readonly seenBodies: string[] = [];
  secret = "";
  /** Says something else than the receiver would; null lets the receiver speak, "never" nobody. */
  instead: (() => Answer | "never") | null = null;
  readonly #server: Server;
  #onSeen: (() => void)[] = [];

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
    server.on("request", (req, res) => {
      const chunks: Buffer[] = [];
      req.on("data", (chunk: Buffer) => chunks.push(chunk));
      req.on("end", () => {
        const answer = this.#answer(Buffer.concat(chunks).toString("utf8"), plain(req.headers));
        for (const tell of this.#onSeen.splice(0)) tell();
        if (answer !== "never") res.writeHead(answer.status, answer.headers).end(answer.body ?? "");
      });
    });
  }

  static async start(): Promise<WebhookReceiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new WebhookReceiver(server);
  }

  /** Resolves when the next message has come. */
  nextSeen(): Promise<void> {
    return new Promise((resolve) => this.#onSeen.push(resolve));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(body: string, headers: Record<string, string>): Answer | "never" {
    const id = headers["webhook-id"] ?? "";
    this.seenIds.push(id);
    this.seenBodies.push(body);
    const other = this.instead?.();
    if (other !== undefined) return other;
    try {
      const message = new Webhook(this.secret).verify(body, headers);
      this.taken.push({ id, headers, body, message });
      return { status: 204 };
    } catch (error) {
      this.refused.push(error instanceof Error ? error.message : String(error));
      return { status: 401, body: "signature" };
    }
  }
}

function plain(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
