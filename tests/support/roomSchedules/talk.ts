import { expect } from "chai";
import type { Channel } from "../../../shared/journal/events.ts";
import type { Answer } from "../line.ts";
import { alone, listenersOf, PARTY, peopleOf, SIDES, type Person } from "./people.ts";
import type { Room } from "./room.ts";
import type { Marked } from "./secrets.ts";
import type { Step } from "./steps.ts";

type Said = { id: string; who: Person; channel: Channel; words: Marked; free: boolean };

/** Everything said and asked in a room, and who may hear it. */
export class Talk {
  readonly #room: Room;
  readonly #said: Said[] = [];
  readonly #requests: string[] = [];
  readonly #reports: { id: string; words: readonly Person[] }[] = [];
  /** What lets a statement out of its caucus happens one after another, so that it is certain what was let out when. */
  #passing: Promise<void> = Promise.resolve();

  constructor(room: Room) {
    this.#room = room;
  }

  /** Whether the step was one of these. */
  async run(step: Step): Promise<boolean> {
    const { caseId } = this.#room;
    switch (step.do) {
      case "say":
        await this.say(step.who, step.channel, { mayPassOn: step.mayPassOn });
        return true;
      case "release":
      case "takeBack":
      case "passOn":
        await (this.#passing = this.#passing.then(() => this.#pass(step)));
        return true;
      case "begin":
        await this.#room.ask("mediator", "caucus.begin", { side: step.side, announced: step.announced });
        return true;
      case "end":
        await this.#room.ask("mediator", "caucus.end");
        return true;
      case "typing":
        this.#room.of(step.who).line?.hint(caseId, "typing", { channel: step.channel });
        return true;
      case "call":
        await this.#call(step.who, step.channel);
        return true;
      case "report":
      case "deal":
      case "ask":
      case "decline":
        await this.#care(step);
        return true;
      default:
        return false;
    }
  }

  async say(
    who: Person,
    channel: Channel,
    more: { mayPassOn?: boolean; exhibitId?: string } = {},
  ): Promise<void> {
    const words = this.#tell(`what ${who} said in ${channel}`, listenersOf(channel));
    const ownCaucus = channel === `caucus_${PARTY[who]}` && who !== "mediator";
    const free = more.mayPassOn === true && ownCaucus;
    const answer = await this.#room.ask(who, "message.post", {
      channel,
      text: `话 ${words.text}`,
      ...(free ? { mayPassOn: true } : {}),
      ...(more.exhibitId === undefined ? {} : { exhibitId: more.exhibitId }),
    });
    if (refused(answer)) words.refuse();
    if (answer.result) this.#said.push({ id: answer.result.id, who, channel, words, free });
  }

  async #pass(step: Extract<Step, { do: "release" | "takeBack" | "passOn" }>): Promise<void> {
    const message = pick(this.#said, step.which);
    if (!message) return;
    const payload = { messageId: message.id };
    if (step.do === "passOn") {
      const { free, words } = message;
      // Wider before it is sent: others may hear it before the mediator has the answer.
      if (free && message.channel !== step.channel) words.widen(listenersOf(step.channel));
      const { result, error } = await this.#room.ask("mediator", "message.passOn", {
        ...payload,
        channel: step.channel,
      });
      if (error === undefined || result)
        expect(free, "only what its side let out is passed on").to.equal(true);
      return;
    }
    // Only a side lets its own words out, and only those of its caucus.
    const own = SIDES.find((side) => message.channel === `caucus_${side}`);
    const mayLetOut = own !== undefined && PARTY[message.who] === own;
    const type = step.do === "release" ? "message.release" : "message.takeBackRelease";
    const answer = await this.#room.ask(message.who, type, payload);
    if (refused(answer)) return;
    expect(mayLetOut || answer.error?.code === "lost", `${message.who} ${type}`).to.equal(true);
    if (step.do === "release") message.free = mayLetOut;
    else if (answer.error === undefined) message.free = false;
  }

  async #care(step: Extract<Step, { do: "report" | "deal" | "ask" | "decline" }>): Promise<void> {
    switch (step.do) {
      case "report": {
        const message = pick(this.#said, step.which);
        if (!message) return;
        const readers = withMediator(step.who);
        const note = this.#tell(`why ${step.who} reported a message`, readers);
        const payload = { messageId: message.id, reason: "other", note: note.text };
        const answer = await this.#room.ask(step.who, "message.report", payload);
        if (refused(answer)) note.refuse();
        if (answer.result) this.#reports.push({ id: answer.result.id, words: readers });
        return;
      }
      case "deal": {
        const report = pick(this.#reports, step.which);
        if (!report) return;
        const note = this.#tell("what was done about a report", report.words);
        await this.#room.ask("mediator", "report.deal", { reportId: report.id, note: note.text });
        return;
      }
      case "ask": {
        const note = this.#tell(`why ${step.who} asked`, withMediator(step.who));
        const answer = await this.#room.ask(step.who, "request.make", { kind: step.kind, note: note.text });
        if (refused(answer)) note.refuse();
        if (answer.result) this.#requests.push(answer.result.id);
        return;
      }
      case "decline": {
        const requestId = pick(this.#requests, step.which);
        if (requestId !== undefined)
          await this.#room.ask("mediator", "request.answer", { requestId, granted: false });
      }
    }
  }

  /** Somebody calls in a channel and tells whoever is there how to reach them. */
  async #call(who: Person, channel: Channel): Promise<void> {
    const { caseId } = this.#room;
    const { result } = await this.#room.ask(who, "call.join", { channel, audio: true, video: false });
    if (!result) return;
    for (const { peerId } of result.peers as { peerId: string }[]) {
      if (peerId === result.peerId) continue;
      const address = this.#tell(`how ${who} can be reached in ${channel}`, listenersOf(channel));
      const description = { type: "offer", sdp: `v=0\r\no=${address.text}\r\n` };
      this.#room.of(who).line?.hint(caseId, "call.signal", { to: peerId, description });
    }
  }

  #tell(what: string, readers: readonly Person[]): Marked {
    return this.#room.house.secrets.add(what, this.#room.caseId, readers);
  }
}

/** For one's own side and the mediator; for the mediator alone where there is no side. */
function withMediator(who: Person): Person[] {
  const party = PARTY[who];
  return party === "borrower" || party === "platform" ? alone(party) : peopleOf("mediator");
}

/** Understood and not done; an answer that was lost leaves open what became of the command. */
export function refused({ error }: Answer): boolean {
  return error !== undefined && error.code !== "lost";
}

export function pick<T>(all: readonly T[], which: number): T | undefined {
  return all[which % Math.max(all.length, 1)];
}
