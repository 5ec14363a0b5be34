import { randomUUID } from "node:crypto";

/** An answer that was not the one hoped for: the problem details of RFC 9457. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(request: string, status: number, code: string, text: string) {
    super(`${request} answered ${status} ${code}: ${text}`);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
  }
}

/**
 * One person at the interface: keeps the session cookie, sends the token that protects writes, and gives every write
 * an idempotency key, so that it may be sent again when its answer is lost.
 */
export class Client {
  readonly url: string;
  readonly #cookies = new Map<string, string>();
  #token = "";

  private constructor(url: string) {
    this.url = url;
  }

  static async open(url: string): Promise<Client> {
    const client = new Client(url);
    await client.renewToken();
    return client;
  }

  static async signIn(url: string, username: string, password: string): Promise<Client> {
    const client = await Client.open(url);
    await client.post("/api/auth/sign-in", { username, password });
    await client.renewToken();
    return client;
  }

  /** A new session has a new token. */
  async renewToken(): Promise<void> {
    const { token } = await this.get<{ token: string }>("/api/auth/csrf");
    this.#token = token;
  }

  /** The session, for a socket that connects as this person. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Read something; `T` is what the interface description (GET /api/openapi.json) promises. */
  async get<T>(path: string): Promise<T> {
    const answer = await this.#send("GET", path, {});
    // The shape is the server's promise; a caller that names another finds out at once.
    return (await answer.json()) as T;
  }

  async download(path: string): Promise<Uint8Array> {
    const answer = await this.#send("GET", path, {});
    return new Uint8Array(await answer.arrayBuffer());
  }

  async post<T>(path: string, body: object = {}): Promise<T> {
    const headers = { "content-type": "application/json", "idempotency-key": randomUUID() };
    const answer = await this.#send("POST", path, { headers, body: JSON.stringify(body) });
    const text = await answer.text();
    return (text === "" ? null : JSON.parse(text)) as T;
  }

  /** Send a file with its fields as a multipart form. */
  async upload<T>(
    path: string,
    file: { name: string; bytes: Uint8Array },
    fields: Record<string, string> = {},
  ): Promise<T> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set("file", new Blob([new Uint8Array(file.bytes)]), file.name);
    const answer = await this.#send("POST", path, { body: form });
    return (await answer.json()) as T;
  }

  async #send(method: string, path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) headers.set("cookie", this.cookie);
    if (method !== "GET") headers.set("x-csrf-token", this.#token);
    const answer = await fetch(`${this.url}${path}`, { ...init, method, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    if (answer.ok) return answer;
    const text = await answer.text();
    throw new ApiError(`${method} ${path}`, answer.status, codeOf(text), text.slice(0, 2000));
  }
}

function codeOf(text: string): string {
  try {
    const problem: unknown = JSON.parse(text);
    return typeof problem === "object" && problem !== null ? String(Reflect.get(problem, "code")) : "unknown";
  } catch {
    return "unknown";
  }
}
