import PgBoss from "pg-boss";
import { rows } from "../database/sql.ts";
import { assertInTransaction, type Tx } from "../database/transaction.ts";
import type { Log } from "../log.ts";

export interface JobOptions {
  /** Not before this instant. */
  readonly startAfter?: Date;
}

/** `last` when the job is not tried again if this fails. */
export type JobHandler = (data: unknown, jobId: string, attempt: { last: boolean }) => Promise<void>;

/** Background work. Every job runs at least once: handlers must bear being run twice. */
export interface Jobs {
  /** Adds a job in the caller's transaction: it exists exactly when that commits. */
  enqueue(tx: Tx, name: string, data: object, options?: JobOptions): Promise<string>;
  /** Runs jobs of this name, `concurrency` (1) at a time in this process. */
  work(name: string, handler: JobHandler, options?: { readonly concurrency?: number }): Promise<void>;
  /** Runs the handler about every `everySeconds`, in one of all processes. */
  schedule(name: string, everySeconds: number, handler: () => Promise<void>): Promise<void>;
  /** Takes no more jobs and waits, 10 s at most, for the running ones. */
  stop(): Promise<void>;
}

export interface JobsOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  /** Every queue there is; a job for any other name is a mistake in the code. */
  readonly queues: readonly string[];
}

/** After this a job whose worker was killed is given to another; no handler may take longer. */
const EXPIRE_SECONDS = 5 * 60;
const RECOVERY_CHECK_SECONDS = 60;
const STOP_TIMEOUT_MS = 10_000;
const RETRIES = 5;

/** Connects to the job queue in PostgreSQL, which makes its own tables in the schema `pgboss`. */
export async function createJobs(options: JobsOptions): Promise<Jobs> {
  const { log } = options;
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    application_name: "parley-jobs",
    max: 4,
    schedule: false,
    maintenanceIntervalSeconds: RECOVERY_CHECK_SECONDS,
    expireInSeconds: EXPIRE_SECONDS,
    retryLimit: RETRIES,
    retryBackoff: true,
  });
  // Without a listener a lost connection would end the process; the workers simply ask again.
  boss.on("error", (error) => log.warn({ err: error }, "job queue error"));
  const outlive = outliveLostMarks(log);
  process.on("unhandledRejection", outlive);
  await boss.start();
  const known = new Set(options.queues);
  for (const name of known) await boss.createQueue(name);
  return new BossJobs(boss, known, log, () => process.off("unhandledRejection", outlive));
}

/**
 * pg-boss does not wait for the mark it sets on a finished job, so a connection lost in that instant is nobody's to
 * catch and would end the process. The job has no mark then and is given out again; handlers bear that. Everything
 * else that nobody caught ends the process as before.
 */
function outliveLostMarks(log: Log): (reason: unknown) => void {
  return (reason) => {
    if (!(reason instanceof Error) || !reason.stack?.includes("pg-boss")) throw reason;
    log.warn({ err: reason }, "a finished job could not be marked and will run again");
  };
}

class BossJobs implements Jobs {
  readonly #boss: PgBoss;
  readonly #known: ReadonlySet<string>;
  readonly #log: Log;
  readonly #workers = new Map<string, string[]>();
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #onStopped: () => void;

  constructor(boss: PgBoss, known: ReadonlySet<string>, log: Log, onStopped: () => void) {
    this.#onStopped = onStopped;
    this.#boss = boss;
    this.#known = known;
    this.#log = log;
  }

  async enqueue(tx: Tx, name: string, data: object, options: JobOptions = {}): Promise<string> {
    assertInTransaction(tx);
    this.#check(name);
    const db = {
      executeSql: async (text: string, values: unknown[]) => ({ rows: await rows(tx.manager, text, values) }),
    };
    const id = await this.#boss.send(name, data, { ...options, db });
    // Workers poll; one in this process need not wait for its next turn.
    tx.afterCommit(() => this.#wake(name));
    if (id === null) throw new Error(`the job ${name} was not accepted`);
    return id;
  }

  async work(
    name: string,
    handler: JobHandler,
    options: { readonly concurrency?: number } = {},
  ): Promise<void> {
    this.#check(name);
    const ids: string[] = [];
    for (let n = 0; n < (options.concurrency ?? 1); n += 1) {
      const one = { batchSize: 1, includeMetadata: true as const };
      ids.push(await this.#boss.work(name, one, (batch) => this.#run(name, batch, handler)));
    }
    this.#workers.set(name, [...(this.#workers.get(name) ?? []), ...ids]);
  }

  async schedule(name: string, everySeconds: number, handler: () => Promise<void>): Promise<void> {
    await this.work(name, handler);
    const ask = async (): Promise<void> => {
      try {
        // One job per slot of time, whichever process asks first.
        await this.#boss.send(name, {}, { singletonSeconds: everySeconds, retryLimit: 0 });
        this.#wake(name);
      } catch (error) {
        this.#log.warn({ err: error, job: name }, "a scheduled job could not be added");
      }
    };
    await ask();
    this.#timers.push(setInterval(() => void ask(), everySeconds * 1000));
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#boss.stop({ graceful: true, wait: true, close: true, timeout: STOP_TIMEOUT_MS });
    this.#onStopped();
  }

  async #run(
    name: string,
    batch: readonly PgBoss.JobWithMetadata<unknown>[],
    handler: JobHandler,
  ): Promise<void> {
    for (const job of batch) {
      const last = job.retryCount >= job.retryLimit;
      try {
        await handler(job.data, job.id, { last });
      } catch (error) {
        const outlook = last ? "a job failed for the last time" : "a job failed and will be tried again";
        this.#log.error({ err: error, job: name, jobId: job.id }, outlook);
        throw error;
      }
    }
  }

  #wake(name: string): void {
    for (const id of this.#workers.get(name) ?? []) this.#boss.notifyWorker(id);
  }

  #check(name: string): void {
    if (!this.#known.has(name))
      throw new Error(`there is no job queue ${name}: add it where the queues are listed`);
  }
}
