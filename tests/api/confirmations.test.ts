import { expect } from "chai";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, TestClock, type Client, type TestApp } from "../support/app.ts";
import { buildPeople, type People } from "../support/people.ts";
import { expectSoundPdf, inkOf, pagesOf, wordsOf } from "../support/pdf.ts";
import { identified, noticesOf } from "../support/signing.ts";
import type { CookieClient } from "../support/roomCase.ts";
import {
  agreeOnTerms,
  borrowerClient,
  buildAgreed,
  buildPerforming,
  codeSent,
  currentAgreement,
  drawnName,
  signAll,
} from "../support/settlement.ts";

// A test says itself what it expects of an answer.
// oxlint-disable-next-line typescript/no-explicit-any
type View = any;

const START = "2026-11-02T02:00:00.000Z";
const COURT = { court: "杭州市上城区人民法院", courtBasis: "organisation_place" };

describe("judicial confirmation of an agreement", function () {
  this.timeout(120_000);
  let app: TestApp;
  let people: People;
  let mediator: Client;
  let admin: Client;
  let approver: Client;
  let agent: Client;

  before(async () => {
    app = await startTestApp({ clock: new TestClock(START) });
    people = await buildPeople(app);
    await signInAll();
  });
  beforeEach(async () => {
    app.clock.set(START);
  });
  after(() => app.close());

  const signInAll = async () => {
    [mediator, admin, approver, agent] = [
      await app.signIn("mediator"),
      await app.signIn("admin"),
      await app.signIn("approver"),
      await app.signIn("agent"),
    ];
  };
  /** A sign-in does not outlive the weeks of the limit. */
  const at = async (instant: string) => {
    app.clock.set(instant);
    await signInAll();
  };
  const of = async (theCase: Case, client: { get: Client["get"] } = mediator): Promise<View> =>
    (await client.get(`/api/cases/${theCase.id}/confirmation`).expect(200)).body;
  const prepare = (theCase: Case, body: object = COURT, client: Client = mediator) =>
    client.post(`/api/cases/${theCase.id}/confirmation`, body);
  const signAsPlatform = async (theCase: Case, more: object = {}) =>
    approver.post(`/api/cases/${theCase.id}/confirmation/signatures`, {
      method: "typed",
      typedName: "审批人赵",
      consent: true,
      contentHash: (await of(theCase)).contentHash,
      ...more,
    });
  const signAsBorrower = async (theCase: Case, borrower: CookieClient, more: object = {}) => {
    await borrower.post(`/api/cases/${theCase.id}/confirmation/one-time-codes`).expect(200);
    return await borrower.post(`/api/cases/${theCase.id}/confirmation/signatures`, {
      method: "drawn",
      imagePng: await drawnName(),
      oneTimeCode: await codeSent(app, theCase),
      consent: true,
      contentHash: (await of(theCase)).contentHash,
      ...more,
    });
  };
  const signed = async () => {
    const { theCase } = await buildPerforming(app, people);
    await prepare(theCase).expect(200);
    const borrower = await borrowerClient(app, theCase);
    expect((await signAsBorrower(theCase, borrower)).status).to.equal(200);
    expect((await signAsPlatform(theCase)).status).to.equal(200);
    return { theCase, borrower };
  };
  const filing = { filedOn: "2026-11-02", courtCaseNumber: "（2026）浙0102民特123号" };
  const ruling = (theCase: Case, outcome: string, client: Client = mediator) =>
    client
      .upload(`/api/cases/${theCase.id}/confirmation/ruling`)
      .field("outcome", outcome)
      .field("concludedOn", "2026-11-02");
  const events = async (theCase: Case) =>
    (await app.tx((tx) => app.services.journal.page(tx, theCase.id, 0, 500))).map(({ type }) => type);

  it("counts thirty days from the seal and shows them to everybody in the case", async () => {
    const { theCase } = await buildPerforming(app, people);
    const borrower = await borrowerClient(app, theCase);
    for (const client of [mediator, admin, approver, agent, borrower]) {
      expect(await of(theCase, client)).to.include({
        status: "open",
        effectiveOn: "2026-11-02",
        lastDay: "2026-12-02",
        deadline: "2026-12-02",
        daysLeft: 30,
      });
    }
    expect((await of(theCase)).abilities).to.deep.equal(["prepare", "withdraw"]);
    expect((await of(theCase, borrower)).abilities).to.deep.equal([]);
    await (await app.signIn("otherAgent")).get(`/api/cases/${theCase.id}/confirmation`).expect(404);
    const agreed = await buildAgreed(app, people);
    await mediator.get(`/api/cases/${agreed.theCase.id}/confirmation`).expect(404);
  });

  it("goes from the application to the court and back, each step by whom it belongs to", async () => {
    const { theCase } = await buildPerforming(app, people);
    const borrower = await borrowerClient(app, theCase);
    await agent.post(`/api/cases/${theCase.id}/confirmation`, COURT).expect(403);
    await prepare(theCase).expect(200);
    expect((await of(theCase, borrower)).abilities).to.deep.equal(["sign", "application"]);
    expect((await of(theCase, agent)).abilities).to.deep.equal(["application"]);
    const early = await mediator.post(`/api/cases/${theCase.id}/confirmation/filing`, filing);
    expect(early.body.code).to.equal("not_everyone_signed");
    expect((await mediator.get(`/api/cases/${theCase.id}/confirmation/bundle.pdf`)).body.code).to.equal(
      "not_everyone_signed",
    );
    expect((await signAsPlatform(theCase)).body).to.deep.include({ awaiting: ["borrower"] });
    expect((await signAsBorrower(theCase, borrower)).body.status).to.equal("signed");
    expect((await signAsPlatform(theCase)).body.code).to.be.oneOf(["already_done", "stage_forbids"]);

    const application = await borrower
      .get(`/api/cases/${theCase.id}/confirmation/application.pdf`)
      .expect(200);
    expectSoundPdf(application.body);
    const anyone = await app.visitor();
    const checked = await anyone
      .upload("/api/public/documents/check")
      .attach("file", application.body as Buffer, "x.pdf")
      .expect(200);
    expect(checked.body).to.deep.include({ verdict: "unaltered", faults: [] });
    expect(checked.body.document.kind).to.equal("confirmation_application");
    expect(wordsOf(application.body, 1)).to.include(checked.body.document.code);
    const again = await agent.get(`/api/cases/${theCase.id}/confirmation/application.pdf`).expect(200);
    expect(Buffer.compare(again.body as Buffer, application.body as Buffer)).to.equal(0);
    expect(wordsOf(application.body)).to.include(COURT.court).and.to.include("张小伟");
    const bundle = await mediator.get(`/api/cases/${theCase.id}/confirmation/bundle.pdf`).expect(200);
    // The paper by which the platform signs is a short line on an empty page.
    for (const ink of inkOf(bundle.body)) expect(ink).to.be.greaterThan(0.0008);
    const words = wordsOf(bundle.body);
    for (const part of [
      "司法确认申请书",
      "调解协议书",
      "主持调解的证明",
      "身份证明",
      "送达地址",
      "6授权委托书",
    ]) {
      expect(words).to.include(part);
    }
    expect(wordsOf(bundle.body, 2)).to.match(/6授权委托书\d/);
    expect(pagesOf(bundle.body)).to.be.greaterThan(7);

    const filed = await mediator.post(`/api/cases/${theCase.id}/confirmation/filing`, filing).expect(200);
    expect(filed.body).to.include({ status: "filed", ...filing });
    await ruling(theCase, "confirmed", agent).attach("file", application.body, "裁定书.pdf").expect(403);
    await ruling(theCase, "confirmed").expect(400);
    await ruling(theCase, "confirmed").attach("file", Buffer.from("<html>"), "裁定书.pdf").expect(415);
    const done = await ruling(theCase, "confirmed")
      .attach("file", application.body, "裁定书.pdf")
      .expect(200);
    expect(done.body).to.include({
      status: "confirmed",
      concludedOn: "2026-11-02",
      rulingName: "裁定书.pdf",
    });
    const kept = await borrower.get(`/api/cases/${theCase.id}/confirmation/ruling`).buffer(true).expect(200);
    expect(Buffer.compare(kept.body as Buffer, application.body as Buffer)).to.equal(0);
    expect((await events(theCase)).filter((type) => type.startsWith("confirmation."))).to.deep.equal([
      "confirmation.prepared",
      "confirmation.signed",
      "confirmation.signed",
      "confirmation.sealed",
      "confirmation.filed",
      "confirmation.concluded",
    ]);
  });

  it("is sealed although the process was killed after the last signature, and once", async () => {
    const { theCase } = await signed();
    await app.tx(({ manager }) =>
      rows(
        manager,
        `WITH gone AS (
           DELETE FROM sealed_version WHERE document_id IN (
             SELECT d.id FROM sealed_document d JOIN confirmation_signature s ON s.id = d.subject_id
               JOIN confirmation c ON c.id = s.confirmation_id WHERE c.case_id = $1)
           RETURNING document_id)
         UPDATE sealed_document SET sealed_at = NULL WHERE id IN (SELECT document_id FROM gone)`,
        [theCase.id],
      ),
    );
    const { sealing } = app.services.confirmations;
    await Promise.all([sealing.sealWaiting(), sealing.sealWaiting()]);
    await sealing.sealWaiting();
    const sealed = await app.tx(({ manager }) =>
      rows(
        manager,
        `SELECT 1 FROM sealed_document d JOIN confirmation_signature s ON s.id = d.subject_id
           JOIN confirmation c ON c.id = s.confirmation_id JOIN sealed_version v ON v.document_id = d.id
         WHERE c.case_id = $1 AND d.sealed_at IS NOT NULL`,
        [theCase.id],
      ),
    );
    expect(sealed).to.have.length(1);
  });

  it("reminds the borrower of the limit while there is something for them to do", async () => {
    const { theCase } = await buildPerforming(app, people);
    await identified(app, theCase.id);
    const told = async () => {
      await app.services.outreach.noticeWriter.catchUp();
      return (await noticesOf(app, theCase.id)).filter(({ kind }) => kind === "confirmation_due");
    };
    await at("2026-11-22T19:00:00.000Z");
    await app.services.confirmations.watch.run();
    const [notice, ...more] = await told();
    expect(more).to.deep.equal([]);
    // Three in the morning: it waits for the hours in which people may be written to.
    expect(notice!.notBefore.getTime()).to.be.greaterThan(app.clock.now().getTime());
    await prepare(theCase).expect(200);
    const borrower = await borrowerClient(app, theCase);
    expect((await signAsBorrower(theCase, borrower)).status).to.equal(200);
    await at("2026-11-29T02:00:00.000Z");
    await app.services.confirmations.watch.run();
    expect(await told()).to.have.length(1);
  });

  it("voids the signatures when another court is named", async () => {
    const { theCase, borrower } = await signed();
    const old = (await of(theCase)).contentHash;
    // A code is sent once a minute.
    app.clock.advance(61_000);
    const again = await prepare(theCase, {
      court: "杭州市西湖区人民法院",
      courtBasis: "borrower_domicile",
    }).expect(200);
    expect(again.body).to.deep.include({ status: "preparing", signatures: [] });
    expect(again.body.contentHash).to.not.equal(old);
    const stale = await signAsPlatform(theCase, { contentHash: old });
    expect(stale.body.code).to.equal("terms_changed");
    expect((await signAsBorrower(theCase, borrower)).status).to.equal(200);
    expect((await signAsPlatform(theCase)).body.status).to.equal("signed");
  });

  it("takes the borrower's signature by code only, for this text only", async () => {
    const { theCase } = await buildPerforming(app, people);
    await prepare(theCase).expect(200);
    const borrower = await borrowerClient(app, theCase);
    const wrong = await signAsBorrower(theCase, borrower, { oneTimeCode: "000000" });
    expect(wrong.status).to.equal(401);
    app.clock.advance(61_000);
    await borrower.post(`/api/cases/${theCase.id}/confirmation/one-time-codes`).expect(200);
    const oneTimeCode = await codeSent(app, theCase);
    await prepare(theCase, { ...COURT, court: "杭州市拱墅区人民法院" }).expect(200);
    const other = await borrower.post(`/api/cases/${theCase.id}/confirmation/signatures`, {
      method: "typed",
      typedName: "张小伟",
      oneTimeCode,
      consent: true,
      contentHash: (await of(theCase)).contentHash,
    });
    expect(other.status).to.equal(401);
    expect((await of(theCase)).signatures).to.deep.equal([]);
    expect((await signAsPlatform(theCase, { typedName: "别人" })).status).to.equal(400);
  });

  it("refuses dates that cannot be, and courts the rule does not know", async () => {
    const { theCase } = await signed();
    for (const filedOn of ["2026-11-03", "2026-11-01", "2026-02-30"]) {
      await mediator.post(`/api/cases/${theCase.id}/confirmation/filing`, { ...filing, filedOn }).expect(400);
    }
    await prepare(theCase, { ...COURT, courtBasis: "the_moon" }).expect(400);
    await prepare(theCase, { ...COURT, court: "法院\u202e" }).expect(400);
  });

  it("is over after the last day, and says since when", async () => {
    const { theCase } = await buildPerforming(app, people);
    await at("2026-12-02T15:59:00.000Z"); // the last minute of the last day in Shanghai
    expect((await of(theCase)).daysLeft).to.equal(0);
    await prepare(theCase).expect(200);
    await at("2026-12-02T16:00:00.000Z");
    const late = await prepare(theCase);
    expect(late.status).to.equal(409);
    expect(late.body).to.include({ code: "deadline_passed" });
    expect(late.body.params ?? late.body).to.include({ deadline: "2026-12-02" });
    expect((await signAsPlatform(theCase)).body.code).to.equal("deadline_passed");
    expect((await of(theCase)).abilities).to.not.include("prepare");
  });

  it("lets a filing in time be written down afterwards", async () => {
    const { theCase } = await signed();
    await at("2026-12-05T02:00:00.000Z");
    const late = { ...filing, filedOn: "2026-12-03" };
    expect((await mediator.post(`/api/cases/${theCase.id}/confirmation/filing`, late)).body.code).to.equal(
      "deadline_passed",
    );
    const inTime = { ...filing, filedOn: "2026-12-02" };
    await mediator.post(`/api/cases/${theCase.id}/confirmation/filing`, inTime).expect(200);
  });

  it("warns ten and three days before, once each, in the record and in the queue", async () => {
    const { theCase } = await buildPerforming(app, people);
    const { watch } = app.services.confirmations;
    const warnings = async () =>
      (await app.tx((tx) => app.services.journal.page(tx, theCase.id, 0, 500))).flatMap((event) =>
        event.type === "confirmation.dueSoon" ? [event.payload.daysLeft] : [],
      );
    const queued = async () =>
      (await mediator.get("/api/queue").expect(200)).body.items.find(
        (item: View) => item.caseId === theCase.id && item.action === "confirm_agreement",
      );
    await at("2026-11-21T02:00:00.000Z");
    await watch.run();
    expect(await warnings()).to.deep.equal([]);
    expect(await queued()).to.equal(undefined);
    await at("2026-11-22T02:00:00.000Z");
    await watch.run();
    await watch.run();
    expect(await warnings()).to.deep.equal([10]);
    expect(await queued()).to.include({ urgency: "today" });
    await at("2026-11-29T02:00:00.000Z");
    await watch.run();
    expect(await warnings()).to.deep.equal([10, 3]);
    expect(await queued()).to.include({ urgency: "now" });
    await mediator.post(`/api/cases/${theCase.id}/confirmation/withdrawal`).expect(200);
    expect(await queued()).to.equal(undefined);
    await at("2026-12-01T02:00:00.000Z");
    await watch.run();
    expect(await warnings()).to.deep.equal([10, 3]);
  });

  it("is given up when another agreement takes the place of this one, and begins anew for that", async () => {
    const { theCase } = await signed();
    await mediator.post(`/api/cases/${theCase.id}/renegotiation`).expect(200);
    await agreeOnTerms(app, people, theCase);
    const next = await currentAgreement(app, theCase);
    await signAll(app, theCase, next);
    await admin.post(`/api/agreements/${next.agreementId}/seal`).expect(200);
    expect(await of(theCase)).to.include({ status: "open", agreementId: next.agreementId });
    expect(await events(theCase)).to.include("confirmation.withdrawn");
  });
});
