import { expect } from "chai";
import { GROUND_RULES } from "../../../shared/sessions/groundRules.ts";
import type { Answer, Line } from "../line.ts";
import type { House } from "./house.ts";
import { CAME_IN, COMING_IN, KEPT_OUT, Presence } from "./lines.ts";
import { INSIDERS, isInsider, OUTSIDERS, PARTY, type Insider, type Outsider, type Person } from "./people.ts";
import { Papers } from "./papers.ts";
import type { PreparedCase } from "./rooms.ts";
import type { Schedule, Step } from "./steps.ts";
import { refused, Talk } from "./talk.ts";
import type { Desk } from "./desk.ts";

/** What an outsider may be told, whatever they try: nothing but that. */
const SHUT = ["not_found", "forbidden"];

/** One case while a schedule is played in it. */
export class Room {
  readonly house: House;
  readonly caseId: string;
  readonly borrower: Desk;
  readonly presences: Map<Person, Presence>;
  readonly talk: Talk;
  readonly papers: Papers;

  constructor(house: House, { caseId, borrower }: PreparedCase, outside: ReadonlyMap<Outsider, Line>) {
    this.house = house;
    this.caseId = caseId;
    this.borrower = borrower;
    const own = INSIDERS.map((person) => [person, new Presence(house, person, this.deskOf(person))] as const);
    // Who stays outside has one line for all rooms: nothing may ever come over it but refusals.
    const others = OUTSIDERS.map((person) => {
      const presence = new Presence(house, person, this.deskOf(person));
      presence.line = outside.get(person) ?? null;
      return [person, presence] as const;
    });
    this.presences = new Map<Person, Presence>([...own, ...others]);
    this.talk = new Talk(this);
    this.papers = new Papers(this);
  }

  deskOf(person: Person): Desk {
    return person === "borrower" ? this.borrower : this.house.desks.get(person)!;
  }

  of(person: Person): Presence {
    return this.presences.get(person)!;
  }

  async ask(person: Person, type: string, payload: object = {}): Promise<Answer> {
    const answer = await this.of(person).ask(this.caseId, type, payload);
    if (!isInsider(person)) expect(answer.error?.code, `${person} ${type}`).to.be.oneOf(SHUT);
    return answer;
  }

  /** The mediator is there from the start, somewhere; the others as the schedule says. */
  async play({ first, batches }: Schedule): Promise<void> {
    await this.of("mediator").open(first.find(({ who }) => who === "mediator")?.at ?? 1);
    await this.join("mediator");
    const others = first.filter(({ who }) => who !== "mediator");
    await Promise.all(
      others.map(async ({ who, at }) => {
        await this.of(who).open(at);
        await this.join(who);
      }),
    );
    for (const batch of batches) await Promise.all(batch.map((step) => this.run(step)));
  }

  async run(step: Step): Promise<void> {
    switch (step.do) {
      case "join":
        if (isInsider(step.who) && this.of(step.who).line === null) await this.of(step.who).open();
        return await this.join(step.who);
      case "leave":
        await this.ask(step.who, "room.leave");
        return;
      case "reconnect":
        // A new line that has not come in: nothing is to come over it.
        await this.of(step.who).open(step.at);
        return;
      case "drop":
        return this.of(step.who).drop();
      case "return":
        await this.of(step.who).open(step.at);
        return await this.join(step.who);
      case "remove":
      case "mute":
      case "unmute":
        return await this.#moderate(step.do, step.whom);
      default:
        if (!(await this.talk.run(step))) await this.papers.run(step);
    }
  }

  /** Come in, with what was missed since the last number this person knows. */
  async join(who: Person): Promise<void> {
    const presence = this.of(who);
    const line = presence.line;
    const payload = { since: presence.lastN, groundRules: GROUND_RULES };
    if (line !== null) line.heard += `${COMING_IN}\n`;
    const answer = await this.ask(who, "room.join", payload);
    const { result } = answer;
    if (line !== null && refused(answer)) line.heard += `${KEPT_OUT}\n`;
    if (!result) return;
    if (line !== null) line.heard += `${CAME_IN}\n`;
    presence.memberId = result.viewer.memberId;
    presence.caughtUp.push(...result.events);
    if (line !== null && presence.line === line) presence.seated = line;
  }

  async #moderate(what: "remove" | "mute" | "unmute", whom: Insider): Promise<void> {
    const { memberId } = this.of(whom);
    if (memberId === null) return;
    const reason = this.house.secrets.add(`why ${whom} was muted`, this.caseId, [
      "mediator",
      ...INSIDERS.filter((person) => PARTY[person] === PARTY[whom]),
    ]);
    const payload = what === "mute" ? { memberId, reason: reason.text } : { memberId };
    if (refused(await this.ask("mediator", `member.${what}`, payload))) reason.refuse();
  }

  /** Everybody hangs up. */
  close(): void {
    for (const person of INSIDERS) this.of(person).put(null);
  }
}
