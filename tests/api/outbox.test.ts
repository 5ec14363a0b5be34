import { expect } from "chai";
import { rows } from "../../server/database/sql.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { arrive, buildInvitedCase, invitationCode } from "../support/arrival.ts";
import { staffActor } from "../support/buildCase.ts";
import { buildPeople, type People } from "../support/people.ts";

const HOUR = 3_600_000;
type Item = {
  id: string;
  caseId: string;
  kind: string;
  channel: string;
  status: string;
  body: string;
  qr: string;
};

/** Work until the writer has passed the last event: it leaves out what a running transaction might still precede. */
async function catchUp(app: TestApp): Promise<void> {
  const behind = () =>
    app.tx((tx) =>
      rows(
        tx.manager,
        `SELECT 1 FROM journal_event e JOIN journal_consumer c ON c.name = 'outreach.notices'
         WHERE (e.transaction_id, e.position) > (c.transaction_id, c.position) LIMIT 1`,
      ),
    );
  do await app.services.outreach.noticeWriter.catchUp();
  while ((await behind()).length > 0);
}

describe("notices and their outbox", () => {
  let app: TestApp;
  let people: People;
  let admin: Client;
  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
    admin = await app.signIn("admin");
  });
  after(() => app.close());

  const noticesOf = async (caseId: string, kind = ""): Promise<Item[]> => {
    const { body } = await admin.get(`/api/outbox?limit=100${kind && `&kind=${kind}`}`).expect(200);
    return body.items.filter((item: Item) => item.caseId === caseId);
  };

  it("hold an invitation with link and square code, read by the office only", async () => {
    const theCase = await buildInvitedCase(app, people);
    const [notice, ...more] = await noticesOf(theCase.id);
    expect(more).to.deep.equal([]);
    const code = await invitationCode(app, theCase.id);
    expect(notice).to.include({ kind: "invitation", channel: "sms", status: "ready" });
    expect(notice!.body).to.include(`${app.url}/m/${code.match(/.{4}/g)!.join("-")}`);
    expect(notice!.qr).to.match(/^data:image\/svg\+xml;base64,/);
    for (const username of ["mediator", "agent", "lawyer"]) {
      await (await app.signIn(username)).get("/api/outbox").expect(403);
    }
  });

  it("draw the link for the mediator of the case", async () => {
    const theCase = await buildInvitedCase(app, people);
    const mediator = await app.signIn("mediator");
    const { body, text } = await mediator
      .get(`/api/cases/${theCase.id}/invitation.svg`)
      .expect(200)
      .expect("content-type", /svg/);
    expect(text ?? String(body)).to.include("<svg");
    await (await app.signIn("otherMediator")).get(`/api/cases/${theCase.id}/invitation.svg`).expect(404);
  });

  it("wait for the morning when written at night, except a code the person asked for", async () => {
    const start = app.clock.now();
    app.clock.set("2026-11-03T15:30:00.000Z");
    const theCase = await buildInvitedCase(app, people);
    const [night] = await noticesOf(theCase.id, "invitation");
    expect(night).to.deep.include({ status: "waiting", notBefore: "2026-11-04T00:00:00.000Z" });
    await arrive(app, theCase);
    const [code] = await noticesOf(theCase.id, "one_time_code");
    expect(code!.status).to.equal("ready");

    const { outbox } = app.services.outreach;
    app.clock.set("2026-11-03T23:59:59.000Z");
    await app.tx((tx) => outbox.release(tx));
    expect((await noticesOf(theCase.id, "invitation"))[0]!.status).to.equal("waiting");
    app.clock.set("2026-11-04T00:00:00.000Z");
    await app.tx((tx) => outbox.release(tx));
    expect((await noticesOf(theCase.id, "invitation"))[0]!.status).to.equal("ready");
    expect(app.clock.now() > start).to.equal(true);
  });

  it("are not let go while the case is paused", async () => {
    app.clock.set("2026-11-05T15:30:00.000Z");
    const theCase = await buildInvitedCase(app, people);
    const mediator = staffActor(people.mediator, people.centre);
    const { progress } = app.services.caseWork;
    await app.tx((tx) => progress.pause(tx, mediator, theCase.id, null));
    app.clock.set("2026-11-06T02:00:00.000Z");
    await app.tx((tx) => app.services.outreach.outbox.release(tx));
    expect((await noticesOf(theCase.id))[0]!.status).to.equal("waiting");
    await app.tx((tx) => progress.resume(tx, mediator, theCase.id));
    await app.tx((tx) => app.services.outreach.outbox.release(tx));
    expect((await noticesOf(theCase.id))[0]!.status).to.equal("ready");
  });

  it("tell a borrower who was identified that the room is open, once, and others nothing", async () => {
    const known = await buildInvitedCase(app, people);
    const unknown = await buildInvitedCase(app, people);
    const borrower = await arrive(app, known);
    await borrower.post(`/api/cases/${known.id}/borrower-response`, { answer: "consent" }).expect(200);
    const mediator = await app.signIn("mediator");
    await mediator.post(`/api/cases/${known.id}/open-offers`).expect(200);
    await mediator.post(`/api/cases/${unknown.id}/terminate`, { reason: "unreachable" }).expect(200);
    await catchUp(app);
    await catchUp(app);
    expect(await noticesOf(known.id, "room")).to.have.length(1);
    expect(await noticesOf(unknown.id, "terminated")).to.have.length(0);
    await app.tx(async (tx) => {
      expect(await app.services.journal.verify(tx, known.id)).to.equal(null);
    });
  });

  it("are listed page by page", async () => {
    const seen = new Set<string>();
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? "" : `&cursor=${cursor}`;
      const { body } = await admin.get(`/api/outbox?limit=2${query}`).expect(200);
      for (const item of body.items as Item[]) {
        expect(seen.has(item.id)).to.equal(false);
        seen.add(item.id);
      }
      cursor = body.next;
    } while (cursor !== null);
    const [all] = await app.tx((tx) =>
      rows<{ n: number }>(tx.manager, `SELECT count(*)::int AS n FROM notice`),
    );
    expect(seen.size).to.equal(all!.n);
  });

  it("keep no one-time code in clear beside its hash", async () => {
    const theCase = await buildInvitedCase(app, people);
    app.clock.advance(HOUR);
    await arrive(app, theCase);
    const found = await app.tx((tx) =>
      rows<{ code_hash: string }>(tx.manager, `SELECT code_hash FROM one_time_code`),
    );
    for (const { code_hash: hash } of found) expect(hash).to.match(/^[0-9a-f]{64}$/);
  });
});
