import type { CaseService } from "../cases/index.ts";
import type { Database } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import { JournalConsumer, type Journal, type JournalRepository } from "../journal/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Log } from "../log.ts";
import type { Seals } from "../seal/index.ts";
import { AgreementRepository } from "./agreement.repository.ts";
import type { AgreementServices } from "./agreementServices.ts";
import { AgreementListRepository } from "./agreementList.repository.ts";
import { AgreementListService } from "./agreementList.service.ts";
import { AgreementService } from "./agreement.service.ts";
import { AuthorityService } from "./authority.service.ts";
import { AgreementComposer } from "./composing.ts";
import { SigningDeadlines } from "./deadlines.service.ts";
import { EndingService } from "./ending.service.ts";
import type { FactSources } from "./gatherFacts.ts";
import { ReadingService } from "./reading.service.ts";
import { SealingService, type SealedListener } from "./sealing.service.ts";
import { SigningRepository } from "./signing.repository.ts";
import { SigningService, type SigningCodes } from "./signing.service.ts";
import { SigningSettingsService } from "./signingSettings.service.ts";
import { SigningTrail } from "./signingTrail.ts";

const DEADLINE_JOB = "agreements.deadlines";
const DEADLINE_SECONDS = 60;
/** Looks for what a killed process left unsealed; also once at start. */
const SEAL_JOB = "agreements.seal";
const SEAL_SECONDS = 15;
export const AGREEMENT_QUEUES = [DEADLINE_JOB, SEAL_JOB] as const;

export type Agreements = AgreementServices & {
  deadlines: SigningDeadlines;
  /** Looks after agreements that lie open in cases that ended, and after the time to sign. */
  startWorkers(jobs: Pick<Jobs, "schedule">): Promise<() => Promise<void>>;
};

/** Settlement agreements. `listener` is what follows from one in force. */
export function createAgreements(deps: {
  db: Database;
  documents: Documents;
  files: FileStorage;
  seals: Seals;
  log: Log;
  cases: CaseService;
  journal: Journal;
  journalRows: JournalRepository;
  signingCodes: SigningCodes;
  sources: FactSources;
  listener: SealedListener;
}): Agreements {
  const { cases, journal, journalRows, sources, db, log } = deps;
  const rows = new AgreementRepository();
  const signingRows = new SigningRepository();
  const trail = new SigningTrail(signingRows, journal);
  const { organisations, statements } = sources;
  const settings = new SigningSettingsService(signingRows, organisations);
  const authorities = new AuthorityService({ ...deps, rows: signingRows, organisations });
  const composer = new AgreementComposer(rows, journal, sources, authorities);
  const agreements = new AgreementService({ rows, cases, journal, composer, settings });
  const ending = new EndingService({ ...deps, agreements, rows, trail, composer, statements });
  const reading = new ReadingService({ ...deps, agreements, trail });
  const deadlines = new SigningDeadlines({ ...deps, rows, signing: signingRows });
  const list = new AgreementListService(db, new AgreementListRepository(), deps.files);
  const signing = new SigningService({
    ...deps,
    agreements,
    rows,
    trail,
    authorities,
    representatives: sources.representatives,
  });
  const sealing = new SealingService({ ...deps, agreements, rows, organisations });
  const withdrawals = new JournalConsumer(
    "agreements.withdraw",
    { db, rows: journalRows, log, journal },
    (tx, event) => ending.withdrawOpen(tx, event.caseId),
    ["case.terminated"],
  );
  return {
    agreements,
    signing,
    sealing,
    list,
    ending,
    reading,
    settings,
    authorities,
    deadlines,
    startWorkers: async (jobs) => {
      await jobs.schedule(DEADLINE_JOB, DEADLINE_SECONDS, async () => {
        await deadlines.run();
      });
      await jobs.schedule(SEAL_JOB, SEAL_SECONDS, () => sealing.recover());
      withdrawals.start();
      return () => withdrawals.stop();
    },
  };
}
