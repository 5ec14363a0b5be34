/** Answers that are dear to make and asked for again soon: the last few of them, by key. */
export class Kept<T extends Promise<unknown>> {
  readonly #limit: number;
  readonly #byKey = new Map<string, T>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Made once for everybody who asks at the same time; a failure is not kept. */
  of(key: string, make: () => T): T {
    const known = this.#byKey.get(key);
    if (known !== undefined) {
      this.#byKey.delete(key);
      this.#byKey.set(key, known);
      return known;
    }
    const made = make();
    this.#byKey.set(key, made);
    made.catch(() => this.#byKey.delete(key));
    const [oldest] = this.#byKey.keys();
    if (this.#byKey.size > this.#limit && oldest !== undefined) this.#byKey.delete(oldest);
    return made;
  }
}
