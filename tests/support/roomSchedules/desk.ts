import { contentOf } from "../outsideView.ts";

export type Reply = {
  status: number;
  text: string;
  // A test says itself what it expects of an answer.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
};

/** Somebody's browser without a window: one session, good at every process. */
export class Desk {
  readonly cookie: string;
  readonly #token: string;
  readonly #urls: readonly string[];
  #turn = 0;

  constructor(urls: readonly string[], cookie: string, token: string) {
    this.#urls = urls;
    this.cookie = cookie;
    this.#token = token;
  }

  /** The text of whatever is there, also of PDFs and of the files in a ZIP. */
  async read(path: string): Promise<{ status: number; text: string }> {
    const answer = await fetch(this.#next() + path, { headers: { cookie: this.cookie } });
    const text = contentOf(Buffer.from(await answer.arrayBuffer()));
    // A line of a paper may end in the middle of a word.
    return { status: answer.status, text: text + text.replaceAll(/\s/g, "") };
  }

  get(path: string): Promise<Reply> {
    return this.#send("GET", path);
  }
  post(path: string, body: object = {}): Promise<Reply> {
    return this.#send("POST", path, body);
  }
  put(path: string, body: object): Promise<Reply> {
    return this.#send("PUT", path, body);
  }

  async upload(path: string, fields: Record<string, string>, file: Buffer, fileName: string): Promise<Reply> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set("file", new Blob([new Uint8Array(file)]), fileName);
    return await this.#answer("POST", path, form, {});
  }

  async #send(method: string, path: string, body?: object): Promise<Reply> {
    if (body === undefined) return await this.#answer(method, path, undefined, {});
    return await this.#answer(method, path, JSON.stringify(body), { "content-type": "application/json" });
  }

  async #answer(
    method: string,
    path: string,
    body: string | FormData | undefined,
    more: Record<string, string>,
  ): Promise<Reply> {
    const answer = await fetch(this.#next() + path, {
      method,
      headers: { cookie: this.cookie, "x-csrf-token": this.#token, ...more },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    const json = answer.headers.get("content-type")?.includes("json") === true;
    return { status: answer.status, text, body: json ? (JSON.parse(text) as unknown) : null };
  }

  /** Each request to the next process, as a balancer without memory would. */
  #next(): string {
    this.#turn += 1;
    return this.#urls[this.#turn % this.#urls.length]!;
  }
}
