import Joi from "joi";
import type { CaseService } from "../cases/index.ts";
import type { Database } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Journal } from "../journal/index.ts";
import { CaseFileRepository } from "./caseFile.repository.ts";
import { CaseFileService, COMPOSE_CASE_FILE } from "./caseFile.service.ts";
import type { CaseFileSources } from "./gatherCaseFile.ts";

export const CASE_FILE_QUEUES = [COMPOSE_CASE_FILE] as const;

export type CaseFiles = { caseFiles: CaseFileService; startWorkers(jobs: Pick<Jobs, "work">): Promise<void> };

const composeJob = Joi.object<{ caseFileId: string }>({ caseFileId: Joi.string().guid().required() });

/** Mediation files, made on demand. */
export function createCaseFiles(deps: {
  db: Database;
  documents: Documents;
  files: FileStorage;
  jobs: Pick<Jobs, "enqueue">;
  cases: CaseService;
  journal: Journal;
  sources: Omit<CaseFileSources, "journal">;
}): CaseFiles {
  const sources = { ...deps.sources, journal: deps.journal };
  const caseFiles = new CaseFileService({ ...deps, rows: new CaseFileRepository(), sources });
  return {
    caseFiles,
    startWorkers: (jobs) =>
      jobs.work(COMPOSE_CASE_FILE, async (data, _jobId, { last }) => {
        const { caseFileId } = Joi.attempt(data, composeJob);
        try {
          await caseFiles.compose(caseFileId);
        } catch (error) {
          if (last) await caseFiles.fail(caseFileId, { code: "document_failed", params: {} });
          throw error;
        }
      }),
  };
}
