import { expect } from "chai";
import type { RequestHandler } from "express";
import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createLog } from "../../../server/log.ts";
import { defineCommand, Realtime } from "../../../server/realtime/index.ts";
import type { Actor } from "../../../shared/api/roles.ts";
import { Line } from "../../support/line.ts";

describe("a line that sends too much", () => {
  const actor: Actor = { kind: "borrower", borrowerId: randomUUID(), caseId: randomUUID(), name: "张小伟" };
  let server: Server;
  let realtime: Realtime;
  let url: string;
  let handled = 0;

  before(async () => {
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const signedIn: RequestHandler = (req, _res, next) => {
      Reflect.set(req, "user", { actor });
      next();
    };
    const nothing = (): never => {
      throw new Error("no database in this test");
    };
    realtime = new Realtime();
    realtime.attach({
      httpServer: server,
      sessions: [signedIn],
      accounts: { checkPassword: nothing, loadActor: nothing },
      commands: [
        defineCommand({
          type: "wave",
          permission: "room:join",
          kind: "hint",
          handle: () => void (handled += 1),
        }),
        defineCommand({ type: "fail", permission: "room:join", kind: "query", handle: nothing }),
        defineCommand({ type: "remove", permission: "room:moderate", kind: "hint", handle: nothing }),
      ],
      db: { read: nothing, transaction: nothing },
      log: createLog("silent"),
      publicUrl: url,
    });
  });
  after(() => {
    realtime.stop();
    server.close();
  });

  it("is told why and hung up on, and nothing of the rest is done", async () => {
    const line = await Line.open(url, "");
    for (let sent = 0; sent < 200; sent += 1) {
      line.socket.emit("command", { id: randomUUID(), caseId: actor.caseId, type: "wave" });
    }
    await line.closed();
    expect(line.cutOff.map((reason) => reason.code)).to.include("rate_limited");
    expect(handled).to.be.within(60, 80);
  });

  it("gets an answer, and no more than a code, when something breaks inside", async () => {
    const line = await Line.open(url, "");
    const answer = await line.command(actor.caseId, "fail");
    expect(answer.error).to.deep.include({ code: "internal" });
    expect(JSON.stringify(answer)).to.not.include("no database");
    expect((await line.command(actor.caseId, "remove")).error?.code).to.equal("forbidden");
    line.close();
  });

  it("is hung up on when its session ends", async () => {
    const line = await Line.open(url, "");
    realtime.hangUp((one) => one.kind === "borrower" && one.borrowerId === actor.borrowerId);
    await line.closed();
    expect(line.cutOff.map((reason) => reason.code)).to.deep.equal(["not_signed_in"]);
  });
});
