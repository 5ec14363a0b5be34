import { expect } from "chai";
import fc from "fast-check";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { RoomEvent } from "../../shared/api/messages.ts";
import { mayRead, type Party } from "../../shared/journal/audience.ts";
import { CHANNELS, type Channel, type JournalEvent } from "../../shared/journal/events.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { Line, type Answer } from "../support/line.ts";
import { buildPeople, type People } from "../support/people.ts";
import { borrowerCookie, buildRoomCase } from "../support/roomCase.ts";

const PEOPLE = [
  "borrower",
  "mediator",
  "agent",
  "approver",
  "otherAgent",
  "otherMediator",
  "lawyer",
  "admin",
] as const;
type Person = (typeof PEOPLE)[number];
const PARTY: Record<Person, Party | null> = {
  borrower: "borrower",
  mediator: "mediator",
  agent: "platform",
  approver: "platform",
  otherAgent: null,
  otherMediator: null,
  lawyer: null,
  admin: null,
};

type Step =
  | { do: "join" | "leave" | "reconnect"; who: Person }
  | { do: "remove"; whom: Person }
  | { do: "mute" | "unmute"; whom: Person }
  | { do: "begin"; side: "borrower" | "platform"; announced: boolean }
  | { do: "end" }
  | { do: "passOn"; which: number; channel: Channel }
  | { do: "report"; who: Person; which: number }
  | { do: "ask"; who: Person; kind: "pause" | "mediator_alone" }
  | { do: "decline"; which: number }
  | { do: "say"; who: Person; channel: Channel; mayPassOn: boolean };

const person = fc.constantFrom(...PEOPLE);
const insider = fc.constantFrom<Person>("borrower", "mediator", "agent", "approver");
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("join" as const), who: person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave" as const), who: insider }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reconnect" as const), who: insider }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("remove" as const),
      whom: fc.constantFrom<Person>("borrower", "agent", "approver"),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("say" as const),
      who: person,
      channel: fc.constantFrom(...CHANNELS),
      mayPassOn: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("mute" as const, "unmute" as const),
      whom: fc.constantFrom<Person>("borrower", "agent", "approver"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("begin" as const),
      side: fc.constantFrom("borrower" as const, "platform" as const),
      announced: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("end" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("passOn" as const),
      which: fc.nat(40),
      channel: fc.constantFrom(...CHANNELS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("report" as const), who: person, which: fc.nat(40) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("ask" as const),
      who: person,
      kind: fc.constantFrom("pause" as const, "mediator_alone" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("decline" as const), which: fc.nat(10) }) },
);
/** What is inside one batch happens at the same time. */
const scenario = fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 3, maxLength: 8 });

