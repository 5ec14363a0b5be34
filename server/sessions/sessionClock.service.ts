import type { Actor } from "../../shared/api/roles.ts";
import { ROOM_STAGES } from "../../shared/cases/lifecycle.ts";
import { LOBBY_MINUTES, NOT_HELD_HOURS } from "../../shared/sessions/times.ts";
import type { Case } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Log } from "../log.ts";
import type { CaseNotices } from "../outreach/index.ts";
import type { Holding } from "./holding.service.ts";
import type { Scheduling } from "./scheduling.service.ts";
import type { MediationSession } from "./session.entity.ts";
import type { SessionDesk } from "./sessionDesk.ts";

const CLOCK: Actor = { kind: "system", name: "Parley" };
const CASES_PER_RUN = 500;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Deps = {
  db: Database;
  log: Log;
  desk: SessionDesk;
  scheduling: Scheduling;
  holding: Holding;
  notices: CaseNotices;
};

/** What comes with time alone: reminders, the lobby, and the end of what was not held or has lost its case. */
export class SessionClock {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Look once over all cases; each has a transaction of its own. */
  async run(): Promise<void> {
    const { db, desk, log } = this.#deps;
    const caseIds = await db.read((tx) => {
      const from = (ms: number) => new Date(tx.now.getTime() + ms);
      return desk.rows.casesDue(tx, {
        lobby: from(LOBBY_MINUTES * MINUTE_MS),
        day: from(24 * HOUR_MS),
        hour: from(HOUR_MS),
        notHeld: from(-NOT_HELD_HOURS * HOUR_MS),
        limit: CASES_PER_RUN,
      });
    });
    for (const caseId of caseIds) {
      try {
        await db.transaction((tx) => this.#attend(tx, caseId));
      } catch (error) {
        log.warn({ err: error }, "the clock of a session will be looked at again");
      }
    }
  }

  async #attend(tx: Tx, caseId: string): Promise<void> {
    const { desk, scheduling, holding } = this.#deps;
    const theCase = await desk.cases.lock(tx, caseId);
    const session = await desk.rows.lockOpen(tx, caseId);
    if (!session) return;
    const began = session.status === "running" || session.status === "adjourned";
    if (!ROOM_STAGES.includes(theCase.stage)) {
      if (began) await holding.conclude(tx, CLOCK, session);
      else await scheduling.callOff(tx, CLOCK, session, "case_ended");
      return;
    }
    if (began || session.startsAt === null) return;
    const untilMs = session.startsAt.getTime() - tx.now.getTime();
    if (untilMs <= -NOT_HELD_HOURS * HOUR_MS) {
      await scheduling.callOff(tx, CLOCK, session, "not_held");
      return;
    }
    if (theCase.pausedAt !== null || session.status !== "scheduled") return;
    await this.#remind(tx, theCase, session, untilMs);
    if (untilMs <= LOBBY_MINUTES * MINUTE_MS) await holding.letIn(tx, CLOCK, session);
  }

  /** Once a day before and once an hour before. Who hears of a meeting later than that has just been told of it. */
  async #remind(tx: Tx, theCase: Case, session: MediationSession, untilMs: number): Promise<void> {
    const { desk, notices } = this.#deps;
    const { id: sessionId, startsAt, minutes, sequence } = session;
    if (startsAt === null || untilMs <= 0) return;
    const hour = untilMs <= HOUR_MS;
    if (hour ? session.hourReminderAt !== null : session.dayReminderAt !== null) return;
    const marks = hour ? { dayReminderAt: tx.now, hourReminderAt: tx.now } : { dayReminderAt: tx.now };
    await desk.rows.mark(tx, session, marks);
    const meeting = { sessionId, startsAt, minutes, sequence, cancelled: false, entry: false };
    await notices.tell(tx, theCase, "session_reminder", meeting);
  }
}
