import { PENALTY_MS } from "./limits.ts";

/** People who are kept out for a moment; otherwise a flood would go on with the next connection. */
export class Penalties {
  readonly #until = new Map<string, number>();

  add(person: string, nowMs: number): void {
    this.#until.set(person, nowMs + PENALTY_MS);
  }

  holds(person: string, nowMs: number): boolean {
    for (const [each, until] of this.#until) if (until <= nowMs) this.#until.delete(each);
    return this.#until.has(person);
  }
}
