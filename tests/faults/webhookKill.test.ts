import { expect } from "chai";
import { startTestApp, TestClock, type TestApp } from "../support/app.ts";
import { KeyClient } from "../support/keyClient.ts";
import { buildPeople } from "../support/people.ts";
import { ServerProcess } from "../support/serverProcess.ts";
import { WebhookReceiver } from "../support/webhookReceiver.ts";

const HOUR_MS = 3_600_000;
const settings = { WEBHOOK_ALLOW_PRIVATE: "127.0.0.1" };

describe("a server killed between sending a webhook and writing it down", function () {
  this.timeout(120_000);
  let app: TestApp;
  let receiver: WebhookReceiver;
  let server: ServerProcess;
  before(async () => {
    receiver = await WebhookReceiver.start();
    // An hour behind the other process: what that one has to send is not due here yet.
    const clock = new TestClock(new Date(Date.now() - HOUR_MS).toISOString());
    app = await startTestApp({ clock, settings });
    await buildPeople(app);
    // One installation: with the data directory it shares the key of the secrets.
    server = await ServerProcess.prepare(app, {
      ...settings,
      DATA_DIR: app.services.platform.config.dataDir,
    });
    await server.start();
  });
  after(async () => {
    await server.remove();
    await app.close();
    await receiver.close();
  });

  it("is followed by the same message under the same id", async () => {
    const approver = await app.signIn("approver");
    const input = { url: receiver.url, description: "", eventTypes: ["agreement.sealed"] };
    const { body: endpoint } = await approver.post("/api/webhook-endpoints", input).expect(201);
    receiver.secret = endpoint.secret;
    receiver.instead = () => "never";
    const came = receiver.nextSeen();
    // The other process is asked, and sends it at once: by its clock it is due, by the one here in an hour.
    const scopes = ["webhooks:manage"];
    const { body: made } = await approver
      .post("/api/api-keys", { name: "x", scopes, expiresInDays: 1 })
      .expect(201);
    const system = new KeyClient(server.url, made.key);
    const { body } = await system.post(`/api/webhook-endpoints/${endpoint.id}/ping`).expect(200);
    await came;
    await server.kill();
    receiver.instead = null;

    app.clock.set(new Date().toISOString());
    await app.services.deliveries.sender.runDue();
    expect(receiver.seenIds).to.have.length(1);
    app.clock.advance(HOUR_MS / 60 + 1);
    await app.services.deliveries.sender.runDue();
    expect(receiver.seenIds).to.deep.equal([`msg_${body.deliveryId}`, `msg_${body.deliveryId}`]);
    expect(receiver.taken).to.have.length(1);
    const answer = await approver.get(`/api/webhook-deliveries/${body.deliveryId}`).expect(200);
    expect(answer.body).to.include({ status: "delivered", attempts: 1 });
  });
});
