import { expect } from "chai";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { newSecret, signedHeaders } from "../../server/deliveries/signature.ts";

const LISTEN = "listen(8080)";
const ON_FREE_PORT = `listen(0, "127.0.0.1", function () { console.log("port", this.address().port); })`;

describe("the receiver in docs/webhooks.md, as it stands there", function () {
  this.timeout(60_000);
  const secret = newSecret();
  let receiver: ChildProcess;
  let url: string;
  let said = "";

  before(async () => {
    const [, code = ""] = /```js\n([\s\S]*?)```/.exec(readFileSync("docs/webhooks.md", "utf8")) ?? [];
    expect(code).to.include(LISTEN);
    receiver = spawn(process.execPath, ["--input-type=module", "-e", code.replace(LISTEN, ON_FREE_PORT)], {
      env: { ...process.env, NODE_OPTIONS: "", PARLEY_WEBHOOK_SECRET: secret },
      stdio: ["ignore", "pipe", "inherit"],
    });
    receiver.stdout!.on("data", (chunk: Buffer) => (said += chunk.toString()));
    while (!said.includes("\n")) await once(receiver.stdout!, "data");
    url = `http://127.0.0.1:${/port (\d+)/.exec(said)![1]}/`;
  });
  after(() => receiver.kill());

  const send = async (body: string, now = new Date(), signedBody = body): Promise<number> => {
    const headers = signedHeaders(
      { id: "018f0000-0000-7000-8000-000000000001", body: signedBody },
      [secret],
      now,
    );
    return (await fetch(url, { method: "POST", headers, body })).status;
  };
  const body = JSON.stringify({
    type: "agreement.sealed",
    timestamp: "2026-11-21T02:14:07.000Z",
    data: { contractNumbers: ["XH-1"], schedule: [] },
  });

  it("takes what we sign, and handles it once", async () => {
    said = "";
    expect(await send(body)).to.equal(204);
    expect(await send(body)).to.equal(204);
    expect(said.match(/XH-1/g)).to.have.length(1);
  });

  it("refuses what was changed and what is old", async () => {
    expect(await send(body.replace("XH-1", "XH-2"), new Date(), body)).to.equal(401);
    expect(await send(body, new Date(Date.now() - 6 * 60_000))).to.equal(401);
  });
});
