import { PENALTY_MS } from "./limits.ts";

/** Who is kept out for a moment; otherwise a flood would go on with the next connection. */
export class Penalties {
  readonly #until = new Map<string, number>();

  add(who: string, nowMs: number): void {
    this.addUntil(who, nowMs + PENALTY_MS);
  }

  addUntil(who: string, untilMs: number): void {
    // In the order in which they end, or nearly so.
    this.#until.delete(who);
    this.#until.set(who, untilMs);
  }

  /** When it ends for the one of them who has to wait longest; null when all may come in. */
  until(anyOf: readonly string[], nowMs: number): number | null {
    for (const [each, until] of this.#until) {
      if (until > nowMs) break;
      this.#until.delete(each);
    }
    const ends = anyOf.map((who) => this.#until.get(who) ?? 0).filter((until) => until > nowMs);
    return ends.length === 0 ? null : Math.max(...ends);
  }
}
