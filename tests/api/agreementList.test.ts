import { createHash } from "node:crypto";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import type { Test } from "supertest";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { buildPeople, type People } from "../support/people.ts";
import { buildAgreed, buildPerforming } from "../support/settlement.ts";
import { unzip } from "../support/zip.ts";

describe("agreements as a platform looks them through", function () {
  this.timeout(60_000);
  let app: TestApp;
  let people: People;
  let agent: Client;
  let sealed: { theCase: Case; agreementId: string };
  let open: { theCase: Case; agreementId: string };
  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
    sealed = await buildPerforming(app, people);
    open = await buildAgreed(app, people);
    await app.tx(({ manager }) =>
      rows(
        manager,
        `UPDATE debt SET contract_number = '=HYPERLINK("x")', product = '随心_贷100%' WHERE id =
           (SELECT id FROM debt WHERE case_id = $1 LIMIT 1)`,
        [sealed.theCase.id],
      ),
    );
    agent = await app.signIn("agent");
  });
  after(() => app.close());

  const found = async (query: Record<string, string | number>, who = agent): Promise<string[]> => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) search.set(name, String(value));
    const { body } = await who.get(`/api/agreements?${search.toString()}`).expect(200);
    return body.items.map(({ id }: { id: string }) => id);
  };

  it("finds by status, debtor, contract, product and amount, literally", async () => {
    const one = [sealed.agreementId];
    const both = [open.agreementId, sealed.agreementId];
    expect(await found({})).to.have.members(both);
    expect(await found({ status: "sealed" })).to.deep.equal(one);
    expect(await found({ borrower: "小伟" })).to.have.members(both);
    expect(await found({ borrower: "无名" })).to.deep.equal([]);
    expect(await found({ contract: "hyperlink" })).to.deep.equal(one);
    expect(await found({ product: "心_贷100%" })).to.deep.equal(one);
    expect(await found({ product: "%", contract: "_" })).to.deep.equal([]);
    const { body } = await agent.get("/api/agreements?status=sealed").expect(200);
    const { totalFen } = body.items[0];
    expect(await found({ minFen: totalFen, maxFen: totalFen })).to.include(sealed.agreementId);
    expect(await found({ minFen: totalFen + 1 })).to.not.include(sealed.agreementId);
  });

  it("counts the days of Shanghai, both ends included", async () => {
    // The test's clock stands at 10:00 in Shanghai; half past midnight there is still the day before in UTC.
    await app.tx(({ manager }) =>
      rows(manager, "UPDATE agreement SET sealed_at = $2 WHERE id = $1", [
        sealed.agreementId,
        "2026-11-02T16:30:00Z",
      ]),
    );
    expect(await found({ from: "2026-11-03", to: "2026-11-03" })).to.deep.equal([sealed.agreementId]);
    expect(await found({ to: "2026-11-02" })).to.deep.equal([]);
    expect(await found({ from: "2026-11-04" })).to.deep.equal([]);
    await agent.get("/api/agreements?from=2026-02-30").expect(400);
  });

  it("goes on page by page", async () => {
    const first = await agent.get("/api/agreements?limit=1").expect(200);
    const second = await agent.get(`/api/agreements?limit=1&cursor=${first.body.next}`).expect(200);
    const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
    expect(ids).to.have.members([open.agreementId, sealed.agreementId]);
    expect(second.body.next).to.equal(null);
  });

  it("gives the sealed ones as a ZIP whose size is known ahead", async () => {
    const answer = await binary(agent.get("/api/agreement-archive?borrower=小伟")).expect(200);
    const bytes: Buffer = answer.body;
    expect(Number(answer.headers["content-length"])).to.equal(bytes.length);
    const files = unzip(bytes);
    const data = JSON.parse(files.get("agreements.json")!.toString("utf8"));
    expect(data.agreements).to.have.length(1);
    const [entry] = data.agreements;
    expect(entry.agreementId).to.equal(sealed.agreementId);
    const pdf = files.get(entry.file)!;
    expect(createHash("sha256").update(pdf).digest("hex")).to.equal(entry.documentSha256);
    const sum = entry.schedule.reduce((all: number, row: { totalFen: number }) => all + row.totalFen, 0);
    expect(sum).to.equal(entry.totals.totalFen);
    expect([...files.keys()]).to.have.members(["协议.csv", "还款计划.csv", "agreements.json", entry.file]);
  });

  it("writes tables that a spreadsheet opens and runs nothing of", async () => {
    const { body } = await binary(agent.get("/api/agreement-archive?locale=en")).expect(200);
    const files = unzip(body);
    const [head, line] = parse(files.get("agreements.csv")!, { bom: true });
    expect(head![0]).to.equal("Agreement");
    expect(line![5]).to.include("'=HYPERLINK");
    const [, ...payments] = parse(files.get("schedules.csv")!, { bom: true });
    expect(payments).to.have.length(3);
    expect(payments.every((payment) => /^\d+\.\d\d$/.test(payment[6]!))).to.equal(true);
  });

  it("takes only what is theirs, sealed, and named by an id", async () => {
    const path = `/api/agreement-archive?ids=${sealed.agreementId},${open.agreementId}`;
    const { body } = await binary(agent.get(path)).expect(200);
    expect(JSON.parse(unzip(body).get("agreements.json")!.toString("utf8")).agreements).to.have.length(1);
    await (await app.signIn("otherAgent")).get(path).expect(404);
    await (await app.signIn("lawyer")).get(path).expect(403);
    await agent.get(`/api/agreement-archive?ids=${open.agreementId}`).expect(404);
    await agent.get("/api/agreement-archive?ids=------------------------------------").expect(400);
  });

  it("breaks off rather than hand out an archive that is not whole", async () => {
    await app.tx(async ({ manager }) => {
      await rows(
        manager,
        "INSERT INTO stored_file (sha256, bytes, mime, created_at) VALUES ($1, 5, 'x', now())",
        ["f".repeat(64)],
      );
      await rows(manager, "UPDATE agreement SET document_sha256 = $2 WHERE id = $1", [
        sealed.agreementId,
        "f".repeat(64),
      ]);
    });
    const outcome = await binary(agent.get("/api/agreement-archive")).then(
      () => "whole",
      () => "broken off",
    );
    expect(outcome).to.equal("broken off");
  });
});

function binary(test: Test): Test {
  return test.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("end", () => done(null, Buffer.concat(chunks)));
  });
}
