import { expect } from "chai";
import type { Case } from "../../server/cases/index.ts";
import { ExhibitRepository } from "../../server/escalations/exhibit.repository.ts";
import { Escalation } from "../../server/escalations/escalation.entity.ts";
import { gatherPacket } from "../../server/escalations/gatherPacket.ts";
import { NotShareable } from "../../server/escalations/packetFacts.ts";
import { FactRecord } from "../../server/facts/index.ts";
import { startTestApp, TestClock, type Client, type TestApp } from "../support/app.ts";
import { bytesOf } from "../support/evidence.ts";
import {
  agreedFact,
  answer,
  draftRecord,
  factsOf,
  propose,
  signAsPlatform,
  signedRecord,
} from "../support/facts.ts";
import { buildPeople, type People } from "../support/people.ts";
import { expectSoundPdf, wordsOf } from "../support/pdf.ts";
import { buildRoomCase } from "../support/roomCase.ts";
import { borrowerClient } from "../support/settlement.ts";
import { unzip } from "../support/zip.ts";

const START = "2026-11-02T02:00:00.000Z";
const SAID = {
  disputed: "DISPUTEDFACT7193",
  reason: "DISPUTEREASON2205",
  earlierWords: "EARLIERWORDS8816",
  withdrawn: "WITHDRAWNFACT4402",
  halfSigned: "HALFSIGNED5561",
};
const SHARED = "SHAREDFACT9034";

describe("what a packet holds of facts", function () {
  this.timeout(120_000);
  let app: TestApp;
  let people: People;
  let agent: Client;
  let approver: Client;
  let mediator: Client;

  before(async () => {
    app = await startTestApp({ clock: new TestClock(START) });
    people = await buildPeople(app);
    [agent, approver, mediator] = [
      await app.signIn("agent"),
      await app.signIn("approver"),
      await app.signIn("mediator"),
    ];
  });
  after(() => app.close());

  /** A case with one signed record, and everything about facts that stays in the mediation. */
  async function talkedOver(): Promise<Case> {
    const theCase = await buildRoomCase(app, people);
    const borrower = await borrowerClient(app, theCase);
    const signed = await signedRecord(app, theCase, [SHARED]);
    expect((await factsOf(agent, theCase)).signed[0]).to.include({ id: signed.id, sealed: true });
    const disputed = await propose(agent, theCase, SAID.disputed);
    await answer(borrower, disputed, { answer: "disputed", reason: SAID.reason, version: 1 });
    const reworded = await propose(agent, theCase, SAID.earlierWords);
    await agent.put(`/api/facts/${reworded.id}`, { text: "换了说法。", version: 1 }).expect(200);
    const gone = await propose(borrower, theCase, SAID.withdrawn);
    await borrower.post(`/api/facts/${gone.id}/withdrawal`).expect(200);
    await agreedFact(app, theCase, SAID.halfSigned, { borrower, agent });
    await mediator.post(`/api/cases/${theCase.id}/terminate`, { reason: "impasse" }).expect(200);
    await app.services.caseWork.certificates.issue(theCase.id);
    expect((await signAsPlatform(approver, await draftRecord(mediator, theCase))).status).to.equal(200);
    return theCase;
  }

  it("is the record both have signed, after the certificate, and nothing that was disputed", async () => {
    const theCase = await talkedOver();
    const path = `/api/cases/${theCase.id}/escalation`;
    const { body } = await agent.post(path, { lawyerId: people.lawyer.id }).expect(202);
    await app.services.escalations.packets.compose(body.id);
    const lawyer = await app.signIn("lawyer");
    const packet = await bytesOf(lawyer.get(`/api/escalations/${body.id}/packet.pdf`));
    const files = unzip(await bytesOf(lawyer.get(`/api/escalations/${body.id}/packet.zip`)));
    const detail = await lawyer.get(`/api/escalations/${body.id}`).expect(200);

    expectSoundPdf(packet, { ownFontsOnly: false });
    const words = wordsOf(packet);
    expect(words).to.include(SHARED);
    const index = wordsOf(packet, 1);
    expect(index.indexOf("调解终止证明")).to.be.greaterThan(-1);
    expect(index.indexOf("无争议事实记录")).to.be.greaterThan(index.indexOf("调解终止证明"));
    const name = [...files.keys()].find((file) => file.startsWith("records/"));
    expect(name).to.match(/^records\/无争议事实记录-调事.*-1\.pdf$/);
    expect(wordsOf(files.get(name ?? "") ?? Buffer.alloc(0))).to.include(SHARED);
    expect([...files.keys()].filter((file) => file.startsWith("records/"))).to.have.length(1);

    const places: [string, string][] = [
      ["packet", words],
      ["packet bytes", packet.toString("latin1")],
      ["detail", JSON.stringify(detail.body)],
      ...[...files].map(([file, bytes]): [string, string] => [file, bytes.toString("utf8")]),
      ...[...files]
        .filter(([file]) => file.endsWith(".pdf"))
        .map(([file, bytes]): [string, string] => [`${file} words`, wordsOf(bytes)]),
    ];
    for (const [place, text] of places) {
      for (const [kind, said] of Object.entries(SAID)) {
        expect(text.includes(said), `${kind} in ${place}`).to.equal(false);
      }
    }
  });

  it("is the record in the file of the case too, among the papers of the mediation", async () => {
    const theCase = await talkedOver();
    const { body } = await mediator.post(`/api/cases/${theCase.id}/case-file`);
    await app.services.caseFiles.caseFiles.compose(body.latest?.id ?? body.id);
    const file = await bytesOf(mediator.get(`/api/cases/${theCase.id}/case-file/document.pdf`));
    const words = wordsOf(file);
    expect(words).to.include(SHARED);
    for (const [kind, said] of Object.entries(SAID)) expect(words.includes(said), kind).to.equal(false);
  });

  it("is refused by the packet itself when a record not signed by both gets that far", async () => {
    const theCase = await buildRoomCase(app, people);
    const escalation = Object.assign(new Escalation(), { lawyerId: people.lawyer.id });
    const { organisations, borrowers, statements, law } = app.services;
    const gather = (record: Partial<FactRecord>) =>
      app.tx((tx) =>
        gatherPacket(
          tx,
          {
            organisations,
            borrowers,
            statements,
            law,
            exhibits: new ExhibitRepository(),
            brokenPlan: () => Promise.resolve(null),
            signedRecords: () =>
              Promise.resolve([
                Object.assign(new FactRecord(), {
                  number: "调事-1",
                  documentSha256: "ab".repeat(32),
                  signedAt: tx.now,
                  ...record,
                }),
              ]),
          },
          theCase,
          escalation,
        ),
      );
    for (const status of ["drafted", "signed_by_borrower", "signed_by_platform", "voided"] as const) {
      const error = await gather({ status }).then(
        () => null,
        (caught: unknown) => caught,
      );
      expect(error, status).to.be.instanceOf(NotShareable);
    }
    expect((await gather({ status: "signed" })).records).to.have.length(1);
  });
});
