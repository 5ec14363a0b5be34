import type { DataSource, EntityManager, QueryRunner } from "typeorm";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { isRetryable } from "./errors.ts";

const MAX_ATTEMPTS = 4;

/** One transaction. `now` is the same instant for everything decided in it. */
export interface Tx {
  readonly manager: EntityManager;
  readonly now: Date;
  /** Runs after COMMIT, in the order given; never on rollback. A failing task is logged, not thrown. */
  afterCommit(task: () => void | Promise<void>): void;
}

export interface Database {
  /** Runs `run` in a transaction; again, up to three times more, when PostgreSQL reports a conflict. */
  transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `run` in a read-only transaction: a write in it is refused by PostgreSQL. */
  read<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
}

/** Guards what must be atomic with its caller: throws unless a read-write transaction is open. */
export function assertInTransaction(tx: Tx): void {
  if (tx.manager.queryRunner?.isTransactionActive !== true) {
    throw new Error("this must run inside Database.transaction");
  }
}

export function createDatabase(dataSource: DataSource, clock: Clock, log: Log): Database {
  async function transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await attemptOnce(run);
      } catch (error) {
        if (!isRetryable(error) || attempt === MAX_ATTEMPTS) throw error;
        log.info({ err: error, attempt }, "transaction conflict, trying again");
      }
    }
  }

  async function attemptOnce<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    const tasks: (() => void | Promise<void>)[] = [];
    const runner = dataSource.createQueryRunner();
    let result: T;
    try {
      await runner.startTransaction();
      result = await run({
        manager: runner.manager,
        now: clock.now(),
        afterCommit: (task) => void tasks.push(task),
      });
      await runner.commitTransaction();
    } catch (error) {
      await rollBack(runner, () => runner.rollbackTransaction());
      throw error;
    } finally {
      await runner.release();
    }
    // Only now, with the connection given back: a task may itself need one.
    for (const task of tasks) await runTask(task);
    return result;
  }

  async function runTask(task: () => void | Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      log.error({ err: error }, "a task after commit failed");
    }
  }

  async function read<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = dataSource.createQueryRunner();
    try {
      await runner.query("START TRANSACTION READ ONLY");
      const result = await run({
        manager: runner.manager,
        now: clock.now(),
        afterCommit: () => {
          throw new Error("nothing is committed by a read");
        },
      });
      await runner.query("COMMIT");
      return result;
    } catch (error) {
      await rollBack(runner, () => runner.query("ROLLBACK"));
      throw error;
    } finally {
      await runner.release();
    }
  }

  async function rollBack(runner: QueryRunner, statement: () => Promise<unknown>): Promise<void> {
    // A connection that is gone has rolled back by itself.
    if (runner.isReleased) return;
    try {
      await statement();
    } catch (error) {
      log.warn({ err: error }, "rollback failed");
    }
  }

  return { transaction, read };
}
