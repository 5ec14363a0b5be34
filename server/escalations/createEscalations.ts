import type { CaseService } from "../cases/index.ts";
import type { Database } from "../database/transaction.ts";
import type { StatementService } from "../debts/index.ts";
import type { Documents } from "../documents.ts";
import type { RecordPapers } from "../facts/index.ts";
import type { FileStorage } from "../files/index.ts";
import type { Seals } from "../seal/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Journal } from "../journal/index.ts";
import type { LawService } from "../law/index.ts";
import type { Log } from "../log.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import type { PerformanceService } from "../performance/index.ts";
import { EscalationRepository } from "./escalation.repository.ts";
import { COMPOSE_PACKET, EscalationService } from "./escalation.service.ts";
import { ExhibitRepository } from "./exhibit.repository.ts";
import { ExhibitService } from "./exhibit.service.ts";
import { PacketService } from "./packet.service.ts";

export const ESCALATION_QUEUES = [COMPOSE_PACKET] as const;

export type Escalations = {
  escalations: EscalationService;
  exhibits: ExhibitService;
  packets: PacketService;
  startWorkers(jobs: Jobs): Promise<void>;
};

/** Evidence, packets, and the lawyers they go to. */
export function createEscalations(deps: {
  db: Database;
  documents: Documents;
  files: FileStorage;
  seals: Seals;
  jobs: Jobs;
  log: Log;
  cases: CaseService;
  organisations: OrganisationService;
  borrowers: BorrowerService;
  statements: StatementService;
  performance: PerformanceService;
  records: Pick<RecordPapers, "sealedOf">;
  journal: Journal;
  law: LawService;
}): Escalations {
  const rows = new EscalationRepository();
  const exhibitRows = new ExhibitRepository();
  const { organisations, borrowers, statements, performance } = deps;
  const packets = new PacketService({
    ...deps,
    rows,
    sources: {
      organisations,
      borrowers,
      statements,
      law: deps.law,
      exhibits: exhibitRows,
      brokenPlan: (tx, theCase) => performance.brokenPlan(tx, theCase),
      signedRecords: (tx, caseId) => deps.records.sealedOf(tx, caseId),
    },
  });
  return {
    escalations: new EscalationService({ ...deps, rows }),
    exhibits: new ExhibitService({ ...deps, rows: exhibitRows }),
    packets,
    startWorkers: (jobs) =>
      jobs.work(COMPOSE_PACKET, async (data, _jobId, { last }) => {
        const escalationId = escalationIdOf(data);
        try {
          await packets.compose(escalationId);
        } catch (error) {
          if (last) await packets.giveUp(escalationId, error);
          throw error;
        }
      }),
  };
}

function escalationIdOf(data: unknown): string {
  const id: unknown =
    typeof data === "object" && data !== null ? Reflect.get(data, "escalationId") : undefined;
  if (typeof id !== "string") throw new TypeError("the job names no escalation");
  return id;
}
