import Joi from "joi";
import type { Database } from "../database/transaction.ts";
import type { LineService, StatementService } from "../debts/index.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Seals } from "../seal/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Journal } from "../journal/index.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import { AppointmentRepository } from "./appointment.repository.ts";
import { AppointmentService, type Inviting } from "./appointment.service.ts";
import { CoMediators, type Leaving } from "./coMediators.service.ts";
import type { CaseRepository } from "./case.repository.ts";
import type { CaseService } from "./case.service.ts";
import { CaseListRepository } from "./caseList.repository.ts";
import {
  CaseProgress,
  type PlansInForce,
  type PauseOver,
  type StoppedClocks,
} from "./caseProgress.service.ts";
import { CaseReading, type Attendance } from "./caseReading.service.ts";
import { CertificateService } from "./certificate.service.ts";
import { type OpenOffers, type SharedEvidence, StatementWork } from "./statementWork.service.ts";

export const CASE_QUEUES = ["cases.certificate", "cases.resume"] as const;

export type CaseWork = {
  progress: CaseProgress;
  reading: CaseReading;
  appointments: AppointmentService;
  coMediators: CoMediators;
  certificates: CertificateService;
  statementWork: StatementWork;
  startWorkers(jobs: Pick<Jobs, "work">): Promise<void>;
};

const certificateJob = Joi.object<{ caseId: string }>({ caseId: Joi.string().guid().required() });
const resumeJob = Joi.object<PauseOver>({
  caseId: Joi.string().guid().required(),
  pausedAt: Joi.string().required(),
});

/** Working on cases: everything of this domain that others do not need for building theirs. */
export function createCaseWork(deps: {
  db: Database;
  jobs: Pick<Jobs, "enqueue">;
  documents: Documents;
  files: FileStorage;
  seals: Seals;
  caseRows: CaseRepository;
  cases: CaseService;
  borrowers: BorrowerService;
  statements: StatementService;
  lines: LineService;
  organisations: OrganisationService;
  journal: Journal;
  inviting: Inviting;
  leaving: Leaving;
  clocks: StoppedClocks;
  attendance: Attendance;
  evidence: SharedEvidence;
  openOffers: OpenOffers;
  plans: PlansInForce;
}): CaseWork {
  const { db, caseRows } = deps;
  const appointmentRows = new AppointmentRepository();
  const coMediators = new CoMediators({ ...deps, rows: appointmentRows });
  const appointments = new AppointmentService({ ...deps, rows: appointmentRows, coMediators });
  const progress = new CaseProgress({ ...deps, rows: caseRows, appointments: appointmentRows });
  const reading = new CaseReading({ ...deps, rows: new CaseListRepository(), appointments });
  const certificates = new CertificateService({ ...deps, rows: caseRows });
  return {
    progress,
    reading,
    appointments,
    coMediators,
    certificates,
    statementWork: new StatementWork({ ...deps, rows: caseRows }),
    startWorkers: async (jobs) => {
      await jobs.work("cases.certificate", async (data) => {
        const { caseId } = Joi.attempt(data, certificateJob);
        await certificates.issue(caseId);
      });
      await jobs.work("cases.resume", async (data) => {
        const over = Joi.attempt(data, resumeJob);
        await db.transaction((tx) => progress.resumeWhenOver(tx, over));
      });
    },
  };
}
