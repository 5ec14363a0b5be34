import { expect } from "chai";
import type { Case } from "../../server/cases/index.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import type { MinutesList, MinutesView } from "../../shared/minutes/minutesView.ts";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { startTestApp, TestClock, type Client, type TestApp } from "../support/app.ts";
import { agreedFact, answer as answerFact, propose } from "../support/facts.ts";
import { buildPeople, type People } from "../support/people.ts";
import { expectSoundPdf, inkOf, textOf, wordsOf } from "../support/pdf.ts";
import { borrowerActor, buildRoomCase, type CookieClient } from "../support/roomCase.ts";
import { borrowerClient, termsFor } from "../support/settlement.ts";
import { eventsOf } from "../support/signing.ts";

const START = "2026-11-02T02:00:00.000Z";
const TODAY = { firstDay: "2026-11-02", lastDay: "2026-11-02" };

describe("minutes of the mediation", function () {
  this.timeout(120_000);
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let borrower: CookieClient;
  let agent: Client;
  let mediator: Client;

  before(async () => {
    app = await startTestApp({ clock: new TestClock(START) });
    people = await buildPeople(app);
    [agent, mediator] = [await app.signIn("agent"), await app.signIn("mediator")];
  });
  after(() => app.close());
  beforeEach(async () => {
    app.clock.set(START);
    theCase = await buildRoomCase(app, people);
    borrower = await borrowerClient(app, theCase);
    for (const who of [mediator, borrower, agent]) {
      await who.post(`/api/cases/${theCase.id}/room/join`, { groundRules: GROUND_RULES });
    }
  });

  const path = () => `/api/cases/${theCase.id}/minutes`;
  const list = async (who: Client | CookieClient): Promise<MinutesList> =>
    (await who.get(path()).expect(200)).body as MinutesList;
  const draft = async (what: object = TODAY): Promise<MinutesView> =>
    (await mediator.post(path(), what).expect(201)).body as MinutesView;
  const act = async ({ id }: MinutesView, what: string): Promise<MinutesView> =>
    (await mediator.post(`/api/minutes/${id}/${what}`).expect(200)).body as MinutesView;
  const say = (who: Client | CookieClient, minutes: MinutesView, body: object) =>
    who.post(`/api/minutes/${minutes.id}/answer`, { contentHash: minutes.contentHash, ...body });
  const append = (...drafts: EventDraft[]) =>
    app.tx((tx) => app.services.journal.append(tx, theCase.id, { kind: "system", name: "Parley" }, drafts));
  const correction = (minutes: MinutesView, more: object = {}) => ({
    remarks: {},
    outcomeRemark: null,
    general: null,
    absent: [],
    version: minutes.version,
    ...more,
  });

  it("are the mediator's until laid open, and confirmed by those present one by one", async () => {
    await agreedFact(app, theCase, "借款人2025年10月失业。", { borrower, agent });
    const drafted = await draft();
    expect(drafted).to.include({ status: "drafted", ownId: null });
    expect(drafted.abilities).to.deep.equal(["revise", "lay_open", "withdraw"]);
    expect(drafted.body.points.map(({ text }) => text)).to.include("双方确认事实1：借款人2025年10月失业。");
    expect(drafted.body.present.map(({ name }) => name)).to.have.members(["调解员周", "张小伟", "专员陈"]);
    expect((await list(borrower)).items).to.deep.equal([]);
    await borrower.get(`/api/minutes/${drafted.id}/minutes.pdf`).expect(404);
    await say(borrower, drafted, { answer: "confirmed" }).expect(404);

    const [point] = drafted.body.points;
    const remarks = { [point!.key]: "双方均到场。" };
    const { body: revised } = await mediator
      .put(`/api/minutes/${drafted.id}`, correction(drafted, { remarks, general: "下次约在周五。" }))
      .expect(200);
    expect(revised.body.points[0].remark).to.equal("双方均到场。");
    expect(revised.contentHash).to.not.equal(drafted.contentHash);
    await mediator.put(`/api/minutes/${drafted.id}`, correction(drafted)).expect(409);
    await agent.put(`/api/minutes/${drafted.id}`, correction(revised)).expect(403);

    const open = await act(drafted, "laying-open");
    expect((await list(borrower)).items.map(({ status }) => status)).to.deep.equal(["open"]);
    expect((await say(borrower, drafted, { answer: "confirmed" })).body.code).to.equal("terms_changed");
    await say(mediator, open, { answer: "confirmed" }).expect(403);
    expect((await say(borrower, open, { answer: "refused" })).status).to.equal(400);
    await say(borrower, open, { answer: "refused", remark: "我是九点半到的。" }).expect(200);
    expect((await list(agent)).items[0]?.status).to.equal("open");
    const { body: last } = await say(agent, open, { answer: "confirmed" }).expect(200);
    expect(last).to.deep.include({ status: "final", abilities: [] });
    await app.services.minutes.papers.seal(drafted.id);
    await app.services.minutes.papers.seal(drafted.id);

    const paper = await borrower.get(`/api/minutes/${drafted.id}/minutes.pdf`).expect(200);
    expectSoundPdf(paper.body);
    for (const ink of inkOf(paper.body)) expect(ink).to.be.greaterThan(0.005);
    const words = wordsOf(paper.body);
    for (const part of [
      "调解笔录",
      drafted.number,
      "双方均到场。",
      "下次约在周五。",
      "我是九点半到的。",
      "不予确认",
      "确认无误",
      "核验码",
    ]) {
      expect(words).to.include(part);
    }
    expect(words).to.match(/第1页共\d页/);
    const told = (await eventsOf(app, theCase.id)).filter(({ type }) => type.startsWith("minutes."));
    expect(told.map(({ type }) => type)).to.deep.equal([
      "minutes.drafted",
      "minutes.laidOpen",
      "minutes.answered",
      "minutes.answered",
      "minutes.finished",
      "minutes.sealed",
    ]);
    for (const { disclosure } of told) expect(disclosure).to.not.equal("shareable");
  });

  it("are of a session that has ended, once, with those who were counted in it", async () => {
    const events = await eventsOf(app, theCase.id);
    const members = events.flatMap((event) => (event.type === "member.joined" ? [event.payload] : []));
    const sessionId = theCase.id;
    await append({ type: "session.started", payload: { sessionId, number: 1, plannedEnd: START } });
    app.clock.advance(3_600_000);
    const attendance = members
      .filter(({ party }) => party !== "platform")
      .map((member) => ({ ...member, seconds: 3_000 }));
    await append({ type: "session.ended", payload: { sessionId, number: 1, seconds: 3_600, attendance } });
    expect((await list(mediator)).sessions.map(({ number }) => number)).to.deep.equal([1]);
    expect((await list(agent)).sessions).to.deep.equal([]);
    const minutes = await draft({ sessionId });
    expect(minutes.body.present.map(({ party, seconds }) => [party, seconds])).to.deep.equal([
      ["mediator", 3_000],
      ["borrower", 3_000],
    ]);
    expect((await list(mediator)).sessions).to.deep.equal([]);
    expect((await mediator.post(path(), { sessionId })).body.code).to.equal("already_done");
    const gone = await act(minutes, "withdrawal");
    expect(gone.status).to.equal("withdrawn");
    const again = await draft({ sessionId });
    const [first] = again.body.present.filter(({ party }) => party === "borrower");
    const { body: alone } = await mediator
      .put(`/api/minutes/${again.id}`, correction(again, { absent: [first?.personId] }))
      .expect(200);
    expect(alone.body.present.map(({ here }: { here: boolean }) => here)).to.deep.equal([true, false]);
    const open = await act(again, "laying-open");
    expect((await say(agent, open, { answer: "confirmed" })).status).to.equal(403);
    expect((await say(borrower, open, { answer: "confirmed" })).status).to.equal(403);
    expect((await act(again, "finish")).status).to.equal("final");
  });

  it("can be called back and are confirmed anew, and finished without those who are silent", async () => {
    const minutes = await draft();
    const open = await act(minutes, "laying-open");
    await say(borrower, open, { answer: "confirmed" }).expect(200);
    const back = await act(minutes, "recall");
    expect(back).to.deep.include({ status: "drafted", answers: [] });
    expect((await list(borrower)).items).to.deep.equal([]);
    const again = await act(minutes, "laying-open");
    await say(borrower, again, { answer: "confirmed" }).expect(200);
    await act(minutes, "finish");
    expect((await say(agent, again, { answer: "confirmed" })).body.code).to.equal("minutes_fixed");
    await app.services.minutes.papers.seal(minutes.id);
    const { body } = await agent.get(`/api/minutes/${minutes.id}/minutes.pdf`).expect(200);
    expect(wordsOf(body)).to.include("未表示意见");
  });

  it("refuse spans that cannot be, unprintable remarks, and strangers", async () => {
    for (const span of [
      { firstDay: "2026-11-03", lastDay: "2026-11-02" },
      { firstDay: "2026-11-03", lastDay: "2026-11-03" },
      { firstDay: "2026-07-01", lastDay: "2026-11-02" },
      { firstDay: "2026-02-30", lastDay: "2026-11-02" },
      { firstDay: "2026-11-02" },
      {},
    ]) {
      await mediator.post(path(), span).expect(400);
    }
    const minutes = await draft();
    for (const general of ["a\u202eb", "长".repeat(501)]) {
      await mediator.put(`/api/minutes/${minutes.id}`, correction(minutes, { general })).expect(400);
    }
    await agent.post(path(), TODAY).expect(403);
    await (await app.signIn("otherMediator")).get(path()).expect(404);
    await (await app.signIn("admin")).get(path()).expect(403);
  });

  it("know nothing of what was said: not in a caucus, a note, a sealed answer, an offer, or aloud", async () => {
    const said = {
      joint: "JOINTWORDS4471",
      caucusBorrower: "CAUCUSB9920",
      caucusPlatform: "CAUCUSP3318",
      note: "MEDIATORNOTE7752",
      offerNote: "OFFERNOTE6104",
      sealed: "SEALEDANSWER2087",
      refusal: "REFUSALNOTE5513",
      termination: "TERMINATIONNOTE1946",
      reason: "DISPUTEREASON8360",
      drafted: "DRAFTEDOFFER7215",
    };
    const post = (who: Client | CookieClient, channel: string, text: string) =>
      who.post(`/api/cases/${theCase.id}/room/messages`, { channel, text });
    for (const answer of [
      await post(borrower, "joint", said.joint),
      await post(borrower, "caucus_borrower", said.caucusBorrower),
      await post(agent, "caucus_platform", said.caucusPlatform),
      await post(mediator, "mediator_notes", said.note),
    ]) {
      expect(answer.status, JSON.stringify(answer.body)).to.be.below(300);
    }
    const disputed = await propose(agent, theCase, "平台寄出过催告函。");
    await answerFact(borrower, disputed, { answer: "disputed", reason: said.reason, version: 1 });
    const terms = await termsFor(app, theCase);
    const expiresAt = new Date(app.clock.now().getTime() + 3_600_000).toISOString();
    const offer = { caseId: theCase.id, terms, note: said.offerNote, expiresAt };
    await app.tx((tx) => app.services.offers.offers.put(tx, borrowerActor(theCase), offer));
    const { id } = theCase;
    for (const party of ["borrower", "platform"] as const) {
      await append(
        {
          type: "proposal.answered",
          payload: {
            proposalId: id,
            number: 1,
            party,
            answer: "yes",
            leave: "not_needed",
            warning: said.sealed,
          },
        },
        { type: "agreement.refusalExplained", payload: { agreementId: id, party, note: said.refusal } },
      );
    }
    await append(
      { type: "case.terminationNoted", payload: { note: said.termination } },
      { type: "offer.drafted", payload: { offerId: id, number: 0, terms, termsHash: said.drafted } },
      { type: "borrower.reported", payload: { report: "need_help", note: said.reason, identified: true } },
    );
    const drafted = await draft();
    const open = await act(drafted, "laying-open");
    const before = await agent.get(`/api/minutes/${drafted.id}/minutes.pdf`).expect(200);
    await say(borrower, open, { answer: "confirmed" }).expect(200);
    await say(agent, open, { answer: "confirmed" }).expect(200);
    await app.services.minutes.papers.seal(drafted.id);
    const after = await agent.get(`/api/minutes/${drafted.id}/minutes.pdf`).expect(200);
    const places: [string, string][] = [
      ["draft", JSON.stringify(drafted)],
      ["borrower's list", JSON.stringify(await list(borrower))],
      ["platform's list", JSON.stringify(await list(agent))],
      ["draft paper", textOf(before.body) + (before.body as Buffer).toString("latin1")],
      ["sealed paper", textOf(after.body) + (after.body as Buffer).toString("latin1")],
    ];
    for (const [place, text] of places) {
      for (const [kind, words] of Object.entries(said)) {
        expect(text.includes(words), `${kind} in ${place}`).to.equal(false);
      }
    }
    // The test can fail: what is joint is found in the very same places.
    for (const [place, text] of places) expect(text, place).to.include("借款人提出方案1");
  });

  it("never go into a packet or the file of the case", async () => {
    const marker = "MINUTESREMARK4409";
    const minutes = await draft();
    await mediator.put(`/api/minutes/${minutes.id}`, correction(minutes, { general: marker })).expect(200);
    await act(minutes, "laying-open");
    await act(minutes, "finish");
    await app.services.minutes.papers.seal(minutes.id);
    await mediator.post(`/api/cases/${theCase.id}/terminate`, { reason: "impasse" }).expect(200);
    await app.services.caseWork.certificates.issue(theCase.id);
    const { body } = await agent
      .post(`/api/cases/${theCase.id}/escalation`, { lawyerId: people.lawyer.id })
      .expect(202);
    await app.services.escalations.packets.compose(body.id);
    const lawyer = await app.signIn("lawyer");
    const packet = await lawyer.get(`/api/escalations/${body.id}/packet.pdf`).buffer(true).expect(200);
    const words = wordsOf(packet.body as Buffer);
    expect(words).to.include("调解终止证明");
    expect(words).to.not.include(marker);
    const asked = await mediator.post(`/api/cases/${theCase.id}/case-file`);
    expect(asked.status).to.be.below(300);
    await app.services.caseFiles.caseFiles.compose(asked.body.latest?.id ?? asked.body.id);
    const file = await mediator.get(`/api/cases/${theCase.id}/case-file/document.pdf`).buffer(true);
    expect(file.status).to.equal(200);
    expect(wordsOf(file.body as Buffer)).to.not.include(marker);
  });
});
