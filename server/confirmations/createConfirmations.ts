import type { AgreementService } from "../agreements/index.ts";
import type { CaseService } from "../cases/index.ts";
import type { Database } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Journal } from "../journal/index.ts";
import type { LawService } from "../law/index.ts";
import { ApplicationPapers, type SignatoryPapers } from "./applicationPapers.ts";
import { ApplicationSigning, type ApplicationCodes } from "./applicationSigning.service.ts";
import { ConfirmationRepository } from "./confirmation.repository.ts";
import type { ConfirmationServices } from "./confirmation.routes.ts";
import { ConfirmationService } from "./confirmation.service.ts";
import { LimitWatch } from "./limitWatch.ts";

const WATCH_LIMITS = "confirmations.watchLimits";
const WATCH_EVERY_SECONDS = 3600;

export const CONFIRMATION_QUEUES = [WATCH_LIMITS] as const;

export type Confirmations = ConfirmationServices & {
  watch: LimitWatch;
  startWorkers(jobs: Pick<Jobs, "schedule">): Promise<void>;
};

/** Judicial confirmation of agreements in force. */
export function createConfirmations(deps: {
  db: Database;
  documents: Documents;
  files: FileStorage;
  cases: CaseService;
  agreements: AgreementService;
  journal: Journal;
  law: LawService;
  codes: ApplicationCodes;
  signatories: SignatoryPapers;
}): Confirmations {
  const rows = new ConfirmationRepository();
  const confirmations = new ConfirmationService({ ...deps, rows });
  const watch = new LimitWatch({ ...deps, rows });
  return {
    confirmations,
    signing: new ApplicationSigning({ ...deps, confirmations, rows }),
    papers: new ApplicationPapers({ ...deps, confirmations }),
    documents: deps.documents,
    files: deps.files,
    watch,
    startWorkers: (jobs) => jobs.schedule(WATCH_LIMITS, WATCH_EVERY_SECONDS, () => watch.run()),
  };
}