describe("privacy of the room", function () {
  this.timeout(240_000);
  let app: TestApp;
  let people: People;
  const cookies = new Map<Person, string>();
  const lines = new Map<Person, Line>();

  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
    for (const name of PEOPLE) {
      if (name !== "borrower") cookies.set(name, (await app.signIn(name)).cookie());
    }
  });
  after(() => app.close());
  afterEach(closeAll);

  function closeAll(): void {
    for (const line of lines.values()) line.close();
    lines.clear();
  }

  it("no event reaches anybody it is not for, live or read back, and no stream has a hole", async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (batches) => {
        const theCase = await buildRoomCase(app, people);
        cookies.set("borrower", await borrowerCookie(app, theCase));
        const room = new Room(theCase.id);
        for (const name of PEOPLE) lines.set(name, await Line.open(app.url, cookies.get(name)!));
        await room.run({ do: "join", who: "mediator" });
        for (const batch of batches) await Promise.all(batch.map((one) => room.run(one)));
        for (const line of lines.values()) await line.settle(theCase.id);
        const journal = await app.tx((tx) => app.services.journal.page(tx, theCase.id, 0, 10_000));
        await room.check(journal);
        closeAll();
      }),
      { numRuns: 25 },
    );
  });

  /** Somebody may be reconnecting at this moment; then the answer is lost with the line. */
  async function ask(who: Person, caseId: string, type: string, payload: object = {}): Promise<Answer> {
    const lost = { error: { code: "lost", detail: "", errors: [] } };
    return await lines
      .get(who)!
      .command(caseId, type, payload)
      .catch(() => lost);
  }

  class Room {
    readonly caseId: string;
    readonly heard = new Map<Person, RoomEvent[]>(PEOPLE.map((name) => [name, []]));
    readonly memberIds = new Map<Person, string>();
    readonly said = new Map<string, { who: Person; channel: Channel }>();
    /** Where each text was carried to by the mediator. */
    readonly carried = new Map<string, Channel[]>();
    readonly messages: { id: string; text: string }[] = [];
    readonly requests: string[] = [];
    #words = 0;

    constructor(caseId: string) {
      this.caseId = caseId;
    }

    async run(one: Step): Promise<void> {
      switch (one.do) {
        case "join": {
          const answer = await ask(one.who, this.caseId, "room.join", {
            since: 0,
            groundRules: GROUND_RULES,
          });
          if (PARTY[one.who] === null) expect(answer.error?.code).to.be.oneOf(["not_found", "forbidden"]);
          if (answer.result) {
            this.memberIds.set(one.who, answer.result.viewer.memberId);
            this.heard.get(one.who)!.push(...answer.result.events);
          }
          return;
        }
        case "leave":
          await ask(one.who, this.caseId, "room.leave");
          return;
        case "reconnect": {
          const old = lines.get(one.who)!;
          const line = await Line.open(app.url, cookies.get(one.who)!);
          this.heard.get(one.who)!.push(...old.events);
          line.heard = old.heard;
          lines.set(one.who, line);
          old.close();
          return;
        }
        case "remove": {
          const memberId = this.memberIds.get(one.whom);
          if (memberId) await ask("mediator", this.caseId, "member.remove", { memberId });
          return;
        }
        case "say": {
          const text = `word-${(this.#words += 1)}-${one.who}-${one.channel}`;
          const answer = await ask(one.who, this.caseId, "message.post", {
            channel: one.channel,
            text,
            ...(one.mayPassOn && one.channel === `caucus_${PARTY[one.who]}` ? { mayPassOn: true } : {}),
          });
          if (answer.result) this.messages.push({ id: answer.result.id, text });
          this.said.set(text, one);
          if (PARTY[one.who] === null) expect(answer.error?.code).to.be.oneOf(["not_found", "forbidden"]);
          return;
        }
        default:
          await this.moderate(one);
      }
    }

    async moderate(
      one: Exclude<Step, { do: "join" | "leave" | "reconnect" | "remove" | "say" }>,
    ): Promise<void> {
      const { caseId } = this;
      switch (one.do) {
        case "mute":
        case "unmute": {
          const memberId = this.memberIds.get(one.whom);
          if (memberId) await ask("mediator", caseId, `member.${one.do}`, { memberId });
          return;
        }
        case "begin":
          await ask("mediator", caseId, "caucus.begin", { side: one.side, announced: one.announced });
          return;
        case "end":
          await ask("mediator", caseId, "caucus.end");
          return;
        case "passOn": {
          const message = this.messages[one.which % Math.max(this.messages.length, 1)];
          if (!message) return;
          const { channel } = one;
          // Kept before it is sent: others may hear it before the mediator has the answer.
          const before = this.carried.get(message.text) ?? [];
          const from = this.said.get(message.text)?.channel ?? "";
          if (from.startsWith("caucus")) this.carried.set(message.text, [...before, channel]);
          await ask("mediator", caseId, "message.passOn", { messageId: message.id, channel });
          return;
        }
        case "report": {
          const message = this.messages[one.which % Math.max(this.messages.length, 1)];
          if (message)
            await ask(one.who, caseId, "message.report", { messageId: message.id, reason: "other" });
          return;
        }
        case "ask": {
          const { result } = await ask(one.who, caseId, "request.make", { kind: one.kind });
          if (result) this.requests.push(result.id);
          return;
        }
        case "decline": {
          const requestId = this.requests[one.which % Math.max(this.requests.length, 1)];
          if (requestId) await ask("mediator", caseId, "request.answer", { requestId, granted: false });
        }
      }
    }

    async check(journal: readonly JournalEvent[]): Promise<void> {
      const byId = new Map(journal.map((event) => [event.id, event]));
      for (const name of PEOPLE) {
        const party = PARTY[name];
        const line = lines.get(name)!;
        const live = [...this.heard.get(name)!, ...line.events];
        const seats = seatsOf(name, journal);
        for (const event of live) {
          const entry = byId.get(event.id);
          expect(entry, `${name} heard something that is not in the journal`).to.not.equal(undefined);
          if (!entry || party === null) throw new Error(`${name} heard ${event.type}`);
          expect(mayRead(party, entry), `${name} heard ${event.type}`).to.equal(true);
          expect(event.n).to.equal(entry.n[party]);
          const seated = seats.some(([, until]) => entry.seq <= until);
          expect(seated, `${name} heard ${event.type} after being taken out`).to.equal(true);
        }
        for (const [text, { channel }] of this.said) {
          const reached = [channel, ...(this.carried.get(text) ?? [])];
          const allowed = party !== null && reached.some((each) => channelReaders(each).includes(party));
          if (!allowed) expect(line.heard, `${name} and ${channel}`).to.not.include(text);
        }
        await this.checkReadBack(name, journal, live);
      }
      expect(await app.tx((tx) => app.services.journal.verify(tx, this.caseId))).to.equal(null);
    }

    async checkReadBack(
      name: Person,
      journal: readonly JournalEvent[],
      live: readonly RoomEvent[],
    ): Promise<void> {
      const party = PARTY[name];
      const line = lines.get(name)!;
      const answer = await line.command(this.caseId, "room.read", { since: 0 });
      const isMember = seatsOf(name, journal).some(([, until]) => until === Infinity);
      if (!isMember || party === null) {
        expect(answer.error?.code, `${name} reads back`).to.be.oneOf([
          "not_a_member",
          "not_found",
          "forbidden",
        ]);
        return;
      }
      const events: RoomEvent[] = [...answer.result.events];
      expect(answer.result.more).to.equal(false);
      const theirs = journal.filter((event) => mayRead(party, event));
      expect(events.map((event) => event.id)).to.deep.equal(theirs.map((event) => event.id));
      expect(events.map((event) => event.n)).to.deep.equal(events.map((_, index) => index + 1));
      const byN = new Map(events.map((event) => [event.n, event]));
      for (const event of live) expect(event).to.deep.equal(byN.get(event.n));
    }
  }

  /** From which to which number of the journal somebody was a member. The end itself is still theirs. */
  function seatsOf(name: Person, journal: readonly JournalEvent[]): [from: number, until: number][] {
    const id = name === "borrower" ? null : people[name].id;
    const seats: { memberId: string; from: number; until: number }[] = [];
    for (const event of journal) {
      if (
        event.type === "member.joined" &&
        (event.actor.id === id || (id === null && event.actor.party === "borrower"))
      ) {
        seats.push({ memberId: event.payload.memberId, from: event.seq, until: Infinity });
      }
      if (event.type === "member.left" || event.type === "member.removed") {
        const seat = seats.find((one) => one.memberId === event.payload.memberId);
        if (seat) seat.until = event.seq;
      }
    }
    return seats.map(({ from, until }) => [from, until]);
  }

  function channelReaders(channel: Channel): Party[] {
    const readers: Record<Channel, Party[]> = {
      joint: ["borrower", "platform", "mediator"],
      caucus_borrower: ["borrower", "mediator"],
      caucus_platform: ["platform", "mediator"],
      mediator_notes: ["mediator"],
    };
    return readers[channel];
  }
});
