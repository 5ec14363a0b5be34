import { expect } from "chai";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, TestClock, type Client, type TestApp } from "../support/app.ts";
import { addExhibit, bytesOf, fixture, photo } from "../support/evidence.ts";
import { contentOf } from "../support/outsideView.ts";
import { buildPeople, type People } from "../support/people.ts";
import { expectSoundPdf, pagesOf, textOf, wordsOf } from "../support/pdf.ts";
import { borrowerActor, buildRoomCase } from "../support/roomCase.ts";
import { borrowerClient, buildPerforming } from "../support/settlement.ts";

const PARTS = [
  "受理登记表",
  "权利义务告知书",
  "身份证明",
  "授权委托书",
  "调查记录",
  "证据",
  "调解记录",
  "协议书",
  "履行凭证",
  "回访记录",
  "司法确认材料",
  "情况说明",
];

describe("the mediation file", function () {
  this.timeout(120_000);
  let app: TestApp;
  let people: People;
  let mediator: Client;
  let admin: Client;
  let agent: Client;

  before(async () => {
    app = await startTestApp({ clock: new TestClock("2026-11-02T02:00:00.000Z") });
    people = await buildPeople(app);
    [mediator, admin, agent] = [
      await app.signIn("mediator"),
      await app.signIn("admin"),
      await app.signIn("agent"),
    ];
  });
  after(() => app.close());

  const make = async (caseId: string, client: Client = mediator): Promise<string> => {
    const asked = await client.post(`/api/cases/${caseId}/case-file`).expect(202);
    await app.services.caseFiles.caseFiles.compose(String(asked.body.id));
    return String(asked.body.id);
  };
  const document = (caseId: string, client: Client = mediator) =>
    bytesOf(client.get(`/api/cases/${caseId}/case-file/document.pdf`));

  it("has every part in its order, with pages, and 无 where there is nothing", async () => {
    const { theCase } = await buildPerforming(app, people);
    await addExhibit(agent, theCase.id, { bytes: fixture("01_normal.pdf") }).expect(201);
    await addExhibit(
      agent,
      theCase.id,
      { bytes: await photo(3), fileName: "转账.jpg" },
      { name: "转账凭证" },
    ).expect(201);
    await agent
      .post(`/api/cases/${theCase.id}/payments`, { fen: 100_000, paidOn: "2026-11-02", reference: "转账-9" })
      .expect(200);
    await make(theCase.id);
    const state = await admin.get(`/api/cases/${theCase.id}/case-file`).expect(200);
    expect(state.body.latest).to.include({ status: "ready" });
    expect(state.body.latest.done).to.equal(state.body.latest.total);
    const bytes = await document(theCase.id, admin);
    expectSoundPdf(bytes, { ownFontsOnly: false });
    expect(pagesOf(bytes)).to.equal(state.body.latest.pageCount);
    const index = textOf(bytes, 1) + textOf(bytes, 2);
    let from = index.indexOf("目");
    for (const [at, part] of PARTS.entries()) {
      const found = index.indexOf(`${at + 1} ${part}`, from);
      expect(found, part).to.be.greaterThan(from);
      from = found;
    }
    expect(index).to.match(/10 回访记录\s*无/);
    expect(index).to.match(/11 司法确认材料\s*无/);
    const words = wordsOf(bytes);
    for (const each of ["转账凭证", "借款合同", "转账-9", "调解协议书", "内部使用", "张小伟", "盖章生效"]) {
      expect(words).to.include(each);
    }
    const events = await app.tx((tx) => app.services.journal.page(tx, theCase.id, 0, 500));
    expect(events.at(-1)).to.include({ type: "caseFile.made", disclosure: "shareable" });
    expect(events.at(-1)?.audience).to.deep.equal(["mediator"]);
  });

  it("holds nothing that was said, in the room, in confidence or in a note, and no private paper", async () => {
    const theCase = await buildRoomCase(app, people);
    const said = ["joint", "caucus_borrower", "caucus_platform", "mediator_notes"] as const;
    const { messages, rooms } = app.services.rooms;
    const mediatorActor = (await app.services.accounts.loadActor({
      kind: "staff",
      staffId: people.mediator.id,
      epoch: 0,
    }))!;
    await app.tx((tx) =>
      rooms.join(tx, mediatorActor, { caseId: theCase.id, since: 0, groundRules: GROUND_RULES }),
    );
    for (const channel of said) {
      const text = `SAID-${channel}`;
      await app.tx((tx) => messages.post(tx, mediatorActor, { caseId: theCase.id, channel, text }));
    }
    await app.tx((tx) =>
      rooms.join(tx, borrowerActor(theCase), { caseId: theCase.id, since: 0, groundRules: GROUND_RULES }),
    );
    const papers: [Client, Record<string, string>][] = [
      [mediator, { name: "SAID-private", audience: '["mediator"]', disclosure: "mediator_private" }],
      [agent, { name: "SAID-settling", disclosure: "without_prejudice" }],
      [agent, { name: "SAID-platform", audience: '["platform"]', disclosure: "shareable" }],
    ];
    for (const [place, [client, fields]] of papers.entries()) {
      const file = { bytes: await photo(40 + place), fileName: `${place}.jpg` };
      await addExhibit(client, theCase.id, file, fields).expect(201);
    }
    const seen = await photo(50);
    await addExhibit(agent, theCase.id, { bytes: seen, fileName: "x.jpg" }, { name: "SHOWN" }).expect(201);
    await make(theCase.id);
    const text = contentOf(await document(theCase.id));
    expect(text).to.include("SHOWN");
    expect(text).to.not.match(/SAID-/);
  });

  it("is the mediator's and the centre's alone", async () => {
    const theCase = await buildRoomCase(app, people);
    await mediator.get(`/api/cases/${theCase.id}/case-file/document.pdf`).expect(404);
    await make(theCase.id);
    const borrower = await borrowerClient(app, theCase);
    for (const client of [borrower, agent, await app.signIn("approver")]) {
      await client.get(`/api/cases/${theCase.id}/case-file`).expect(403);
      await client.get(`/api/cases/${theCase.id}/case-file/document.pdf`).expect(403);
      await client.post(`/api/cases/${theCase.id}/case-file`).expect(403);
    }
  });

  it("is made once at a time, and says what keeps it from being made", async () => {
    const theCase = await buildRoomCase(app, people);
    await addExhibit(
      agent,
      theCase.id,
      { bytes: await photo(60), fileName: "坏.jpg" },
      { name: "坏证据" },
    ).expect(201);
    const broken = await app.services.files.put(Buffer.from("%PDF-1.7 nothing"), "application/pdf");
    await app.tx(async (tx) => {
      await rows(
        tx.manager,
        `INSERT INTO stored_file (sha256, bytes, mime, created_at) VALUES ($1, 10, 'application/pdf', now()) ON CONFLICT DO NOTHING`,
        [broken.sha256],
      );
      await rows(tx.manager, `UPDATE exhibit SET file_sha256 = $2 WHERE case_id = $1`, [
        theCase.id,
        broken.sha256,
      ]);
    });
    const [one, two] = await Promise.all([
      mediator.post(`/api/cases/${theCase.id}/case-file`),
      admin.post(`/api/cases/${theCase.id}/case-file`),
    ]);
    expect(one.body.id).to.equal(two.body.id);
    await app.services.caseFiles.caseFiles.compose(String(one.body.id));
    const { body } = await mediator.get(`/api/cases/${theCase.id}/case-file`).expect(200);
    expect(body.latest).to.deep.include({
      status: "failed",
      failure: { code: "exhibit_unreadable", params: { name: "坏证据" } },
    });
  });
});
