import type { AgreementService } from "../agreements/index.ts";
import type { CaseService } from "../cases/index.ts";
import type { Database } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Journal } from "../journal/index.ts";
import type { Log } from "../log.ts";
import type { Seals } from "../seal/index.ts";
import type { LawService } from "../law/index.ts";
import { ApplicationPapers, type SignatoryPapers } from "./applicationPapers.ts";
import { ApplicationSealing } from "./applicationSealing.service.ts";
import { ApplicationSigning, type ApplicationCodes } from "./applicationSigning.service.ts";
import { ConfirmationRepository } from "./confirmation.repository.ts";
import type { ConfirmationServices } from "./confirmation.routes.ts";
import { ConfirmationService } from "./confirmation.service.ts";
import { LimitWatch } from "./limitWatch.ts";

const WATCH_LIMITS = "confirmations.watchLimits";
const WATCH_EVERY_SECONDS = 3600;

/** Signed applications are sealed at once; this finds what a killed process left. */
const SEAL_SIGNED = "confirmations.seal";
const SEAL_EVERY_SECONDS = 60;

export const CONFIRMATION_QUEUES = [WATCH_LIMITS, SEAL_SIGNED] as const;

export type Confirmations = ConfirmationServices & {
  watch: LimitWatch;
  sealing: ApplicationSealing;
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
  seals: Seals;
  log: Log;
}): Confirmations {
  const rows = new ConfirmationRepository();
  const confirmations = new ConfirmationService({ ...deps, rows });
  const watch = new LimitWatch({ ...deps, rows });
  const sealing = new ApplicationSealing({ ...deps, confirmations, rows });
  return {
    confirmations,
    signing: new ApplicationSigning({ ...deps, confirmations, rows, sealing }),
    papers: new ApplicationPapers({ ...deps, confirmations, sealing }),
    sealing,
    documents: deps.documents,
    files: deps.files,
    watch,
    startWorkers: async (jobs) => {
      await jobs.schedule(WATCH_LIMITS, WATCH_EVERY_SECONDS, () => watch.run());
      await jobs.schedule(SEAL_SIGNED, SEAL_EVERY_SECONDS, () => sealing.sealWaiting());
    },
  };
}
