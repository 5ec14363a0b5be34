interface Numbered {
  readonly n: number;
}

/**
 * Puts a viewer's stream back in order. Events may come late, twice or not at all; what leaves here is 1, 2, 3 …
 * each once. What came too early waits, and `gap` says that something before it is missing.
 */
export class OrderedStream<E extends Numbered> {
  lastN = 0;
  private readonly early = new Map<number, E>();

  /** The events that are now due, oldest first; empty when these were known already or have to wait. */
  accept(events: readonly E[]): E[] {
    for (const event of events) if (event.n > this.lastN) this.early.set(event.n, event);
    const due: E[] = [];
    for (let next = this.early.get(this.lastN + 1); next; next = this.early.get(this.lastN + 1)) {
      this.early.delete(next.n);
      this.lastN = next.n;
      due.push(next);
    }
    return due;
  }

  get gap(): boolean {
    return this.early.size > 0;
  }
}
