import { expect } from "chai";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, TestClock, type Client, type TestApp } from "../support/app.ts";
import {
  agreedFact,
  answer,
  draftRecord,
  factsOf,
  propose,
  signAsBorrower,
  signAsPlatform,
} from "../support/facts.ts";
import { buildPeople, type People } from "../support/people.ts";
import { expectSoundPdf, inkOf, pagesOf, wordsOf } from "../support/pdf.ts";
import { buildRoomCase, type CookieClient } from "../support/roomCase.ts";
import { borrowerClient, codeSent, drawnName } from "../support/settlement.ts";
import { eventsOf } from "../support/signing.ts";

const START = "2026-11-02T02:00:00.000Z";

describe("facts of a case", function () {
  this.timeout(120_000);
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let borrower: CookieClient;
  let agent: Client;
  let approver: Client;
  let mediator: Client;
  let admin: Client;

  before(async () => {
    app = await startTestApp({ clock: new TestClock(START) });
    people = await buildPeople(app);
    [agent, approver, mediator, admin] = [
      await app.signIn("agent"),
      await app.signIn("approver"),
      await app.signIn("mediator"),
      await app.signIn("admin"),
    ];
  });
  after(() => app.close());
  beforeEach(async () => {
    app.clock.set(START);
    theCase = await buildRoomCase(app, people);
    borrower = await borrowerClient(app, theCase);
  });

  const factEvents = async () =>
    (await eventsOf(app, theCase.id)).filter(({ type }) => type.startsWith("fact"));

  it("are put by anybody and confirmed or disputed one by one", async () => {
    const first = await propose(borrower, theCase, "借款人2025年10月失业。");
    expect(first).to.include({ number: 1, status: "proposed", proposedBy: "borrower", fromData: false });
    expect(first.answers.borrower).to.include({ answer: "confirmed", byName: "张小伟" });
    const second = await propose(mediator, theCase, "双方于2026年10月通过电话。");
    const third = await propose(agent, theCase, "平台寄出过三次催告函。");
    expect([second.number, third.number]).to.deep.equal([2, 3]);
    const confirmed = await answer(agent, first, { answer: "confirmed", version: 1 });
    expect(confirmed.status).to.equal("confirmed");
    const disputed = await answer(borrower, third, { answer: "disputed", reason: "只收到一次", version: 1 });
    expect(disputed).to.include({ status: "disputed" });
    expect(disputed.answers.borrower.reason).to.equal("只收到一次");
    const back = await answer(borrower, third, { answer: "open", version: 2 });
    expect(back).to.include({ status: "proposed" });
    expect(back.answers.borrower).to.deep.equal({ answer: "open", reason: null, byName: null, at: null });
    await mediator.post(`/api/facts/${first.id}/answer`, { answer: "confirmed", version: 2 }).expect(403);
    for (const event of await factEvents()) {
      expect(event, event.type).to.include({ disclosure: "without_prejudice" });
      expect(event.audience).to.deep.equal(["borrower", "platform", "mediator"]);
    }
  });

  it("start over when they are reworded, and an answer is about the words on the screen", async () => {
    const fact = await agreedFact(app, theCase, "借款人月收入六千元。");
    expect(fact.status).to.equal("confirmed");
    const words = { text: "借款人税后月收入六千元。", version: fact.version };
    const reworded = (await borrower.put(`/api/facts/${fact.id}`, words).expect(200)).body;
    expect(reworded).to.include({ status: "proposed", text: words.text });
    expect(reworded.answers.platform.answer).to.equal("open");
    const stale = await agent.post(`/api/facts/${fact.id}/answer`, {
      answer: "confirmed",
      version: fact.version,
    });
    expect(stale.body.code).to.equal("version_conflict");
    await agent.put(`/api/facts/${fact.id}`, { text: "另一说法。", version: reworded.version }).expect(403);
    const byMediator = { text: "借款人月收入约六千元。", version: reworded.version };
    const third = (await mediator.put(`/api/facts/${fact.id}`, byMediator).expect(200)).body;
    expect(third).to.include({ status: "proposed", wordedBy: "mediator", proposedBy: "borrower" });
    expect(third.answers.borrower.answer).to.equal("open");
    await agent.post(`/api/facts/${fact.id}/withdrawal`).expect(403);
    const gone = (await borrower.post(`/api/facts/${fact.id}/withdrawal`).expect(200)).body;
    expect(gone).to.deep.include({ status: "withdrawn", abilities: [] });
    const after = await agent.post(`/api/facts/${fact.id}/answer`, {
      answer: "confirmed",
      version: gone.version,
    });
    expect(after.body.code).to.equal("fact_fixed");
  });

  it("come from the data of the case too, each once, and confirmed lines only", async () => {
    const before = await factsOf(agent, theCase);
    expect(before.drawn.map(({ key }) => key.split(":")[0])).to.deep.equal([
      "contract",
      "disbursed",
      "overdue",
    ]);
    const { lines } = await app.tx((tx) => app.services.statements.current(tx, theCase.id));
    const [line] = lines;
    for (const who of [agent, borrower]) {
      await who.post(`/api/cases/${theCase.id}/statement/lines/${line?.id}`, { answer: "confirmed" });
    }
    const drawn = (await factsOf(agent, theCase)).drawn;
    const found = drawn.find(({ key }) => key.startsWith("line:"));
    expect(found?.text).to.include("尚欠本金12,000.00元");
    const put = await agent.post(`/api/cases/${theCase.id}/facts`, { dataKey: found?.key }).expect(201);
    expect(put.body).to.include({ fromData: true, text: found?.text });
    expect((await factsOf(agent, theCase)).drawn.map(({ key }) => key)).to.not.include(found?.key);
    await agent.post(`/api/cases/${theCase.id}/facts`, { dataKey: found?.key }).expect(409);
    await agent.post(`/api/cases/${theCase.id}/facts`, { dataKey: "line:none" }).expect(409);
    await agent.post(`/api/cases/${theCase.id}/facts`, { dataKey: found?.key, text: "两者" }).expect(400);
  });

  it("are refused where they cannot be printed, too long, or out of season", async () => {
    const path = `/api/cases/${theCase.id}/facts`;
    for (const text of ["", "a\u202eb", "第一行\n第二行", "长".repeat(301), "无字形\u{2FFFF}"]) {
      await borrower.post(path, { text }).expect(400);
    }
    await propose(borrower, theCase, "长".repeat(300));
    const paused = await buildRoomCase(app, people, { paused: true });
    const inPause = await mediator.post(`/api/cases/${paused.id}/facts`, { text: "事实。" });
    expect(inPause.body.code).to.equal("case_paused");
    const ended = await buildRoomCase(app, people, { stage: "closed" });
    const late = await mediator.post(`/api/cases/${ended.id}/facts`, { text: "事实。" });
    expect(late.body.code).to.equal("stage_forbids");
    expect((await factsOf(mediator, ended)).abilities).to.deep.equal([]);
    await (await app.signIn("otherAgent")).get(path).expect(404);
  });

  it("become a record when both sign it, sealed, and shareable from then on", async () => {
    await agreedFact(app, theCase, "借款人2025年10月失业。", { borrower, agent });
    const open = await propose(agent, theCase, "借款人收到过三次催告函。");
    await answer(borrower, open, { answer: "disputed", reason: "争议理由七九三一", version: 1 });
    await agent.post(`/api/cases/${theCase.id}/fact-records`).expect(403);
    const record = await draftRecord(mediator, theCase);
    expect(record).to.include({ status: "drafted", sealed: false });
    expect(record.text.facts).to.deep.equal(["借款人2025年10月失业。"]);
    const draft = await borrower.get(`/api/fact-records/${record.id}/record.pdf`).expect(200);
    expect(wordsOf(draft.body)).to.include("供审阅").and.to.not.include("争议理由七九三一");
    await admin.get(`/api/fact-records/${record.id}/record.pdf`).expect(404);

    const wrong = await borrower.post(`/api/fact-records/${record.id}/signatures`, {
      method: "typed",
      typedName: "张小伟",
      oneTimeCode: "000000",
      consent: true,
      contentHash: record.contentHash,
    });
    expect(wrong.status).to.equal(401);
    const half = await signAsBorrower(app, borrower, theCase, record);
    expect(half.body).to.deep.include({ status: "signed_by_borrower", abilities: [] });
    expect((await signAsBorrower(app, borrower, theCase, record).catch(() => null))?.status).to.not.equal(
      200,
    );
    expect((await factsOf(approver, theCase)).record?.abilities).to.deep.equal(["sign"]);
    expect((await factsOf(agent, theCase)).record?.abilities).to.deep.equal([]);
    expect((await signAsPlatform(approver, { ...record, contentHash: "0".repeat(64) })).body.code).to.equal(
      "terms_changed",
    );
    expect((await signAsPlatform(approver, record)).body).to.include({ status: "signed" });
    await app.services.facts.papers.seal(record.id);
    await app.services.facts.papers.seal(record.id);

    const list = await factsOf(borrower, theCase);
    expect(list.record).to.equal(null);
    expect(list.signed.map(({ id, sealed }) => [id, sealed])).to.deep.equal([[record.id, true]]);
    expect(list.items.map(({ status }) => status)).to.deep.equal(["recorded", "disputed"]);
    const paper = await admin.get(`/api/fact-records/${record.id}/record.pdf`).expect(200);
    expectSoundPdf(paper.body);
    expect(pagesOf(paper.body)).to.equal(2);
    for (const ink of inkOf(paper.body)) expect(ink).to.be.greaterThan(0.005);
    const words = wordsOf(paper.body);
    for (const part of [
      "无争议事实记录",
      record.text.number,
      "借款人2025年10月失业。",
      "第2页共2页",
      "签署授权书",
      "核验码",
    ]) {
      expect(words).to.include(part);
    }
    for (const never of ["三次催告函", "争议理由七九三一", "供审阅"]) expect(words).to.not.include(never);
    const sealed = (await factEvents()).filter(({ disclosure }) => disclosure === "shareable");
    expect(sealed.map(({ type }) => type)).to.deep.equal(["factRecord.sealed"]);
  });

  it("void an unsigned record when one of them changes, and keep it when another does", async () => {
    const one = await agreedFact(app, theCase, "事实一。", { borrower, agent });
    await agreedFact(app, theCase, "事实二。", { borrower, agent });
    const record = await draftRecord(mediator, theCase);
    expect((await signAsPlatform(approver, record)).status).to.equal(200);
    await propose(agent, theCase, "事实三。");
    expect((await factsOf(agent, theCase)).record?.status).to.equal("signed_by_platform");
    await answer(borrower, one, { answer: "disputed", version: one.version });
    expect((await factsOf(agent, theCase)).record).to.equal(null);
    expect((await signAsPlatform(approver, record)).body.code).to.equal("stage_forbids");
    const again = await draftRecord(mediator, theCase);
    expect(again.text.facts).to.deep.equal(["事实二。"]);
    const third = await draftRecord(mediator, theCase);
    expect(third.text.number).to.match(/-3$/);
    expect((await signAsPlatform(approver, again)).body.code).to.equal("stage_forbids");
    const ended = (await mediator.post(`/api/fact-records/${third.id}/voiding`).expect(200)).body;
    expect(ended.status).to.equal("voided");
    const why = (await factEvents()).flatMap((event) =>
      event.type === "factRecord.voided" ? [event.payload.why] : [],
    );
    expect(why).to.deep.equal(["fact_changed", "drafted_anew", "mediator"]);
  });

  it("stand in one record only, and can be signed when the talks have failed", async () => {
    await agreedFact(app, theCase, "事实一。", { borrower, agent });
    await mediator.post(`/api/cases/${theCase.id}/terminate`, { reason: "impasse" }).expect(200);
    const record = await draftRecord(mediator, theCase);
    expect((await signAsPlatform(approver, record)).status).to.equal(200);
    await borrower.post(`/api/fact-records/${record.id}/one-time-codes`).expect(200);

    const drawn = await borrower.post(`/api/fact-records/${record.id}/signatures`, {
      method: "drawn",
      imagePng: await drawnName(),
      oneTimeCode: await codeSent(app, theCase),
      consent: true,
      contentHash: record.contentHash,
    });
    expect(drawn.body.status).to.equal("signed");
    const empty = await mediator.post(`/api/cases/${theCase.id}/fact-records`);
    expect(empty.body.code).to.equal("document_incomplete");
    expect((await factsOf(mediator, theCase)).abilities).to.deep.equal([]);
  });

  it("is signed for a platform by an authority in force only", async () => {
    await agreedFact(app, theCase, "事实一。", { borrower, agent });
    const record = await draftRecord(mediator, theCase);
    const from = (date: string) =>
      app.tx((tx) =>
        rows(tx.manager, `UPDATE signing_authority SET valid_from = $1::date WHERE staff_id = $2`, [
          date,
          people.approver.id,
        ]),
      );
    await from("2026-11-03");
    expect((await signAsPlatform(approver, record)).body.code).to.equal("authority_missing");
    await from("2026-11-02");
    expect((await signAsPlatform(approver, record)).body.status).to.equal("signed_by_platform");
  });
});
