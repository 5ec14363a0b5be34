import { expect } from "chai";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { infoOf, inkOf, textOf, expectSoundPdf } from "../support/pdf.ts";
import { buildPeople, type People } from "../support/people.ts";
import { buildRoomCase } from "../support/roomCase.ts";
import {
  agreeOnTerms,
  askForCode,
  borrowerClient,
  buildAgreed,
  currentAgreement,
  drawnName,
  readThrough,
  signAll,
  signTyped,
} from "../support/settlement.ts";
import { rows } from "../../server/database/sql.ts";

describe("agreements", () => {
  let app: TestApp;
  let people: People;
  let mediator: Client;
  let approver: Client;
  let admin: Client;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    people = await buildPeople(app);
    mediator = await app.signIn("mediator");
    approver = await app.signIn("approver");
    admin = await app.signIn("admin");
  });
  after(() => app.close());

  const stageOf = async (caseId: string) => (await app.tx((tx) => app.services.cases.find(tx, caseId))).stage;
  const release = (id: string) => mediator.post(`/api/agreements/${id}/release`).expect(200);

  it("are composed from accepted terms, and go to the parties once the mediator has read them", async () => {
    const { theCase, agreementId } = await buildAgreed(app, people);
    expect(await stageOf(theCase.id)).to.equal("signing");
    const borrower = await borrowerClient(app, theCase);
    const before = await borrower.get(`/api/cases/${theCase.id}/agreement`).expect(200);
    expect(before.body).to.include({ status: "review", totalFen: 1_244_560, instalments: 3 });
    expect(before.body.number).to.equal(`调协${theCase.number}-1`);
    // The offer was the borrower's own.
    expect(before.body.abilities).to.deep.equal(["download", "withdraw"]);
    await borrower.post(`/api/agreements/${agreementId}/one-time-codes`).expect(409);
    const released = await release(agreementId);
    expect(released.body.status).to.equal("signing");
    expect(released.body.abilities).to.deep.equal(["download", "withdraw", "change"]);
    const after = await borrower.get(`/api/agreements/${agreementId}`).expect(200);
    expect(after.body.abilities).to.have.members(["download", "sign", "request_code", "refuse", "withdraw"]);
    await mediator.post(`/api/agreements/${agreementId}/release`).expect(409);
  });

  it("are refused with a list when the case lacks what they must say, and nothing has happened", async () => {
    const theCase = await buildRoomCase(app, people);
    await app.tx((tx) =>
      rows(tx.manager, `UPDATE borrower SET registered_address = NULL WHERE id = $1`, [theCase.borrowerId]),
    );
    const refused = await agreeOnTerms(app, people, theCase).catch((error: unknown) => error);
    expect(refused).to.have.property("code", "document_incomplete");
    expect(refused).to.have.property("errors").that.deep.include({
      pointer: "/borrower/address",
      code: "missing",
      detail: "missing",
    });
    expect(await stageOf(theCase.id)).to.equal("negotiating");
  });

  it("become one sealed PDF that says who signed, with the same bytes for ever", async () => {
    const agreed = await buildAgreed(app, people);
    const { theCase, agreementId, contentHash } = agreed;
    const draft = await mediator.get(`/api/agreements/${agreementId}/document.pdf`).expect(200);
    const draftWords = textOf(draft.body as Buffer);
    expect(draftWords).to.contain("调解协议书");
    expect(draftWords).to.not.contain("签署记录");
    expect(draft.headers["content-disposition"]).to.contain(encodeURIComponent("草稿"));
    await release(agreementId);
    const borrower = await borrowerClient(app, theCase);
    const oneTimeCode = await askForCode(app, borrower, theCase, agreementId);
    const imagePng = await drawnName();
    const drawn = { method: "drawn", imagePng, oneTimeCode, contentHash, consent: true };
    await borrower.post(`/api/agreements/${agreementId}/signatures`, drawn).expect(200);
    expect(
      (await signTyped(mediator, agreementId, { contentHash, typedName: "调解员周" })).body.code,
    ).to.equal("not_your_turn");
    await admin.post(`/api/agreements/${agreementId}/seal`).expect(404);
    expect((await signTyped(approver, agreementId, { contentHash, typedName: "审批人赵" })).status).to.equal(
      200,
    );
    expect((await signTyped(mediator, agreementId, { contentHash, typedName: "调解员周" })).status).to.equal(
      200,
    );
    const sealed = await admin.post(`/api/agreements/${agreementId}/seal`).expect(200);
    expect(sealed.body.status).to.equal("sealed");
    expect(await stageOf(theCase.id)).to.equal("performing");

    const path = `/api/agreements/${agreementId}/document.pdf`;
    const [first, second] = [await borrower.get(path).expect(200), await approver.get(path).expect(200)];
    expect((first.body as Buffer).equals(second.body as Buffer)).to.equal(true);
    expect(first.headers["x-content-sha256"]).to.equal(sealed.body.documentSha256);
    expect(first.headers["content-disposition"]).to.contain(encodeURIComponent("调解协议书"));
    expect(first.headers["x-content-type-options"]).to.equal("nosniff");
    const bytes = first.body as Buffer;
    expectSoundPdf(bytes);
    expect(inkOf(bytes).every((ink) => ink > 0)).to.equal(true);
    expect(Number(infoOf(bytes).get("Pages"))).to.equal(sealed.body.pageCount);
    const text = textOf(bytes).replace(/\s+/g, "");
    for (const words of [
      "签署记录",
      "张小伟",
      "星汇消费平台",
      "在屏幕上手写签名",
      "验证码",
      contentHash,
      "127.0.0.1",
    ]) {
      expect(text).to.contain(words);
    }
  });

  it("carry the drawn signature as a picture", async () => {
    const blank = await sealedWith("typed");
    const drawn = await sealedWith("drawn");
    const pictures = (bytes: Buffer) => bytes.toString("latin1").match(/\/Subtype\s*\/Image/g)?.length ?? 0;
    expect(pictures(drawn) - pictures(blank)).to.equal(1);
  });

  async function sealedWith(method: "typed" | "drawn"): Promise<Buffer> {
    const { theCase, agreementId, contentHash } = await buildAgreed(app, people);
    await release(agreementId);
    const borrower = await borrowerClient(app, theCase);
    const oneTimeCode = await askForCode(app, borrower, theCase, agreementId);
    const mark = method === "typed" ? { typedName: "张小伟" } : { imagePng: await drawnName() };
    expect(
      (await signTyped(borrower, agreementId, { method, contentHash, oneTimeCode, ...mark })).status,
    ).to.equal(200);
    await signTyped(approver, agreementId, { contentHash, typedName: "审批人赵" });
    await signTyped(mediator, agreementId, { contentHash, typedName: "调解员周" });
    await admin.post(`/api/agreements/${agreementId}/seal`).expect(200);
    return (await admin.get(`/api/agreements/${agreementId}/document.pdf`).expect(200)).body as Buffer;
  }

  it("are signed by both parties at once without losing either", async () => {
    const { theCase, agreementId, contentHash } = await buildAgreed(app, people);
    await release(agreementId);
    const borrower = await borrowerClient(app, theCase);
    const oneTimeCode = await askForCode(app, borrower, theCase, agreementId);
    const [one, two] = await Promise.all([
      signTyped(borrower, agreementId, { contentHash, oneTimeCode, typedName: "张小伟" }),
      signTyped(approver, agreementId, { contentHash, typedName: "审批人赵" }),
    ]);
    expect([one.status, two.status]).to.deep.equal([200, 200]);
    const { body } = await mediator.get(`/api/agreements/${agreementId}`).expect(200);
    expect(body.signatures.map((each: { party: string }) => each.party)).to.have.members([
      "borrower",
      "platform",
    ]);
    expect(body.awaiting).to.deep.equal(["mediator"]);
  });

  it("are sealed once when two administrators seal at the same time", async () => {
    const agreed = await buildAgreed(app, people);
    await signAll(app, agreed.theCase, agreed);
    const path = `/api/agreements/${agreed.agreementId}/seal`;
    const answers = await Promise.all([admin.post(path), (await app.signIn("admin")).post(path)]);
    expect(answers.map((answer) => answer.status)).to.have.members([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).to.equal("already_done");
    const { body } = await admin.get(`/api/agreements/${agreed.agreementId}`).expect(200);
    const winner = answers.find((answer) => answer.status === 200)?.body.documentSha256;
    expect(body.documentSha256).to.equal(winner);
    const instalments = await app.tx((tx) =>
      rows(tx.manager, `SELECT id FROM instalment WHERE agreement_id = $1`, [agreed.agreementId]),
    );
    expect(instalments).to.have.length(3);
  });

  it("refuse wrong codes, count them, and wait after five", async () => {
    const { theCase, agreementId, contentHash } = await buildAgreed(app, people);
    await release(agreementId);
    const borrower = await borrowerClient(app, theCase);
    const right = await askForCode(app, borrower, theCase, agreementId);
    const wrong = right === "000000" ? "111111" : "000000";
    const attempt = (oneTimeCode: string) =>
      signTyped(borrower, agreementId, { contentHash, oneTimeCode, typedName: "张小伟" });
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      const { body } = await attempt(wrong);
      expect(body.code).to.equal("code_wrong");
      expect(body.params.triesLeft).to.equal(triesLeft);
    }
    const locked = await attempt(right);
    expect(locked.body.code).to.equal("too_many_tries");
    expect(locked.body.params.retryAfterSeconds).to.be.greaterThan(0);
    await borrower.post(`/api/agreements/${agreementId}/one-time-codes`).expect(429);
  });

  it("are not signed without a code, a mark, the right name, consent, or the text that was read", async () => {
    const { theCase, agreementId, contentHash } = await buildAgreed(app, people);
    await release(agreementId);
    const borrower = await borrowerClient(app, theCase);
    await readThrough(borrower, agreementId);
    const sign = (more: object) =>
      signTyped(borrower, agreementId, { contentHash, typedName: "张小伟", ...more });
    const pointerOf = (answer: { body: { errors: { pointer: string }[] } }) => answer.body.errors[0]?.pointer;
    expect(pointerOf(await sign({}))).to.equal("/oneTimeCode");
    expect(pointerOf(await sign({ oneTimeCode: "123456", typedName: "张大伟" }))).to.equal("/typedName");
    expect(pointerOf(await sign({ consent: false, oneTimeCode: "123456" }))).to.equal("/consent");
    expect((await sign({ contentHash: "0".repeat(64), oneTimeCode: "123456" })).body.code).to.equal(
      "terms_changed",
    );
    const drawn = (imagePng: string) => sign({ method: "drawn", imagePng, oneTimeCode: "123456" });
    expect(pointerOf(await drawn(await drawnName({ blank: true })))).to.equal("/imagePng");
    expect((await drawn(Buffer.from("GIF89a").toString("base64"))).body.code).to.equal("file_kind_refused");
  });

  it("are signed for the platform by the person they name and nobody else", async () => {
    const { agreementId, contentHash } = await buildAgreed(app, people);
    await release(agreementId);
    const agent = await app.signIn("agent");
    expect((await signTyped(agent, agreementId, { contentHash, typedName: "专员陈" })).status).to.equal(403);
    expect((await signTyped(admin, agreementId, { contentHash, typedName: "管理员林" })).status).to.equal(
      403,
    );
  });

  it("go back to the table when a party refuses, and the reason stays between them and the mediator", async () => {
    const { theCase, agreementId } = await buildAgreed(app, people);
    await release(agreementId);
    const borrower = await borrowerClient(app, theCase);
    const note = "拒签原因MARKER";
    const refused = await borrower.post(`/api/agreements/${agreementId}/refusal`, { note }).expect(200);
    expect(refused.body.status).to.equal("refused");
    expect(await stageOf(theCase.id)).to.equal("negotiating");
    const seen = await app.tx((tx) => app.services.journal.stream(tx, theCase.id, "platform", 0, 200));
    expect(JSON.stringify(seen)).to.not.contain(note);
    const heard = await app.tx((tx) => app.services.journal.stream(tx, theCase.id, "mediator", 0, 200));
    expect(JSON.stringify(heard)).to.contain(note);
    await agreeOnTerms(app, people, theCase);
    const next = await currentAgreement(app, theCase);
    const { body } = await mediator.get(`/api/agreements/${next.agreementId}`).expect(200);
    expect(body.number).to.equal(`调协${theCase.number}-2`);
  });

  it("are withdrawn when the case ends before they are sealed", async () => {
    const { theCase, agreementId, contentHash } = await buildAgreed(app, people);
    await release(agreementId);
    await mediator.post(`/api/cases/${theCase.id}/terminate`, { reason: "impasse", note: "x" }).expect(200);
    expect(
      (await signTyped(approver, agreementId, { contentHash, typedName: "审批人赵" })).body.code,
    ).to.equal("stage_forbids");
    await app.tx((tx) => app.services.agreements.ending.withdrawOpen(tx, theCase.id));
    const { body } = await mediator.get(`/api/agreements/${agreementId}`).expect(200);
    expect(body).to.include({ status: "withdrawn" });
    expect(body.abilities).to.deep.equal(["download"]);
  });

  it("do not exist for outsiders, nor for the office while they are negotiated", async () => {
    const { theCase, agreementId } = await buildAgreed(app, people);
    const other = await buildAgreed(app, people);
    for (const name of ["otherAgent", "otherApprover", "otherMediator", "admin"]) {
      const client = await app.signIn(name);
      for (const path of [`/api/agreements/${agreementId}`, `/api/agreements/${agreementId}/document.pdf`]) {
        expect((await client.get(path)).status, `${name} ${path}`).to.equal(404);
      }
    }
    const stranger = await borrowerClient(app, other.theCase);
    await stranger.get(`/api/agreements/${agreementId}`).expect(404);
    await stranger.get(`/api/cases/${theCase.id}/agreement`).expect(404);
    await (await app.signIn("lawyer")).get(`/api/agreements/${agreementId}`).expect(403);
  });

  it("are listed by keyset pages, each agreement once", async () => {
    const seen: string[] = [];
    let cursor = "";
    do {
      const { body } = await approver.get(`/api/agreements?limit=3${cursor}`).expect(200);
      expect(body.items.length).to.be.at.most(3);
      for (const item of body.items) seen.push(item.id);
      cursor = body.next === null ? "" : `&cursor=${encodeURIComponent(body.next)}`;
    } while (cursor !== "");
    const all = await app.tx((tx) =>
      rows<{ id: string }>(tx.manager, `SELECT id FROM agreement WHERE platform_id = $1`, [
        people.platform.id,
      ]),
    );
    expect(new Set(seen).size).to.equal(seen.length);
    expect(seen).to.have.members(all.map((row) => row.id));
    await approver.get(`/api/agreements?cursor=nonsense`).expect(400);
    const others = await (await app.signIn("otherApprover")).get("/api/agreements").expect(200);
    expect(others.body.items).to.deep.equal([]);
  });
});
