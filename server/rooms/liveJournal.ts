import type { JournalEvent } from "../../shared/journal/events.ts";
import type { Database } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { Log } from "../log.ts";
import type { Wire } from "../realtime/index.ts";

/** How far behind another process a room may be when nothing tells us to look. */
const LOOK_MS = 1_000;
const PAGE = 200;

type Place = {
  /** The last event that the lines of this process were told. */
  told: number;
  /** The last event known to be committed. */
  committed: number;
  reading: boolean;
};
type Moved = { caseId: string; seq: number };

/**
 * Tells the lines of this process what is committed in their cases, by whichever process: each event once, in the
 * order of the journal. Other processes only say that a case has moved on; what happened is read from the journal.
 */
export class LiveJournal {
  readonly #deps: { db: Database; journal: Journal; wire: Wire; log: Log };
  readonly #tell: (event: JournalEvent) => void;
  readonly #places = new Map<string, Place>();
  readonly #toAnnounce = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #looking = false;

  constructor(
    deps: { db: Database; journal: Journal; wire: Wire; log: Log },
    tell: (event: JournalEvent) => void,
  ) {
    this.#deps = deps;
    this.#tell = tell;
    deps.journal.onCommitted((events) => this.#committed(events));
    deps.wire.on("moved", (message) => {
      // Sent by #announce below, in a process of the same version.
      for (const { caseId, seq } of message as Moved[]) this.#moved(caseId, seq);
    });
  }

  /** Somebody sits in this case now, and has read or will read for themselves up to `seq`. */
  follow(caseId: string, seq: number): void {
    if (this.#places.has(caseId)) return;
    this.#places.set(caseId, { told: seq, committed: seq, reading: false });
    this.#timer ??= setInterval(() => void this.look(), LOOK_MS).unref();
  }

  /** Nobody sits there any more. */
  unfollow(caseId: string): void {
    this.#places.delete(caseId);
    if (this.#places.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Ask the database which of the followed cases have moved on. */
  async look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    const { db, journal, log } = this.#deps;
    try {
      const ends = await db.read((tx) => journal.ends(tx, [...this.#places.keys()]));
      for (const { caseId, seq } of ends) this.#moved(caseId, seq);
    } catch (error) {
      log.info({ err: error }, "open rooms could not be compared with the journal");
    } finally {
      this.#looking = false;
    }
  }

  #committed(events: readonly JournalEvent[]): void {
    for (const event of events) {
      const place = this.#places.get(event.caseId);
      if (place && event.seq === place.told + 1) this.#tellNext(place, event);
      else this.#moved(event.caseId, event.seq);
      this.#announce(event);
    }
  }

  #moved(caseId: string, seq: number): void {
    const place = this.#places.get(caseId);
    if (!place || seq <= place.committed) return;
    place.committed = seq;
    if (seq > place.told && !place.reading) void this.#catchUp(caseId, place);
  }

  #tellNext(place: Place, event: JournalEvent): void {
    place.told = event.seq;
    place.committed = Math.max(place.committed, event.seq);
    this.#tell(event);
  }

  async #catchUp(caseId: string, place: Place): Promise<void> {
    const { db, journal, log } = this.#deps;
    place.reading = true;
    try {
      while (place.told < place.committed) {
        const events = await db.read((tx) => journal.page(tx, caseId, place.told, PAGE));
        if (events.length === 0 || this.#places.get(caseId) !== place) break;
        // Some may have been told while these were read.
        for (const event of events) if (event.seq === place.told + 1) this.#tellNext(place, event);
      }
    } catch (error) {
      // Found again at the next look.
      place.committed = place.told;
      log.info({ err: error }, "a room could not be brought up to date");
    } finally {
      place.reading = false;
    }
  }

  /** What one turn of the event loop commits is announced in one message. */
  #announce({ caseId, seq }: JournalEvent): void {
    if (!this.#deps.wire.shared) return;
    if (this.#toAnnounce.size === 0) {
      setImmediate(() => {
        const moved: Moved[] = [...this.#toAnnounce].map(([id, last]) => ({ caseId: id, seq: last }));
        this.#toAnnounce.clear();
        this.#deps.wire.send("moved", moved);
      });
    }
    this.#toAnnounce.set(caseId, Math.max(seq, this.#toAnnounce.get(caseId) ?? 0));
  }
}
