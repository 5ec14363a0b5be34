import { expect } from "chai";
import { randomUUID } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { Case } from "../../server/cases/index.ts";
import type { RoomEvent } from "../../shared/api/messages.ts";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { Line, type Answer } from "../support/line.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase, CookieClient } from "../support/roomCase.ts";
import { buildTerms } from "../support/terms.ts";

const LONG = "字".repeat(10_000);
const RLO = "\u202e";
const ZERO_WIDTH = "\u200b\u200d\u2060";

/** What is sent as a whole command, with the code it is refused by. `caseId` is the sender's own case. */
const NO_COMMANDS: [string, (caseId: string) => unknown][] = [
  ["nothing", () => null],
  ["a sentence", () => "说一句"],
  ["a number", () => 7],
  ["a list", (caseId) => [randomUUID(), caseId, "room.read"]],
  ["bytes", () => Buffer.from([0, 1, 2, 255])],
  ["no id", (caseId) => ({ caseId, type: "room.read", payload: {} })],
  ["an id that is none", (caseId) => ({ id: "1", caseId, type: "room.read", payload: {} })],
  ["no case", () => ({ id: randomUUID(), type: "room.read", payload: {} })],
  ["no type", (caseId) => ({ id: randomUUID(), caseId, payload: {} })],
  ["an unknown type", (caseId) => ({ id: randomUUID(), caseId, type: "drop.tables", payload: {} })],
  ["a type of the language", (caseId) => ({ id: randomUUID(), caseId, type: "__proto__", payload: {} })],
  ["a payload that is a list", (caseId) => ({ id: randomUUID(), caseId, type: "room.read", payload: [] })],
  [
    "a payload of bytes",
    (caseId) => ({ id: randomUUID(), caseId, type: "room.read", payload: Buffer.from("x") }),
  ],
  [
    "more than a command has",
    (caseId) => ({ id: randomUUID(), caseId, type: "room.read", payload: {}, seq: 1 }),
  ],
];

/** Payloads of known commands that are refused, and where the fault is. */
const BAD_PAYLOADS: [string, string, object, string][] = [
  ["a place before the beginning", "room.read", { since: -1 }, "/since"],
  ["a place that is no number", "room.read", { since: "all" }, "/since"],
  ["a place beyond counting", "room.read", { since: 1e300 }, "/since"],
  ["no channel", "message.post", { text: "x" }, "/channel"],
  ["a channel that is none", "message.post", { channel: "tunnel", text: "x" }, "/channel"],
  ["no text", "message.post", { channel: "joint" }, "/text"],
  ["text that is a list", "message.post", { channel: "joint", text: ["x"] }, "/text"],
  ["text that is bytes", "message.post", { channel: "joint", text: Buffer.from("x") }, "/text"],
  [
    "a clock of one's own",
    "message.post",
    { channel: "joint", text: "x", at: "2031-01-01T00:00:00Z" },
    "/at",
  ],
  [
    "an audience of one's own",
    "message.post",
    { channel: "joint", text: "x", audience: ["borrower"] },
    "/audience",
  ],
  ["10,000 characters", "message.post", { channel: "joint", text: LONG }, "/text"],
  ["4,001 characters", "message.post", { channel: "joint", text: LONG.slice(0, 4_001) }, "/text"],
  ["20,000 characters", "message.post", { channel: "joint", text: LONG + LONG }, "/text"],
  ["nothing anybody could see", "message.post", { channel: "joint", text: ZERO_WIDTH }, "/text"],
  ["only spaces", "message.post", { channel: "joint", text: " \n\u3000" }, "/text"],
  ["another direction", "message.post", { channel: "joint", text: `还${RLO}0001` }, "/text"],
  ["a control character", "message.post", { channel: "joint", text: "a\u0000b" }, "/text"],
  ["half a character", "message.post", { channel: "joint", text: "a\ud83d" }, "/text"],
  ["a person who is none", "member.remove", { memberId: "1" }, "/memberId"],
];

