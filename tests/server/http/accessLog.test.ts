import { expect } from "chai";
import { createLog } from "../../../server/log.ts";
import { startTestApp, type Client, type TestApp } from "../../support/app.ts";

type Entry = { msg?: string; req?: { method: string; route: string }; res?: { status: number } };

describe("the log of requests", () => {
  const logged: string[] = [];
  let app: TestApp;
  let visitor: Client;

  before(async () => {
    app = await startTestApp({
      log: createLog("trace", { write: (line: string) => void logged.push(line) }),
    });
    visitor = await app.visitor();
  });
  after(() => app.close());
  beforeEach(() => void (logged.length = 0));

  async function written(): Promise<Entry[]> {
    // An answer is logged when it is through; the next one comes after it.
    await visitor.get("/api/auth/csrf").expect(200);
    return logged.map((line) => JSON.parse(line) as Entry);
  }

  it("names the route and what came of it", async () => {
    await visitor.get("/api/invitations/ABCD-2345-EFGH");
    const [entry] = (await written()).filter(({ req }) => req?.route === "/api/invitations/:code");
    expect(entry?.req?.method).to.equal("GET");
    expect(entry?.res).to.deep.equal({ status: 404 });
  });

  it("has no code of a link, no word of a search, no cookie and no body", async () => {
    await visitor.get("/api/invitations/ABCD-2345-EFGH");
    await visitor.get("/api/cases?q=张小伟的电话");
    await visitor.get("/nowhere/ABCD-2345-EFGH?q=张小伟的电话");
    await visitor.post("/api/auth/sign-in", { username: "nobody-like-this", password: "not their password" });
    const text = decodeURIComponent(JSON.stringify(await written()));
    for (const word of [
      "ABCD",
      "张小伟",
      "nobody-like-this",
      "not their password",
      "parley.sid",
      "127.0.0.1",
    ]) {
      expect(text).not.to.include(word);
    }
    expect(text).to.include("/api/cases").and.include("/api/auth/sign-in");
  });
});
