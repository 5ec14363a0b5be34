import { expect } from "chai";
import { createHash } from "node:crypto";
import type { Test } from "supertest";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { addExhibit, bytesOf, fixture, photo } from "../support/evidence.ts";
import { buildPeople, type People } from "../support/people.ts";
import { buildRoomCase } from "../support/roomCase.ts";
import { borrowerClient } from "../support/settlement.ts";

describe("exhibits", () => {
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let agent: Client;
  let mediator: Client;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    people = await buildPeople(app);
    agent = await app.signIn("agent");
    mediator = await app.signIn("mediator");
  });
  beforeEach(async () => void (theCase = await buildRoomCase(app, people)));
  after(() => app.close());

  const namesFor = async (client: { get(path: string): Test }) => {
    const { body } = await client.get(`/api/cases/${theCase.id}/exhibits`).expect(200);
    return body.items.map((item: { name: string }) => item.name);
  };

  it("are kept as they were uploaded, with what the bytes really are", async () => {
    const bytes = fixture("01_normal.pdf");
    const added = await addExhibit(agent, theCase.id, { bytes, fileName: "借款合同（正本）.pdf" }).expect(
      201,
    );
    expect(added.body).to.include({
      party: "platform",
      fileName: "借款合同（正本）.pdf",
      mime: "application/pdf",
      sha256: createHash("sha256").update(bytes).digest("hex"),
      inPacket: true,
    });
    expect(added.body.pageCount).to.be.greaterThan(0);
    const answer = await agent.get(`/api/exhibits/${added.body.id}/file`).expect(200);
    expect(answer.headers["content-disposition"]).to.match(/^attachment;/);
    expect(answer.headers["content-disposition"]).to.contain(encodeURIComponent("借款合同"));
    expect(answer.headers["x-content-type-options"]).to.equal("nosniff");
    expect(answer.headers["content-security-policy"]).to.contain("sandbox");
    expect((answer.body as Buffer).equals(bytes)).to.equal(true);
  });

  it("sent again after a lost answer are one exhibit, and described otherwise are refused", async () => {
    const file = { bytes: await photo(1), fileName: "转账.jpg" };
    const one = await addExhibit(agent, theCase.id, file).expect(201);
    const two = await addExhibit(agent, theCase.id, file).expect(201);
    expect(two.body.id).to.equal(one.body.id);
    expect((await addExhibit(agent, theCase.id, file, { name: "另一名称" })).body.code).to.equal(
      "already_done",
    );
    expect(await namesFor(agent)).to.have.length(1);
  });

  it("start as narrow as can be when the uploader chooses nothing", async () => {
    const borrower = await borrowerClient(app, theCase);
    const file = { bytes: await photo(2), fileName: "病历.jpg" };
    const added = await addExhibit(borrower, theCase.id, file, { audience: "", disclosure: "" }).expect(201);
    expect(added.body).to.deep.include({
      audience: ["borrower", "mediator"],
      disclosure: "without_prejudice",
      inPacket: false,
    });
  });

  it("are seen by those they were meant for and nobody else", async () => {
    const borrower = await borrowerClient(app, theCase);
    const own = { audience: JSON.stringify(["borrower", "mediator"]), disclosure: "without_prejudice" };
    const { body } = await addExhibit(
      borrower,
      theCase.id,
      { bytes: await photo(3) },
      { name: "收入证明", ...own },
    );
    const platformOnly = { audience: JSON.stringify(["platform"]), disclosure: "shareable" };
    await addExhibit(
      agent,
      theCase.id,
      { bytes: await photo(4) },
      { name: "内部流水", ...platformOnly },
    ).expect(201);
    const mine = { audience: JSON.stringify(["mediator"]), disclosure: "mediator_private" };
    await addExhibit(mediator, theCase.id, { bytes: await photo(5) }, { name: "笔记", ...mine }).expect(201);
    expect(await namesFor(borrower)).to.deep.equal(["收入证明"]);
    expect(await namesFor(agent)).to.deep.equal(["内部流水"]);
    expect(await namesFor(mediator)).to.have.members(["收入证明", "笔记"]);
    await agent.get(`/api/exhibits/${body.id}/file`).expect(404);
    await agent.post(`/api/exhibits/${body.id}/withdrawal`).expect(404);
    for (const name of ["otherAgent", "otherMediator"]) {
      const outsider = await app.signIn(name);
      await outsider.get(`/api/exhibits/${body.id}/file`).expect(404);
      await outsider.get(`/api/cases/${theCase.id}/exhibits`).expect(404);
      expect((await addExhibit(outsider, theCase.id, { bytes: await photo(6) })).status).to.equal(404);
    }
    for (const name of ["lawyer", "admin"]) {
      await (await app.signIn(name)).get(`/api/cases/${theCase.id}/exhibits`).expect(403);
    }
    const stream = await app.tx((tx) => app.services.journal.stream(tx, theCase.id, "platform", 0, 200));
    expect(JSON.stringify(stream)).to.not.contain("收入证明").and.to.not.contain("笔记");
  });

  for (const [file, reason] of [
    ["07_userpw.pdf", "password_protected"],
    ["14_html.pdf", "unsupported_type"],
  ] as const) {
    it(`refuse ${file} and say ${reason}`, async () => {
      const { status, body } = await addExhibit(agent, theCase.id, { bytes: fixture(file), fileName: file });
      expect(status).to.equal(415);
      expect(body).to.include({ code: "file_kind_refused" });
      expect(body.params.reason).to.equal(reason);
      expect(body.errors[0]).to.include({ pointer: "/file", code: reason });
    });
  }

  for (const file of ["05_ownerpw_aes256.pdf", "09_no_trailer.pdf", "16_rotated.pdf", "18_form_ap.pdf"]) {
    it(`take ${file}`, async () => {
      await addExhibit(agent, theCase.id, { bytes: fixture(file), fileName: file }).expect(201);
    });
  }

  it("refuse what is too large, empty, missing, or wrongly described", async () => {
    const limit = app.services.platform.config.uploadLimitBytes;
    const large = await addExhibit(agent, theCase.id, { bytes: Buffer.alloc(limit + 1) });
    expect([large.status, large.body.code]).to.deep.equal([413, "file_too_large"]);
    const pointer = async (file: Buffer, fields: Record<string, string>) =>
      (await addExhibit(agent, theCase.id, { bytes: file }, fields).expect(400)).body.errors[0].pointer;
    const good = await photo(7);
    expect(await pointer(Buffer.alloc(0), {})).to.equal("/file");
    expect(await pointer(good, { groupNo: "6" })).to.equal("/groupNo");
    expect(await pointer(good, { name: "𪚥野家" })).to.equal("/name");
    expect(await pointer(good, { audience: "platform" })).to.equal("/audience");
    expect(await pointer(good, { audience: JSON.stringify(["borrower"]) })).to.equal("/audience");
    expect(await pointer(good, { disclosure: "public" })).to.equal("/disclosure");
    expect(await pointer(good, { disclosure: "mediator_private" })).to.equal("/audience");
    expect(await namesFor(agent)).to.deep.equal([]);
  });

  it("are withdrawn by the side that added them, once", async () => {
    const { body } = await addExhibit(agent, theCase.id, { bytes: await photo(8) }).expect(201);
    await (await borrowerClient(app, theCase)).post(`/api/exhibits/${body.id}/withdrawal`).expect(403);
    const approver = await app.signIn("approver");
    const withdrawn = await approver.post(`/api/exhibits/${body.id}/withdrawal`).expect(200);
    expect(withdrawn.body.withdrawnAt).to.be.a("string");
    expect(withdrawn.body).to.include({ inPacket: false });
    expect((await approver.post(`/api/exhibits/${body.id}/withdrawal`)).body.code).to.equal("already_done");
    expect((await bytesOf(agent.get(`/api/exhibits/${body.id}/file`))).length).to.be.greaterThan(0);
  });
});
