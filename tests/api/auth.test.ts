import { expect } from "chai";
import { PASSWORD, startTestApp, type TestApp } from "../support/app.ts";
import { buildPeople } from "../support/people.ts";

describe("signing in", () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
    await buildPeople(app);
  });
  after(() => app.close());

  it("opens a session that names the person and their permissions", async () => {
    const agent = await app.signIn("agent");
    const { body } = await agent.get("/api/auth/me").expect(200);
    expect(body.user).to.include({ kind: "staff", role: "platform_agent", name: "专员陈" });
    expect(body.user.permissions).to.include("import:manage").and.not.include("policy:edit");
  });

  it("answers the same for a wrong password and for an unknown name", async () => {
    const visitor = await app.visitor();
    const wrong = await visitor.post("/api/auth/sign-in", { username: "agent", password: "x" }).expect(401);
    const unknown = await visitor
      .post("/api/auth/sign-in", { username: "nobody", password: "x" })
      .expect(401);
    expect(wrong.body.code).to.equal("credentials_wrong");
    expect({ ...wrong.body, traceId: "" }).to.deep.equal({ ...unknown.body, traceId: "" });
  });

  it("refuses a write without the token", async () => {
    const visitor = await app.visitor();
    const { body } = await visitor
      .post("/api/auth/sign-in", { username: "agent", password: PASSWORD })
      .set("x-csrf-token", "forged")
      .expect(403);
    expect(body.code).to.equal("csrf_invalid");
  });

  it("refuses a write that another site's page sends", async () => {
    const visitor = await app.visitor();
    const { body } = await visitor
      .post("/api/auth/sign-in", { username: "agent", password: PASSWORD })
      .set("origin", "https://elsewhere.example")
      .expect(403);
    expect(body.code).to.equal("origin_refused");
  });

  it("ends every session when the person signs out everywhere", async () => {
    const here = await app.signIn("approver");
    const there = await app.signIn("approver");
    await here.post("/api/auth/sign-out-everywhere").expect(204);
    await here.get("/api/auth/me").expect(401);
    await there.get("/api/auth/me").expect(401);
  });

  it("changes a password only for who knows the old one, and ends other sessions", async () => {
    const here = await app.signIn("otherAgent");
    const there = await app.signIn("otherAgent");
    const refused = await here
      .post("/api/auth/password", { currentPassword: "no", newPassword: "a longer password" })
      .expect(401);
    expect(refused.body.errors[0].pointer).to.equal("/currentPassword");
    await here
      .post("/api/auth/password", { currentPassword: PASSWORD, newPassword: "a longer password" })
      .expect(204);
    await there.get("/api/auth/me").expect(401);
  });

  it("lets only an approver set the platform's limits, and only from the version they saw", async () => {
    const approver = await app.signIn("approver");
    const { body } = await approver.get("/api/platform-policy").expect(200);
    const limits = { ...body.limits.rules[0].limits, maxCount: 24 };
    await approver.put("/api/platform-policy", { limits, version: body.version }).expect(200);
    const late = await approver.put("/api/platform-policy", { limits, version: body.version }).expect(409);
    expect(late.body.code).to.equal("version_conflict");
    const agent = await app.signIn("agent");
    await agent.put("/api/platform-policy", { limits, version: 1 }).expect(403);
  });
});
