import { assertInTransaction, type Tx } from "../database/transaction.ts";
import type { JobHandler, JobOptions, Jobs } from "../jobs/jobs.ts";

/**
 * Background work done at the time of the history instead of now: jobs wait until `drain`, and run with the history's
 * clock. A job for later than the present goes to the real queue.
 */
export class DemoJobs implements Jobs {
  readonly #real: Jobs;
  readonly #present: Date;
  readonly #handlers = new Map<string, JobHandler>();
  readonly #waiting: { name: string; data: object }[] = [];

  constructor(real: Jobs, present: Date) {
    this.#real = real;
    this.#present = present;
  }

  async enqueue(tx: Tx, name: string, data: object, options: JobOptions = {}): Promise<string> {
    assertInTransaction(tx);
    if (options.startAfter && options.startAfter > this.#present) {
      return await this.#real.enqueue(tx, name, data, options);
    }
    tx.afterCommit(() => void this.#waiting.push({ name, data }));
    return name;
  }

  work(name: string, handler: JobHandler): Promise<void> {
    this.#handlers.set(name, handler);
    return Promise.resolve();
  }

  /** What is done every few minutes is left to the running server. */
  schedule(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  /** Run what waits. Reading and importing files have no handler here: whoever tells the story does that itself. */
  async drain(): Promise<void> {
    for (let job = this.#waiting.shift(); job !== undefined; job = this.#waiting.shift()) {
      await this.#handlers.get(job.name)?.(job.data, job.name, { last: true });
    }
  }
}
