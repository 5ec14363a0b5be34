import type { Channel } from "../../../shared/journal/events.ts";
import type { LocalDraft } from "../../../shared/rooms/draft.ts";
import type { UnsentCommand, UnsentStore } from "../../realtime/unsent.ts";

type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const NO_DRAFT: LocalDraft = { text: "", base: null, unkept: false };

/**
 * What this browser remembers of a room for one person: drafts by channel, what was sent and not answered, and how far
 * they have read. Two people at one computer never meet each other's. A browser that keeps nothing is as if nothing
 * had been written.
 */
export class RoomMemory implements UnsentStore {
  readonly caseId: string;
  readonly #storage: Kept;
  readonly #prefix: string;

  constructor(storage: Kept, userId: string, caseId: string) {
    this.caseId = caseId;
    this.#storage = storage;
    this.#prefix = `parley.room.${userId}.${caseId}`;
  }

  draft(channel: Channel): LocalDraft {
    const kept = this.#read(`draft.${channel}`);
    if (kept === null) return NO_DRAFT;
    const found = parsed(kept);
    return isDraft(found) ? found : { text: kept, base: null, unkept: true };
  }

  keepDraft(channel: Channel, draft: LocalDraft): void {
    const empty = draft.text === "" && !draft.unkept;
    this.#write(`draft.${channel}`, empty ? "" : JSON.stringify(draft));
  }

  /** What was sent from this browser and never answered, in the order it was written. */
  unsent(): UnsentCommand[] {
    const first = `${this.#prefix}.unsent.`;
    const found = this.#names()
      .filter((name) => name.startsWith(first))
      .map((name) => parsed(this.#read(name.slice(this.#prefix.length + 1)) ?? ""))
      .filter(isUnsent);
    // Ids are UUIDv7: they sort by the time they were made.
    return found.toSorted((a, b) => (a.command.id < b.command.id ? -1 : 1));
  }

  keepUnsent(unsent: UnsentCommand): void {
    this.#write(`unsent.${unsent.command.id}`, JSON.stringify(unsent));
  }

  forgetUnsent(id: string): void {
    this.#write(`unsent.${id}`, "");
  }

  /** The number of the newest event seen in a channel; 0 when it was never opened. */
  readUpTo(channel: Channel): number {
    const n = Number(this.#read(`read.${channel}`) ?? 0);
    return Number.isSafeInteger(n) ? n : 0;
  }

  markRead(channel: Channel, n: number): void {
    if (n > this.readUpTo(channel)) this.#write(`read.${channel}`, String(n));
  }

  #names(): string[] {
    try {
      const places = Array.from({ length: this.#storage.length }, (_, place) => this.#storage.key(place));
      return places.filter((name) => name !== null);
    } catch {
      return [];
    }
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isDraft(found: unknown): found is LocalDraft {
  if (typeof found !== "object" || found === null) return false;
  const { text, base, unkept } = found as Record<string, unknown>;
  return (
    typeof text === "string" && (base === null || typeof base === "string") && typeof unkept === "boolean"
  );
}

function isUnsent(found: unknown): found is UnsentCommand {
  if (typeof found !== "object" || found === null) return false;
  const { command, writtenAt } = found as Record<string, unknown>;
  if (typeof writtenAt !== "number" || typeof command !== "object" || command === null) return false;
  const { id, caseId, type } = command as Record<string, unknown>;
  return typeof id === "string" && typeof caseId === "string" && typeof type === "string";
}
