import { v7 as uuid } from "uuid";
import type { Actor } from "../../shared/api/roles.ts";
import { GONE_AFTER_SECONDS } from "../../shared/sessions/attendance.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Log } from "../log.ts";
import type { RoomLines, RoomService } from "../rooms/index.ts";
import { SessionStay, type MediationSession } from "./session.entity.ts";
import type { SessionDesk } from "./sessionDesk.ts";

type Deps = { db: Database; desk: SessionDesk; rooms: RoomService; lines: RoomLines; log: Log };

const ROOM: Actor = { kind: "system", name: "Parley" };
const LOOK_MS = 5_000;

/**
 * Who is in a running session. Presence is a hint and forgotten; attendance is record, so it is written: the process where
 * somebody sits writes that they came and keeps saying that they are there, and whoever has not been seen for a while has
 * left when they were seen last, whichever process looks. A killed process says nothing, which comes to the same.
 */
export class Attendance {
  readonly #deps: Deps;
  /** One look after the other. */
  #last: Promise<void> = Promise.resolve();
  #turn: "due" | "waiting" = "due";
  #timer: NodeJS.Timeout | undefined;

  constructor(deps: Deps) {
    this.#deps = deps;
    deps.lines.onChanged((caseId) => void this.look([caseId]));
    deps.lines.onTold(({ type, caseId }) => {
      if (type === "session.started" || type === "session.resumed") void this.look([caseId]);
    });
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.#lookAround(), LOOK_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Write down who sits in these cases on this process, as far as their sessions are running. */
  look(caseIds: readonly string[]): Promise<void> {
    this.#last = this.#last.then(() => this.#lookNow(caseIds));
    return this.#last;
  }

  async #lookNow(caseIds: readonly string[]): Promise<void> {
    const { db, desk, log } = this.#deps;
    if (caseIds.length === 0) return;
    try {
      const running = await db.read((tx) => desk.rows.runningAmong(tx, caseIds));
      for (const { id, caseId } of running) await this.#record(id, caseId);
    } catch (error) {
      // Found again at the next look.
      log.info({ err: error }, "attendance was not written");
    }
  }

  /** A slow database is not asked again before it has answered. */
  async #lookAround(): Promise<void> {
    if (this.#turn === "waiting") return;
    this.#turn = "waiting";
    await this.look([...this.#deps.lines.cases()]);
    this.#turn = "due";
  }

  async #record(sessionId: string, caseId: string): Promise<void> {
    const { db, desk, lines } = this.#deps;
    const here = lines.here(caseId);
    if (here.size === 0) return;
    const known = await db.transaction((tx) => desk.rows.seen(tx, sessionId, [...here]));
    if ([...here].every((memberId) => known.has(memberId))) return;
    await db.transaction(async (tx) => {
      await desk.cases.lock(tx, caseId);
      const session = await desk.rows.lockOpen(tx, caseId);
      if (session?.id === sessionId) await this.admit(tx, session, here);
    });
  }

  /** These members are in a locked session, if it is running. */
  async admit(tx: Tx, session: MediationSession, memberIds: ReadonlySet<string>): Promise<void> {
    if (session.status !== "running") return;
    const { desk, rooms } = this.#deps;
    const { id: sessionId, caseId } = session;
    const open = new Set((await desk.rows.openStays(tx, sessionId)).map(({ memberId }) => memberId));
    for (const { memberId, party, name } of await rooms.members(tx, caseId)) {
      // Another process where the same person sits may have been quicker.
      if (!memberIds.has(memberId) || open.has(memberId)) continue;
      const times = { joinedAt: tx.now, seenAt: tx.now, leftAt: null };
      const stay = { id: uuid(), sessionId, memberId, party, name, ...times };
      await desk.rows.insertStay(tx, Object.assign(new SessionStay(), stay));
      const payload = { sessionId, memberId, party, name, at: tx.now.toISOString() };
      await desk.write(tx, ROOM, caseId, { type: "session.joined", payload });
    }
  }

  /** End the stays of those who have not been seen for a while. Answers in how many cases somebody had left. */
  async sweep(): Promise<number> {
    const { db, desk } = this.#deps;
    const caseIds = await db.read((tx) => desk.rows.casesWithGone(tx, goneBefore(tx.now)));
    for (const caseId of caseIds) {
      await db.transaction(async (tx) => {
        await desk.cases.lock(tx, caseId);
        const session = await desk.rows.lockOpen(tx, caseId);
        if (!session) return;
        const stays = await desk.rows.openStays(tx, session.id);
        for (const stay of stays) if (stay.seenAt < goneBefore(tx.now)) await this.#leave(tx, session, stay);
      });
    }
    return caseIds.length;
  }

  /** Nobody is in a session that is not running: the adjournment or the end says so of everybody. */
  async closeAll(tx: Tx, session: MediationSession): Promise<void> {
    const { rows } = this.#deps.desk;
    for (const stay of await rows.openStays(tx, session.id)) {
      await rows.endStay(tx, stay.id, stay.seenAt < goneBefore(tx.now) ? stay.seenAt : tx.now);
    }
  }

  async #leave(tx: Tx, session: MediationSession, stay: SessionStay): Promise<void> {
    const { desk } = this.#deps;
    await desk.rows.endStay(tx, stay.id, stay.seenAt);
    const { memberId, party, name, seenAt } = stay;
    const payload = { sessionId: session.id, memberId, party, name, at: seenAt.toISOString() };
    await desk.write(tx, ROOM, session.caseId, { type: "session.left", payload });
  }
}

function goneBefore(now: Date): Date {
  return new Date(now.getTime() - GONE_AFTER_SECONDS * 1000);
}
