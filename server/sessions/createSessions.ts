import type { Database } from "../database/transaction.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Log } from "../log.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { CaseNotices } from "../outreach/index.ts";
import type { RoomLines } from "../rooms/index.ts";
import { Attendance } from "./attendance.service.ts";
import { CalendarDownload } from "./calendarDownload.service.ts";
import { Holding } from "./holding.service.ts";
import { Scheduling } from "./scheduling.service.ts";
import { SessionRepository } from "./session.repository.ts";
import type { SessionServices } from "./session.routes.ts";
import { SessionClock } from "./sessionClock.service.ts";
import { SessionDesk, type SessionDeps } from "./sessionDesk.ts";

const CLOCK_JOB = "sessions.clock";
const CLOCK_SECONDS = 15;
export const SESSION_QUEUES = [CLOCK_JOB] as const;

export type Sessions = SessionServices & {
  attendance: Attendance;
  clock: SessionClock;
  /** Answers how to stop what it started. */
  startWorkers(jobs: Jobs): Promise<() => void>;
};

/** Live meetings in all cases. */
export function createSessions(
  deps: Omit<SessionDeps, "rows"> & {
    db: Database;
    log: Log;
    publicUrl: string;
    organisations: OrganisationService;
    notices: CaseNotices;
    lines: RoomLines;
  },
): Sessions {
  const { db, log, notices } = deps;
  const desk = new SessionDesk({ ...deps, rows: new SessionRepository() });
  const attendance = new Attendance({ ...deps, desk });
  const scheduling = new Scheduling(desk);
  const holding = new Holding(desk, attendance);
  const clock = new SessionClock({ db, log, desk, scheduling, holding, notices });
  return {
    desk,
    scheduling,
    holding,
    calendar: new CalendarDownload({ ...deps, desk }),
    attendance,
    clock,
    startWorkers: async (jobs) => {
      await jobs.schedule(CLOCK_JOB, CLOCK_SECONDS, async () => {
        await clock.run();
        await attendance.sweep();
      });
      attendance.start();
      return () => attendance.stop();
    },
  };
}
