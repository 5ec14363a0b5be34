import Joi from "joi";
import type { CaseService } from "../cases/index.ts";
import type { Database } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Journal } from "../journal/index.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import type { RoomService } from "../rooms/index.ts";
import type { Seals } from "../seal/index.ts";
import { MinutesConfirming } from "./confirming.service.ts";
import { MinutesRepository } from "./minutes.repository.ts";
import type { MinutesServices } from "./minutes.routes.ts";
import { MinutesService } from "./minutes.service.ts";
import { MinutesDesk } from "./minutesDesk.ts";
import { MinutesPapers, SEAL_MINUTES } from "./minutesPapers.service.ts";

export const MINUTES_QUEUES = [SEAL_MINUTES] as const;

export type MinutesWork = MinutesServices & { startWorkers(jobs: Pick<Jobs, "work">): Promise<void> };

const sealJob = Joi.object<{ minutesId: string }>({ minutesId: Joi.string().guid().required() });

/** Minutes of all cases. */
export function createMinutes(deps: {
  db: Database;
  documents: Documents;
  files: FileStorage;
  jobs: Pick<Jobs, "enqueue">;
  seals: Seals;
  cases: CaseService;
  rooms: RoomService;
  organisations: OrganisationService;
  borrowers: BorrowerService;
  journal: Journal;
}): MinutesWork {
  const desk = new MinutesDesk({ ...deps, rows: new MinutesRepository() });
  const papers = new MinutesPapers({ ...deps, desk });
  deps.seals.onUpgraded("minutes", (tx, minutesId, sha256) => papers.onUpgraded(tx, minutesId, sha256));
  return {
    minutes: new MinutesService({ ...deps, desk }),
    confirming: new MinutesConfirming({ desk, listener: papers }),
    papers,
    startWorkers: (jobs) =>
      jobs.work(SEAL_MINUTES, async (data) => {
        const { minutesId } = Joi.attempt(data, sealJob);
        await papers.seal(minutesId);
      }),
  };
}
