import type { ServerMessages } from "../../shared/api/messages.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { JournalEvent } from "../../shared/journal/events.ts";
import type { Realtime } from "../realtime/index.ts";
import { groupOf, type Seat, type Seats } from "./seats.ts";

/** The lines that sit in rooms on this process, for domains that say something over them. */
export class RoomLines {
  readonly #seats: Seats;
  readonly #realtime: Realtime;
  readonly #onDropped: ((seat: Seat) => void)[] = [];
  readonly #onTold: ((event: JournalEvent) => void)[] = [];
  readonly #onChanged: ((caseId: string) => void)[] = [];

  constructor(seats: Seats, realtime: Realtime) {
    this.#seats = seats;
    this.#realtime = realtime;
  }

  /** The seat a line has in a room at this moment, or null. */
  seat(connectionId: string, caseId: string): Seat | null {
    return this.#seats.seat(connectionId, caseId);
  }

  /** The cases in which somebody sits on this process. */
  cases(): Iterable<string> {
    return this.#seats.cases();
  }

  /** The members who sit in a room on this process. */
  here(caseId: string): ReadonlySet<string> {
    return this.#seats.online(caseId);
  }

  /** Somebody has come into a room on this process, or gone. */
  onChanged(listener: (caseId: string) => void): void {
    this.#onChanged.push(listener);
  }

  changed(caseId: string): void {
    for (const listener of this.#onChanged) listener(caseId);
  }

  /** Say something to every line of a party in a room. */
  tell<T extends keyof ServerMessages>(
    place: { caseId: string; party: Party },
    type: T,
    message: ServerMessages[T],
  ): void {
    this.#realtime.tell(groupOf(place.caseId, place.party), type, message);
  }

  /** A line has lost its seat, because it closed or was taken out. */
  onDropped(listener: (seat: Seat) => void): void {
    this.#onDropped.push(listener);
  }

  dropped(seat: Seat): void {
    for (const listener of this.#onDropped) listener(seat);
  }

  /** An event of a case in which somebody sits here, before the lines hear of it. */
  onTold(listener: (event: JournalEvent) => void): void {
    this.#onTold.push(listener);
  }

  told(event: JournalEvent): void {
    for (const listener of this.#onTold) listener(event);
  }
}
