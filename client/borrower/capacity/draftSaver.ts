import { v7 as uuid } from "uuid";
import type { CapacityDraft } from "../../../shared/capacity/statement.ts";
import { ApiProblem } from "../../api/problem.ts";
import type { OwnCapacity } from "../../features/capacity/api.ts";

export type SaveState = "saved" | "typing" | "saving" | "failed" | "conflict";

interface SaverOptions {
  readonly version: number;
  readonly save: (version: number, draft: CapacityDraft, idempotencyKey: string) => Promise<OwnCapacity>;
  readonly onState: (state: SaveState) => void;
  readonly onSaved: (own: OwnCapacity) => void;
  readonly delayMs: number;
}

/**
 * Keeps a draft as it is typed: a moment after the last key, one request at a time, the newest last. A request whose
 * answer was lost is sent again under its own key before anything newer, so that the versions never part.
 */
export class DraftSaver {
  readonly #options: SaverOptions;
  #version: number;
  #sending: { draft: CapacityDraft; key: string } | null = null;
  #next: CapacityDraft | null = null;
  #running: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SaverOptions) {
    this.#options = options;
    this.#version = options.version;
  }

  /** The version the server has given what was saved last. */
  get version(): number {
    return this.#version;
  }

  change(draft: CapacityDraft): void {
    this.#next = draft;
    this.#options.onState("typing");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#options.delayMs);
  }

  /** Save what is not saved yet; answers whether everything is. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#running ??= this.#run().finally(() => (this.#running = null));
    return this.#running;
  }

  async #run(): Promise<boolean> {
    for (;;) {
      const sending = this.#take();
      if (sending === null) return true;
      this.#options.onState("saving");
      try {
        const own = await this.#options.save(this.#version, sending.draft, sending.key);
        this.#sending = null;
        this.#version = own.version;
        this.#options.onSaved(own);
        if (this.#next === null) this.#options.onState("saved");
      } catch (error) {
        this.#options.onState(this.#failed(sending.draft, error));
        return false;
      }
    }
  }

  #take(): { draft: CapacityDraft; key: string } | null {
    if (this.#sending === null && this.#next !== null) {
      this.#sending = { draft: this.#next, key: uuid() };
      this.#next = null;
    }
    return this.#sending;
  }

  /** A refusal is an answer: what was refused is tried anew. No answer leaves the request to be repeated as it was. */
  #failed(draft: CapacityDraft, error: unknown): SaveState {
    if (!(error instanceof ApiProblem) || error.status === 0) return "failed";
    this.#sending = null;
    this.#next ??= draft;
    return error.code === "version_conflict" ? "conflict" : "failed";
  }
}
