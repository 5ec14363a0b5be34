import Joi from "joi";
import type { AgreementService } from "../agreements/index.ts";
import type { CaseRepository, CaseService } from "../cases/index.ts";
import type { Database } from "../database/transaction.ts";
import type { StatementService } from "../debts/index.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Journal } from "../journal/index.ts";
import type { Seals } from "../seal/index.ts";
import { Amendments, type Superseding } from "./amendment.service.ts";
import { Completions, ISSUE_COMPLETION } from "./completion.service.ts";
import { PerformanceRepository } from "./performance.repository.ts";
import type { PerformanceServices } from "./performance.routes.ts";
import { PerformanceService } from "./performance.service.ts";
import { RestateAfterBreach } from "./restate.ts";

export const PERFORMANCE_QUEUES = [ISSUE_COMPLETION] as const;

export type PlanWork = PerformanceServices & { startWorkers(jobs: Pick<Jobs, "work">): Promise<void> };

const completionJob = Joi.object<{ caseId: string; agreementId: string }>({
  caseId: Joi.string().guid().required(),
  agreementId: Joi.string().guid().required(),
});

/** What happens after the signature. */
export function createPerformance(deps: {
  db: Database;
  documents: Documents;
  files: FileStorage;
  jobs: Pick<Jobs, "enqueue">;
  seals: Seals;
  cases: CaseService;
  caseRows: CaseRepository;
  agreements: AgreementService;
  superseding: Superseding;
  statements: StatementService;
  journal: Journal;
}): PlanWork {
  const rows = new PerformanceRepository();
  const statements = new RestateAfterBreach(deps.statements, deps.caseRows);
  const amendments = new Amendments({ ...deps, rows, statements });
  const completions = new Completions({ ...deps, rows });
  deps.seals.onUpgraded("completion_certificate", (tx, agreementId, sha256) =>
    completions.onUpgraded(tx, agreementId, sha256),
  );
  return {
    performance: new PerformanceService({ ...deps, rows, amendments, completions }),
    completions,
    startWorkers: (jobs) =>
      jobs.work(ISSUE_COMPLETION, async (data) => {
        const { caseId, agreementId } = Joi.attempt(data, completionJob);
        await completions.issue(caseId, agreementId);
      }),
  };
}