/** What is taken, and as what it is kept. */
const GOOD_TEXTS: [string, string, string][] = [
  ["emoji", "👍🏽 👨‍👩‍👧‍👦 🇨🇳", "👍🏽 👨‍👩‍👧‍👦 🇨🇳"],
  ["right to left", "שלום 和 مرحبا", "שלום 和 مرحبا"],
  ["a zero-width joiner inside a word", "نمی\u200cخواهم", "نمی\u200cخواهم"],
  ["a combining accent", "cafe\u0301", "café"],
  ["rare characters", "𠮷野家的𪚥", "𠮷野家的𪚥"],
  ["markup", "<script>alert(1)</script> {{x}} ${y}", "<script>alert(1)</script> {{x}} ${y}"],
  ["line ends of every kind", "一\r\n二\r三\u2028四", "一\n二\n三\n四"],
  ["4,000 characters", LONG.slice(0, 4_000), LONG.slice(0, 4_000)],
];

describe("bad input over a socket", () => {
  let app: TestApp;
  let people: People;
  let theCase: Case;
  let sender: Line;
  let witness: Line;
  const lines: Line[] = [];

  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
  });
  after(() => app.close());
  beforeEach(async () => {
    theCase = await buildRoomCase(app, people);
    witness = await seat(await borrowerCookie(app, theCase));
    sender = await seat((await app.signIn("mediator")).cookie());
    await witness.settle(theCase.id);
    await said(0);
  });
  afterEach(() => {
    for (const line of lines.splice(0)) line.close();
  });

  async function seat(cookie: string): Promise<Line> {
    const line = await Line.open(app.url, cookie);
    lines.push(line);
    expect(
      (await line.command(theCase.id, "room.join", { since: 0, groundRules: GROUND_RULES })).error,
    ).to.equal(undefined);
    return line;
  }
  const raw = async (message: unknown): Promise<Answer> =>
    (await sender.socket.timeout(5_000).emitWithAck("command", message)) as Answer;
  const post = (line: Line, text: string, id?: string) =>
    line.command(theCase.id, "message.post", { channel: "joint", text }, id);
  const journalLength = async () =>
    (await app.tx((tx) => app.services.journal.page(tx, theCase.id, 0, 1_000))).length;

  /** What the witness has heard said, once it is this much and everything before it has come. */
  async function said(count: number): Promise<RoomEvent[]> {
    const messages = () => witness.events.filter(({ type }) => type === "message.posted");
    await witness.until(() => messages().length >= count);
    const { result } = await witness.command(theCase.id, "room.read", { since: 0 });
    const last = result.events.at(-1).n;
    await witness.until(() => witness.events.at(-1)?.n === last);
    expect(messages()).to.have.length(count);
    return messages();
  }

  /** While this runs nothing is written and nobody else hears anything; afterwards all goes on without a hole. */
  async function unnoticed(run: () => Promise<void>): Promise<void> {
    await witness.settle(theCase.id);
    const written = await journalLength();
    const heard = witness.events.length;
    const presence = witness.presence.length;
    await run();
    expect(await journalLength()).to.equal(written);
    const { n, error } = await post(sender, "接着说");
    expect(error).to.equal(undefined);
    await witness.until(() => witness.events.length > heard);
    expect(witness.events.length).to.equal(heard + 1);
    expect(witness.events.at(-1)?.n).to.equal((witness.events.at(-2)?.n ?? 0) + 1);
    expect(witness.presence.length).to.equal(presence);
    expect(witness.typing).to.deep.equal([]);
    expect(sender.socket.connected && witness.socket.connected).to.equal(true);
    expect(n).to.be.a("number");
  }

  it("that is no command is refused to its sender, and nobody else notices", async () => {
    await unnoticed(async () => {
      for (const [what, message] of NO_COMMANDS) {
        const { error } = await raw(message(theCase.id));
        expect(error?.code, what).to.equal("validation_failed");
        expect(error?.detail, what).to.be.a("string").with.length.greaterThan(0);
      }
    });
  });

  it("in a command is named by its place", async () => {
    await unnoticed(async () => {
      for (const [what, type, payload, pointer] of BAD_PAYLOADS) {
        const { error } = await sender.command(theCase.id, type, payload);
        expect(error?.code, what).to.equal("validation_failed");
        expect(
          error?.errors.map((fault) => fault.pointer),
          what,
        ).to.include(pointer);
      }
    });
  });

  it("is as good as unsaid when it comes without asking for an answer", async () => {
    await unnoticed(async () => {
      for (const [, message] of NO_COMMANDS) sender.socket.emit("command", message(theCase.id));
      sender.socket.emit("command");
      sender.socket.emit("command", ...NO_COMMANDS.map(([, message]) => message(theCase.id)));
      sender.socket.emit("event", { caseId: theCase.id, n: 3 });
      sender.socket.emit("presence", { caseId: theCase.id, people: [] });
      sender.socket.emit("removed", { caseId: theCase.id });
      await sender.settle(theCase.id);
    });
  });

  it("for a case of others tells nobody that there is one", async () => {
    const elsewhere = await buildRoomCase(app, people);
    const outsider = await Line.open(app.url, (await app.signIn("otherAgent")).cookie());
    lines.push(outsider);
    for (const caseId of [theCase.id, elsewhere.id, uuid()]) {
      for (const [type, payload] of [
        ["room.join", { since: 0 }],
        ["room.read", { since: 0 }],
        ["room.leave", {}],
        ["message.post", { channel: "joint", text: "有人吗" }],
      ] as const) {
        const answer = await outsider.command(caseId, type, payload);
        expect(answer.error?.code, `${type} ${caseId}`).to.equal("not_found");
        expect(JSON.stringify(answer)).to.not.include(theCase.number);
      }
    }
    // One's own, but without having come in.
    const { error } = await sender.command(elsewhere.id, "message.post", { channel: "joint", text: "x" });
    expect(error?.code).to.equal("not_a_member");
    expect(witness.heard).to.not.include("有人吗");
  });

  it("under an id that was used is refused, and the first answer stands", async () => {
    const id = uuid();
    const first = await post(sender, "说过了", id);
    await unnoticed(async () => {
      expect((await post(sender, "另一句", id)).error?.code).to.equal("idempotency_mismatch");
      const other = await sender.command(theCase.id, "room.leave", {}, id);
      expect(other.error?.code).to.equal("idempotency_mismatch");
      expect(await post(sender, "说过了", id)).to.deep.equal(first);
    });
    // Ids are their maker's: somebody else may come upon the same one.
    expect((await post(witness, "我的话", id)).error).to.equal(undefined);
  });

  it("that is no longer so is refused by what has changed", async () => {
    const client = await CookieClient.open(app, await borrowerCookie(app, theCase));
    const { body: basis } = await client.get(`/api/cases/${theCase.id}/terms-basis`).expect(200);
    const agent = await seat((await app.signIn("agent")).cookie());
    const put = await witness.command(theCase.id, "offer.put", {
      terms: buildTerms(basis),
      expiresAt: "2026-11-09T02:00:00.000Z",
    });
    const { id: offerId, termsHash } = put.result;
    const code = async (type: string, payload: object) =>
      (await agent.command(theCase.id, type, payload)).error?.code;
    expect(await code("offer.accept", { offerId, termsHash: "0".repeat(64) })).to.equal("terms_changed");
    expect((await witness.command(theCase.id, "offer.withdraw", { offerId })).error).to.equal(undefined);
    expect(await code("offer.accept", { offerId, termsHash })).to.equal("offer_not_open");
    expect(await code("offer.decline", { offerId })).to.equal("offer_not_open");
    const late = await witness.command(theCase.id, "offer.put", {
      terms: buildTerms(basis),
      expiresAt: "2026-11-01T02:00:00.000Z",
    });
    expect(late.error?.errors[0]?.pointer).to.equal("/expiresAt");
    const ahead = await sender.command(theCase.id, "room.read", { since: 1_000_000 });
    expect(ahead.result).to.deep.equal({ events: [], more: false });
  });

  it("does not come from a clock that is wrong: the server's own time counts", async () => {
    const fromTheFuture = uuid({ msecs: Date.parse("2099-01-01T00:00:00Z") });
    const fromThePast = uuid({ msecs: Date.parse("1999-01-01T00:00:00Z") });
    const acks = [await post(sender, "一", fromTheFuture), await post(sender, "二", fromThePast)];
    expect(acks[1]!.n).to.equal(acks[0]!.n! + 1);
    for (const { at } of await said(2)) expect(at).to.equal(app.clock.now().toISOString());
  });

  it("is not what any language writes: that is kept as it was meant", async () => {
    for (const [what, text, kept] of GOOD_TEXTS) {
      const { n, error } = await post(sender, text);
      expect(error, what).to.equal(undefined);
      const { result } = await witness.command(theCase.id, "room.read", { since: n! - 1 });
      const [event] = result.events.slice(-1);
      expect(event.payload.text, what).to.equal(kept);
    }
    const live = (await said(GOOD_TEXTS.length)).map(({ payload }) => Reflect.get(payload, "text"));
    expect(live).to.deep.equal(GOOD_TEXTS.map(([, , kept]) => kept));
  });
});
