import { setTimeout } from "node:timers/promises";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { isWebhookEvent } from "../../shared/deliveries/eventTypes.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { Clock } from "../clock.ts";
import { compose, type Services } from "../composition.ts";
import { rows } from "../database/sql.ts";
import type { Database, Tx } from "../database/transaction.ts";
import { DemoClock } from "./demoClock.ts";
import { imaginedReceiver } from "./systems.ts";
import { DemoJobs } from "./demoJobs.ts";

/** How long to wait for others' transactions before a notice is left to the running server. */
const TRIES = 100;
const WAIT_MS = 20;

/** The same services over the same database, living at another time. */
export class DemoStage {
  readonly services: Services;
  readonly clock: DemoClock;
  /** What day it really is. */
  readonly today: LocalDate;
  readonly #jobs: DemoJobs;
  readonly #receiver = imaginedReceiver();
  /** Something has happened of which platforms' systems are told. */
  #isToTell = false;

  private constructor(services: Services, clock: DemoClock, jobs: DemoJobs, present: Date) {
    this.services = services;
    this.clock = clock;
    this.today = shanghaiDateOf(present);
    this.#jobs = jobs;
    services.journal.onCommitted((events) => {
      this.#isToTell ||= events.some(({ type }) => isWebhookEvent(type));
    });
  }

  static async open(real: Services): Promise<DemoStage> {
    const present = await real.platform.db.read((tx) => Promise.resolve(tx.now));
    const clock = new DemoClock(present);
    const jobs = new DemoJobs(real.platform.jobs, present);
    const services = compose({ ...real.platform, db: atTime(real.platform.db, clock), jobs });
    await services.caseWork.startWorkers(jobs);
    await services.escalations.startWorkers(jobs);
    await services.planWork.startWorkers(jobs);
    await services.caseFiles.startWorkers(jobs);
    await services.facts.startWorkers(jobs);
    await services.minutes.startWorkers(jobs);
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
    if (this.#isToTell) await this.#tellSystems();
  }

  /** Webhooks as they would have gone out then. What another transaction still hides goes with the next. */
  async #tellSystems(): Promise<void> {
    this.#isToTell = false;
    const { writer, sender } = this.services.deliveries;
    await writer.catchUp();
    await sender.runDue(this.#receiver);
  }

  /** Write the notices that follow from what has just happened, at the time it happened. */
  async sendNotices(): Promise<void> {
    const { noticeWriter } = this.services.outreach;
    for (let tries = 0; tries < TRIES; tries += 1) {
      await noticeWriter.catchUp();
      if (!(await this.#isNoticeDue())) return;
      await setTimeout(WAIT_MS);
    }
  }

  /** Consumers leave an event for later while any older transaction still runs, be it somebody else's. */
  async #isNoticeDue(): Promise<boolean> {
    const found = await this.services.platform.db.read((tx) =>
      rows(
        tx.manager,
        `SELECT 1 FROM journal_event e, journal_consumer c
         WHERE c.name = 'outreach.notices' AND (e.transaction_id, e.position) > (c.transaction_id, c.position)
         LIMIT 1`,
      ),
    );
    return found.length > 0;
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
