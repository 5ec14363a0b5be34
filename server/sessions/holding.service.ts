import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { attendanceOf } from "../../shared/sessions/attendance.ts";
import { elapsedAt, plannedEnd } from "../../shared/sessions/clock.ts";
import type { AdjournReason, SessionPhase } from "../../shared/sessions/lifecycle.ts";
import { timeFault } from "../../shared/sessions/times.ts";
import type { SessionView } from "../../shared/sessions/sessionView.ts";
import { onlyMediatorOfCase } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Attendance } from "./attendance.service.ts";
import type { MediationSession } from "./session.entity.ts";
import { decided, type SessionDesk } from "./sessionDesk.ts";

/** Holding a session: lobby, beginning, phases, adjournment, end. The mediator does all of it. */
export class Holding {
  readonly #desk: SessionDesk;
  readonly #attendance: Attendance;

  constructor(desk: SessionDesk, attendance: Attendance) {
    this.#desk = desk;
    this.#attendance = attendance;
  }

  /** Let people in to wait. It also opens by itself a while before the time. */
  async openLobby(tx: Tx, actor: Actor, sessionId: string): Promise<SessionView> {
    const at = await this.#desk.lockForMediator(tx, actor, sessionId);
    await this.letIn(tx, actor, at.session);
    return await this.#desk.view(tx, at);
  }

  async letIn(tx: Tx, actor: Actor, session: MediationSession): Promise<void> {
    await this.#desk.rows.change(tx, session, { status: decided(session, "open_lobby") });
    const payload = { sessionId: session.id, number: session.number };
    await this.#desk.write(tx, actor, session.caseId, { type: "session.lobbyOpened", payload });
  }

