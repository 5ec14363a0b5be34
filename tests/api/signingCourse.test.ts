import { expect } from "chai";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { authorise, buildPeople, type People } from "../support/people.ts";
import { eventsOf, identified, laidOut, noticesOf, signaturesOf } from "../support/signing.ts";
import {
  askForCode,
  borrowerClient,
  buildAgreed,
  currentAgreement,
  signAll,
  signTyped,
} from "../support/settlement.ts";
import { rows } from "../../server/database/sql.ts";

const DAY = 86_400_000;

describe("the course of signing", () => {
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

  describe("the order", () => {
    afterEach(async () => {
      await app.tx((tx) => rows(tx.manager, `DELETE FROM signing_settings`));
    });

    it("is the centre's, in versions, and calls the next group", async () => {
      const settings = {
        order: [["platform"], ["borrower"], ["mediator"]],
        deadlineDays: 5,
        remindDaysBefore: [2],
      };
      await mediator.put("/api/signing-settings", { version: 0, settings }).expect(403);
      const agreedBefore = await laidOut(app, people);
      const saved = await admin.put("/api/signing-settings", { version: 0, settings }).expect(200);
      expect(saved.body.version).to.equal(1);
      await admin.put("/api/signing-settings", { version: 0, settings }).expect(409);
      const unsound = { ...settings, order: [["platform"], ["borrower"]] };
      await admin.put("/api/signing-settings", { version: 1, settings: unsound }).expect(400);
      // What was released keeps its order.
      const early = await agreedBefore.borrower
        .get(`/api/agreements/${agreedBefore.agreementId}`)
        .expect(200);
      expect(early.body.inTurn).to.deep.equal(["borrower", "platform"]);

      const { theCase, agreementId, contentHash, borrower } = await laidOut(app, people);
      await identified(app, theCase.id);
      const waiting = await borrower.get(`/api/agreements/${agreementId}`).expect(200);
      expect(waiting.body.abilities).to.not.include("sign");
      expect(waiting.body.inTurn).to.deep.equal(["platform"]);
      const refused = await borrower.post(`/api/agreements/${agreementId}/one-time-codes`).expect(409);
      expect(refused.body.code).to.equal("not_your_turn");
      await app.services.outreach.noticeWriter.catchUp();
      expect(await noticesOf(app, theCase.id)).to.deep.equal([]);
      expect(
        (await signTyped(approver, agreementId, { contentHash, typedName: "审批人赵" })).status,
      ).to.equal(200);
      await app.services.outreach.noticeWriter.catchUp();
      expect((await noticesOf(app, theCase.id)).map(({ kind }) => kind)).to.deep.equal(["signing"]);
      await askForCode(app, borrower, theCase, agreementId);
    });
  });

  describe("the deadline", () => {
    it("reminds those whose turn it is, in permitted hours, and then ends what was not signed", async () => {
      const { theCase, agreementId, contentHash, borrower } = await laidOut(app, people);
      await identified(app, theCase.id);
      await app.services.outreach.noticeWriter.catchUp();
      const { body } = await borrower.get(`/api/agreements/${agreementId}`).expect(200);
      const deadline = new Date(body.deadline).getTime();
      const { deadlines } = app.services.agreements;
      await deadlines.run();
      app.clock.set(new Date(deadline - 3 * DAY).toISOString());
      await deadlines.run();
      await deadlines.run();
      await app.services.outreach.noticeWriter.catchUp();
      const sent = (await noticesOf(app, theCase.id)).filter(({ kind }) => kind === "reminder");
      expect(sent).to.have.length(1);
      // Midnight is no hour to ring anybody.
      expect(sent[0]?.status).to.equal("waiting");
      expect(sent[0]?.notBefore.getTime()).to.equal(deadline - 3 * DAY + 8 * 3_600_000);

      const oneTimeCode = await askForCode(app, borrower, theCase, agreementId);
      app.clock.set(new Date(deadline).toISOString());
      const late = await signTyped(borrower, agreementId, { contentHash, oneTimeCode, typedName: "张小伟" });
      expect([late.status, late.body.code]).to.deep.equal([409, "deadline_passed"]);
      expect(await signaturesOf(app, agreementId)).to.have.length(0);
      await deadlines.run();
      expect(await stageOf(theCase.id)).to.equal("negotiating");
      const { body: lapsed } = await borrower.get(`/api/agreements/${agreementId}`).expect(200);
      expect(lapsed.status).to.equal("lapsed");
      await app.services.outreach.noticeWriter.catchUp();
      expect((await noticesOf(app, theCase.id)).at(-1)?.kind).to.equal("agreement_changed");
    });

    it("stands still while the case is paused", async () => {
      const { theCase, agreementId } = await laidOut(app, people);
      const of = async () => new Date((await mediator.get(`/api/agreements/${agreementId}`)).body.deadline);
      const before = await of();
      await mediator.post(`/api/cases/${theCase.id}/pause`, { days: null }).expect(200);
      app.clock.advance(20 * DAY);
      await app.services.agreements.deadlines.run();
      expect(await stageOf(theCase.id)).to.equal("signing");
      await mediator.post(`/api/cases/${theCase.id}/resume`).expect(200);
      expect((await of()).getTime() - before.getTime()).to.equal(20 * DAY);
    });
  });

  describe("a change", () => {
    it("voids what was signed, says so to all, and is signed anew", async () => {
      const { theCase, agreementId, contentHash } = await laidOut(app, people);
      await identified(app, theCase.id);
      expect(
        (await signTyped(approver, agreementId, { contentHash, typedName: "审批人赵" })).status,
      ).to.equal(200);
      const path = `/api/agreements/${agreementId}/change`;
      const reason = "更正借款人的住址";
      const same = await mediator.post(path, { reason }).expect(422);
      expect(same.body.errors[0].code).to.equal("nothing_changed");
      await approver.post(path, { reason }).expect(403);
      await app.tx((tx) =>
        rows(tx.manager, `UPDATE borrower SET residential_address = '上海市徐汇区漕溪路2号' WHERE id = $1`, [
          theCase.borrowerId,
        ]),
      );
      const next = await mediator.post(path, { reason }).expect(200);
      expect(next.body).to.include({
        status: "review",
        number: `调协${theCase.number}-2`,
        replaces: agreementId,
      });
      expect(next.body.contentHash).to.not.equal(contentHash);
      const old = await approver.get(`/api/agreements/${agreementId}`).expect(200);
      expect(old.body.status).to.equal("voided");
      const event = (await eventsOf(app, theCase.id)).find(({ type }) => type === "agreement.voided");
      expect(event?.payload).to.deep.include({ signedBy: ["platform"], reason });
      expect(event?.audience).to.have.members(["borrower", "platform", "mediator"]);
      await app.services.outreach.noticeWriter.catchUp();
      expect((await noticesOf(app, theCase.id)).at(-1)?.kind).to.equal("agreement_changed");
      const stale = await signTyped(mediator, agreementId, { contentHash, typedName: "调解员周" });
      expect(stale.body.code).to.equal("stage_forbids");
      await signAll(app, theCase, await currentAgreement(app, theCase));
    });
  });

  describe("taking back", () => {
    it("is open to the proposer, the mediator and the centre, with a reason all read", async () => {
      const { theCase, agreementId, borrower, contentHash } = await laidOut(app, people);
      const path = `/api/agreements/${agreementId}/withdrawal`;
      await borrower.post(path, { reason: "" }).expect(400);
      // The borrower's offer was accepted: the platform only accepted it.
      await approver.post(path, { reason: "改主意了" }).expect(403);
      await signTyped(approver, agreementId, { contentHash, typedName: "审批人赵" });
      const withdrawn = await borrower.post(path, { reason: "收入变了，想重新谈" }).expect(200);
      expect(withdrawn.body.status).to.equal("withdrawn");
      expect(await stageOf(theCase.id)).to.equal("negotiating");
      const event = (await eventsOf(app, theCase.id)).find(({ type }) => type === "agreement.withdrawn");
      expect(event?.payload).to.deep.include({ by: "proposer", signedBy: ["platform"] });
      await borrower.post(path, { reason: "再来一次" }).expect(409);
    });

    it("is the mediator's and the centre's alone once everybody has signed", async () => {
      const agreed = await buildAgreed(app, people);
      await signAll(app, agreed.theCase, agreed);
      const path = `/api/agreements/${agreed.agreementId}/withdrawal`;
      const borrower = await borrowerClient(app, agreed.theCase);
      expect((await borrower.post(path, { reason: "反悔" })).body.code).to.equal("stage_forbids");
      await admin.post(path, { reason: "发现借款人身份存疑" }).expect(200);
      expect(await stageOf(agreed.theCase.id)).to.equal("negotiating");
    });
  });

  describe("authority", () => {
    it("is what a platform signs by: registered, in force, and large enough", async () => {
      const { agreementId, contentHash } = await laidOut(app, people);
      const sign = () => signTyped(approver, agreementId, { contentHash, typedName: "审批人赵" });
      const { body } = await approver.get("/api/signing-authorities").expect(200);
      for (const { id } of body.items)
        await approver.post(`/api/signing-authorities/${id}/revocation`).expect(200);
      const none = await sign();
      expect([none.status, none.body.code, none.body.params.fault]).to.deep.equal([
        403,
        "authority_missing",
        "revoked",
      ]);
      await authorise(app, people.platform, people.approver, { maxTotalFen: 100 as never });
      expect((await sign()).body.params.fault).to.equal("beyond_scope");
      await authorise(app, people.platform, people.approver);
      expect((await sign()).status).to.equal(200);
    });

    it("stands in the text with its number when it covers the sum, and is left out when it does not", async () => {
      const factsOf = async (agreementId: string) =>
        await app.tx(async (tx) => {
          const [row] = await rows<{ authority: { number: string } | null; content: string }>(
            tx.manager,
            `SELECT facts #> '{facts,platform,signatory,authority}' AS authority, facts::text AS content
             FROM agreement WHERE id = $1`,
            [agreementId],
          );
          return row!;
        });
      const on = await factsOf((await buildAgreed(app, people)).agreementId);
      const { body } = await approver.get("/api/signing-authorities").expect(200);
      const inForce = body.items.find((one: { revokedAt: string | null }) => one.revokedAt === null);
      expect(on.authority).to.deep.equal({
        number: inForce.number,
        grantedOn: "2020-01-01",
        validTo: null,
        scope: "special",
      });
      expect(on.content).to.contain(`授权书编号${inForce.number}，自2020年1月1日起有效`);
      for (const { id, revokedAt } of body.items)
        if (revokedAt === null) await approver.post(`/api/signing-authorities/${id}/revocation`).expect(200);
      await authorise(app, people.platform, people.approver, { maxTotalFen: 100 as never });
      const small = await factsOf((await buildAgreed(app, people)).agreementId);
      expect(small.authority).to.equal(null);
      await authorise(app, people.platform, people.approver);
    });

    it("is put on file by an approver, with a paper, for an approver of the same platform", async () => {
      const upload = (
        client: Client,
        fields: Record<string, string>,
        paper = Buffer.from("%PDF-1.7\n%âãÏÓ\n"),
      ) => {
        const form = client.upload("/api/signing-authorities").attach("file", paper, "授权书.pdf");
        for (const [name, value] of Object.entries(fields)) void form.field(name, value);
        return form;
      };
      const fields = {
        staffId: people.approver.id,
        number: "授权2026-9",
        maxTotalFen: "5000000",
        validFrom: "2026-01-01",
        validTo: "2026-12-31",
      };
      const added = await upload(approver, fields).expect(201);
      expect(added.body).to.deep.include({ staffName: "审批人赵", maxTotalFen: 5_000_000 });
      const paper = await approver.get(`/api/signing-authorities/${added.body.id}/document`).expect(200);
      expect(paper.headers["x-content-sha256"]).to.equal(added.body.documentSha256);
      expect((await upload(approver, fields)).body.errors[0].pointer).to.equal("/number");
      await upload(approver, { ...fields, number: "2", staffId: people.otherApprover.id }).expect(400);
      await upload(approver, { ...fields, number: "3", validTo: "2025-12-31" }).expect(400);
      await upload(approver, { ...fields, number: "4" }, Buffer.from("plain words")).expect(415);
      await upload(await app.signIn("agent"), { ...fields, number: "5" }).expect(403);
      const foreign = await app.signIn("otherApprover");
      await foreign.post(`/api/signing-authorities/${added.body.id}/revocation`).expect(404);
      await foreign.get(`/api/signing-authorities/${added.body.id}/document`).expect(404);
    });
  });
});
