import type { Channel } from "../../../shared/journal/events.ts";
import { reconcileDrafts, type DraftReceipt, type LocalDraft } from "../../../shared/rooms/draft.ts";

export interface DraftServer {
  /** What the server keeps for this person in a channel; null for nothing. */
  readonly read: (channel: Channel) => Promise<{ text: string; version: string } | null>;
  readonly keep: (channel: Channel, text: string, version: string | null) => Promise<DraftReceipt>;
}

interface DraftMemory {
  readonly draft: (channel: Channel) => LocalDraft;
  readonly keepDraft: (channel: Channel, draft: LocalDraft) => void;
}

interface DraftKeeperOptions {
  readonly channel: Channel;
  readonly memory: DraftMemory;
  readonly server: DraftServer;
  readonly onChange: () => void;
  readonly delayMs?: number;
  readonly retryMs?: number;
}

/**
 * What is being typed in one channel. It is in this browser at once and on the server a moment after the last key, so
 * that a reload loses nothing and the other device has it too.
 */
export class DraftKeeper {
  #draft: LocalDraft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<void> = Promise.resolve();
  #closed = false;
  readonly #options: Required<DraftKeeperOptions>;

  constructor(options: DraftKeeperOptions) {
    this.#options = { delayMs: 1_000, retryMs: 10_000, ...options };
    this.#draft = options.memory.draft(options.channel);
  }

  get text(): string {
    return this.#draft.text;
  }

  write(text: string): void {
    this.#set({ ...this.#draft, text, unkept: true });
    // Sent or deleted: the other device should not offer it again.
    this.#saveIn(text === "" ? 0 : this.#options.delayMs);
  }

  /** Ask what has been written on another device; for when the page is opened, seen again or connected again. */
  refresh(): void {
    this.#then(async () => {
      const { server, channel } = this.#options;
      const kept = await server.read(channel);
      // Looked at only now: somebody may have gone on typing meanwhile.
      this.#set(reconcileDrafts(this.#draft, kept));
      if (this.#draft.unkept) this.#saveIn(0);
    });
  }

  /** The page goes on to something else; what was typed last is kept without waiting. */
  close(): void {
    if (this.#timer !== undefined) this.#saveIn(0);
    this.#closed = true;
  }

  #saveIn(delayMs: number): void {
    clearTimeout(this.#timer);
    if (delayMs > 0) this.#timer = setTimeout(() => this.#saveIn(0), delayMs);
    else {
      this.#timer = undefined;
      this.#then(() => this.#save());
    }
  }

  async #save(): Promise<void> {
    const { server, channel } = this.#options;
    const { text, base, unkept } = this.#draft;
    if (!unkept) return;
    const { version } = await server.keep(channel, text, base);
    this.#set({ text: this.#draft.text, base: version, unkept: this.#draft.text !== text });
  }

  /** One request at a time, because each goes on from what the one before was told. */
  #then(task: () => Promise<void>): void {
    this.#queue = this.#queue.then(task).catch((error: unknown) => this.#failed(error));
  }

  #failed(error: unknown): void {
    const code = codeOf(error);
    // Written elsewhere meanwhile: see what, and go on from there.
    if (code === "version_conflict") this.refresh();
    // Anything else the server says is about this text or this person; the next key tries again.
    else if ((code === "network" || code === "unavailable") && !this.#closed) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#saveIn(0), this.#options.retryMs);
    }
  }

  #set(draft: LocalDraft): void {
    const shown = this.#draft.text;
    this.#draft = draft;
    this.#options.memory.keepDraft(this.#options.channel, draft);
    if (draft.text !== shown && !this.#closed) this.#options.onChange();
  }
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
