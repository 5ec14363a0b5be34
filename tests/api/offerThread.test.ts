import { expect } from "chai";
import { PARTIES } from "../../shared/journal/audience.ts";
import type { Case } from "../../server/cases/index.ts";
import type { OfferDraftView } from "../../shared/offers/draftFor.ts";
import type { OfferSide, OfferView } from "../../shared/offers/offerView.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { addExhibit, fixture } from "../support/evidence.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";
import { buildTerms, waive, type TermsBasis } from "../support/terms.ts";

/** What goes beside the putting and accepting of offers: time to answer, documents, and drafts by the mediator. */
describe("an offer's thread", () => {
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let basis: TermsBasis;
  const clients = new Map<string, Client | CookieClient>();
  const START = "2026-11-02T02:00:00.000Z";
  const EXPIRES = "2026-11-09T02:00:00.000Z";

  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
    for (const name of ["agent", "approver", "mediator", "otherAgent"])
      clients.set(name, await app.signIn(name));
  });
  after(() => app.close());

  beforeEach(async () => {
    app.clock.set(START);
    theCase = await buildRoomCase(app, people);
    const borrower = await CookieClient.open(app, await borrowerCookie(app, theCase));
    clients.set("borrower", borrower);
    basis = (await borrower.get(`/api/cases/${theCase.id}/terms-basis`).expect(200)).body;
  });

  const by = (name: string): Client | CookieClient => clients.get(name)!;
  const offersAt = () => `/api/cases/${theCase.id}/offers`;
  const draftsAt = () => `/api/cases/${theCase.id}/offer-drafts`;

  async function put(name: string, extra: object = {}): Promise<OfferView> {
    const body = { terms: buildTerms(basis), expiresAt: EXPIRES, ...extra };
    return (await by(name).post(offersAt(), body).expect(201)).body;
  }
  const answering = async (name: string, offer: OfferView): Promise<OfferView> =>
    (await by(name).post(`/api/offers/${offer.id}/answering`, {}).expect(200)).body;
  async function draw(side: OfferSide, extra: object = {}): Promise<OfferDraftView> {
    const body = { for: side, terms: buildTerms(basis), openDays: 7, ...extra };
    return (await by("mediator").post(draftsAt(), body).expect(201)).body;
  }
  const drafts = async (name: string): Promise<OfferDraftView[]> =>
    (await by(name).get(draftsAt()).expect(200)).body.items;
  const types = async (party: (typeof PARTIES)[number]): Promise<string[]> =>
    (await app.tx((tx) => app.services.journal.stream(tx, theCase.id, party, 0, 1000)))
      .map(({ type }) => type)
      .filter((type) => type.startsWith("offer."));

  describe("when its time runs out while an answer is written", () => {
    it("stands a quarter of an hour longer, once, and everybody is told", async () => {
      const offer = await put("approver");
      app.clock.set("2026-11-09T01:50:00.000Z");
      expect(await answering("borrower", offer)).to.include({ expiresAt: EXPIRES, extended: false });
      app.clock.set("2026-11-09T01:57:00.000Z");
      const longer = "2026-11-09T02:15:00.000Z";
      expect(await answering("borrower", offer)).to.include({ expiresAt: longer, extended: true });
      app.clock.set("2026-11-09T02:14:00.000Z");
      expect(await answering("borrower", offer)).to.include({ expiresAt: longer });
      expect(await app.services.offers.expiry.run()).to.equal(0);
      const counter = await put("borrower", { counters: offer.id, expiresAt: "2026-11-10T02:00:00.000Z" });
      expect(counter.status).to.equal("open");
      for (const party of PARTIES)
        expect(await types(party)).to.deep.equal(["offer.put", "offer.extended", "offer.put"]);
    });

    it("ends all the same when nobody is writing, or too late", async () => {
      const offer = await put("approver");
      app.clock.set(EXPIRES);
      expect(await answering("borrower", offer)).to.include({ expiresAt: EXPIRES, extended: false });
      expect(await app.services.offers.expiry.run()).to.equal(1);
    });

    it("is nothing for the side that put it, the mediator or a stranger", async () => {
      const offer = await put("approver");
      const at = `/api/offers/${offer.id}/answering`;
      await by("agent").post(at, {}).expect(403);
      await by("mediator").post(at, {}).expect(403);
      await by("otherAgent").post(at, {}).expect(404);
    });
  });

  describe("with a document", () => {
    async function document(audience: readonly string[]): Promise<{ id: string }> {
      const file = { bytes: fixture("01_normal.pdf") };
      const labels = { audience: JSON.stringify(audience), disclosure: "without_prejudice" };
      return (await addExhibit(clients.get("agent") as Client, theCase.id, file, labels).expect(201)).body;
    }

    it("shows one that all parties may read", async () => {
      const shown = await document(PARTIES);
      const offer = await put("approver", { exhibitId: shown.id });
      expect(offer.exhibitId).to.equal(shown.id);
      const [seen] = (await by("borrower").get(offersAt()).expect(200)).body.items;
      expect(seen.exhibitId).to.equal(shown.id);
      await by("borrower").get(`/api/exhibits/${shown.id}/file`).expect(200);
    });

    it("refuses one that the other side may not read, and names the field", async () => {
      const own = await document(["platform", "mediator"]);
      const body = { terms: buildTerms(basis), expiresAt: EXPIRES, exhibitId: own.id };
      const answer = await by("agent").post(offersAt(), body);
      expect(answer.status).to.equal(400);
      expect(answer.body.errors).to.have.length(1);
      expect(answer.body.errors[0]).to.include({ pointer: "/exhibitId", code: "not_readable_by_all" });
    });
  });

  describe("drafted by the mediator for one side", () => {
    it("is that side's own offer once it confirms, and unknown to the other side until then", async () => {
      const draft = await draw("borrower", { note: "电话里说好的" });
      expect(draft).to.include({ status: "open", for: "borrower", note: "电话里说好的" });
      expect((await drafts("borrower"))[0]?.abilities).to.deep.equal(["confirm", "turn_down"]);
      expect((await drafts("mediator"))[0]?.abilities).to.deep.equal(["take_back"]);
      expect(await drafts("agent")).to.deep.equal([]);
      expect(await types("platform")).to.deep.equal([]);
      const { termsHash } = draft;
      const offer: OfferView = (
        await by("borrower").post(`/api/offer-drafts/${draft.id}/confirm`, { termsHash }).expect(201)
      ).body;
      expect(offer).to.include({
        by: "borrower",
        number: 1,
        status: "open",
        termsHash,
        note: "电话里说好的",
      });
      expect(offer.expiresAt).to.equal("2026-11-09T02:00:00.000Z");
      expect(await types("platform")).to.deep.equal(["offer.put"]);
      expect(await types("borrower")).to.deep.equal(["offer.draftedFor", "offer.draftDecided", "offer.put"]);
    });

    it("is confirmed only as it was read, and only once", async () => {
      const draft = await draw("borrower");
      const at = `/api/offer-drafts/${draft.id}/confirm`;
      await by("borrower")
        .post(at, { termsHash: "0".repeat(64) })
        .expect(409);
      await by("borrower").post(at, { termsHash: draft.termsHash }).expect(201);
      await by("borrower").post(at, { termsHash: draft.termsHash }).expect(409);
    });

    it("needs the approver like any other offer of an agent beyond the limits", async () => {
      const draft = await draw("platform", {
        terms: buildTerms(basis, { waivers: waive(basis, "interest") }),
      });
      const { termsHash } = draft;
      const answer = await by("agent").post(`/api/offer-drafts/${draft.id}/confirm`, { termsHash });
      expect(answer.body).to.include({ status: "awaiting_approval", number: 0 });
      expect(await types("borrower")).to.deep.equal([]);
      expect(await types("mediator")).to.deep.equal(["offer.draftedFor", "offer.draftDecided"]);
    });

    it("is turned down or taken back without the other side hearing of it", async () => {
      const first = await draw("borrower");
      await by("mediator").post(draftsAt(), { for: "borrower", terms: first.terms, openDays: 7 }).expect(409);
      await by("borrower").post(`/api/offer-drafts/${first.id}/turn-down`, {}).expect(200);
      const second = await draw("borrower");
      await by("mediator").post(`/api/offer-drafts/${second.id}/take-back`, {}).expect(200);
      await by("borrower").post(`/api/offer-drafts/${second.id}/turn-down`, {}).expect(409);
      expect((await drafts("mediator")).map(({ status }) => status)).to.deep.equal([
        "taken_back",
        "turned_down",
      ]);
      expect(await types("platform")).to.deep.equal([]);
    });

    it("does not exist for the other side, and no side draws one up", async () => {
      const draft = await draw("borrower");
      const { termsHash } = draft;
      await by("agent").post(`/api/offer-drafts/${draft.id}/confirm`, { termsHash }).expect(404);
      await by("agent").post(`/api/offer-drafts/${draft.id}/turn-down`, {}).expect(404);
      await by("otherAgent").post(`/api/offer-drafts/${draft.id}/turn-down`, {}).expect(404);
      await by("mediator").post(`/api/offer-drafts/${draft.id}/confirm`, { termsHash }).expect(403);
      await by("agent").post(draftsAt(), { for: "platform", terms: draft.terms, openDays: 7 }).expect(403);
    });

    it("is refused with every wrong field named", async () => {
      const body = { for: "mediator", terms: buildTerms(basis), openDays: 0 };
      const answer = await by("mediator").post(draftsAt(), body);
      expect(answer.status).to.equal(400);
      expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).to.have.members([
        "/for",
        "/openDays",
      ]);
    });
  });
});
