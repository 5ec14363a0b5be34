import Joi from "joi";
import type { CaseService } from "../cases/index.ts";
import type { Database } from "../database/transaction.ts";
import type { LineService, StatementService } from "../debts/index.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Journal } from "../journal/index.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import type { RoomService } from "../rooms/index.ts";
import type { Seals } from "../seal/index.ts";
import { FactRepository } from "./fact.repository.ts";
import type { FactServices } from "./fact.routes.ts";
import { FactService } from "./fact.service.ts";
import { FactDesk } from "./factDesk.ts";
import { RecordService } from "./record.service.ts";
import { RecordPapers, SEAL_RECORD } from "./recordPapers.service.ts";
import { RecordSigning, type SigningMeans } from "./recordSigning.service.ts";

export const FACT_QUEUES = [SEAL_RECORD] as const;

export type Facts = FactServices & { startWorkers(jobs: Pick<Jobs, "work">): Promise<void> };

const sealJob = Joi.object<{ recordId: string }>({ recordId: Joi.string().guid().required() });

/** Facts of all cases, and the records of those that nobody disputes. */
export function createFacts(deps: {
  db: Database;
  documents: Documents;
  files: FileStorage;
  jobs: Pick<Jobs, "enqueue">;
  seals: Seals;
  cases: CaseService;
  rooms: RoomService;
  statements: StatementService;
  lines: LineService;
  organisations: OrganisationService;
  borrowers: BorrowerService;
  journal: Journal;
  means: SigningMeans;
}): Facts {
  const rows = new FactRepository();
  const desk = new FactDesk({ ...deps, rows });
  const facts = new FactService({ ...deps, desk });
  const papers = new RecordPapers({ ...deps, rows });
  deps.seals.onUpgraded("fact_record", (tx, recordId, sha256) => papers.onUpgraded(tx, recordId, sha256));
  return {
    facts,
    records: new RecordService({ ...deps, desk, facts }),
    signing: new RecordSigning({ desk, means: deps.means, listener: papers }),
    papers,
    startWorkers: (jobs) =>
      jobs.work(SEAL_RECORD, async (data) => {
        const { recordId } = Joi.attempt(data, sealJob);
        await papers.seal(recordId);
      }),
  };
}
