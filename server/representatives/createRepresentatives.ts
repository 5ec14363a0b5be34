import type { CaseService } from "../cases/index.ts";
import type { Database } from "../database/transaction.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Journal } from "../journal/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import { RepresentativeRepository } from "./representative.repository.ts";
import { RepresentativeService, type Papers, type Representation } from "./representative.service.ts";

const RUN_OUT_JOB = "representatives.runOut";
const RUN_OUT_SECONDS = 300;
export const REPRESENTATIVE_QUEUES = [RUN_OUT_JOB] as const;

export type Representatives = {
  representatives: RepresentativeService;
  startWorkers(jobs: Pick<Jobs, "schedule">): Promise<void>;
};

/** People who act for borrowers. */
export function createRepresentatives(deps: {
  db: Database;
  cases: CaseService;
  borrowers: BorrowerService;
  journal: Journal;
  representation: Representation;
  papers: Papers;
}): Representatives {
  const representatives = new RepresentativeService({ ...deps, rows: new RepresentativeRepository() });
  return {
    representatives,
    startWorkers: (jobs) =>
      jobs.schedule(RUN_OUT_JOB, RUN_OUT_SECONDS, async () => {
        await deps.db.transaction((tx) => representatives.endRanOut(tx));
      }),
  };
}
