import type { OutboxEntry } from "./outbox.ts";
import type { RoomCommand } from "./protocol.ts";

/** A command that was given and not answered, and when it was given (ms). */
export interface UnsentCommand {
  readonly command: RoomCommand;
  readonly writtenAt: number;
}

/** Where what was not answered outlives the page. One person's, of one case. */
export interface UnsentStore {
  readonly unsent: () => readonly UnsentCommand[];
  readonly keepUnsent: (unsent: UnsentCommand) => void;
  readonly forgetUnsent: (id: string) => void;
}

/** Up to this age something found again is sent without asking; after it, whoever wrote it decides. */
export const SENT_AGAIN_MS = 10 * 60_000;

/** Only words: an offer accepted in a page that was closed is not accepted behind its writer's back. */
const KEPT_TYPES: readonly string[] = ["message.post"];

/** Keeps a store in step with an outbox, writing only what changed: another tab may use the same store. */
export class UnsentKeeper {
  readonly #store: UnsentStore;
  readonly #now: () => number;
  readonly #kept = new Set<string>();

  constructor(store: UnsentStore, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
  }

  /** What an earlier page left behind, and whether it may still be sent by itself. */
  found(): { command: RoomCommand; fresh: boolean }[] {
    const found = this.#store.unsent().filter(({ command }) => KEPT_TYPES.includes(command.type));
    for (const { command } of found) this.#kept.add(command.id);
    return found.map(({ command, writtenAt }) => ({
      command,
      fresh: Math.abs(this.#now() - writtenAt) <= SENT_AGAIN_MS,
    }));
  }

  follow(entries: readonly OutboxEntry[]): void {
    const open = entries.filter(
      ({ state, command }) => state !== "sent" && KEPT_TYPES.includes(command.type),
    );
    const ids = new Set(open.map(({ command }) => command.id));
    for (const { command } of open) {
      if (this.#kept.has(command.id)) continue;
      this.#kept.add(command.id);
      this.#store.keepUnsent({ command, writtenAt: this.#now() });
    }
    for (const id of this.#kept) {
      if (ids.has(id)) continue;
      this.#kept.delete(id);
      this.#store.forgetUnsent(id);
    }
  }
}
