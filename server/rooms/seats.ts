import type { Party } from "../../shared/journal/audience.ts";
import type { Connection } from "../realtime/index.ts";

export type SeatHooks = {
  /** Somebody came online or went offline. */
  changed: (caseId: string) => void;
  /** The first line takes a seat: events after number `seq` of the journal are for it. */
  opened: (caseId: string, seq: number) => void;
  /** The last line has gone. */
  emptied: (caseId: string) => void;
  /** A line has lost its seat, because it closed or was taken out. */
  dropped: (seat: Seat) => void;
};
export type Seat = { connection: Connection; caseId: string; memberId: string; party: Party };

/** How long a line may be out of a room while its removal is being made durable. */
const CONFIRM_MS = 15_000;

/** The group that hears what one party of a case may read. */
export function groupOf(caseId: string, party: Party): string {
  return `case:${caseId}:${party}`;
}

/**
 * Which open lines sit in which room. Kept in memory only: it is who is connected to this process at this moment.
 * A line is in the group of its party exactly while it has a seat.
 */
export class Seats {
  readonly #cases = new Map<string, Map<string, Seat>>();
  readonly #seen = new WeakSet<Connection>();
  readonly #byConnection = new Map<string, Set<string>>();
  readonly #hooks: SeatHooks;

  constructor(hooks: SeatHooks) {
    this.#hooks = hooks;
  }

  /** Give a line a seat; from now on it hears its party's events after number `seq` of the journal. */
  take(seat: Seat, seq: number): void {
    const { connection, caseId, party } = seat;
    if (!connection.open) return;
    const was = this.seat(connection.id, caseId);
    if (was) {
      if (was.memberId === seat.memberId && was.party === party) return;
      this.#drop(was);
    }
    // After the drop: with the last seat the room was given up.
    if (!this.#cases.has(caseId)) this.#hooks.opened(caseId, seq);
    if (!this.#seen.has(connection)) {
      this.#seen.add(connection);
      connection.onClosed(() => this.#closed(connection.id));
    }
    const room = this.#cases.get(caseId) ?? new Map<string, Seat>();
    const cameOnline = !isOnline(room, seat.memberId);
    this.#cases.set(caseId, room.set(connection.id, seat));
    const own = this.#byConnection.get(connection.id) ?? new Set();
    this.#byConnection.set(connection.id, own.add(caseId));
    connection.join(groupOf(caseId, party));
    if (cameOnline) this.#hooks.changed(caseId);
  }

  has(caseId: string): boolean {
    return this.#cases.has(caseId);
  }

  /** The cases in which somebody has a seat. */
  cases(): Iterable<string> {
    return this.#cases.keys();
  }

  seat(connectionId: string, caseId: string): Seat | null {
    return this.#cases.get(caseId)?.get(connectionId) ?? null;
  }

  /** Take one line out of a room. */
  vacate(connectionId: string, caseId: string): void {
    const seat = this.seat(connectionId, caseId);
    if (seat) this.#drop(seat);
  }

  /**
   * Take every line of a member out of a room, at once; answers what to call when it is durable. Should
   * that never happen, the lines are hung up on, so that they come back and are seated by what the database says.
   */
  evict(caseId: string, memberId: string): (tell: "tell" | "silently") => void {
    const evicted = this.#linesOf(caseId, memberId);
    for (const seat of evicted) this.#drop(seat);
    const unconfirmed = setTimeout(() => {
      for (const { connection } of evicted) connection.cutOff("unavailable", "connect again");
    }, CONFIRM_MS);
    unconfirmed.unref();
    return (tell) => {
      clearTimeout(unconfirmed);
      this.dismiss(caseId, memberId, tell);
      if (tell === "silently") return;
      for (const { connection } of evicted) connection.send("removed", { caseId });
    };
  }

  /** The same for what is durable already, wherever it was decided. */
  dismiss(caseId: string, memberId: string, tell: "tell" | "silently"): void {
    for (const seat of this.#linesOf(caseId, memberId)) {
      this.#drop(seat);
      if (tell === "tell") seat.connection.send("removed", { caseId });
    }
  }

  online(caseId: string): ReadonlySet<string> {
    return new Set([...(this.#cases.get(caseId)?.values() ?? [])].map((seat) => seat.memberId));
  }

  #linesOf(caseId: string, memberId: string): Seat[] {
    return [...(this.#cases.get(caseId)?.values() ?? [])].filter((seat) => seat.memberId === memberId);
  }

  #closed(connectionId: string): void {
    for (const caseId of this.#byConnection.get(connectionId) ?? []) this.vacate(connectionId, caseId);
  }

  #drop(seat: Seat): void {
    const { connection, caseId, party, memberId } = seat;
    connection.leave(groupOf(caseId, party));
    const room = this.#cases.get(caseId);
    room?.delete(connection.id);
    if (room?.size === 0) {
      this.#cases.delete(caseId);
      this.#hooks.emptied(caseId);
    }
    const own = this.#byConnection.get(connection.id);
    own?.delete(caseId);
    if (own?.size === 0) this.#byConnection.delete(connection.id);
    this.#hooks.dropped(seat);
    if (!room || !isOnline(room, memberId)) this.#hooks.changed(caseId);
  }
}

function isOnline(room: ReadonlyMap<string, Seat>, memberId: string): boolean {
  return [...room.values()].some((seat) => seat.memberId === memberId);
}
