import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { Clock } from "../clock.ts";
import { compose, type Services } from "../composition.ts";
import type { Database, Tx } from "../database/transaction.ts";
import { DemoClock } from "./demoClock.ts";
import { DemoJobs } from "./demoJobs.ts";

/** The same services over the same database, living at another time. */
export class DemoStage {
  readonly services: Services;
  readonly clock: DemoClock;
  /** What day it really is. */
  readonly today: LocalDate;
  readonly #jobs: DemoJobs;

  private constructor(services: Services, clock: DemoClock, jobs: DemoJobs, present: Date) {
    this.services = services;
    this.clock = clock;
    this.today = shanghaiDateOf(present);
    this.#jobs = jobs;
  }

  static async open(real: Services): Promise<DemoStage> {
    const present = await real.platform.db.read((tx) => Promise.resolve(tx.now));
    const clock = new DemoClock(present);
    const jobs = new DemoJobs(real.platform.jobs, present);
    const services = compose({ ...real.platform, db: atTime(real.platform.db, clock), jobs });
    await services.caseWork.startWorkers(jobs);
    await services.escalations.startWorkers(jobs);
    return new DemoStage(services, clock, jobs, present);
  }

  /** One act of somebody in one transaction, with all that follows from it. */
  async act<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await this.services.platform.db.transaction(run);
    await this.settle();
    return result;
  }

  /** Let the background do its part before the next act. */
  async settle(): Promise<void> {
    this.clock.tick();
    await this.#jobs.drain();
  }

  /** Write the notices that follow from what has just happened. */
  async sendNotices(): Promise<void> {
    await this.services.outreach.noticeWriter.catchUp();
  }
}

function atTime(db: Database, clock: Clock): Database {
  const moved = (tx: Tx): Tx => ({
    manager: tx.manager,
    now: clock.now(),
    afterCommit: (task) => tx.afterCommit(task),
  });
  return {
    transaction: (run) => db.transaction((tx) => run(moved(tx))),
    read: (run) => db.read((tx) => run(moved(tx))),
  };
}