  async start(tx: Tx, actor: Actor, sessionId: string): Promise<SessionView> {
    const at = await this.#desk.lockForMediator(tx, actor, sessionId);
    const { session } = at;
    const end = plannedEnd(session.minutes, 0, tx.now);
    await this.#desk.rows.change(tx, session, {
      status: decided(session, "start"),
      phase: "opening",
      startedAt: tx.now,
      runningSince: tx.now,
      plannedEnd: end,
    });
    const payload = { sessionId, number: session.number, plannedEnd: end.toISOString() };
    await this.#desk.write(tx, actor, session.caseId, { type: "session.started", payload });
    await this.#recordPhase(tx, actor, session, "opening");
    return await this.#desk.view(tx, at);
  }

  async setPhase(
    tx: Tx,
    actor: Actor,
    { sessionId, phase }: { sessionId: string; phase: SessionPhase },
  ): Promise<SessionView> {
    const at = await this.#desk.lockForMediator(tx, actor, sessionId);
    const { session } = at;
    const status = decided(session, "set_phase");
    if (session.phase === phase) throw new Refusal("already_done", "this is the phase it is in");
    await this.#desk.rows.change(tx, session, { status, phase });
    await this.#recordPhase(tx, actor, session, phase);
    return await this.#desk.view(tx, at);
  }

  /** Stop for a while: until a time, or until the mediator says so. */
  async adjourn(
    tx: Tx,
    actor: Actor,
    input: { sessionId: string; reason: AdjournReason; resumesAt: string | null },
  ): Promise<SessionView> {
    const at = await this.#desk.lockForMediator(tx, actor, input.sessionId);
    const { session } = at;
    const { reason } = input;
    const status = decided(session, "adjourn");
    const resumesAt = input.resumesAt === null ? null : new Date(input.resumesAt);
    if (resumesAt !== null && timeFault(resumesAt, 0, tx.now) === "past") throw pastTime();
    await this.#stop(tx, session, { status, reason, resumesAt });
    const { id: sessionId, number } = session;
    const payload = { sessionId, number, reason, resumesAt: resumesAt?.toISOString() ?? null };
    await this.#desk.write(tx, actor, session.caseId, { type: "session.adjourned", payload });
    return await this.#desk.view(tx, at);
  }

  async resume(tx: Tx, actor: Actor, sessionId: string): Promise<SessionView> {
    const at = await this.#desk.lockForMediator(tx, actor, sessionId);
    const { session } = at;
    const end = plannedEnd(session.minutes, session.elapsedSeconds, tx.now);
    await this.#desk.rows.change(tx, session, {
      status: decided(session, "resume"),
      runningSince: tx.now,
      plannedEnd: end,
      resumesAt: null,
      reason: null,
    });
    const payload = { sessionId, number: session.number, plannedEnd: end.toISOString() };
    await this.#desk.write(tx, actor, session.caseId, { type: "session.resumed", payload });
    return await this.#desk.view(tx, at);
  }

  /** Possible also while the case is paused, and when it is in mediation no more. */
  async end(tx: Tx, actor: Actor, sessionId: string): Promise<SessionView> {
    const at = await this.#desk.lock(tx, actor, sessionId);
    onlyMediatorOfCase(actor, at.theCase);
    await this.conclude(tx, actor, at.session);
    return await this.#desk.view(tx, at);
  }

  async conclude(tx: Tx, actor: Actor, session: MediationSession): Promise<void> {
    await this.#stop(tx, session, { status: decided(session, "end"), resumesAt: null, endedAt: tx.now });
    const attendance = attendanceOf(await this.#desk.rows.stays(tx, [session.id]), tx.now);
    const { id: sessionId, number, elapsedSeconds: seconds } = session;
    const payload = { sessionId, number, seconds, attendance };
    await this.#desk.write(tx, actor, session.caseId, { type: "session.ended", payload });
  }

  /** The mediator says who of those recorded took part; what was recorded stays as it is. */
  async confirmAttendance(
    tx: Tx,
    actor: Actor,
    { sessionId, present }: { sessionId: string; present: string[] },
  ): Promise<SessionView> {
    const at = await this.#desk.lock(tx, actor, sessionId);
    onlyMediatorOfCase(actor, at.theCase);
    const { session } = at;
    const status = decided(session, "confirm_attendance");
    const recorded = attendanceOf(await this.#desk.rows.stays(tx, [sessionId]), tx.now);
    const unknown = present.find((id) => !recorded.some(({ memberId }) => memberId === id));
    if (unknown !== undefined) {
      throw new Refusal("validation_failed", "only people who were recorded", {
        errors: [{ pointer: "/present", code: "not_recorded", detail: "somebody who was not there" }],
      });
    }
    await this.#desk.rows.change(tx, session, {
      status,
      confirmedAt: tx.now,
      confirmedPresent: [...new Set(present)],
    });
    const attendance = recorded.map((one) => ({ ...one, present: present.includes(one.memberId) }));
    const payload = { sessionId, number: session.number, attendance };
    await this.#desk.write(tx, actor, session.caseId, { type: "session.attendanceConfirmed", payload });
    return await this.#desk.view(tx, at);
  }

  /** The clock stands still and nobody is in it any more. */
  async #stop(tx: Tx, session: MediationSession, fields: Partial<MediationSession>): Promise<void> {
    await this.#attendance.closeAll(tx, session);
    await this.#desk.rows.change(tx, session, {
      ...fields,
      elapsedSeconds: elapsedAt(session, tx.now),
      runningSince: null,
      plannedEnd: null,
    });
  }

  async #recordPhase(tx: Tx, actor: Actor, session: MediationSession, phase: SessionPhase): Promise<void> {
    const payload = { sessionId: session.id, number: session.number, phase };
    await this.#desk.write(tx, actor, session.caseId, { type: "session.phase", payload });
  }
}

function pastTime(): Refusal {
  return new Refusal("validation_failed", "it goes on at a time to come", {
    errors: [{ pointer: "/resumesAt", code: "past", detail: "this time has passed" }],
  });
}
