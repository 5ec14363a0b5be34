import { expect } from "chai";
import type { CookieClient } from "../support/roomCase.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { authorise, buildPeople, type People } from "../support/people.ts";
import {
  askForCode,
  borrowerClient,
  buildAgreed,
  codeSent,
  currentAgreement,
  drawnName,
  readThrough,
  signAll,
  signTyped,
} from "../support/settlement.ts";
import { rows } from "../../server/database/sql.ts";
import { textOf } from "../support/pdf.ts";
import type { Case } from "../../server/cases/index.ts";
import type { JournalEvent } from "../../shared/journal/events.ts";

const DAY = 86_400_000;

describe("signing", () => {
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

  type Laid = { theCase: Case; agreementId: string; contentHash: string; borrower: CookieClient };
  async function laid(): Promise<Laid> {
    const agreed = await buildAgreed(app, people);
    await mediator.post(`/api/agreements/${agreed.agreementId}/release`).expect(200);
    return { ...agreed, borrower: await borrowerClient(app, agreed.theCase) };
  }
  const stageOf = async (caseId: string) => (await app.tx((tx) => app.services.cases.find(tx, caseId))).stage;
  const eventsOf = (caseId: string): Promise<JournalEvent[]> =>
    app.tx((tx) => app.services.journal.page(tx, caseId, 0, 500));
  const noticesOf = (caseId: string) =>
    app.tx((tx) =>
      rows<{ kind: string; status: string; notBefore: Date }>(
        tx.manager,
        `SELECT kind, status, not_before AS "notBefore" FROM notice
         WHERE case_id = $1 AND kind <> 'one_time_code' ORDER BY created_at, id`,
        [caseId],
      ),
    );
  const signaturesOf = (agreementId: string) =>
    app.tx((tx) =>
      rows(tx.manager, `SELECT id FROM agreement_signature WHERE agreement_id = $1`, [agreementId]),
    );
  /** Only who has proved who they are is written to. */
  const identified = (caseId: string) =>
    app.tx((tx) =>
      rows(
        tx.manager,
        `INSERT INTO invitation (id, case_id, code, issued_at, expires_at, identified_at)
         VALUES (gen_random_uuid(), $1::uuid, substr(md5($1::uuid::text), 1, 10), $2::timestamptz, $2::timestamptz + interval '90 days', $2::timestamptz)`,
        [caseId, tx.now],
      ),
    );

  describe("reading", () => {
    it("shows every page of the document as a picture and as its words, and keeps who had which", async () => {
      const { theCase, agreementId, contentHash, borrower } = await laid();
      const before = await borrower.get(`/api/agreements/${agreementId}/reading`).expect(200);
      expect(before.body).to.deep.include({ contentHash, viewed: [] });
      const picture = await borrower.get(`/api/agreements/${agreementId}/pages/1`).expect(200);
      expect(picture.headers["content-type"]).to.equal("image/png");
      expect(picture.headers["cache-control"]).to.contain("no-store");
      expect((picture.body as Buffer).subarray(1, 4).toString()).to.equal("PNG");
      const pageCount = await readThrough(borrower, agreementId);
      await readThrough(borrower, agreementId, "picture");
      await borrower.get(`/api/agreements/${agreementId}/pages/${pageCount + 1}`).expect(404);
      await borrower.get(`/api/agreements/${agreementId}/pages/0`).expect(400);
      const after = await borrower.get(`/api/agreements/${agreementId}/reading`).expect(200);
      expect(after.body.left).to.deep.equal([]);
      const viewed = (await eventsOf(theCase.id)).filter(({ type }) => type === "agreement.pageViewed");
      expect(viewed).to.have.length(pageCount);
      expect(viewed.every(({ audience }) => !audience.includes("platform"))).to.equal(true);
    });

    it("shows the words that stand in the document", async () => {
      const { agreementId } = await laid();
      const pdf = await mediator.get(`/api/agreements/${agreementId}/document.pdf`).expect(200);
      const whole = textOf(pdf.body as Buffer).replace(/\s/g, "");
      const { text } = await mediator.get(`/api/agreements/${agreementId}/pages/1/text`).expect(200);
      const lines = text.split("\n").filter((line: string) => line.trim().length > 8);
      expect(lines.length).to.be.greaterThan(5);
      for (const line of lines) expect(whole).to.contain(line.replace(/\s/g, ""));
    });

    it("is open to those who may read the agreement and to nobody else", async () => {
      const { agreementId } = await laid();
      const other = await laid();
      await other.borrower.get(`/api/agreements/${agreementId}/pages/1`).expect(404);
      await admin.get(`/api/agreements/${agreementId}/pages/1`).expect(404);
      await (await app.signIn("otherAgent")).get(`/api/agreements/${agreementId}/pages/1`).expect(404);
      await (await app.signIn("lawyer")).get(`/api/agreements/${agreementId}/pages/1`).expect(403);
      await (await app.signIn("agent")).get(`/api/agreements/${agreementId}/pages/1`).expect(200);
    });

    it("comes before a code and before a signature", async () => {
      const { agreementId, contentHash, borrower } = await laid();
      const refused = await borrower.post(`/api/agreements/${agreementId}/one-time-codes`).expect(409);
      expect(refused.body.code).to.equal("not_read");
      await borrower.get(`/api/agreements/${agreementId}/pages/1/text`).expect(200);
      const half = await signTyped(borrower, agreementId, {
        contentHash,
        oneTimeCode: "123456",
        typedName: "张小伟",
      });
      expect(half.body.code).to.equal("not_read");
      expect(half.body.params.nextPage).to.equal(2);
    });
  });

  describe("codes", () => {
    it("are good once, for ten minutes, and say which it was", async () => {
      const { theCase, agreementId, contentHash, borrower } = await laid();
      const oneTimeCode = await askForCode(app, borrower, theCase, agreementId);
      app.clock.advance(10 * 60_000);
      const late = await signTyped(borrower, agreementId, { contentHash, oneTimeCode, typedName: "张小伟" });
      expect([late.status, late.body.code]).to.deep.equal([401, "code_expired"]);
      expect(await signaturesOf(agreementId)).to.have.length(0);
      await borrower.post(`/api/agreements/${agreementId}/one-time-codes`).expect(200);
      const fresh = await codeSent(app, theCase);
      const signed = await signTyped(borrower, agreementId, {
        contentHash,
        oneTimeCode: fresh,
        typedName: "张小伟",
      });
      expect(signed.status, JSON.stringify(signed.body)).to.equal(200);
    });

    it("of another person sign nothing", async () => {
      const [mine, theirs] = [await laid(), await laid()];
      await askForCode(app, mine.borrower, mine.theCase, mine.agreementId);
      let foreign = await askForCode(app, theirs.borrower, theirs.theCase, theirs.agreementId);
      if (foreign === (await codeSent(app, mine.theCase)))
        foreign = foreign === "000000" ? "000001" : "000000";
      const { contentHash } = mine;
      const body = { contentHash, oneTimeCode: foreign, typedName: "张小伟" };
      const refused = await signTyped(mine.borrower, mine.agreementId, body);
      expect(refused.body.code).to.equal("code_wrong");
      const other = await signTyped(mine.borrower, theirs.agreementId, body);
      expect(other.status).to.equal(404);
    });

    it("sign once from two windows, and a tap that comes twice is one signature", async () => {
      const { theCase, agreementId, contentHash, borrower } = await laid();
      const oneTimeCode = await askForCode(app, borrower, theCase, agreementId);
      const body = { method: "typed", consent: true, contentHash, oneTimeCode, typedName: "张小伟" };
      const path = `/api/agreements/${agreementId}/signatures`;
      const taps = [1, 2].map(() => borrower.post(path, body).set("idempotency-key", "one tap, twice"));
      const answers = await Promise.all([...taps, borrower.post(path, body)]);
      const codes = answers.map(({ status, body: said }) => (status === 200 ? 200 : said.code));
      // Whichever window was first: the other hears that it is done, and the second tap hears what the first heard.
      expect(codes.slice(0, 2)[0]).to.equal(codes[1]);
      expect(new Set(codes)).to.deep.equal(new Set([200, "already_done"]));
      expect(await signaturesOf(agreementId)).to.have.length(1);
    });
  });

  describe("evidence", () => {
    it("tells every step on the record of signing", async () => {
      const { theCase, agreementId, contentHash, borrower } = await laid();
      const pageCount = await readThrough(borrower, agreementId, "picture");
      await borrower.post(`/api/agreements/${agreementId}/one-time-codes`).expect(200);
      const right = await codeSent(app, theCase);
      const wrong = right === "000000" ? "111111" : "000000";
      const name = { contentHash, typedName: "张小伟" };
      expect((await signTyped(borrower, agreementId, { ...name, oneTimeCode: wrong })).status).to.equal(401);
      expect((await signTyped(borrower, agreementId, { ...name, oneTimeCode: right })).status).to.equal(200);
      const kinds = (await eventsOf(theCase.id)).map(({ type }) => type.replace("agreement.", ""));
      const order = [
        "opened",
        "pageViewed",
        "codeSent",
        "codeEntered",
        "codeEntered",
        "consentShown",
        "signed",
      ];
      let from = 0;
      for (const kind of order) {
        from = kinds.indexOf(kind, from) + 1;
        expect(from, kind).to.be.greaterThan(0);
      }
      await signTyped(approver, agreementId, { contentHash, typedName: "审批人赵" });
      await signTyped(mediator, agreementId, { contentHash, typedName: "调解员周" });
      await admin.post(`/api/agreements/${agreementId}/seal`).expect(200);
      const pdf = await borrower.get(`/api/agreements/${agreementId}/document.pdf`).expect(200);
      const text = textOf(pdf.body as Buffer).replace(/\s/g, "");
      expect(text).to.contain(`逐页查看第1页至第${pageCount}页`);
      expect(text).to.contain("输入有误1次");
      expect(text).to.contain("文本版本");
      expect(text).to.match(/授权书SQ-/);
      const page = await borrower.get(`/api/agreements/${agreementId}/pages/1`).expect(200);
      expect(page.headers["content-type"]).to.equal("image/png");
    });

    it("asks for the consent that is in force", async () => {
      const { agreementId, contentHash } = await laid();
      const old = await signTyped(approver, agreementId, {
        contentHash,
        typedName: "审批人赵",
        consentVersion: "1999-01",
      });
      expect(old.body.code).to.equal("terms_changed");
    });
  });

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
      const agreedBefore = await laid();
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

      const { theCase, agreementId, contentHash, borrower } = await laid();
      await identified(theCase.id);
      const waiting = await borrower.get(`/api/agreements/${agreementId}`).expect(200);
      expect(waiting.body.abilities).to.not.include("sign");
      expect(waiting.body.inTurn).to.deep.equal(["platform"]);
      const refused = await borrower.post(`/api/agreements/${agreementId}/one-time-codes`).expect(409);
      expect(refused.body.code).to.equal("not_your_turn");
      await app.services.outreach.noticeWriter.catchUp();
      expect(await noticesOf(theCase.id)).to.deep.equal([]);
      expect(
        (await signTyped(approver, agreementId, { contentHash, typedName: "审批人赵" })).status,
      ).to.equal(200);
      await app.services.outreach.noticeWriter.catchUp();
      expect((await noticesOf(theCase.id)).map(({ kind }) => kind)).to.deep.equal(["signing"]);
      await askForCode(app, borrower, theCase, agreementId);
    });
  });

  describe("the deadline", () => {
    it("reminds those whose turn it is, in permitted hours, and then ends what was not signed", async () => {
      const { theCase, agreementId, contentHash, borrower } = await laid();
      await identified(theCase.id);
      await app.services.outreach.noticeWriter.catchUp();
      const { body } = await borrower.get(`/api/agreements/${agreementId}`).expect(200);
      const deadline = new Date(body.deadline).getTime();
      const { deadlines } = app.services.agreements;
      await deadlines.run();
      app.clock.set(new Date(deadline - 3 * DAY).toISOString());
      await deadlines.run();
      await deadlines.run();
      await app.services.outreach.noticeWriter.catchUp();
      const sent = (await noticesOf(theCase.id)).filter(({ kind }) => kind === "reminder");
      expect(sent).to.have.length(1);
      // Midnight is no hour to ring anybody.
      expect(sent[0]?.status).to.equal("waiting");
      expect(sent[0]?.notBefore.getTime()).to.equal(deadline - 3 * DAY + 8 * 3_600_000);

      const oneTimeCode = await askForCode(app, borrower, theCase, agreementId);
      app.clock.set(new Date(deadline).toISOString());
      const late = await signTyped(borrower, agreementId, { contentHash, oneTimeCode, typedName: "张小伟" });
      expect([late.status, late.body.code]).to.deep.equal([409, "deadline_passed"]);
      expect(await signaturesOf(agreementId)).to.have.length(0);
      await deadlines.run();
      expect(await stageOf(theCase.id)).to.equal("negotiating");
      const { body: lapsed } = await borrower.get(`/api/agreements/${agreementId}`).expect(200);
      expect(lapsed.status).to.equal("lapsed");
      await app.services.outreach.noticeWriter.catchUp();
      expect((await noticesOf(theCase.id)).at(-1)?.kind).to.equal("agreement_changed");
    });

    it("stands still while the case is paused", async () => {
      const { theCase, agreementId } = await laid();
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
      const { theCase, agreementId, contentHash } = await laid();
      await identified(theCase.id);
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
      const event = (await eventsOf(theCase.id)).find(({ type }) => type === "agreement.voided");
      expect(event?.payload).to.deep.include({ signedBy: ["platform"], reason });
      expect(event?.audience).to.have.members(["borrower", "platform", "mediator"]);
      await app.services.outreach.noticeWriter.catchUp();
      expect((await noticesOf(theCase.id)).at(-1)?.kind).to.equal("agreement_changed");
      const stale = await signTyped(mediator, agreementId, { contentHash, typedName: "调解员周" });
      expect(stale.body.code).to.equal("stage_forbids");
      await signAll(app, theCase, await currentAgreement(app, theCase));
    });
  });

  describe("taking back", () => {
    it("is open to the proposer, the mediator and the centre, with a reason all read", async () => {
      const { theCase, agreementId, borrower, contentHash } = await laid();
      const path = `/api/agreements/${agreementId}/withdrawal`;
      await borrower.post(path, { reason: "" }).expect(400);
      // The borrower's offer was accepted: the platform only accepted it.
      await approver.post(path, { reason: "改主意了" }).expect(403);
      await signTyped(approver, agreementId, { contentHash, typedName: "审批人赵" });
      const withdrawn = await borrower.post(path, { reason: "收入变了，想重新谈" }).expect(200);
      expect(withdrawn.body.status).to.equal("withdrawn");
      expect(await stageOf(theCase.id)).to.equal("negotiating");
      const event = (await eventsOf(theCase.id)).find(({ type }) => type === "agreement.withdrawn");
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
      const { agreementId, contentHash } = await laid();
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

  it("takes a drawn name as well as a typed one", async () => {
    const { theCase, agreementId, contentHash, borrower } = await laid();
    const oneTimeCode = await askForCode(app, borrower, theCase, agreementId);
    const drawn = { method: "drawn", imagePng: await drawnName(), contentHash, oneTimeCode };
    expect((await signTyped(borrower, agreementId, drawn)).status).to.equal(200);
  });
});
