import { expect } from "chai";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { buildPeople, type People } from "../support/people.ts";
import { eventsOf, laidOut, signaturesOf } from "../support/signing.ts";
import { askForCode, codeSent, drawnName, readThrough, signTyped } from "../support/settlement.ts";
import { textOf } from "../support/pdf.ts";

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

  describe("reading", () => {
    it("shows every page of the document as a picture and as its words, and keeps who had which", async () => {
      const { theCase, agreementId, contentHash, borrower } = await laidOut(app, people);
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
      const viewed = (await eventsOf(app, theCase.id)).filter(({ type }) => type === "agreement.pageViewed");
      expect(viewed).to.have.length(pageCount);
      expect(viewed.every(({ audience }) => !audience.includes("platform"))).to.equal(true);
    });

    it("shows the words that stand in the document", async () => {
      const { agreementId } = await laidOut(app, people);
      const pdf = await mediator.get(`/api/agreements/${agreementId}/document.pdf`).expect(200);
      const whole = textOf(pdf.body as Buffer).replace(/\s/g, "");
      const { text } = await mediator.get(`/api/agreements/${agreementId}/pages/1/text`).expect(200);
      const lines = text.split("\n").filter((line: string) => line.trim().length > 8);
      expect(lines.length).to.be.greaterThan(5);
      for (const line of lines) expect(whole).to.contain(line.replace(/\s/g, ""));
    });

    it("is open to those who may read the agreement and to nobody else", async () => {
      const { agreementId } = await laidOut(app, people);
      const other = await laidOut(app, people);
      await other.borrower.get(`/api/agreements/${agreementId}/pages/1`).expect(404);
      await admin.get(`/api/agreements/${agreementId}/pages/1`).expect(404);
      await (await app.signIn("otherAgent")).get(`/api/agreements/${agreementId}/pages/1`).expect(404);
      await (await app.signIn("lawyer")).get(`/api/agreements/${agreementId}/pages/1`).expect(403);
      await (await app.signIn("agent")).get(`/api/agreements/${agreementId}/pages/1`).expect(200);
    });

    it("comes before a code and before a signature", async () => {
      const { agreementId, contentHash, borrower } = await laidOut(app, people);
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
      const { theCase, agreementId, contentHash, borrower } = await laidOut(app, people);
      const oneTimeCode = await askForCode(app, borrower, theCase, agreementId);
      app.clock.advance(10 * 60_000);
      const late = await signTyped(borrower, agreementId, { contentHash, oneTimeCode, typedName: "张小伟" });
      expect([late.status, late.body.code]).to.deep.equal([401, "code_expired"]);
      expect(await signaturesOf(app, agreementId)).to.have.length(0);
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
      const [mine, theirs] = [await laidOut(app, people), await laidOut(app, people)];
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
      const { theCase, agreementId, contentHash, borrower } = await laidOut(app, people);
      const oneTimeCode = await askForCode(app, borrower, theCase, agreementId);
      const body = { method: "typed", consent: true, contentHash, oneTimeCode, typedName: "张小伟" };
      const path = `/api/agreements/${agreementId}/signatures`;
      const taps = [1, 2].map(() => borrower.post(path, body).set("idempotency-key", "one tap, twice"));
      const answers = await Promise.all([...taps, borrower.post(path, body)]);
      const codes = answers.map(({ status, body: said }) => (status === 200 ? 200 : said.code));
      // Whichever window was first: the other hears that it is done, and the second tap hears what the first heard.
      expect(codes.slice(0, 2)[0]).to.equal(codes[1]);
      expect(new Set(codes)).to.deep.equal(new Set([200, "already_done"]));
      expect(await signaturesOf(app, agreementId)).to.have.length(1);
    });
  });

  describe("evidence", () => {
    it("tells every step on the record of signing", async () => {
      const { theCase, agreementId, contentHash, borrower } = await laidOut(app, people);
      const pageCount = await readThrough(borrower, agreementId, "picture");
      await borrower.post(`/api/agreements/${agreementId}/one-time-codes`).expect(200);
      const right = await codeSent(app, theCase);
      const wrong = right === "000000" ? "111111" : "000000";
      const name = { contentHash, typedName: "张小伟" };
      expect((await signTyped(borrower, agreementId, { ...name, oneTimeCode: wrong })).status).to.equal(401);
      expect((await signTyped(borrower, agreementId, { ...name, oneTimeCode: right })).status).to.equal(200);
      const kinds = (await eventsOf(app, theCase.id)).map(({ type }) => type.replace("agreement.", ""));
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
      const { agreementId, contentHash } = await laidOut(app, people);
      const old = await signTyped(approver, agreementId, {
        contentHash,
        typedName: "审批人赵",
        consentVersion: "1999-01",
      });
      expect(old.body.code).to.equal("terms_changed");
    });
  });

  it("takes a drawn name as well as a typed one", async () => {
    const { theCase, agreementId, contentHash, borrower } = await laidOut(app, people);
    const oneTimeCode = await askForCode(app, borrower, theCase, agreementId);
    const drawn = { method: "drawn", imagePng: await drawnName(), contentHash, oneTimeCode };
    expect((await signTyped(borrower, agreementId, drawn)).status).to.equal(200);
  });
});
