import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, TestClock, type Client, type TestApp } from "../support/app.ts";
import { pagesOf, qrCodesOf, wordsOf } from "../support/pdf.ts";
import { buildPeople, type People } from "../support/people.ts";
import { certificatesOf } from "../../server/seal/signer.ts";
import { makeSealKeys, type SealKeys } from "../support/sealKeys.ts";
import { aDocument, chance, flipped, opensslCms, pdfsig, rewrittenByQpdf } from "../support/sealTools.ts";
import { buildAgreed, buildPerforming, signAll } from "../support/settlement.ts";
import { eventsOf } from "../support/signing.ts";
import { incrementallyEdited } from "../support/tampering.ts";
import { startTimestampServer, type TimestampServer } from "../support/timestampServer.ts";

// A test says itself what it expects of an answer.
// oxlint-disable-next-line typescript/no-explicit-any
type Answer = any;

describe("verification of sealed documents", function () {
  this.timeout(120_000);
  let app: TestApp;
  let people: People;
  let admin: Client;
  let anyone: Client;
  let keys: SealKeys;
  let tsa: TimestampServer;
  let folder: string;
  let sealed: { agreementId: string; caseId: string; bytes: Buffer; number: string };

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "parley-p12-"));
    keys = makeSealKeys();
    tsa = await startTimestampServer();
    tsa.mood = "down";
    const file = path.join(folder, "seal.p12");
    writeFileSync(file, keys.p12);
    const settings = { SEAL_P12_PATH: file, SEAL_P12_PASSPHRASE: keys.passphrase, SEAL_TSA_URL: tsa.url };
    const clock = new TestClock(new Date().toISOString());
    app = await startTestApp({
      clock,
      settings: { ...settings, PUBLIC_URL: "http://mediation.example.org" },
    });
    people = await buildPeople(app);
    [admin, anyone] = [await app.signIn("admin"), await app.visitor()];
    const { agreementId, theCase } = await buildPerforming(app, people);
    const { body: agreement } = await admin.get(`/api/agreements/${agreementId}`).expect(200);
    sealed = {
      agreementId,
      caseId: theCase.id,
      bytes: await download(agreementId),
      number: agreement.number,
    };
  });
  after(async () => {
    await app.close();
    await tsa.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function download(agreementId: string): Promise<Buffer> {
    const answer = await admin.get(`/api/agreements/${agreementId}/document.pdf`).expect(200);
    return answer.body as Buffer;
  }
  async function check(bytes: Uint8Array, by = anyone): Promise<Answer> {
    const sent = by.upload("/api/public/documents/check").attach("file", Buffer.from(bytes), "x.pdf");
    return (await sent.expect(200)).body;
  }
  const codeOf = (bytes: Buffer) => new URL(qrCodesOf(bytes, 1)[0]!).searchParams.get("document")!;

  it("prints the code on every page, for people and as QR", () => {
    const code = codeOf(sealed.bytes);
    const link = `http://mediation.example.org/verify?document=${code}`;
    for (let page = 1; page <= pagesOf(sealed.bytes); page++) {
      expect(wordsOf(sealed.bytes, page), `page ${page}`).to.contain(`核验码${code}`);
    }
    for (const page of [1, pagesOf(sealed.bytes)]) expect(qrCodesOf(sealed.bytes, page)).to.include(link);
    expect(wordsOf(sealed.bytes)).to.not.contain("开发用");
  });

  it("tells by the code that the document exists, and nothing of what it says", async () => {
    const typed = codeOf(sealed.bytes).toLowerCase().replaceAll("-", " ");
    const { body } = await anyone.get(`/api/public/documents/${encodeURIComponent(typed)}`).expect(200);
    expect(body).to.include({
      kind: "agreement",
      superseded: false,
      development: false,
      signer: "Test Seal",
    });
    expect(body.files).to.have.length(1);
    const said = JSON.stringify(body);
    const { body: agreement } = await admin.get(`/api/agreements/${sealed.agreementId}`).expect(200);
    for (const secret of [sealed.number, agreement.caseNumber, agreement.borrowerName, sealed.agreementId])
      expect(said).to.not.contain(secret);
    await anyone.get("/api/public/documents/0000-0000-0000-0000").expect(404);
    await anyone.get("/api/public/documents/%00").expect(404);
  });

  it("holds for pdfsig and openssl with the root that anybody can fetch", async () => {
    const { text: root } = await anyone.get("/api/public/seal/root.pem").expect(200);
    expect(root).to.contain(keys.root.trim());
    expect(pdfsig(sealed.bytes, root))
      .to.contain("Total document signed")
      .and.to.contain("Signature is Valid.");
    expect(opensslCms(sealed.bytes, root)).to.contain("CMS Verification successful");
  });

  it("knows the file as it was sealed, and only then its number", async () => {
    const found = await check(sealed.bytes);
    expect(found).to.deep.include({ verdict: "unaltered", faults: [], changes: [], number: sealed.number });
    expect(found.document.code).to.equal(codeOf(sealed.bytes));
    const altered = await check(flipped(sealed.bytes, 3000, 2));
    expect(altered).to.include({ verdict: "altered", number: null });
    expect(altered.document.code).to.equal(codeOf(sealed.bytes));
    expect(altered.changes).to.deep.equal([
      { kind: "changed", from: 3000, to: 3001, place: altered.changes[0].place },
    ]);
  });

  it("reports every turned bit, an edit and a rewrite as altered, with the document it was", async () => {
    const next = chance(3);
    for (let turn = 0; turn < 12; turn++) {
      const at = Math.floor(next() * sealed.bytes.length);
      const { verdict, document } = await check(flipped(sealed.bytes, at, turn % 8));
      expect({ at, verdict, known: document !== null }).to.deep.equal({
        at,
        verdict: at < 5 ? verdict : "altered",
        known: at >= 5,
      });
    }
    const edited = await check(await incrementallyEdited(sealed.bytes));
    expect(edited.verdict).to.equal("altered");
    expect(edited.changes[0]).to.deep.include({ kind: "appended", from: sealed.bytes.length });
    for (const how of ["preserve", "generate"] as const) {
      const rewritten = await check(rewrittenByQpdf(sealed.bytes, how));
      expect(rewritten).to.deep.include({ verdict: "altered", changes: [{ kind: "rewritten" }] });
      expect(rewritten.document.code).to.equal(codeOf(sealed.bytes));
    }
  });

  it("answers for whatever it is given", async () => {
    expect(await check(await aDocument())).to.deep.include({ verdict: "not_ours", document: null });
    const noise = [
      Buffer.from("hello"),
      Buffer.from("%PDF-1.7\n%%EOF"),
      Buffer.alloc(100_000, "/ByteRange [0 1 2 3]"),
    ];
    for (const bytes of noise) {
      const { verdict } = await check(bytes);
      expect(verdict).to.be.oneOf(["unreadable", "not_ours"]);
    }
    const hostile = Buffer.from(`%PDF-1.7\n${"/ByteRange [0 20 30 5]\n/Contents <30".repeat(20_000)}`);
    expect((await check(hostile)).verdict).to.be.oneOf(["unreadable", "not_ours"]);
    await anyone.upload("/api/public/documents/check").expect(400);
    await anyone.upload("/api/public/documents/check").attach("file", Buffer.alloc(0), "x.pdf").expect(400);
    const large = Buffer.alloc(app.services.platform.config.uploadLimitBytes + 10, 65);
    const refused = await anyone.upload("/api/public/documents/check").attach("file", large, "x.pdf");
    expect(refused.status).to.equal(413);
  });

  it("adds the timestamp when the server is back; both files stay ours", async () => {
    const [before] = (await check(sealed.bytes)).document.files;
    expect(before.level).to.equal("B-B");
    await app.services.seals.upgradeAll();
    expect((await check(sealed.bytes)).document.files).to.have.length(1);
    tsa.mood = "good";
    await app.services.seals.upgradeAll();
    await app.services.seals.upgradeAll();
    const later = await download(sealed.agreementId);
    expect(later.subarray(0, sealed.bytes.length).equals(sealed.bytes)).to.equal(true);
    expect(later.length).to.be.greaterThan(sealed.bytes.length);
    for (const bytes of [sealed.bytes, later]) {
      const found = await check(bytes);
      expect(found.verdict).to.equal("unaltered");
      expect(found.document.files.map((file: Answer) => file.level)).to.deep.equal(["B-B", "B-LTA"]);
    }
    const { marks } = await check(later);
    expect(marks.map((mark: Answer) => mark.kind)).to.deep.equal(["seal", "timestamp"]);
    const { body } = await admin.get(`/api/agreements/${sealed.agreementId}`).expect(200);
    expect(body.documentSha256).to.equal((await check(later)).sha256);
    const events = await eventsOf(app, sealed.caseId);
    const stamped = events.filter(({ type }) => type === "document.timestamped");
    expect(stamped.map(({ payload }) => payload)).to.deep.equal([
      { kind: "agreement", sha256: body.documentSha256 },
    ]);
    expect(await app.tx((tx) => app.services.journal.verify(tx, sealed.caseId))).to.equal(null);
  });

  it("goes on verifying, and stamping, what was sealed before the key was changed", async () => {
    tsa.mood = "down";
    const before = await buildPerforming(app, people);
    const old = await download(before.agreementId);
    const next = makeSealKeys({ name: "Next Seal" });
    writeFileSync(path.join(folder, "next.p12"), next.p12);
    const { dataDir } = app.services.platform.config;
    const rotated = await startTestApp({
      clock: app.clock,
      database: app.database,
      settings: {
        DATA_DIR: dataDir,
        SEAL_P12_PATH: path.join(folder, "next.p12"),
        SEAL_P12_PASSPHRASE: next.passphrase,
        SEAL_TSA_URL: tsa.url,
      },
    });
    try {
      const stranger = await rotated.visitor();
      const roots = await stranger.get("/api/public/seal/root.pem").expect(200);
      expect(certificatesOf(roots.text ?? String(roots.body))).to.deep.equal([
        ...certificatesOf(next.root),
        ...certificatesOf(keys.root),
      ]);
      expect(await check(old, stranger)).to.include({ verdict: "unaltered" });
      expect(await check(sealed.bytes, stranger)).to.include({ verdict: "unaltered" });
      tsa.mood = "good";
      await rotated.services.seals.upgradeAll();
      const stamped = await download(before.agreementId);
      expect(stamped.length).to.be.greaterThan(old.length);
      expect(await check(stamped, stranger)).to.include({ verdict: "unaltered" });
      const after = await buildPerforming(rotated, people);
      const fresh = await download(after.agreementId);
      for (const asked of [stranger, anyone]) {
        const found = await check(fresh, asked);
        expect(found).to.include({ verdict: "unaltered" });
        expect(found.document.signer).to.equal("Next Seal");
      }
      expect((await check(flipped(Buffer.from(fresh), 5000, 1), anyone)).verdict).to.equal("altered");
    } finally {
      await rotated.close();
    }
  });

  it("seals what a killed process left, once, whoever tries", async () => {
    const agreed = await buildAgreed(app, people);
    await signAll(app, agreed.theCase, agreed);
    const { agreementId } = agreed;
    const { staffId } = await app.tx(async (tx) => {
      const [row] = await rows<{ staffId: string }>(
        tx.manager,
        `SELECT id AS "staffId" FROM staff WHERE username = 'admin'`,
      );
      return row!;
    });
    const order = {
      kind: "agreement",
      subjectId: agreementId,
      number: "x-1",
      issuer: "y",
      orderedBy: staffId,
    } as const;
    await app.tx((tx) => app.services.seals.order(tx, order));
    const { sealing } = app.services.agreements;
    await Promise.all([
      sealing.recover(),
      sealing.recover(),
      admin.post(`/api/agreements/${agreementId}/seal`),
    ]);
    const { body } = await admin.get(`/api/agreements/${agreementId}`).expect(200);
    expect(body.status).to.equal("sealed");
    const events = await app.tx((tx) =>
      rows(tx.manager, `SELECT 1 FROM journal_event WHERE case_id = $1 AND type = 'agreement.sealed'`, [
        agreed.theCase.id,
      ]),
    );
    expect(events).to.have.length(1);
    expect((await check(await download(agreementId))).verdict).to.equal("unaltered");
  });

  it("forgets an order whose agreement was withdrawn before", async () => {
    const agreed = await buildAgreed(app, people);
    const order = { kind: "agreement", subjectId: agreed.agreementId, number: "x-2", issuer: "y" } as const;
    await app.tx((tx) => app.services.seals.order(tx, order));
    await app.services.agreements.sealing.recover();
    expect(await app.tx((tx) => app.services.seals.waiting(tx, "agreement"))).to.deep.equal([]);
  });

  it("says of a superseded document that another took its place", async () => {
    await app.tx((tx) => app.services.seals.supersede(tx, "agreement", sealed.agreementId));
    const { body } = await anyone.get(`/api/public/documents/${codeOf(sealed.bytes)}`).expect(200);
    expect(body.superseded).to.equal(true);
  });
});
