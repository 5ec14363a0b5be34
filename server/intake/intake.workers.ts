import type { Database } from "../database/transaction.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { ImportRepository } from "./import.repository.ts";
import type { ImportingRun } from "./importingRun.ts";
import { IMPORT_JOB, READ_JOB, SWEEP_JOB } from "./jobNames.ts";
import type { ReadingRun } from "./readingRun.ts";
import { startSlice, type Slice } from "./slice.ts";
import type { UploadFolder } from "./uploadFolder.ts";

type Deps = {
  db: Database;
  jobs: Jobs;
  imports: ImportRepository;
  uploads: UploadFolder;
  reading: ReadingRun;
  importing: ImportingRun;
};

/** Files at a time in one process; each is read and imported by one worker. */
const CONCURRENCY = 2;
const SWEEP_SECONDS = 300;

/** The background work of the intake. A run that is used up hands over to a new job, so that no job is long. */
export class IntakeWorkers {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async start(): Promise<void> {
    const { jobs, reading, importing } = this.#deps;
    const options = { concurrency: CONCURRENCY };
    await jobs.work(
      READ_JOB,
      this.#sliced(READ_JOB, (id, slice) => reading.run(id, slice)),
      options,
    );
    await jobs.work(
      IMPORT_JOB,
      this.#sliced(IMPORT_JOB, (id, slice) => importing.run(id, slice)),
      options,
    );
    await jobs.schedule(SWEEP_JOB, SWEEP_SECONDS, () => this.sweep());
    // What a killed process left is taken up at once, not when its job has expired.
    await this.#takeUp();
  }

  /** Take up what nobody works on any more, and remove files whose import needs them no longer. */
  async sweep(): Promise<void> {
    const { db, imports, uploads } = this.#deps;
    await this.#takeUp();
    const { now, needed } = await db.read(async (tx) => ({
      now: tx.now,
      needed: await imports.inStatus(tx, ["reading", "needs_mapping", "previewed", "importing"]),
    }));
    const ids = new Set(needed.map(({ id }) => id));
    for (const id of await uploads.keptSinceAnHour(now)) if (!ids.has(id)) await uploads.remove(id);
    await uploads.sweepArriving(now);
  }

  /** A second job for an import that is being worked on does no harm: see the runs. */
  async #takeUp(): Promise<void> {
    const { db, jobs, imports } = this.#deps;
    await db.transaction(async (tx) => {
      for (const { id, status } of await imports.inStatus(tx, ["reading", "importing"])) {
        await jobs.enqueue(tx, status === "reading" ? READ_JOB : IMPORT_JOB, { importId: id });
      }
    });
  }

  #sliced(name: string, run: (importId: string, slice: Slice) => Promise<"done" | "unfinished">) {
    return async (data: unknown): Promise<void> => {
      const importId = importOf(data);
      if ((await run(importId, startSlice())) === "done") return;
      await this.#deps.db.transaction((tx) => this.#deps.jobs.enqueue(tx, name, { importId }));
    };
  }
}

function importOf(data: unknown): string {
  const id: unknown = typeof data === "object" && data !== null ? Reflect.get(data, "importId") : null;
  if (typeof id !== "string") throw new Error("a job of the intake names no import");
  return id;
}
