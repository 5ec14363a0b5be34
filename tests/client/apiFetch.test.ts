import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import express from "express";
import { forgetCsrfToken } from "../../client/api/csrf.ts";
import { apiFetch, onUnauthenticated } from "../../client/api/fetch.ts";
import { ApiProblem } from "../../client/api/problem.ts";

describe("apiFetch", () => {
  const realFetch = globalThis.fetch;
  let server: Server;
  let token: string;
  let issued: number;
  let writes: { key: string | undefined; token: string | undefined; body: unknown }[];

  before(async () => {
    const app = express();
    app.use(express.json());
    app.get("/api/auth/csrf", (_req, res) => {
      issued += 1;
      res.json({ token });
    });
    app.get("/api/echo", (req, res) => res.json(req.query));
    app.get("/api/broken", (_req, res) => res.status(502).type("html").send("<h1>Bad gateway</h1>"));
    app.get("/api/private", (_req, res) => res.status(401).json({ code: "not_signed_in" }));
    app.post("/api/things", (req, res) => {
      writes.push({ key: req.get("idempotency-key"), token: req.get("x-csrf-token"), body: req.body });
      if (req.get("x-csrf-token") !== token) res.status(403).json({ code: "csrf_invalid" });
      else res.status(204).end();
    });
    app.post("/api/faulty", (_req, res) =>
      res.status(400).json({
        code: "validation_failed",
        errors: [{ pointer: "/name", code: "string.empty", detail: "name is empty" }],
        params: { triesLeft: 4 },
        traceId: "t-1",
      }),
    );
    app.post("/api/sign", (_req, res) => res.status(401).json({ code: "code_wrong" }));
    server = app.listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    // A browser resolves these against the page; here the page is this server.
    globalThis.fetch = (input, init) =>
      realFetch(new URL(input instanceof Request ? input.url : input, `http://127.0.0.1:${port}`), init);
  });

  after(() => {
    globalThis.fetch = realFetch;
    server.close();
    server.closeAllConnections();
  });

  beforeEach(() => {
    forgetCsrfToken();
    token = "first";
    issued = 0;
    writes = [];
  });

  const problemOf = (request: Promise<unknown>): Promise<ApiProblem> =>
    request.then(
      () => Promise.reject(new Error("was answered")),
      (error: unknown) => (error instanceof ApiProblem ? error : Promise.reject(error)),
    );

  it("sends only the query values that are there", async () => {
    const query = { q: "张 三&", stage: undefined, limit: 20 };
    expect(await apiFetch("GET", "/api/echo", { query })).to.deep.equal({ q: "张 三&", limit: "20" });
    expect(issued).to.equal(0);
  });

  it("fetches the token once for several writes, each with a key of its own", async () => {
    await Promise.all([1, 2, 3].map((n) => apiFetch<void>("POST", "/api/things", { body: { n } })));
    expect(issued).to.equal(1);
    expect(new Set(writes.map(({ key }) => key)).size).to.equal(3);
  });

  it("renews a stale token once and repeats the write under the same key", async () => {
    await apiFetch<void>("POST", "/api/things", { body: {} });
    token = "second";
    await apiFetch<void>("POST", "/api/things", { body: { n: 2 }, idempotencyKey: "k" });
    expect(writes.slice(1)).to.deep.equal([
      { key: "k", token: "first", body: { n: 2 } },
      { key: "k", token: "second", body: { n: 2 } },
    ]);
  });

  it("turns a problem document into ApiProblem with its fields", async () => {
    const problem = await problemOf(apiFetch("POST", "/api/faulty", { body: {} }));
    expect(problem).to.deep.include({ status: 400, code: "validation_failed", traceId: "t-1" });
    expect(problem.field("/name")?.code).to.equal("string.empty");
    expect(problem.params).to.deep.equal({ triesLeft: 4 });
  });

  it("makes a usable problem of a proxy's page and of a dead network", async () => {
    expect((await problemOf(apiFetch("GET", "/api/broken"))).code).to.equal("unavailable");
    const working = globalThis.fetch;
    globalThis.fetch = () => realFetch("http://127.0.0.1:9");
    const problem = await problemOf(apiFetch("GET", "/api/echo"));
    globalThis.fetch = working;
    expect(problem).to.deep.include({ status: 0, code: "network" });
  });

  it("tells the shell when the session is gone, and not when a code was wrong", async () => {
    let gone = 0;
    const stop = onUnauthenticated(() => (gone += 1));
    await problemOf(apiFetch("POST", "/api/sign", { body: {} }));
    expect(gone).to.equal(0);
    await problemOf(apiFetch("GET", "/api/private"));
    stop();
    await problemOf(apiFetch("GET", "/api/private"));
    expect(gone).to.equal(1);
  });
});
