import { expect } from "chai";
import { createHash } from "node:crypto";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import { createLog } from "../../server/log.ts";
import { startTestApp, TestClock, type Client, type TestApp } from "../support/app.ts";
import { addExhibit, bytesOf, fixture, photo } from "../support/evidence.ts";
import { expectSoundPdf, inkOf, pagesOf, wordsOf } from "../support/pdf.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerActor, buildRoomCase } from "../support/roomCase.ts";
import { borrowerClient, buildPerforming, termsFor } from "../support/settlement.ts";
import { unzip } from "../support/zip.ts";

const START = "2026-11-02T02:00:00.000Z";

describe("escalations", () => {
  let app: TestApp;
  let people: People;
  let agent: Client;
  let mediator: Client;
  let lawyer: Client;
  const logged: string[] = [];

  before(async function () {
    this.timeout(60_000);
    const log = createLog("debug", { write: (line: string) => void logged.push(line) });
    app = await startTestApp({ clock: new TestClock(START), log });
    people = await buildPeople(app);
  });
  beforeEach(async () => {
    app.clock.set(START);
    await signIn();
  });
  after(() => app.close());

  async function signIn(): Promise<void> {
    agent = await app.signIn("agent");
    mediator = await app.signIn("mediator");
    lawyer = await app.signIn("lawyer");
  }

  async function terminate(theCase: Case, note = "双方差距过大"): Promise<void> {
    await mediator.post(`/api/cases/${theCase.id}/terminate`, { reason: "impasse", note }).expect(200);
    await app.services.caseWork.certificates.issue(theCase.id);
  }

  /** Ask, and wait for what the job does: running it here as well changes nothing. */
  async function escalate(theCase: Case): Promise<string> {
    const path = `/api/cases/${theCase.id}/escalation`;
    const { body } = await agent.post(path, { lawyerId: people.lawyer.id }).expect(202);
    await app.services.escalations.packets.compose(body.id);
    return body.id as string;
  }

  it("hand a lawyer one packet to file from, and every opening is on record", async () => {
    const theCase = await buildRoomCase(app, people);
    await addExhibit(agent, theCase.id, { bytes: fixture("01_normal.pdf") }, { name: "借款合同" }).expect(
      201,
    );
    await addExhibit(
      agent,
      theCase.id,
      { bytes: fixture("16_rotated.pdf") },
      { groupNo: "3", name: "还款流水" },
    );
    await addExhibit(agent, theCase.id, { bytes: await photo(11), fileName: "催告.jpg" }, { groupNo: "4" });
    await terminate(theCase);
    const id = await escalate(theCase);
    const asked = await agent.get(`/api/escalations/${id}`).expect(200);
    expect(asked.body).to.include({ status: "sealed", failure: null });
    expect(asked.body.lawyer).to.deep.equal({
      id: people.lawyer.id,
      name: "律师郑",
      firm: "浙江衡正律师事务所",
    });
    expect((await app.tx((tx) => app.services.cases.find(tx, theCase.id))).stage).to.equal("escalated");
    expect((await agent.get(`/api/escalations/${id}/openings`)).body.items).to.deep.equal([]);

    const list = await lawyer.get("/api/escalations").expect(200);
    expect(list.body.items[0]).to.include({ id, caseNumber: theCase.number, claimFen: 1_244_560 });
    const seen = await lawyer.get(`/api/escalations/${id}`).expect(200);
    expect(seen.body.summary.claimFen).to.equal(1_244_560);
    expect(seen.body.summary.exhibits.map((each: { number: string }) => each.number)).to.deep.equal([
      "1-1",
      "3-1",
      "4-1",
    ]);
    const packet = await bytesOf(lawyer.get(`/api/escalations/${id}/packet.pdf`));
    const zip = await bytesOf(lawyer.get(`/api/escalations/${id}/packet.zip`));
    const { body: openings } = await agent.get(`/api/escalations/${id}/openings`).expect(200);
    expect(openings.items.map((each: { what: string }) => each.what)).to.deep.equal([
      "zip",
      "packet",
      "page",
    ]);
    expect(openings.items[0].byName).to.equal("律师郑");

    expectSoundPdf(packet, { ownFontsOnly: false });
    const checked = await (
      await app.visitor()
    )
      .upload("/api/public/documents/check")
      .attach("file", packet, "x.pdf")
      .expect(200);
    expect(checked.body.verdict).to.equal("unaltered");
    expect(wordsOf(packet, 1)).to.contain(`核验码${checked.body.document.code}`);
    expect(pagesOf(packet)).to.equal(seen.body.pageCount);
    expect(inkOf(packet).every((ink) => ink > 0)).to.equal(true);
    const words = wordsOf(packet);
    for (const word of [
      "民事起诉状",
      "证据目录",
      "调解终止证明",
      "张小伟",
      "星汇消费平台",
      "律师郑",
      theCase.number,
    ]) {
      expect(words).to.contain(word);
    }
    const files = unzip(zip);
    expect([...files.keys()]).to.include.members([
      "packet.pdf",
      "certificate.pdf",
      "manifest.json",
      "calculation.csv",
    ]);
    expect(files.get("packet.pdf")?.equals(packet)).to.equal(true);
    for (const file of seen.body.manifest.files as { path: string; sha256: string; size: number }[]) {
      const bytes = files.get(file.path)!;
      expect(createHash("sha256").update(bytes).digest("hex"), file.path).to.equal(file.sha256);
      expect(bytes.length).to.equal(file.size);
    }
    expect(JSON.parse(files.get("manifest.json")!.toString())).to.deep.equal(seen.body.manifest);
  });

  it("let nothing said in confidence into packet, archive, manifest, log, or the lawyer's sight", async () => {
    const markers = {
      offerNote: "OFFERNOTE7391",
      caucus: "CAUCUS5520",
      joint: "JOINTTALK8842",
      mediatorNote: "MEDIATORNOTE1148",
      termination: "TERMINATION6603",
      exhibit: "PRIVATEEXHIBIT9027",
      platformTalk: "PLATFORMTALK3310",
      withdrawn: "WITHDRAWN4417",
    };
    const theCase = await buildRoomCase(app, people);
    const borrower = await borrowerClient(app, theCase);
    const say = (client: Client | typeof borrower, channel: string, text: string) =>
      client.post(`/api/cases/${theCase.id}/room/messages`, { channel, text });
    for (const client of [borrower, mediator, agent]) {
      expect(
        (await client.post(`/api/cases/${theCase.id}/room/join`, { groundRules: GROUND_RULES })).status,
      ).to.be.below(300);
    }
    for (const answer of [
      await say(borrower, "caucus_borrower", markers.caucus),
      await say(borrower, "joint", markers.joint),
      await say(mediator, "mediator_notes", markers.mediatorNote),
      await say(agent, "caucus_platform", markers.platformTalk),
    ]) {
      expect(answer.status, JSON.stringify(answer.body)).to.be.below(300);
    }
    const terms = await termsFor(app, theCase);
    const expiresAt = new Date(app.clock.now().getTime() + 3_600_000).toISOString();
    const offer = { caseId: theCase.id, terms, note: markers.offerNote, expiresAt };
    await app.tx((tx) => app.services.offers.offers.put(tx, borrowerActor(theCase), offer));
    const secret = { name: markers.exhibit, proves: markers.exhibit, disclosure: "without_prejudice" };
    await addExhibit(
      agent,
      theCase.id,
      { bytes: await photo(21), fileName: `${markers.exhibit}.jpg` },
      secret,
    ).expect(201);
    const notForPlatform = { name: markers.exhibit, audience: JSON.stringify(["borrower", "mediator"]) };
    await addExhibit(borrower, theCase.id, { bytes: await photo(22) }, notForPlatform).expect(201);
    const taken = await addExhibit(
      agent,
      theCase.id,
      { bytes: await photo(23) },
      { name: markers.withdrawn },
    );
    await agent.post(`/api/exhibits/${taken.body.id}/withdrawal`).expect(200);
    await addExhibit(agent, theCase.id, { bytes: await photo(24) }, { name: "公开的合同" }).expect(201);
    await terminate(theCase, markers.termination);
    const id = await escalate(theCase);

    const packet = await bytesOf(lawyer.get(`/api/escalations/${id}/packet.pdf`));
    const zip = await bytesOf(lawyer.get(`/api/escalations/${id}/packet.zip`));
    const detail = await lawyer.get(`/api/escalations/${id}`).expect(200);
    const files = unzip(zip);
    const places: [string, string][] = [
      ["packet words", wordsOf(packet)],
      ["packet bytes", packet.toString("latin1")],
      ["archive names", [...files.keys()].join()],
      ...[...files].map(([name, bytes]): [string, string] => [name, bytes.toString("utf8")]),
      ["detail", JSON.stringify(detail.body)],
      ["list", JSON.stringify((await lawyer.get("/api/escalations")).body)],
      ["openings", JSON.stringify((await lawyer.get(`/api/escalations/${id}/openings`)).body)],
      ["log", logged.join("")],
    ];
    for (const [place, text] of places) {
      for (const [kind, marker] of Object.entries(markers)) {
        expect(text.includes(marker), `${kind} in ${place}`).to.equal(false);
      }
    }
    // The test can fail: what is shareable is found in the very same places.
    expect(wordsOf(packet)).to.contain("公开的合同");
    expect(files.get("packet.pdf")?.equals(packet)).to.equal(true);
    expect(detail.body.summary.exhibits).to.have.length(1);
  });

  it("exist for their own lawyer once sealed, for their platform, and for nobody else", async () => {
    const theCase = await buildRoomCase(app, people);
    await terminate(theCase);
    const id = await escalate(theCase);
    for (const name of ["otherLawyer", "otherAgent", "otherApprover"]) {
      const client = await app.signIn(name);
      for (const path of ["", "/packet.pdf", "/packet.zip", "/openings"]) {
        expect((await client.get(`/api/escalations/${id}${path}`)).status, `${name}${path}`).to.equal(404);
      }
      const { body } = await client.get("/api/escalations").expect(200);
      expect(body.items.map((item: { id: string }) => item.id)).to.not.include(id);
    }
    const outsider = await app.signIn("otherLawyer");
    await outsider.post(`/api/escalations/${id}/outcome`, { outcome: "judgment" }).expect(404);
    for (const name of ["mediator", "admin"]) {
      await (await app.signIn(name)).get(`/api/escalations/${id}`).expect(403);
    }
    await (await borrowerClient(app, theCase)).get(`/api/escalations/${id}`).expect(403);
    await app.tx((tx) => rows(tx.manager, `UPDATE escalation SET status = 'composing' WHERE id = $1`, [id]));
    await lawyer.get(`/api/escalations/${id}`).expect(404);
  });

  it("say what is missing, and succeed when asked again after it was added", async () => {
    const theCase = await buildRoomCase(app, people);
    await terminate(theCase);
    const address = (value: string | null) =>
      app.tx((tx) =>
        rows(tx.manager, `UPDATE borrower SET registered_address = $2 WHERE id = $1`, [
          theCase.borrowerId,
          value,
        ]),
      );
    await address(null);
    const id = await escalate(theCase);
    const failed = await agent.get(`/api/escalations/${id}`).expect(200);
    expect(failed.body.status).to.equal("failed");
    expect(failed.body.failure.code).to.equal("document_incomplete");
    expect(failed.body.failure.missing).to.deep.include({
      field: "/defendant/residentialAddress",
      why: "missing",
    });
    expect(failed.body.abilities).to.include("retry");
    expect((await app.tx((tx) => app.services.cases.find(tx, theCase.id))).stage).to.equal("terminated");
    await lawyer.get(`/api/escalations/${id}`).expect(404);
    await address("上海市黄浦区人民大道1号");
    expect(await escalate(theCase)).to.equal(id);
    expect((await agent.get(`/api/escalations/${id}`)).body).to.include({ status: "sealed", failure: null });
  });

  it("are asked for once, by the platform, with a lawyer, after the end", async () => {
    const theCase = await buildRoomCase(app, people);
    const path = `/api/cases/${theCase.id}/escalation`;
    const ask = (client: Client, lawyerId: string) => client.post(path, { lawyerId });
    expect((await ask(agent, people.lawyer.id)).body.code).to.equal("stage_forbids");
    await terminate(theCase);
    expect((await ask(agent, people.mediator.id)).body.errors[0].pointer).to.equal("/lawyerId");
    await (await app.signIn("otherAgent")).post(path, { lawyerId: people.lawyer.id }).expect(404);
    await mediator.post(path, { lawyerId: people.lawyer.id }).expect(403);
    await escalate(theCase);
    expect((await ask(agent, people.lawyer.id)).status).to.equal(409);
  });

  it("claim what a broken agreement leaves, with its payments as restarts of the limitation period", async () => {
    const { theCase } = await buildPerforming(app, people, { waivePenaltyOnCompletion: true });
    const payment = { fen: 100_000, paidOn: "2026-11-02", reference: "首付" };
    await agent.post(`/api/cases/${theCase.id}/payments`, payment).expect(200);
    app.clock.set("2027-01-04T02:00:00.000Z");
    await signIn();
    await agent.post(`/api/cases/${theCase.id}/breach`).expect(200);
    const id = await escalate(theCase);
    const { body } = await lawyer.get(`/api/escalations/${id}`).expect(200);
    // The conditional waiver of the penalty is gone; what was paid is off.
    expect(body.summary.claimFen).to.equal(1_244_560 - 100_000);
    expect(body.summary.asOf).to.equal("2027-01-04");
    expect(body.summary.exhibits.map((each: { name: string }) => each.name)).to.deep.equal([
      `调解协议书（调协${theCase.number}-1）`,
    ]);
    const files = unzip(await bytesOf(lawyer.get(`/api/escalations/${id}/packet.zip`)));
    const calculation = JSON.parse(files.get("calculation.json")!.toString());
    expect(calculation.debts[0].limitation.counted).to.deep.include({
      date: "2026-11-02",
      kind: "part_payment",
    });
    expect([...files.keys()]).to.not.include("certificate.pdf");
    expect((await app.tx((tx) => app.services.cases.find(tx, theCase.id))).stage).to.equal("escalated");
  });

  it("end with the outcome the lawyer reports", async () => {
    const theCase = await buildRoomCase(app, people);
    await terminate(theCase);
    const id = await escalate(theCase);
    await agent.post(`/api/escalations/${id}/outcome`, { outcome: "judgment" }).expect(403);
    const input = { outcome: "court_settlement", note: "开庭前和解" };
    const closed = await lawyer.post(`/api/escalations/${id}/outcome`, input).expect(200);
    expect(closed.body).to.include({
      status: "closed",
      outcome: "court_settlement",
      outcomeNote: "开庭前和解",
    });
    expect((await app.tx((tx) => app.services.cases.find(tx, theCase.id))).stage).to.equal("closed");
    expect((await lawyer.post(`/api/escalations/${id}/outcome`, input)).body.code).to.equal("already_done");
    await lawyer.get(`/api/escalations/${id}/packet.pdf`).expect(200);
    const fault = await app.tx((tx) => app.services.journal.verify(tx, theCase.id));
    expect(fault).to.equal(null);
  });
});
