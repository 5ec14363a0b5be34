import { expect } from "chai";
import { SHIPPED_CLAUSES } from "../../shared/agreements/clauseTexts.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { expectSoundPdf, infoOf, pagesOf, wordsOf } from "../support/pdf.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerClient, buildAgreed } from "../support/settlement.ts";

const STOP = {
  zh: "自本协议签订之日起，甲方即停止催收，并书面通知其委托的机构停止催收。",
  en: "From the day this agreement is signed, Party A stops collection and tells its agents in writing to stop.",
};

describe("the wording of agreements over HTTP", () => {
  let app: TestApp;
  let people: People;
  let admin: Client;
  let mediator: Client;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    people = await buildPeople(app);
    admin = await app.signIn("admin");
    mediator = await app.signIn("mediator");
  });
  after(() => app.close());

  const overview = async (client = admin) => (await client.get("/api/clause-templates").expect(200)).body;
  const today = () => app.clock.now().toISOString().slice(0, 10);
  const enter = async (texts: object, more: object = {}) =>
    await admin.post("/api/clause-templates", {
      version: (await overview()).version,
      from: today(),
      note: "措辞修改",
      texts,
      ...more,
    });
  const faults = async (texts: object, more: object = {}) => {
    const { status, body } = await enter(texts, more);
    return [
      status,
      ...body.errors.map((each: { pointer: string; code: string }) => `${each.pointer} ${each.code}`),
    ];
  };
  const textOfDraft = async (id: string) =>
    wordsOf((await mediator.get(`/api/agreements/${id}/document.pdf`).expect(200)).body as Buffer);

  it("lists every clause with what it must contain; the mediator reads, the administrator edits", async () => {
    const { clauses, version, abilities } = await overview();
    expect(version).to.equal(0);
    expect(abilities).to.deep.equal(["edit"]);
    expect(clauses.find((clause: { key: string }) => clause.key === "grace.days")).to.deep.include({
      section: "grace",
      placeholders: ["days"],
      ...SHIPPED_CLAUSES["grace.days"],
    });
    expect((await overview(mediator)).abilities).to.deep.equal([]);
    await (await app.signIn("agent")).get("/api/clause-templates").expect(403);
    await mediator
      .post("/api/clause-templates", {
        version: 0,
        from: today(),
        note: "x",
        texts: { "collection.stop": STOP },
      })
      .expect(403);
  });

  it("of a new version is in agreements composed after it, and not in those before", async function () {
    this.timeout(60_000);
    const before = await buildAgreed(app, people);
    const entered = await enter({ "collection.stop": STOP });
    expect(entered.status).to.equal(201);
    expect(entered.body).to.deep.include({ version: 1, inForce: 1 });
    expect(entered.body.history[0]).to.deep.include({
      version: 1,
      changed: ["collection.stop"],
      note: "措辞修改",
    });
    const after = await buildAgreed(app, people);
    expect(await textOfDraft(after.agreementId)).to.include(STOP.zh);
    expect(await textOfDraft(before.agreementId)).to.not.include(STOP.zh);
    const view = await mediator.get(`/api/agreements/${after.agreementId}`).expect(200);
    expect(view.body.templateVersion).to.equal(1);
    expect((await mediator.get(`/api/agreements/${before.agreementId}`)).body.templateVersion).to.equal(0);
    const shipped = (await admin.get("/api/clause-templates/0").expect(200)).body.clauses;
    expect(shipped.find((clause: { key: string }) => clause.key === "collection.stop").zh).to.equal(
      SHIPPED_CLAUSES["collection.stop"].zh,
    );
    await admin.get("/api/clause-templates/99").expect(404);
  });

  it("dated for later waits for its day", async () => {
    const text = { zh: "本协议不设宽限期。", en: "There are no days of grace." };
    const entered = await enter({ "grace.none": text }, { from: "2099-01-01" });
    expect(entered.body.inForce).to.be.lessThan(entered.body.version);
  });

  it("is refused with everything that is wrong with it", async () => {
    expect(
      await faults({
        "grace.days": { zh: "宽限五日𪚥", en: "{days} days {owed}" },
        "credit.reporting": { zh: "付清后甲方删除不良信息。", en: "x" },
      }),
    ).to.have.members([
      422,
      "/texts/grace.days/zh missing_placeholder",
      "/texts/grace.days/zh unprintable",
      "/texts/grace.days/en unknown_placeholder",
      "/texts/credit.reporting/zh promises_deletion",
    ]);
    const stop = SHIPPED_CLAUSES["signing.consent"];
    expect(await faults({ "signing.consent": stop })).to.deep.equal([422, "/texts nothing_changed"]);
    expect(
      await faults({ "collection.stop": SHIPPED_CLAUSES["collection.stop"] }, { from: "2020-01-01" }),
    ).to.deep.equal([422, "/from in_the_past"]);
    const stale = await enter({ "collection.stop": SHIPPED_CLAUSES["collection.stop"] }, { version: 0 });
    expect([stale.status, stale.body.code]).to.deep.equal([409, "version_conflict"]);
  });

  it("is previewed as a real PDF before it is entered", async function () {
    this.timeout(60_000);
    const text = { zh: "本协议预览用句。", en: "A sentence for the preview." };
    for (const [sample, language, words] of [
      ["instalments", "zh", "本协议预览用句。"],
      ["lump_sum", "en", "Asentenceforthepreview."],
      ["renegotiated", "zh", "本协议取代该协议"],
    ]) {
      const { body } = await admin
        .post("/api/clause-templates/preview", { sample, language, texts: { "collection.stop": text } })
        .expect(200);
      expectSoundPdf(body as Buffer);
      expect(wordsOf(body as Buffer)).to.include(words);
    }
    const faulty = { sample: "lump_sum", language: "zh", texts: { "grace.none": { zh: "{x}", en: "x" } } };
    await admin.post("/api/clause-templates/preview", faulty).expect(422);
    await mediator.post("/api/clause-templates/preview", { ...faulty, texts: {} }).expect(403);
  });

  it("has a courtesy translation of each agreement, marked on every page", async function () {
    this.timeout(60_000);
    const { theCase, agreementId, contentHash } = await buildAgreed(app, people, {});
    const path = `/api/agreements/${agreementId}/translation.pdf`;
    const borrower = await borrowerClient(app, theCase);
    const bytes = (await borrower.get(path).expect(200)).body as Buffer;
    expectSoundPdf(bytes);
    for (let page = 1; page <= pagesOf(bytes); page++)
      expect(wordsOf(bytes, page)).to.include("Courtesytranslation–theChinesetextprevails.");
    expect(wordsOf(bytes)).to.include(contentHash).and.include("RMB12,445.60").and.include("PartyB");
    expect(infoOf(bytes).get("Title")).to.include("courtesy translation");
    const again = (await borrower.get(path).expect(200)).body as Buffer;
    expect(again.equals(bytes)).to.equal(true);
    await (await app.signIn("lawyer")).get(path).expect(403);
  });

  it("lies before the mediator with its clarity check", async function () {
    this.timeout(60_000);
    const { theCase, agreementId } = await buildAgreed(app, people);
    const { clarity } = (await mediator.get(`/api/agreements/${agreementId}`).expect(200)).body;
    expect(clarity).to.have.length.greaterThan(8);
    for (const line of clarity) expect(line.faults, line.item).to.deep.equal([]);
    const borrower = await borrowerClient(app, theCase);
    expect((await borrower.get(`/api/agreements/${agreementId}`).expect(200)).body.clarity).to.equal(null);
  });
});
