import { PARTIES } from "../../shared/journal/audience.ts";
import type { RoomPerson } from "../../shared/api/messages.ts";
import type { Database } from "../database/transaction.ts";
import type { Log } from "../log.ts";
import type { Realtime } from "../realtime/index.ts";
import type { RoomRepository } from "./room.repository.ts";
import { presentPeople } from "./room.presenter.ts";
import { groupOf } from "./seats.ts";

type Sitting = {
  /** The members who are in the room now, on whichever process. */
  online: (caseId: string) => ReadonlySet<string>;
  /** Whether anybody sits there on this one. */
  isHere: (caseId: string) => boolean;
};

/**
 * Tells a room who is there when that changes. Presence is of the room and not of a channel, so it says nothing about
 * a caucus. A hint: changes that come while one is being told are told together.
 */
export class Presence {
  readonly #deps: { db: Database; rows: RoomRepository; realtime: Realtime; log: Log };
  readonly #seats: Sitting;
  readonly #telling = new Map<string, "once" | "again">();

  constructor(deps: { db: Database; rows: RoomRepository; realtime: Realtime; log: Log }, seats: Sitting) {
    this.#deps = deps;
    this.#seats = seats;
  }

  changed(caseId: string): void {
    if (this.#telling.has(caseId)) {
      this.#telling.set(caseId, "again");
      return;
    }
    // Nobody left to tell: do not ask the database for whom.
    if (this.#seats.isHere(caseId)) void this.#tell(caseId);
  }

  async #tell(caseId: string): Promise<void> {
    const { db, rows, realtime, log } = this.#deps;
    try {
      do {
        this.#telling.set(caseId, "once");
        const members = await db.read((tx) => rows.members(tx, caseId));
        const people: RoomPerson[] = presentPeople(members, this.#seats.online(caseId));
        for (const party of PARTIES) realtime.tell(groupOf(caseId, party), "presence", { caseId, people });
      } while (this.#telling.get(caseId) === "again");
    } catch (error) {
      log.info({ err: error }, "presence was not told");
    } finally {
      this.#telling.delete(caseId);
    }
  }
}
