import { expect } from "chai";
import type { Case } from "../../server/cases/index.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { textOf } from "../support/pdf.ts";
import { buildPeople, type People } from "../support/people.ts";
import { accepted, codeTo, comeIn } from "../support/representing.ts";
import { buildRoomCase } from "../support/roomCase.ts";
import {
  agreeOnTerms,
  borrowerClient,
  currentAgreement,
  readThrough,
  signTyped,
} from "../support/settlement.ts";
import { bytesOf } from "../support/evidence.ts";
import { eventsOf } from "../support/signing.ts";

describe("signing in the borrower's place", () => {
  let app: TestApp;
  let people: People;
  let mediator: Client;
  let theCase: Case;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    people = await buildPeople(app);
    mediator = await app.signIn("mediator");
  });
  beforeEach(async () => void (theCase = await buildRoomCase(app, people)));
  after(() => app.close());

  /** Terms agreed with a representative in force, and the text before the parties. */
  async function laidOutFor(more: object = {}) {
    const found = await accepted(app, theCase, more);
    const representative = await comeIn(app, found);
    await agreeOnTerms(app, people, theCase);
    const agreement = await currentAgreement(app, theCase);
    await mediator.post(`/api/agreements/${agreement.agreementId}/release`).expect(200);
    return { ...found, ...agreement, representative };
  }

  it("takes special powers, an own code to an own number, and is on the record by its paper", async function () {
    this.timeout(60_000);
    const { agreementId, contentHash, representative, borrower, input, exhibitId } = await laidOutFor();
    const path = `/api/agreements/${agreementId}`;
    const seen = (await representative.get(path).expect(200)).body;
    expect(seen.signerName).to.equal("李芳");
    expect(seen.abilities).to.include("sign");
    expect(seen.facts.representative).to.equal("李芳");
    const own = (await borrower.get(path).expect(200)).body;
    expect(own.abilities).to.not.include("sign");
    expect(own.abilities).to.include("refuse");
    expect((await borrower.post(`${path}/one-time-codes`)).body.code).to.equal("forbidden");

    await readThrough(representative, agreementId);
    await representative.post(`${path}/one-time-codes`).expect(200);
    const oneTimeCode = await codeTo(app, input["phone"]!);
    const typed = { contentHash, oneTimeCode };
    expect((await signTyped(representative, agreementId, { ...typed, typedName: "张小伟" })).status).to.equal(
      400,
    );
    const signed = await signTyped(representative, agreementId, { ...typed, typedName: "李芳" });
    expect(signed.status, JSON.stringify(signed.body)).to.equal(200);
    const approver = await app.signIn("approver");
    const admin = await app.signIn("admin");
    await signTyped(approver, agreementId, { contentHash, typedName: "审批人赵" });
    await signTyped(mediator, agreementId, { contentHash, typedName: "调解员周" });
    await admin.post(`${path}/seal`).expect(200);

    const { body: exhibits } = await borrower.get(`/api/cases/${theCase.id}/exhibits`).expect(200);
    const { sha256 } = exhibits.items.find(({ id }: { id: string }) => id === exhibitId);
    const text = textOf(await bytesOf(borrower.get(`${path}/document.pdf`))).replaceAll(/\s/g, "");
    expect(text).to.include("由李芳代为参加调解并签署本协议");
    expect(text).to.include("委托代理人（特别授权");
    expect(text).to.include("由本人代张小伟签署，身份为委托代理人（特别授权）");
    expect(text).to.include(sha256);
    const event = (await eventsOf(app, theCase.id)).find(({ type }) => type === "agreement.signed");
    expect(event?.actor).to.include({ party: "borrower", name: "李芳", as: "representative" });
  });

  it("is not for general powers: the text names nobody, and the borrower signs", async () => {
    const { agreementId, representative, borrower } = await laidOutFor({ scope: "general" });
    const path = `/api/agreements/${agreementId}`;
    const seen = (await representative.get(path).expect(200)).body;
    expect(seen.abilities).to.deep.equal(["download"]);
    expect(seen.facts.representative).to.equal(null);
    for (const tried of [
      await representative.post(`${path}/one-time-codes`),
      await representative.post(`${path}/refusal`, { note: "x" }),
      await signTyped(representative, agreementId, { contentHash: "0".repeat(64), typedName: "李芳" }),
    ]) {
      expect(tried.status).to.equal(403);
      expect(tried.body.code).to.equal("beyond_powers");
    }
    expect((await borrower.get(path).expect(200)).body.abilities).to.include("sign");
  });

  it("ends with the power: the mediator has the text drawn up anew, and the borrower signs that", async () => {
    const { id, agreementId, contentHash, representative, borrower, input } = await laidOutFor();
    await readThrough(representative, agreementId);
    await representative.post(`/api/agreements/${agreementId}/one-time-codes`).expect(200);
    const oneTimeCode = await codeTo(app, input["phone"]!);
    await borrower.post(`/api/representatives/${id}/end`).expect(200);
    const late = await signTyped(representative, agreementId, {
      contentHash,
      oneTimeCode,
      typedName: "李芳",
    });
    expect(late.status).to.equal(401);
    await mediator.post(`/api/agreements/${agreementId}/change`, { reason: "代理已终止" }).expect(200);
    const next = await currentAgreement(app, theCase);
    expect(next.agreementId).to.not.equal(agreementId);
    await mediator.post(`/api/agreements/${next.agreementId}/release`).expect(200);
    const own = (await borrower.get(`/api/agreements/${next.agreementId}`).expect(200)).body;
    expect(own.signerName).to.equal("张小伟");
    expect(own.abilities).to.include("sign");
  });

  it("is not for a code that was sent to the borrower", async () => {
    const { agreementId, contentHash, representative } = await laidOutFor();
    await readThrough(representative, agreementId);
    const answer = await signTyped(representative, agreementId, {
      contentHash,
      oneTimeCode: "000000",
      typedName: "李芳",
    });
    expect(answer.body.code).to.equal("code_expired");
  });

  it("leaves a case without a representative as it was", async () => {
    await agreeOnTerms(app, people, theCase);
    const { agreementId } = await currentAgreement(app, theCase);
    const { body } = await mediator.get(`/api/agreements/${agreementId}`).expect(200);
    expect(body.facts.representative).to.equal(null);
    const borrower = await borrowerClient(app, theCase);
    expect((await borrower.get(`/api/agreements/${agreementId}`).expect(200)).body.signerName).to.equal(
      "张小伟",
    );
  });
});
