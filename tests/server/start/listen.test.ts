import { expect } from "chai";
import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { drain, listenOn } from "../../../server/lifecycle.ts";
import { createLog } from "../../../server/log.ts";
import { StartError } from "../../../server/startError.ts";

describe("listening", () => {
  const log = createLog("silent");
  const open: Server[] = [];

  afterEach(() => {
    for (const server of open.splice(0)) server.close();
  });

  function make(handler?: Parameters<typeof createServer>[1]): Server {
    const server = createServer(handler);
    open.push(server);
    return server;
  }

  async function takenPort(): Promise<number> {
    const server = make();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return (server.address() as AddressInfo).port;
  }

  it("takes the next free port when a default one is in use", async () => {
    const port = await takenPort();
    const got = await listenOn(make(), { host: "127.0.0.1", port, explicit: false, log });
    expect(got).to.be.greaterThan(port);
  });

  it("refuses when the port asked for is in use, and says which", async () => {
    const port = await takenPort();
    const refused: unknown = await listenOn(make(), { host: "127.0.0.1", port, explicit: true, log }).catch(
      (error: unknown) => error,
    );
    expect(refused).to.be.instanceOf(StartError);
    expect(String(refused))
      .to.include(String(port))
      .and.match(/set PORT/);
  });

  it("refuses an address this machine does not have", async () => {
    const refused: unknown = await listenOn(make(), {
      host: "203.0.113.7",
      port: 3000,
      explicit: false,
      log,
    }).catch((error: unknown) => error);
    expect(String(refused)).to.match(/HOST 203.0.113.7 is not an address of this machine/);
  });

  it("finishes a request under way and accepts no new one while it drains", async () => {
    let finish: () => void = () => undefined;
    let reached: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (reached = resolve));
    const server = make((_request, response) => {
      finish = () => response.end("done");
      reached();
    });
    const port = await listenOn(server, { host: "127.0.0.1", port: 42_000, explicit: false, log });
    const fetchText = () =>
      new Promise<string>((resolve) => {
        get({ host: "127.0.0.1", port, agent: false }, (response) => {
          let body = "";
          response.on("data", (chunk: Buffer) => (body += chunk.toString()));
          response.on("end", () => resolve(body));
        }).on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "error"));
      });
    const first = fetchText();
    await arrived;
    const drained = drain(server);
    expect(await fetchText()).to.equal("ECONNREFUSED");
    finish();
    expect(await first).to.equal("done");
    await drained;
  });
});
