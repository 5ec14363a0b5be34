import path from "node:path";
import type { CaseOpening } from "../cases/index.ts";
import type { Config } from "../config.ts";
import type { Database } from "../database/transaction.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { OrganisationService } from "../organisations/index.ts";
import { ImportRepository } from "./import.repository.ts";
import { ImportContents } from "./importContents.service.ts";
import { ImportingRun } from "./importingRun.ts";
import { ImportRowRepository } from "./importRow.repository.ts";
import { IntakeService } from "./intake.service.ts";
import { IntakeWorkers } from "./intake.workers.ts";
import { PreviewRepository } from "./preview.repository.ts";
import { ReadingRun } from "./readingRun.ts";
import { unlimited } from "./slice.ts";
import { UploadFolder } from "./uploadFolder.ts";

type Needs = {
  config: Config;
  db: Database;
  jobs: Jobs;
  organisations: OrganisationService;
  caseOpening: CaseOpening;
};

/** The parts of the intake, put together. */
export type Intake = {
  intake: IntakeService;
  contents: ImportContents;
  uploads: UploadFolder;
  uploadLimitBytes: number;
  workers: IntakeWorkers;
  /** Do here and now what the background would do: read a file, or import a confirmed one. */
  readNow: (importId: string) => Promise<void>;
  importNow: (importId: string) => Promise<void>;
};

export function createIntake({ config, db, jobs, organisations, caseOpening }: Needs): Intake {
  const imports = new ImportRepository();
  const importRows = new ImportRowRepository();
  const uploads = new UploadFolder(path.join(config.dataDir, "uploads"));
  const intake = new IntakeService({ db, jobs, imports, importRows, uploads });
  const contents = new ImportContents({ db, intake, importRows, previews: new PreviewRepository() });
  const reading = new ReadingRun({ db, imports, importRows, uploads });
  const importing = new ImportingRun({ db, imports, importRows, uploads, organisations, caseOpening });
  const workers = new IntakeWorkers({ db, jobs, imports, uploads, reading, importing });
  return {
    intake,
    contents,
    uploads,
    uploadLimitBytes: config.uploadLimitBytes,
    workers,
    readNow: async (importId) => void (await reading.run(importId, unlimited)),
    importNow: async (importId) => void (await importing.run(importId, unlimited)),
  };
}
