import { expect } from "chai";
import { randomUUID } from "node:crypto";
import path from "node:path";
import type { Test } from "supertest";
import { Webhook } from "standardwebhooks";
import { addDays } from "../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { messageDescriptions } from "../../server/deliveries/index.ts";
import { rows } from "../../server/database/sql.ts";
import { openSecretBox } from "../../server/secretBox.ts";
import { startTestApp, TestClock, type Client, type TestApp } from "../support/app.ts";
import { buildPeople, type People } from "../support/people.ts";
import { textOf } from "../support/pdf.ts";
import { buildPerforming } from "../support/settlement.ts";
import { WebhookReceiver } from "../support/webhookReceiver.ts";

const MINUTE_MS = 60_000;
// A test says itself what it expects of an answer.
// oxlint-disable-next-line typescript/no-explicit-any
type View = any;

describe("webhooks", function () {
  this.timeout(60_000);
  let app: TestApp;
  let people: People;
  let approver: Client;
  let receiver: WebhookReceiver;
  let endpointId: string;

  before(async () => {
    // A receiver checks the timestamp against the real time; twenty minutes ahead of it lie the first retries.
    const clock = new TestClock(new Date(Date.now() - 20 * MINUTE_MS).toISOString());
    app = await startTestApp({ clock, settings: { WEBHOOK_ALLOW_PRIVATE: "127.0.0.1" } });
    people = await buildPeople(app);
    approver = await app.signIn("approver");
  });
  after(() => app.close());

  beforeEach(async () => {
    app.clock.set(new Date().toISOString());
    receiver = await WebhookReceiver.start();
    const { body } = await approver.post("/api/webhook-endpoints", endpointInput()).expect(201);
    endpointId = body.id;
    receiver.secret = body.secret;
  });
  afterEach(async () => {
    await receiver.close();
    await approver.delete(`/api/webhook-endpoints/${endpointId}`);
  });

  const endpointInput = (more: object = {}) => ({
    url: receiver.url,
    description: "还款系统",
    eventTypes: ["agreement.sealed", "plan.breached", "plan.completed", "case.terminated"],
    ...more,
  });
  /** Paid from a month after the clock's today, whenever that is. */
  const performing = async (more: { note?: string } = {}) => {
    const firstDue = addDays(shanghaiDateOf(app.clock.now()), 30);
    const every = { months: 1 } as const;
    const level = {
      family: "level",
      count: 3,
      every,
      firstDue,
      annualRate: "0",
      dayCount: "30/360",
    } as const;
    return await buildPerforming(app, people, { ...more, terms: { schedule: level } });
  };
  const log = async (): Promise<View[]> => {
    const { body } = await approver.get(`/api/webhook-deliveries?endpointId=${endpointId}`).expect(200);
    return body.items;
  };
  /** Until the writer has passed the last event: it leaves out what a running transaction might still precede. */
  const writtenAndSent = async (count = 1, leastTries = 1): Promise<View[]> => {
    for (;;) {
      await app.services.deliveries.writer.catchUp();
      await app.services.deliveries.sender.runDue();
      const found = await log();
      if (found.length >= count && found.every(({ attempts }) => attempts >= leastTries)) return found;
    }
  };
  /** A clock that goes on to when the next try is due, and that try. */
  const nextTry = async (): Promise<View> => {
    const [waiting] = await log();
    app.clock.set(waiting.nextAttemptAt);
    await app.services.deliveries.sender.runDue();
    return (await log())[0];
  };
  const ping = async (): Promise<string> => {
    const { body } = await approver.post(`/api/webhook-endpoints/${endpointId}/ping`).expect(200);
    await app.services.deliveries.sender.runDue();
    return body.deliveryId;
  };

  it("tells of a sealed agreement with the schedule that is in its PDF", async () => {
    const { agreementId, contentHash, theCase } = await performing();
    const [entry] = await writtenAndSent();
    expect(entry).to.include({ type: "agreement.sealed", status: "delivered", attempts: 1, lastStatus: 204 });
    const [{ message }] = receiver.taken as [View];
    const { error } = messageDescriptions()["agreement.sealed"].schema.validate(message, { convert: false });
    expect(error).to.equal(undefined);
    expect(message.data).to.include({ agreementId, contentHash, caseNumber: theCase.number });
    const pdf = await binary(approver.get(`/api/agreements/${agreementId}/document.pdf`)).expect(200);
    expect(message.data.documentSha256).to.equal(pdf.headers["x-content-sha256"]);
    expect(message.data.schedule.map(asPrinted)).to.deep.equal(scheduleIn(textOf(pdf.body)));
    const sum = message.data.schedule.reduce((all: number, row: View) => all + row.totalFen, 0);
    expect(sum).to.equal(message.data.totals.totalFen);
  });

  it("says nothing of people or of what was said", async () => {
    const marker = "只对调解员说的话";
    const { theCase } = await performing({ note: marker });
    await writtenAndSent();
    const [{ body, message }] = receiver.taken as [View];
    const borrower = await app.tx((tx) => app.services.borrowers.borrower(tx, theCase.borrowerId));
    const secrets = [
      marker,
      borrower.name,
      borrower.idNumber,
      borrower.phone,
      theCase.id,
      theCase.borrowerId,
    ];
    for (const secret of secrets) expect(body).to.not.include(secret);
    expect(Object.keys(message)).to.deep.equal(["type", "timestamp", "data"]);
    expect(Object.keys(message.data)).to.deep.equal([
      "agreementId",
      "agreementNumber",
      "caseNumber",
      "contractNumbers",
      "contentHash",
      "documentSha256",
      "sealedAt",
      "totals",
      "schedule",
    ]);
  });

  it("tells nobody else's endpoint, and none of what was before it", async () => {
    const other = await app.signIn("otherApprover");
    const { body } = await other.post("/api/webhook-endpoints", endpointInput()).expect(201);
    await performing();
    await writtenAndSent();
    const theirs = await other.get("/api/webhook-deliveries").expect(200);
    expect(theirs.body.items).to.deep.equal([]);
    app.clock.advance(1);
    const later = await approver.post("/api/webhook-endpoints", endpointInput()).expect(201);
    await app.services.deliveries.writer.catchUp();
    const none = await approver.get(`/api/webhook-deliveries?endpointId=${later.body.id}`).expect(200);
    expect(none.body.items).to.deep.equal([]);
    await approver.delete(`/api/webhook-endpoints/${later.body.id}`).expect(204);
    await other.delete(`/api/webhook-endpoints/${body.id}`).expect(204);
  });

  it("tells of a breach, of completion and of a termination by the same table", async () => {
    const { theCase } = await performing();
    await app.tx(async (tx) => {
      await app.services.journal.append(tx, theCase.id, { kind: "system", name: "测试" }, [
        { type: "plan.breached", payload: { instalmentNo: 2, overdueFen: 4_100 } },
        { type: "plan.completed", payload: { totalFen: 9_900 } },
        { type: "case.terminated", payload: { reason: "impasse" } },
      ] as Parameters<typeof app.services.journal.append>[3]);
    });
    await writtenAndSent(4);
    const messages = receiver.taken.map(({ message }) => message as View);
    const known: Record<string, View> = messageDescriptions();
    for (const message of messages) {
      expect(known[message.type].schema.validate(message, { convert: false }).error).to.equal(undefined);
    }
    const of = (type: string) => messages.find((message) => message.type === type).data;
    expect(of("plan.breached")).to.include({
      instalmentNo: 2,
      overdueFen: 4_100,
      caseNumber: theCase.number,
    });
    expect(of("plan.completed")).to.include({ totalFen: 9_900 });
    expect(of("case.terminated")).to.include({ reason: "impasse" });
  });

  it("signs so that what was tampered with, is old, or is another's is refused", async () => {
    await ping();
    const [{ body, headers }] = receiver.taken as [View];
    const webhook = new Webhook(receiver.secret);
    expect(() => webhook.verify(body, headers)).not.to.throw();
    expect(() => webhook.verify(body.replace("ping", "pong"), headers)).to.throw(/signature/i);
    expect(() => webhook.verify(body, { ...headers, "webhook-id": "msg_other" })).to.throw(/signature/i);
    const moved = { ...headers, "webhook-timestamp": String(Number(headers["webhook-timestamp"]) + 1) };
    expect(() => webhook.verify(body, moved)).to.throw(/signature/i);
    expect(() =>
      new Webhook("whsec_" + Buffer.alloc(32, 7).toString("base64")).verify(body, headers),
    ).to.throw();
    app.clock.advance(-6 * MINUTE_MS);
    await ping();
    expect(receiver.refused).to.deep.equal(["Message timestamp too old"]);
  });

  it("goes on trying until the receiver is back, and logs one message delivered once", async () => {
    app.clock.set(new Date(Date.now() - 18 * MINUTE_MS).toISOString());
    await reopen();
    receiver.instead = () => ({ status: 503, body: "down for maintenance" });
    await performing();
    const [first] = await writtenAndSent();
    expect(first).to.include({ status: "pending", attempts: 1, lastStatus: 503 });
    expect(await nextTry()).to.include({ status: "pending", attempts: 2 });
    expect(await nextTry()).to.include({ status: "pending", attempts: 3 });
    receiver.instead = null;
    expect(await nextTry()).to.include({
      id: first.id,
      status: "delivered",
      attempts: 4,
      nextAttemptAt: null,
    });
    await app.services.deliveries.sender.runDue();
    expect(receiver.taken).to.have.length(1);
    expect(new Set(receiver.seenIds)).to.deep.equal(new Set([`msg_${first.id}`]));
    expect(await log()).to.have.length(1);
    const { body } = await approver.get(`/api/webhook-deliveries/${first.id}`).expect(200);
    expect(body.history.map(({ status }: View) => status)).to.deep.equal([503, 503, 503, 204]);
    expect(body.history[0].response).to.equal("down for maintenance");
  });

  it("waits as long as the receiver asks, a day at most", async () => {
    app.clock.set(new Date(Date.now() - 10 * MINUTE_MS).toISOString());
    await reopen();
    const waits = async (asked: string) => {
      receiver.instead = () => ({ status: 503, headers: { "retry-after": asked } });
      const [entry] = (await log()).length === 0 ? await writtenAndSent() : [await nextTry()];
      return new Date(entry.nextAttemptAt).getTime() - app.clock.now().getTime();
    };
    await performing();
    expect(await waits("1800")).to.equal(30 * MINUTE_MS);
    expect(await waits("1")).to.be.greaterThan(MINUTE_MS);
    expect(await waits("99999999")).to.equal(24 * 60 * MINUTE_MS);
  });

  it("keeps secrets sealed, for their own endpoint, and seals those that lay open", async () => {
    const stored = async () => {
      const [row] = await app.tx(({ manager }) =>
        rows<{ secret: string; previous: string | null }>(
          manager,
          "SELECT secret, previous_secret AS previous FROM webhook_endpoint WHERE id = $1",
          [endpointId],
        ),
      );
      return row!;
    };
    const keep = (secret: string) =>
      app.tx(({ manager }) =>
        rows(manager, "UPDATE webhook_endpoint SET secret = $2 WHERE id = $1", [endpointId, secret]),
      );
    const sealed = await stored();
    expect(sealed.secret).to.match(/^v1\./);
    expect(sealed.secret).to.not.contain(receiver.secret.slice(6));
    await keep(receiver.secret);
    await ping();
    const stop = await app.services.deliveries.startWorkers({ schedule: () => Promise.resolve() });
    await stop();
    expect((await stored()).secret).to.match(/^v1\./);
    await ping();
    expect(receiver.taken).to.have.length(2);
    const box = openSecretBox(path.join(app.services.platform.config.dataDir, "secrets"));
    expect(box.open((await stored()).secret, endpointId)).to.equal(receiver.secret);
    expect(() => box.open(sealed.secret, randomUUID())).to.throw();
    expect(() => box.open(`${sealed.secret.slice(0, -2)}AA`, endpointId)).to.throw();
  });

  it("gives up after three days, and sends again by hand under the same id", async () => {
    app.clock.set(new Date(Date.now() - 3 * 24 * 60 * MINUTE_MS).toISOString());
    await reopen();
    receiver.instead = () => ({ status: 500 });
    await performing();
    let [entry] = await writtenAndSent();
    const begun = new Date(entry.createdAt).getTime();
    while (entry.status === "pending") entry = await nextTry();
    expect(entry).to.include({ status: "failed", attempts: 10 });
    expect(app.clock.now().getTime() - begun).to.be.within(60 * 60 * MINUTE_MS, 72 * 60 * MINUTE_MS);
    receiver.instead = null;
    app.clock.set(new Date().toISOString());
    await approver.post(`/api/webhook-deliveries/${entry.id}/redelivery`).expect(200);
    await app.services.deliveries.sender.runDue();
    expect((await log())[0]).to.include({ status: "delivered", attempts: 11 });
    expect(new Set(receiver.seenIds).size).to.equal(1);
  });

  it("signs with both secrets while one takes the other's place", async () => {
    const former = receiver.secret;
    const { body } = await approver.post(`/api/webhook-endpoints/${endpointId}/secret`).expect(200);
    expect(body.secret)
      .to.match(/^whsec_/)
      .and.not.equal(former);
    expect(body.previousSecretUntil).to.equal(
      new Date(app.clock.now().getTime() + 24 * 60 * MINUTE_MS).toISOString(),
    );
    await ping();
    receiver.secret = body.secret;
    await ping();
    expect(receiver.taken).to.have.length(2);
    expect((receiver.taken[0] as View).headers["webhook-signature"].split(" ")).to.have.length(2);
    await app.tx(({ manager }) =>
      rows(manager, "UPDATE webhook_endpoint SET previous_until = $2 WHERE id = $1", [
        endpointId,
        app.clock.now(),
      ]),
    );
    receiver.secret = former;
    await ping();
    expect(receiver.refused).to.have.length(1);
  });

  it("keeps messages while an endpoint is paused, and stops for good at 410", async () => {
    await approver.post(`/api/webhook-endpoints/${endpointId}/pause`).expect(200);
    await approver.post(`/api/webhook-endpoints/${endpointId}/ping`).expect(422);
    await performing();
    expect((await writtenAndSent(1, 0))[0]).to.include({ status: "pending", attempts: 0 });
    expect(receiver.seenIds).to.deep.equal([]);
    receiver.instead = () => ({ status: 410 });
    await approver.post(`/api/webhook-endpoints/${endpointId}/resume`).expect(200);
    await app.services.deliveries.sender.runDue();
    expect((await log())[0]).to.include({ status: "failed", lastOutcome: "gone" });
    const { body } = await approver.get("/api/webhook-endpoints").expect(200);
    const shown = body.items.find(({ id }: View) => id === endpointId);
    expect(shown.status).to.equal("gone");
    expect(shown).to.not.have.property("secret");
  });

  it("sends nothing into the network the operator did not allow", async () => {
    const inside = endpointInput({ url: receiver.url.replace("127.0.0.1", "127.0.0.2"), version: 1 });
    const refused = await approver.put(`/api/webhook-endpoints/${endpointId}`, inside).expect(400);
    expect(refused.body.errors[0]).to.include({ pointer: "/url", code: "url.private" });
    await approver.post("/api/webhook-endpoints", inside).expect(400);
    // As a name that turns out to lead there does: only sending can find that.
    await app.tx(({ manager }) =>
      rows(manager, "UPDATE webhook_endpoint SET url = $2 WHERE id = $1", [endpointId, inside.url]),
    );
    await ping();
    expect((await log())[0]).to.include({ lastOutcome: "refused_address", lastStatus: null });
    expect(receiver.seenIds).to.deep.equal([]);
  });

  it("asks for an address that can be sent to, and for its newest version", async () => {
    for (const url of [
      "ftp://x.example/",
      "https://user:pass@x.example/",
      "https://x.example/#a",
      "no address",
    ]) {
      const { body } = await approver.post("/api/webhook-endpoints", endpointInput({ url })).expect(400);
      expect(body.errors[0].pointer, url).to.equal("/url");
    }
    const stale = endpointInput({ version: 9 });
    await approver.put(`/api/webhook-endpoints/${endpointId}`, stale).expect(409);
    await (await app.signIn("otherApprover")).put(`/api/webhook-endpoints/${endpointId}`, stale).expect(404);
    await (await app.signIn("agent")).get("/api/webhook-endpoints").expect(403);
  });

  it("is described for whoever writes a receiver", async () => {
    const { body } = await approver.get("/api/openapi.json").expect(200);
    expect(Object.keys(body.webhooks)).to.include.members(["agreement.sealed", "ping"]);
    const { data } =
      body.webhooks["agreement.sealed"].post.requestBody.content["application/json"].schema.properties;
    expect(data.properties.schedule.items.properties).to.include.keys("due", "totalFen");
  });

  /** The endpoint anew, at the clock's time: it hears only of what comes after it. */
  async function reopen(): Promise<void> {
    await approver.delete(`/api/webhook-endpoints/${endpointId}`).expect(204);
    const { body } = await approver.post("/api/webhook-endpoints", endpointInput()).expect(201);
    endpointId = body.id;
    receiver.secret = body.secret;
  }
});

type Printed = { no: string; due: string; total: string; balance: string };

/** The rows of the schedule as the PDF's text has them: number, date, amount, what is left. */
function scheduleIn(text: string): Printed[] {
  const row = /^(\d+) (\d{4})年(\d+)月(\d+)日\*? ([\d,]+\.\d\d) ([\d,]+\.\d\d)$/gm;
  return [...text.matchAll(row)].map(([, no = "", year, month = "", day = "", total = "", balance = ""]) => ({
    no,
    due: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
    total: total.replaceAll(",", ""),
    balance: balance.replaceAll(",", ""),
  }));
}

function asPrinted(row: View): Printed {
  const yuan = (fen: number) => (fen / 100).toFixed(2);
  return { no: String(row.no), due: row.due, total: yuan(row.totalFen), balance: yuan(row.balanceFen) };
}

function binary(test: Test): Test {
  return test.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("end", () => done(null, Buffer.concat(chunks)));
  });
}
