import type { Channel } from "../../shared/journal/events.ts";
import { OrderedStream } from "./orderedStream.ts";
import { Outbox, type OutboxEntry } from "./outbox.ts";
import { UnsentKeeper, type UnsentStore } from "./unsent.ts";
import {
  type JoinResult,
  type RoomCommand,
  type RoomEvent,
  type RoomPerson,
  RoomRefusal,
  type RoomViewer,
} from "./protocol.ts";

/**
 * `connecting` until the first join is answered · `live` · `offline` while the line is down (what is written waits) ·
 * `removed` by the mediator · `refused` by the server, with its reason.
 */
export type RoomStatus = "connecting" | "live" | "offline" | "removed" | "refused";

export interface Typing {
  readonly memberId: string;
  readonly channel: Channel;
}

/** Everything a page shows of a room; a new object whenever any of it changed. */
export interface RoomSnapshot {
  readonly status: RoomStatus;
  readonly refusal?: RoomRefusal;
  readonly viewer?: RoomViewer;
  readonly people: readonly RoomPerson[];
  readonly channels: readonly Channel[];
  readonly canPost: readonly Channel[];
  readonly events: readonly RoomEvent[];
  readonly outbox: readonly OutboxEntry[];
  readonly typing: readonly Typing[];
  /** More of the history is still being read. */
  readonly catchingUp: boolean;
}

export const EMPTY_ROOM: RoomSnapshot = {
  status: "connecting",
  people: [],
  channels: [],
  canPost: [],
  events: [],
  outbox: [],
  typing: [],
  catchingUp: false,
};

/** What one client knows of one room. Talks to nobody; RoomConnection does. */
export class Room {
  readonly caseId: string;
  readonly outbox = new Outbox();
  snapshot: RoomSnapshot = EMPTY_ROOM;
  /** How many pages look at it; a room nobody looks at is kept until what was written in it has been answered. */
  viewers = 0;
  onWire: string | undefined;
  reading = false;

  private readonly stream = new OrderedStream<RoomEvent>();
  private readonly listeners = new Set<() => void>();
  /** The highest number known to exist, from a join or from the ack of an own command. */
  private knownN = 0;

  private readonly unsent: UnsentKeeper | undefined;

  constructor(caseId: string, store?: UnsentStore) {
    this.caseId = caseId;
    this.unsent = store && new UnsentKeeper(store);
  }

  /** Take up what an earlier page wrote and could not send; answers what of it is sent again by itself. */
  takeUp(): RoomCommand[] {
    const found = this.unsent?.found() ?? [];
    for (const { command, fresh } of found) {
      void this.outbox.add(command).catch(() => undefined);
      if (!fresh) this.outbox.fail(command.id, new RoomRefusal({ code: "no_answer" }));
    }
    if (found.length > 0) this.outboxChanged();
    return found.flatMap(({ command, fresh }) => (fresh ? [command] : []));
  }

  get lastN(): number {
    return this.stream.lastN;
  }

  get behind(): boolean {
    return this.stream.gap || this.stream.lastN < this.knownN;
  }

  get ended(): boolean {
    return this.snapshot.status === "removed" || this.snapshot.status === "refused";
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  change(patch: Partial<RoomSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...patch };
    if (patch.outbox) this.unsent?.follow(patch.outbox);
    for (const listener of this.listeners) listener();
  }

  heardOf(n: number | undefined): void {
    if (n !== undefined) this.knownN = Math.max(this.knownN, n);
  }

  joined(result: JoinResult): void {
    this.heardOf(result.lastN);
    const { viewer, people, channels, canPost = channels } = result;
    this.change({ status: "live", viewer, people, channels, canPost });
    this.receive(result.events);
  }

  /** Answers whether anything new came out of it. */
  receive(events: readonly RoomEvent[]): boolean {
    const due = this.stream.accept(events);
    if (due.length === 0) return false;
    this.outbox.forgetShown(this.stream.lastN);
    this.change({ events: [...this.snapshot.events, ...due], outbox: this.outbox.entries() });
    return true;
  }

  outboxChanged(): void {
    this.outbox.forgetShown(this.stream.lastN);
    this.change({ outbox: this.outbox.entries() });
  }

  present(people: readonly RoomPerson[]): void {
    const known = new Map(this.snapshot.people.map((person) => [person.memberId, person]));
    this.change({ people: people.map((person) => ({ ...known.get(person.memberId), ...person })) });
  }

  typingStarted(hint: Typing): void {
    this.change({ typing: [...this.snapshot.typing.filter((one) => !sameTyping(one, hint)), hint] });
  }

  typingEnded(hint: Typing): void {
    this.change({ typing: this.snapshot.typing.filter((one) => !sameTyping(one, hint)) });
  }

  end(status: "removed" | "refused", refusal: RoomRefusal): void {
    this.outbox.failAll(refusal);
    this.change({
      status,
      refusal,
      typing: [],
      people: [],
      catchingUp: false,
      outbox: this.outbox.entries(),
    });
  }
}

function sameTyping(a: Typing, b: Typing): boolean {
  return a.memberId === b.memberId && a.channel === b.channel;
}
