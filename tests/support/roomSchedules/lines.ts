import type { RoomEvent } from "../../../shared/api/messages.ts";
import type { JournalActor } from "../../../shared/journal/events.ts";
import { Line, type Answer } from "../line.ts";
import { rawLine } from "../rawLine.ts";
import type { Desk } from "./desk.ts";
import type { House } from "./house.ts";
import type { Person } from "./people.ts";
import type { At } from "./steps.ts";

const LOST: Answer = { error: { code: "lost", detail: "", errors: [] } };

/** Written between the frames of what a line heard, to say what was going on. */
export const OPENED = "(opened)";
export const COMING_IN = "(coming-in)";
export const CAME_IN = "(came-in)";
export const KEPT_OUT = "(kept-out)";

/** One person's way into one room: a line at a time, and everything that came over all of them. */
export class Presence {
  readonly person: Person;
  /** Events as they came: by themselves, or in the answer to coming in. */
  readonly live: RoomEvent[] = [];
  readonly caughtUp: RoomEvent[] = [];
  heard = "";
  memberId: string | null = null;
  line: Line | null = null;
  /** The line they have come in on, while it is the one they have. */
  seated: Line | null = null;
  readonly #house: House;
  readonly #desk: Desk;
  #at: At = 0;

  constructor(house: House, person: Person, desk: Desk) {
    this.#house = house;
    this.person = person;
    this.#desk = desk;
  }

  /** Whether the journal means this person. */
  is(actor: JournalActor): boolean {
    if (this.person === "borrower") return actor.party === "borrower";
    return actor.id === this.#house.people[this.person].id;
  }

  async open(at: At = this.#at): Promise<Line> {
    this.#at = at;
    const line = await Line.open(this.#house.urls[at % this.#house.urls.length]!, this.#desk.cookie);
    // Many rooms at once on a busy machine.
    line.patienceMs = 60_000;
    line.heard = `${OPENED}\n${line.heard}`;
    this.put(line);
    return line;
  }

  /** Takes the place of the line there was, which is closed. */
  put(line: Line | null): void {
    const old = this.line;
    this.line = line;
    if (old === null) return;
    this.#keep(old);
    old.close();
  }

  /** As when a tunnel begins: the other end is not told. */
  drop(): void {
    const old = this.line;
    if (old === null) return;
    rawLine(old).tcp.destroy();
    this.put(null);
  }

  /** Somebody may be without a line at this moment; then the answer is lost with it. */
  async ask(caseId: string, type: string, payload: object = {}): Promise<Answer> {
    return (await this.line?.command(caseId, type, payload).catch(() => LOST)) ?? LOST;
  }

  /** The highest number they know of. */
  get lastN(): number {
    return Math.max(0, ...[...this.live, ...this.caughtUp, ...(this.line?.events ?? [])].map(({ n }) => n));
  }

  /** Everything that came by itself; the line of this moment included. */
  get allLive(): RoomEvent[] {
    return [...this.live, ...(this.line?.events ?? [])];
  }

  get allHeard(): string {
    return this.heard + (this.line?.heard ?? "");
  }

  #keep(line: Line): void {
    this.live.push(...line.events);
    this.heard += line.heard;
  }
}
