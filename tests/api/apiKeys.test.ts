import { expect } from "chai";
import supertest from "supertest";
import { PERMISSIONS } from "../../shared/api/permissions.ts";
import { SCOPES } from "../../shared/api/roles.ts";
import { SCOPE_PERMISSIONS } from "../../shared/api/scopes.ts";
import { createRateLimits } from "../../server/auth/rateLimits.ts";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { buildCase } from "../support/buildCase.ts";
import { KeyClient } from "../support/keyClient.ts";
import { buildPeople, type People } from "../support/people.ts";

describe("API keys of platforms' systems", () => {
  let app: TestApp;
  let people: People;
  let approver: Client;
  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
    approver = await app.signIn("approver");
  });
  after(() => app.close());

  const make = async (more: object = {}) => {
    const body = { name: "对账系统", scopes: ["cases:read"], expiresInDays: 30, ...more };
    const answer = await approver.post("/api/api-keys", body).expect(201);
    return answer.body as { id: string; key: string; hint: string; state: string };
  };

  it("gives the role of systems exactly what its scopes stand for", () => {
    const held = Object.entries(PERMISSIONS).filter(([, roles]) =>
      (roles as readonly string[]).includes("platform_system"),
    );
    const scoped = new Set(SCOPES.flatMap((scope) => SCOPE_PERMISSIONS[scope]));
    expect(held.map(([permission]) => permission).sort()).to.deep.equal([...scoped].sort());
  });

  it("shows a key once and keeps only its hash", async () => {
    const { id, key, hint } = await make();
    expect(key).to.match(/^parley_[\w-]{43}$/);
    expect(key.endsWith(hint)).to.equal(true);
    const { text } = await approver.get("/api/api-keys").expect(200);
    expect(text).to.include(id).and.not.include(key);
    const dump = await app.tx(({ manager }) =>
      rows<{ row: string }>(manager, "SELECT api_key::text AS row FROM api_key"),
    );
    expect(dump.map(({ row }) => row).join()).to.not.include(key);
  });

  it("acts for its platform only, within its scopes, without a CSRF token", async () => {
    const theCase = await buildCase(app, people);
    const { key } = await make({ scopes: ["cases:read", "webhooks:manage"] });
    const system = new KeyClient(app.url, key);
    const me = await system.get("/api/auth/me").expect(200);
    expect(me.body.user.permissions).to.have.members(["case:read", "case:list", "webhook:manage"]);
    await system.get(`/api/cases/${theCase.id}`).expect(200);
    const forbidden = await system.get("/api/agreements").expect(403);
    expect(forbidden.body.code).to.equal("forbidden");
    await system.get("/api/api-keys").expect(403);
    const other = await app.signIn("otherApprover");
    const body = { name: "x", scopes: ["cases:read"], expiresInDays: 1 };
    const { body: foreign } = await other.post("/api/api-keys", body).expect(201);
    await new KeyClient(app.url, foreign.key).get(`/api/cases/${theCase.id}`).expect(404);
  });

  it("notes when it was last used", async () => {
    const { id, key } = await make();
    await new KeyClient(app.url, key).get("/api/cases").expect(200);
    const { body } = await approver.get("/api/api-keys").expect(200);
    const shown = body.items.find((each: { id: string }) => each.id === id);
    expect(shown.lastUsedAt).to.equal(app.clock.now().toISOString());
  });

  it("stops at once when it is revoked", async () => {
    const { id, key } = await make();
    const system = new KeyClient(app.url, key);
    await system.get("/api/cases").expect(200);
    const { body } = await approver.delete(`/api/api-keys/${id}`).expect(200);
    expect(body.state).to.equal("revoked");
    const refused = await system.get("/api/cases").expect(401);
    expect(refused.body.code).to.equal("not_signed_in");
    await approver.delete(`/api/api-keys/${id}`).expect(409);
    await (await app.signIn("otherApprover")).delete(`/api/api-keys/${id}`).expect(404);
  });

  it("stops in the instant it expires", async () => {
    const { key } = await make({ expiresInDays: 1 });
    const system = new KeyClient(app.url, key);
    const start = app.clock.now();
    app.clock.advance(24 * 3_600_000 - 1);
    await system.get("/api/cases").expect(200);
    app.clock.advance(1);
    await system.get("/api/cases").expect(401);
    app.clock.set(start.toISOString());
  });

  it("refuses a wrong key even beside a good session, and leaves the session its token", async () => {
    const wrong = await approver.get("/api/cases").set("authorization", "Bearer parley_wrong");
    expect(wrong.status).to.equal(401);
    const bare = await approver.get("/api/cases").set("authorization", "Bearer");
    expect(bare.status).to.equal(200);
    const proxied = await approver
      .post("/api/api-keys", {})
      .set("authorization", "Basic eDp5")
      .set("x-csrf-token", "forged");
    expect(proxied.body.code).to.equal("csrf_invalid");
  });

  it("cannot be signed in with", async () => {
    const { id } = await make();
    const visitor = await app.visitor();
    await visitor.post("/api/auth/sign-in", { username: `key:${id}`, password: "" }).expect(400);
    await visitor.post("/api/auth/sign-in", { username: `key:${id}`, password: "x" }).expect(401);
  });

  it("asks for a name, scopes that exist and an end", async () => {
    for (const fault of [{ name: " " }, { scopes: [] }, { scopes: ["everything"] }, { expiresInDays: 731 }]) {
      const body = { name: "x", scopes: ["cases:read"], expiresInDays: 1, ...fault };
      await approver.post("/api/api-keys", body).expect(400);
    }
    await (await app.signIn("agent")).post("/api/api-keys", {}).expect(403);
    await supertest(app.url).get("/api/api-keys").expect(401);
  });

  it("is counted by key, not by address", async () => {
    const take = createRateLimits(app.services.platform.pool, 0.005);
    const from = (staffId: string) =>
      ({ ip: "::1", actor: { kind: "staff", staffId } }) as unknown as Parameters<typeof take>[1];
    for (let n = 0; n < 6; n += 1) await take("key", from("one"));
    const refused = await take("key", from("one")).catch((error: unknown) => error);
    expect(refused).to.include({ code: "rate_limited" });
    await take("key", from("another"));
  });
});
