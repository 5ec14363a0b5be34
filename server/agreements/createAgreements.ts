import type { CaseService } from "../cases/index.ts";
import type { Database } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import { JournalConsumer, type Journal, type JournalRepository } from "../journal/index.ts";
import type { Log } from "../log.ts";
import { AgreementRepository } from "./agreement.repository.ts";
import type { AgreementServices } from "./agreement.routes.ts";
import { AgreementListRepository } from "./agreementList.repository.ts";
import { AgreementListService } from "./agreementList.service.ts";
import { AgreementService } from "./agreement.service.ts";
import type { FactSources } from "./gatherFacts.ts";
import { SealingService, type SealedListener } from "./sealing.service.ts";
import { SigningService, type SigningCodes } from "./signing.service.ts";

export type Agreements = AgreementServices & { workers: { start(): void; stop(): Promise<void> } };

/** Settlement agreements. `listener` is what follows from one in force. */
export function createAgreements(deps: {
  db: Database;
  documents: Documents;
  files: FileStorage;
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
  const agreements = new AgreementService(rows, cases, journal, sources);
  const list = new AgreementListService(db, new AgreementListRepository(), deps.files);
  const signing = new SigningService(agreements, rows, journal, deps.signingCodes);
  const sealing = new SealingService({ ...deps, agreements, rows });
  const withdrawals = new JournalConsumer(
    "agreements.withdraw",
    { db, rows: journalRows, log, journal },
    async (tx, event) => {
      if (event.type === "case.terminated") await agreements.withdrawOpen(tx, event.caseId);
    },
  );
  return { agreements, signing, sealing, list, workers: withdrawals };
}
