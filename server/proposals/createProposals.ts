import { Refusal } from "../../shared/api/refusal.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Log } from "../log.ts";
import { ProposalClosing } from "./closing.service.ts";
import { ProposalRepository } from "./proposal.repository.ts";
import type { ProposalServices } from "./proposal.routes.ts";
import { ProposalService } from "./proposal.service.ts";
import { ProposalDesk, type ProposalDeps } from "./proposalDesk.ts";
import { RoundSettings } from "./roundSettings.service.ts";
import { SealedAnswers } from "./sealedAnswers.service.ts";

const CLOSING_JOB = "proposals.close";
const CLOSING_SECONDS = 15;
export const PROPOSAL_QUEUES = [CLOSING_JOB] as const;

export type Proposals = ProposalServices & {
  closing: ProposalClosing;
  /** Inside a round there is no counter-offer: one package is on the table. The case is locked by the caller. */
  onlyIfNoRound(tx: Tx, caseId: string): Promise<void>;
  /** A pause stops the clock of a round too. */
  onResumed(tx: Tx, caseId: string, pausedAt: Date): Promise<void>;
  startWorkers(jobs: Jobs): Promise<void>;
};

/** The mediator's double-blind proposal in all cases. */
export function createProposals(deps: Omit<ProposalDeps, "rows"> & { db: Database; log: Log }): Proposals {
  const rows = new ProposalRepository();
  const desk = new ProposalDesk({ ...deps, rows });
  const settings = new RoundSettings(rows, deps.organisations);
  const closing = new ProposalClosing({ db: deps.db, log: deps.log, desk });
  return {
    proposals: new ProposalService(desk, settings, deps.rooms),
    answers: new SealedAnswers(desk),
    settings,
    closing,
    onlyIfNoRound: async (tx, caseId) => {
      if (!(await rows.isOpen(tx, caseId))) return;
      throw new Refusal("round_open", "a proposal of the mediator's is being answered");
    },
    onResumed: (tx, caseId, pausedAt) => rows.extendOpen(tx, caseId, pausedAt),
    startWorkers: (jobs) =>
      jobs.schedule(CLOSING_JOB, CLOSING_SECONDS, async () => {
        await closing.run();
      }),
  };
}
