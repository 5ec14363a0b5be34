/**
 * The commands of one line, one after another; those that keep their order among themselves by another way may be
 * under way side by side.
 */
export class Order {
  /** Ends when everything so far has ended. */
  #all: Promise<unknown> = Promise.resolve();
  /** Ends when the last command that was alone has ended. */
  #alone: Promise<unknown> = Promise.resolve();

  /** `task` must not throw. */
  run(sideBySide: boolean, task: () => Promise<void>): void {
    if (sideBySide) {
      this.#all = Promise.all([this.#all, this.#alone.then(task)]);
    } else {
      this.#alone = this.#all.then(task);
      this.#all = this.#alone;
    }
  }
}
