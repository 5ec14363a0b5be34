import { expect } from "chai";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createPost } from "../../../server/deliveries/post.ts";
import { WebhookReceiver } from "../../support/webhookReceiver.ts";

const LOOPBACK = ["127.0.0.1"];

describe("sending a webhook", () => {
  let receiver: WebhookReceiver;
  before(async () => {
    receiver = await WebhookReceiver.start();
  });
  after(() => receiver.close());
  afterEach(() => {
    receiver.instead = null;
  });

  const port = () => new URL(receiver.url).port;

  it("reaches nothing inside a network, however it is written", async () => {
    const before = receiver.seenIds.length;
    const post = createPost([]);
    const hosts = [
      "127.0.0.1",
      "localhost",
      "0.0.0.0",
      "2130706433",
      "0x7f.1",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "[::]",
      "[64:ff9b::7f00:1]",
      "[fe80::1]",
      "[fc00::1]",
      "10.0.0.1",
      "172.16.0.1",
      "192.168.0.1",
      "169.254.169.254",
      "100.64.0.1",
    ];
    for (const host of hosts) {
      const { outcome } = await post(`http://${host}:${port()}/`, {}, "{}");
      expect(outcome, host).to.equal("refused_address");
    }
    const { outcome } = await post(`https://localhost:${port()}/`, {}, "{}");
    expect(outcome).to.equal("refused_address");
    expect(receiver.seenIds.length).to.equal(before);
  });

  it("looks at the address a name leads to, not at the name", async () => {
    // A name that resolves to loopback: refused unless that very address is allowed.
    expect(
      (await createPost(["10.0.0.0/8"])(receiver.url.replace("127.0.0.1", "localhost"), {}, "{}")).outcome,
    ).to.equal("refused_address");
    receiver.instead = () => ({ status: 200 });
    expect(
      (await createPost(["127.0.0.0/8", "::1/128"])(receiver.url.replace("127.0.0.1", "localhost"), {}, "{}"))
        .status,
    ).to.equal(200);
  });

  it("does not follow a redirect", async () => {
    const before = receiver.seenIds.length;
    receiver.instead = () => ({ status: 307, headers: { location: "http://127.0.0.1:1/inside" } });
    const result = await createPost(LOOPBACK)(receiver.url, {}, "{}");
    expect(result).to.include({ outcome: "answered", status: 307 });
    expect(receiver.seenIds.length).to.equal(before + 1);
  });

  it("keeps the first kilobyte of the answer, as text a database takes", async () => {
    receiver.instead = () => ({ status: 500, body: `no\u0000\u001b[31m${"坏".repeat(2_000)}` });
    const result = await createPost(LOOPBACK)(receiver.url, {}, "{}");
    expect(result).to.include({ outcome: "answered", status: 500 });
    expect(Buffer.byteLength(result.response!)).to.be.at.most(1_040);
    expect(result.response).to.match(/^no\ufffd\ufffd\[31m坏+/);
  });

  it("waits no longer than it was told, for the answer and for its end", async () => {
    receiver.instead = () => "never";
    expect((await createPost(LOOPBACK, 100)(receiver.url, {}, "{}")).outcome).to.equal("timed_out");
    const dripping = await dribble();
    const { port: at } = dripping.address() as AddressInfo;
    const result = await createPost(LOOPBACK, 300)(`http://127.0.0.1:${at}/`, {}, "{}");
    expect(result).to.include({ outcome: "accepted", status: 200 });
    dripping.closeAllConnections();
    dripping.close();
  });

  it("names what the system said when nobody listens", async () => {
    const closed = await WebhookReceiver.start();
    await closed.close();
    const result = await createPost(LOOPBACK)(closed.url, {}, "{}");
    expect(result).to.deep.equal({
      outcome: "unreachable",
      status: null,
      response: "ECONNREFUSED",
      retryAfterMs: null,
    });
  });
});

/** Says yes at once and then never ends. */
async function dribble(): Promise<Server> {
  const server = createServer((_req, res) => {
    res.writeHead(200);
    res.write("slow");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
