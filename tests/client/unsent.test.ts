import { expect } from "chai";
import { RoomRefusal } from "../../client/realtime/protocol.ts";
import type { RoomSnapshot } from "../../client/realtime/room.ts";
import { RoomConnection } from "../../client/realtime/roomConnection.ts";
import { SENT_AGAIN_MS, type UnsentCommand, type UnsentStore } from "../../client/realtime/unsent.ts";
import { CASE, RoomServer } from "./roomServer.ts";

const QUICK = { ackTimeoutMs: 60, giveUpMs: 5_000, gapDelayMs: 5, retryDelayMs: 10 };

/** What a browser keeps, and what it has written there so far. */
class Kept implements UnsentStore {
  readonly commands = new Map<string, UnsentCommand>();
  written = 0;
  unsent = () => [...this.commands.values()];
  keepUnsent = (unsent: UnsentCommand) => {
    this.written += 1;
    this.commands.set(unsent.command.id, unsent);
  };
  forgetUnsent = (id: string) => void this.commands.delete(id);
}

describe("what was sent and not answered when the page went away", () => {
  let server: RoomServer;
  let kept: Kept;
  const lines: RoomConnection[] = [];

  beforeEach(async () => {
    server = new RoomServer();
    kept = new Kept();
    await server.start();
  });
  afterEach(async () => {
    for (const line of lines.splice(0)) line.close();
    await server.stop();
  });

  function page(): RoomConnection {
    const line = new RoomConnection(server.client(), QUICK);
    lines.push(line);
    line.open(CASE, kept);
    return line;
  }
  /** As a phone ends a page it needs the memory of: nothing is said, nothing is tidied up. */
  const end = (line: RoomConnection) => line.close();
  const until = (line: RoomConnection, looks: (room: RoomSnapshot) => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = () => looks(line.snapshot(CASE)) && resolve();
      line.subscribe(CASE, look);
      look();
    });
  const post = (line: RoomConnection, text: string) =>
    void line.command(CASE, "message.post", { channel: "joint", text }).catch(() => undefined);
  const states = (room: RoomSnapshot) => room.outbox.map(({ state }) => state);

  it("is sent by the next page, in its order", async () => {
    const first = page();
    for (const text of ["一", "二", "三"]) post(first, text);
    expect(states(first.snapshot(CASE))).to.deep.equal(["sending", "sending", "sending"]);
    end(first);
    const second = page();
    expect(states(second.snapshot(CASE))).to.deep.equal(["sending", "sending", "sending"]);
    await until(second, ({ events, outbox }) => events.length === 3 && outbox.length === 0);
    expect(server.texts()).to.deep.equal(["一", "二", "三"]);
    expect(kept.commands.size).to.equal(0);
  });

  it("is not said twice when it had been written after all", async () => {
    server.faults.cutAfterCommit = ({ type }) => type === "message.post";
    const first = page();
    post(first, "一次");
    await until(first, ({ status }) => status === "offline");
    end(first);
    server.faults.cutAfterCommit = () => false;
    const second = page();
    await until(second, ({ events, outbox }) => events.length === 1 && outbox.length === 0);
    expect(server.texts()).to.deep.equal(["一次"]);
  });

  it("waits for its writer when it is old", async () => {
    const first = page();
    post(first, "上周的话");
    end(first);
    for (const [id, { command, writtenAt }] of kept.commands)
      kept.commands.set(id, { command, writtenAt: writtenAt - SENT_AGAIN_MS - 1 });
    const second = page();
    await until(second, ({ status }) => status === "live");
    expect(states(second.snapshot(CASE))).to.deep.equal(["failed"]);
    expect(server.texts()).to.deep.equal([]);
    const [entry] = second.snapshot(CASE).outbox;
    await second.retry(CASE, entry!.command.id);
    expect(server.texts()).to.deep.equal(["上周的话"]);
    await until(second, ({ outbox }) => outbox.length === 0);
    expect(kept.commands.size).to.equal(0);
  });

  it("is still there when it was refused, until it is thrown away", async () => {
    server.faults.refuse = ({ type }) => (type === "message.post" ? "case_paused" : undefined);
    const first = page();
    post(first, "暂停时说的");
    await until(first, (room) => states(room)[0] === "failed");
    end(first);
    const second = page();
    await until(second, (room) => states(room)[0] === "failed");
    second.discard(CASE, second.snapshot(CASE).outbox[0]!.command.id);
    expect(kept.commands.size).to.equal(0);
    expect(page().snapshot(CASE).outbox).to.deep.equal([]);
  });

  it("is only what was said: nobody accepts an offer by opening a page again", async () => {
    const first = page();
    const answer = first.command(CASE, "offer.accept", { offerId: "o" }).catch((error: unknown) => error);
    expect(kept.written).to.equal(0);
    await until(first, ({ status }) => status === "live");
    expect(await answer).to.not.be.instanceOf(RoomRefusal);
  });
});
