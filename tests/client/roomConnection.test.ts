import { expect } from "chai";
import { array, assert as assertProperty, asyncProperty, constantFrom } from "fast-check";
import { type Ack, RoomRefusal } from "../../client/realtime/protocol.ts";
import type { RoomSnapshot } from "../../client/realtime/room.ts";
import { RoomConnection, type RoomConnectionOptions } from "../../client/realtime/roomConnection.ts";
import { CASE, RoomServer } from "./roomServer.ts";

const QUICK = { ackTimeoutMs: 60, giveUpMs: 5_000, gapDelayMs: 5, retryDelayMs: 10 };

describe("RoomConnection", () => {
  let server: RoomServer;
  let line: RoomConnection;
  let leave: () => void;

  async function connect(options: RoomConnectionOptions = QUICK): Promise<void> {
    line = new RoomConnection(server.client(), options);
    leave = line.open(CASE);
    await until((room) => room.status === "live");
  }

  /** Resolves when the room looks so; the test's own timeout is the limit. */
  function until(looks: (room: RoomSnapshot) => boolean): Promise<RoomSnapshot> {
    return new Promise((resolve) => {
      const look = () => {
        const room = line.snapshot(CASE);
        if (!looks(room)) return;
        stop();
        resolve(room);
      };
      let stop = (): void => undefined;
      stop = line.subscribe(CASE, look);
      look();
    });
  }

  const post = (text: string): Promise<Ack> => line.command(CASE, "message.post", { channel: "joint", text });
  const shown = (room: RoomSnapshot): string[] =>
    room.events.flatMap((event) => (event.type === "message.posted" ? [event.payload.text] : []));
  const numbers = (room: RoomSnapshot): number[] => room.events.map((event) => event.n);
  const refusalOf = (answer: Promise<Ack>): Promise<RoomRefusal> =>
    answer.then(
      () => Promise.reject(new Error("was not refused")),
      (error: unknown) => (error instanceof RoomRefusal ? error : Promise.reject(error)),
    );

  beforeEach(async () => {
    server = new RoomServer();
    await server.start();
  });

  afterEach(async () => {
    line.close();
    await server.stop();
  });

  it("reads the whole history on joining, page by page", async () => {
    server.pageSize = 3;
    for (let i = 1; i <= 8; i++) server.post(`${i}`);
    await connect();
    const room = await until(({ events }) => events.length === 8);
    expect(numbers(room)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(room.channels).to.deep.equal(["joint", "caucus_borrower"]);
  });

  it("answers a command after commit and forgets it once the history shows it", async () => {
    await connect();
    const answer = post("你好");
    expect(line.snapshot(CASE).outbox.map(({ state }) => state)).to.deep.equal(["sending"]);
    expect((await answer).n).to.equal(1);
    const room = await until(({ outbox }) => outbox.length === 0);
    expect(shown(room)).to.deep.equal(["你好"]);
  });

  it("notices a gap by itself and reads back what is missing", async () => {
    await connect();
    server.faults.loseEvent = ({ n }) => n === 2 || n === 3;
    for (const text of ["一", "二", "三", "四"]) server.post(text);
    const room = await until(({ events }) => events.length === 4);
    expect(shown(room)).to.deep.equal(["一", "二", "三", "四"]);
    expect(
      server.received.filter(({ type }) => type === "room.read").map(({ payload }) => payload),
    ).to.deep.equal([{ since: 1 }]);
  });

  it("learns from its own ack that the last event was lost", async () => {
    await connect();
    server.faults.loseEvent = () => true;
    await post("尾");
    expect(shown(await until(({ events }) => events.length === 1))).to.deep.equal(["尾"]);
  });

  it("shows events that come twice and out of order once and in order", async () => {
    await connect();
    server.faults.loseEvent = () => true;
    const [a, b, c] = ["一", "二", "三"].map((text) => server.post(text));
    for (const event of [c!, a!, c!, b!, a!]) server.emit("event", event);
    const room = await until(({ events }) => events.length === 3);
    server.emit("event", b!);
    await post("四");
    await until(({ events }) => events.length === 4);
    expect(numbers(room)).to.deep.equal([1, 2, 3]);
    expect(numbers(line.snapshot(CASE))).to.deep.equal([1, 2, 3, 4]);
  });

  it("sends the same id again when the ack is lost, and nothing is doubled", async () => {
    await connect();
    let lost = 0;
    server.faults.loseAck = ({ type }) => type === "message.post" && lost++ < 2;
    expect((await post("只一次")).n).to.equal(1);
    const sent = server.received.filter(({ type }) => type === "message.post");
    expect(sent).to.have.length(3);
    expect(new Set(sent.map(({ id }) => id)).size).to.equal(1);
    expect(server.texts()).to.deep.equal(["只一次"]);
  });

  it("survives a connection that breaks between commit and ack", async () => {
    await connect();
    let cuts = 0;
    server.faults.cutAfterCommit = ({ type }) => type === "message.post" && cuts++ === 0;
    expect((await post("断线")).n).to.equal(1);
    const room = await until(({ status, outbox }) => status === "live" && outbox.length === 0);
    expect(shown(room)).to.deep.equal(["断线"]);
    expect(server.texts()).to.deep.equal(["断线"]);
  });

  it("keeps what is written offline and delivers it in the order it was written", async () => {
    await connect();
    server.cut();
    await until(({ status }) => status === "offline");
    await Promise.all(["甲", "乙", "丙"].map(post));
    expect(server.texts()).to.deep.equal(["甲", "乙", "丙"]);
  });

  it("comes back by itself after the server hung up", async () => {
    await connect();
    server.hangUp();
    await until(({ status }) => status === "offline");
    server.post("在你离开时");
    const room = await until(({ status, events }) => status === "live" && events.length === 1);
    expect(shown(room)).to.deep.equal(["在你离开时"]);
  });

  it("reports a refusal with its code, does not repeat it, and lets the next command pass", async () => {
    await connect();
    server.faults.refuse = ({ payload }) =>
      JSON.stringify(payload).includes("不行") ? "stage_forbids" : undefined;
    const [refusal, next] = await Promise.all([refusalOf(post("不行")), post("可以")]);
    expect(refusal.code).to.equal("stage_forbids");
    expect(next.n).to.equal(1);
    const [failed] = line.snapshot(CASE).outbox.filter(({ state }) => state === "failed");
    expect(failed?.error?.code).to.equal("stage_forbids");
    line.discard(CASE, failed!.command.id);
    expect(line.snapshot(CASE).outbox.filter(({ state }) => state === "failed")).to.deep.equal([]);
    expect(server.received.filter(({ type }) => type === "message.post")).to.have.length(2);
  });

  it("gives up in the end, and a retry under the old id finds the old answer", async () => {
    await connect({ ...QUICK, giveUpMs: 100 });
    server.faults.loseAck = ({ type }) => type === "message.post";
    server.faults.loseEvent = () => true;
    expect((await refusalOf(post("沉默"))).code).to.equal("no_answer");
    server.faults.loseAck = () => false;
    const id = line.snapshot(CASE).outbox[0]!.command.id;
    expect((await line.retry(CASE, id)).n).to.equal(1);
    expect(server.texts()).to.deep.equal(["沉默"]);
  });

  it("stops showing anything once removed, and does not come back", async () => {
    await connect();
    server.emit("removed", { caseId: CASE });
    await until(({ status }) => status === "removed");
    server.post("单方会谈里的话");
    expect((await refusalOf(post("还在吗"))).code).to.equal("not_a_member");
    server.cut();
    const other = new RoomConnection(server.client(), QUICK);
    const leaveOther = other.open(CASE);
    await new Promise<void>((resolve) => {
      const stop = other.subscribe(
        CASE,
        () => other.snapshot(CASE).events.length === 1 && (stop(), resolve()),
      );
    });
    leaveOther();
    other.close();
    expect(line.snapshot(CASE).status).to.equal("removed");
    expect(line.snapshot(CASE).events).to.deep.equal([]);
  });

  it("says why a room is refused", async () => {
    server.faults.refuse = ({ type }) => (type === "room.join" ? "not_found" : undefined);
    line = new RoomConnection(server.client(), QUICK);
    leave = line.open(CASE);
    const room = await until(({ status }) => status === "refused");
    expect(room.refusal?.code).to.equal("not_found");
  });

  it("tries again while the server says it is unavailable", async () => {
    let refused = 0;
    server.faults.refuse = ({ type }) =>
      type !== "room.read" && refused++ % 3 < 2 ? "unavailable" : undefined;
    await connect();
    expect((await post("终于")).n).to.equal(1);
  });

  it("delivers what was written before the page was left", async () => {
    await connect();
    const answer = post("我先走了");
    leave();
    expect((await answer).n).to.equal(1);
    expect(server.texts()).to.deep.equal(["我先走了"]);
  });

  it("shows who is there and who is typing", async () => {
    await connect();
    expect(line.snapshot(CASE).people.map(({ name }) => name)).to.deep.equal(["周敏"]);
    server.emit("presence", { caseId: CASE, people: [{ ...server.people[0]!, online: false }] });
    server.emit("typing", { caseId: CASE, memberId: "m1", channel: "joint" });
    const room = await until(({ typing }) => typing.length === 1);
    expect(room.people[0]).to.deep.include({ name: "周敏", online: false });
  });

  it("neither loses nor doubles a message, whatever the line does", async function () {
    this.timeout(60_000);
    const fault = constantFrom("none", "loseAck", "cut", "loseEvent");
    await assertProperty(
      asyncProperty(array(fault, { minLength: 1, maxLength: 25 }), async (faults) => {
        const faulty = new RoomServer();
        await faulty.start();
        const talker = new RoomConnection(faulty.client(), { ...QUICK, ackTimeoutMs: 25 });
        const left = talker.open(CASE);
        // Each fault strikes once, at the message of its position.
        const pending = new Map(faults.map((kind, index) => [`${index}`, kind]));
        const strikes = (kind: string, text: unknown) => {
          if (typeof text !== "string" || pending.get(text) !== kind) return false;
          pending.delete(text);
          return true;
        };
        const textOf = (payload: unknown) => (payload as { text?: string }).text;
        faulty.faults.loseAck = ({ payload }) => strikes("loseAck", textOf(payload));
        faulty.faults.cutAfterCommit = ({ payload }) => strikes("cut", textOf(payload));
        faulty.faults.loseEvent = ({ payload }) => strikes("loseEvent", textOf(payload));
        const wanted = faults.map((_kind, index) => `${index}`);
        try {
          await Promise.all(wanted.map((text) => talker.command(CASE, "message.post", { text })));
          await new Promise<void>((resolve) => {
            const look = () => talker.snapshot(CASE).events.length >= wanted.length && resolve();
            talker.subscribe(CASE, look);
            look();
          });
          expect(faulty.texts()).to.deep.equal(wanted);
          expect(shown(talker.snapshot(CASE))).to.deep.equal(wanted);
        } finally {
          left();
          talker.close();
          await faulty.stop();
        }
      }),
      { numRuns: 25 },
    );
  });
});
