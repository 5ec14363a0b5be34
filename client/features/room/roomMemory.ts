import type { Channel } from "../../../shared/journal/events.ts";

type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * What this browser remembers of a room for one person: drafts by channel, and how far they have read. Two people at
 * one computer never meet each other's. A browser that keeps nothing is as if nothing had been written.
 */
export class RoomMemory {
  readonly #storage: Kept;
  readonly #prefix: string;

  constructor(storage: Kept, userId: string, caseId: string) {
    this.#storage = storage;
    this.#prefix = `parley.room.${userId}.${caseId}`;
  }

  draft(channel: Channel): string {
    return this.#read(`draft.${channel}`) ?? "";
  }

  keepDraft(channel: Channel, text: string): void {
    this.#write(`draft.${channel}`, text);
  }

  /** The number of the newest event seen in a channel; 0 when it was never opened. */
  readUpTo(channel: Channel): number {
    const n = Number(this.#read(`read.${channel}`) ?? 0);
    return Number.isSafeInteger(n) ? n : 0;
  }

  markRead(channel: Channel, n: number): void {
    if (n > this.readUpTo(channel)) this.#write(`read.${channel}`, String(n));
  }

  #read(name: string): string | null {
    try {
      return this.#storage.getItem(`${this.#prefix}.${name}`);
    } catch {
      // Storage may be forbidden in a private window.
      return null;
    }
  }

  #write(name: string, text: string): void {
    try {
      if (text === "") this.#storage.removeItem(`${this.#prefix}.${name}`);
      else this.#storage.setItem(`${this.#prefix}.${name}`, text);
    } catch {
      // Full or forbidden: the draft lasts as long as the page.
    }
  }
}
