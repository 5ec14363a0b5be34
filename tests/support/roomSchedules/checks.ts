import { expect } from "chai";
import type { RoomEvent } from "../../../shared/api/messages.ts";
import type { JournalEvent } from "../../../shared/journal/events.ts";
import type { Line } from "../line.ts";
import { mayHearOf } from "./hearing.ts";
import { CAME_IN, COMING_IN, KEPT_OUT, OPENED, type Presence } from "./lines.ts";
import { INSIDERS, listenersOf, PARTY, type Insider } from "./people.ts";
import type { Room } from "./room.ts";

type Seat = { memberId: string; from: number; until: number };

/**
 * What everybody heard and can read back, against the journal and against who was to hear it. A command whose line was
 * dropped may still be under way; when it has moved the journal meanwhile, everything is looked at once more.
 */
export async function checkRoom(room: Room): Promise<void> {
  for (;;) {
    const journal = await journalOf(room);
    try {
      await checkAgainst(room, journal);
      for (const { type } of journal) room.house.happened.set(type, (room.house.happened.get(type) ?? 0) + 1);
      return;
    } catch (error) {
      if ((await journalOf(room)).length === journal.length) throw error;
    }
  }
}

async function journalOf(room: Room): Promise<JournalEvent[]> {
  const { first } = room.house;
  return await first.tx((tx) => first.services.journal.page(tx, room.caseId, 0, 10_000));
}

async function checkAgainst(room: Room, journal: readonly JournalEvent[]): Promise<void> {
  const { first } = room.house;
  const byId = new Map(journal.map((event) => [event.id, event]));
  for (const person of INSIDERS) {
    const presence = room.of(person);
    const events = await readBack(room, presence, journal);
    if (events !== null) await checkWhole(presence, events);
    checkHeard(person, presence, { byId, seats: seatsOf(presence, journal) });
    room.house.secrets.look(person, presence.allHeard, room.caseId, "over the line");
    if (presence.line !== null) checkHints(person, presence.line, room.caseId);
  }
  expect(await first.tx((tx) => first.services.journal.verify(tx, room.caseId))).to.equal(null);
}

/** Everything that came by itself is theirs, came while they were a member, and is what the journal has. */
function checkHeard(
  person: Insider,
  presence: Presence,
  { byId, seats }: { byId: Map<string, JournalEvent>; seats: Seat[] },
): void {
  const party = PARTY[person];
  for (const event of [...presence.allLive, ...presence.caughtUp]) {
    const entry = byId.get(event.id);
    if (!entry || party === null)
      throw new Error(`${person} heard ${event.type}, which is not in the journal`);
    expect(mayHearOf(entry), `${person} heard ${event.type}`).to.include(party);
    expect(event.n, `${person} heard ${event.type}`).to.equal(entry.n[party]);
    const seated = seats.some(({ until }) => entry.seq <= until);
    expect(seated, `${person} heard ${event.type} after being taken out`).to.equal(true);
  }
  checkSilence(person, presence.allHeard);
}

/**
 * Nothing comes over a line that has not come in yet or was taken out. A coming in that is under way may be
 * answered after the first event.
 */
function checkSilence(person: Insider, heard: string): void {
  let seated = false;
  let coming = 0;
  for (const frame of heard.split("\n")) {
    const [what] = frame.split(" ", 1);
    if (what === OPENED || what === "removed") seated = false;
    if (what === OPENED) coming = 0;
    if (what === COMING_IN) coming += 1;
    if (what === CAME_IN || what === KEPT_OUT) coming -= 1;
    if (what === CAME_IN) seated = true;
    if (what === "event")
      expect(seated || coming > 0, `${person} heard ${frame} without a seat`).to.equal(true);
  }
}

/** All of their stream without a hole, or a refusal for who is no member now. */
async function readBack(
  room: Room,
  presence: Presence,
  journal: readonly JournalEvent[],
): Promise<RoomEvent[] | null> {
  const { person } = presence;
  const party = PARTY[person];
  const isMember = seatsOf(presence, journal).some(({ until }) => until === Infinity);
  // Who never came near the room has nothing to read it with.
  if (presence.line === null && !isMember && presence.allHeard === "") return null;
  if (presence.line === null) await presence.open();
  const answer = await presence.ask(room.caseId, "room.read", { since: 0 });
  if (!isMember || party === null) {
    expect(answer.error?.code, `${person} reads back`).to.be.oneOf([
      "not_a_member",
      "not_found",
      "forbidden",
    ]);
    return null;
  }
  expect(answer.error, `${person} reads back`).to.equal(undefined);
  const events: RoomEvent[] = [...answer.result.events];
  expect(answer.result.more).to.equal(false);
  const theirs = journal.filter((event) => mayHearOf(event).includes(party));
  expect(
    events.map(({ type, id }) => `${type} ${id}`),
    person,
  ).to.deep.equal(theirs.map(({ type, id }) => `${type} ${id}`));
  expect(events.map(({ n }) => n)).to.deep.equal(events.map((_, index) => index + 1));
  return events;
}

/** Who sits there now has heard everything, as it is read back, on whichever process. */
async function checkWhole(presence: Presence, events: readonly RoomEvent[]): Promise<void> {
  const { line, person } = presence;
  const known = () => new Map([...presence.caughtUp, ...presence.allLive].map((event) => [event.n, event]));
  if (line !== null && presence.seated === line) {
    const whole = () => known().size === events.length;
    if (!whole()) await Promise.race([line.until(whole), tooLate(`${person} never heard everything`)]);
  }
  const byN = new Map(events.map((event) => [event.n, event]));
  for (const event of known().values()) expect(event, person).to.deep.equal(byN.get(event.n));
}

/** A wait that should not be long still has to end. */
async function tooLate(problem: string): Promise<never> {
  return await new Promise((_, reject) => setTimeout(() => reject(new Error(problem)), 30_000).unref());
}

/** What comes besides events: who is there, who is typing, who is calling. */
function checkHints(person: Insider, line: Line, caseId: string): void {
  for (const hint of [...line.typing, ...line.calls, ...line.signals]) {
    expect(listenersOf(hint.channel), `${person} was told of ${hint.channel}`).to.include(person);
    expect(hint.caseId).to.equal(caseId);
  }
  for (const { people, caseId: where } of line.presence) {
    expect(where).to.equal(caseId);
    for (const one of people)
      expect(["memberId", "party", "name", "online", "as"]).to.include.members(Object.keys(one));
  }
}

/** From which to which number of the journal somebody was a member. The end itself is still theirs. */
function seatsOf(presence: Presence, journal: readonly JournalEvent[]): Seat[] {
  const seats: Seat[] = [];
  for (const event of journal) {
    if (event.type === "member.joined" && presence.is(event.actor)) {
      seats.push({ memberId: event.payload.memberId, from: event.seq, until: Infinity });
    }
    if (event.type === "member.left" || event.type === "member.removed") {
      const { memberId } = event.payload;
      const seat = seats.find((one) => one.memberId === memberId && one.until === Infinity);
      if (seat) seat.until = event.seq;
    }
  }
  return seats;
}
