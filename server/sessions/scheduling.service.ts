import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { ROOM_STAGES } from "../../shared/cases/lifecycle.ts";
import type { CancelReason } from "../../shared/sessions/lifecycle.ts";
import type { SessionView } from "../../shared/sessions/sessionView.ts";
import { timeFault } from "../../shared/sessions/times.ts";
import { onlyInStages, onlyMediatorOfCase } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { MediationSession, SessionTick } from "./session.entity.ts";
import { onlySide } from "./session.policy.ts";
import { decided, onlyVersion, type SessionDesk } from "./sessionDesk.ts";

export type TimesOffered = { times: string[]; minutes: number };

/** Finding a time: the mediator offers several, each side ticks for itself, the mediator fixes one. */
export class Scheduling {
  readonly #desk: SessionDesk;

  constructor(desk: SessionDesk) {
    this.#desk = desk;
  }

  /** Offer times for a new session; a case has one at a time. */
  async offer(tx: Tx, actor: Actor, input: { caseId: string } & TimesOffered): Promise<SessionView> {
    const { theCase, party } = await this.#desk.lockCase(tx, actor, input.caseId);
    const mediator = onlyMediatorOfCase(actor, theCase);
    onlyInStages(theCase, ROOM_STAGES);
    const all = await this.#desk.rows.ofCase(tx, theCase.id);
    if (all.some(({ status }) => status !== "ended" && status !== "cancelled")) {
      throw new Refusal("session_open", "there is one session at a time");
    }
    const times = timesOf(input, tx.now);
    const session = Object.assign(new MediationSession(), {
      id: uuid(),
      caseId: theCase.id,
      number: Math.max(0, ...all.map(({ number }) => number)) + 1,
      status: "polling" as const,
      times,
      minutes: input.minutes,
      startsAt: null,
      sequence: 0,
      phase: null,
      startedAt: null,
      runningSince: null,
      elapsedSeconds: 0,
      plannedEnd: null,
      resumesAt: null,
      endedAt: null,
      reason: null,
      confirmedAt: null,
      confirmedPresent: null,
      dayReminderAt: null,
      hourReminderAt: null,
      createdBy: mediator.staffId,
      createdAt: tx.now,
      version: 1,
    });
    await this.#desk.rows.insert(tx, session);
    await this.#recordOffer(tx, actor, session);
    return await this.#desk.view(tx, { theCase, party, session });
  }

  /** Offer other times instead; what was ticked was about the earlier ones. */
  async reoffer(
    tx: Tx,
    actor: Actor,
    input: { sessionId: string; version: number } & TimesOffered,
  ): Promise<SessionView> {
    const at = await this.#desk.lockForMediator(tx, actor, input.sessionId);
    const { session } = at;
    const status = decided(session, "reoffer");
    onlyVersion(session, input.version);
    const { minutes } = input;
    await this.#desk.rows.change(tx, session, { status, times: timesOf(input, tx.now), minutes });
    await this.#desk.rows.clearTicks(tx, session.id);
    await this.#recordOffer(tx, actor, session);
    return await this.#desk.view(tx, at);
  }

  /** Say which times suit one's side, none among them too; the last word until a time is fixed counts. */
  async tick(tx: Tx, actor: Actor, input: { sessionId: string; times: string[] }): Promise<SessionView> {
    const at = await this.#desk.lock(tx, actor, input.sessionId);
    const { theCase, session } = at;
    const party = onlySide(actor, theCase);
    onlyInStages(theCase, ROOM_STAGES);
    decided(session, "tick");
    const wanted = new Set(input.times.map((text) => new Date(text).getTime()));
    const times = session.times.filter((time) => wanted.has(time.getTime()));
    if (times.length !== wanted.size) throw notOffered("/times");
    await this.#desk.rows.keepTick(
      tx,
      Object.assign(new SessionTick(), {
        sessionId: session.id,
        party,
        times,
        tickedByName: actor.name,
        tickedAt: tx.now,
      }),
    );
    const { id: sessionId, number } = session;
    const payload = { sessionId, number, party, times: times.map((time) => time.toISOString()) };
    await this.#desk.write(tx, actor, theCase.id, { type: "session.ticked", payload });
    return await this.#desk.view(tx, at);
  }

  /** Fix one of the times offered. */
  async fix(
    tx: Tx,
    actor: Actor,
    input: { sessionId: string; version: number; startsAt: string },
  ): Promise<SessionView> {
    const at = await this.#desk.lockForMediator(tx, actor, input.sessionId);
    const { session } = at;
    const status = decided(session, "fix");
    onlyVersion(session, input.version);
    const wanted = new Date(input.startsAt).getTime();
    const startsAt = session.times.find((time) => time.getTime() === wanted);
    if (!startsAt) throw notOffered("/startsAt");
    if (startsAt <= tx.now) throw new Refusal("deadline_passed", "this time has passed");
    await this.#desk.rows.change(tx, session, { status, startsAt, sequence: session.sequence + 1 });
    await this.#recordTime(tx, actor, session, null);
    return await this.#desk.view(tx, at);
  }

  /** Put it off, or bring it forward: to a time that was found by talking. An adjourned session goes on then. */
  async reschedule(
    tx: Tx,
    actor: Actor,
    input: { sessionId: string; version: number; startsAt: string; minutes: number },
  ): Promise<SessionView> {
    const at = await this.#desk.lockForMediator(tx, actor, input.sessionId);
    const { session } = at;
    const status = decided(session, "reschedule");
    onlyVersion(session, input.version);
    const { minutes } = input;
    const startsAt = timeOf(input.startsAt, minutes, tx.now, "/startsAt");
    const from = session.resumesAt ?? session.startsAt;
    await this.#desk.rows.change(tx, session, {
      status,
      startsAt: status === "adjourned" ? session.startsAt : startsAt,
      resumesAt: status === "adjourned" ? startsAt : null,
      ...(status === "adjourned" ? {} : { minutes }),
      sequence: session.sequence + 1,
      dayReminderAt: null,
      hourReminderAt: null,
    });
    await this.#recordTime(tx, actor, session, from);
    return await this.#desk.view(tx, at);
  }

  /** It does not take place. */
  async cancel(
    tx: Tx,
    actor: Actor,
    input: { sessionId: string; reason: CancelReason },
  ): Promise<SessionView> {
    const at = await this.#desk.lock(tx, actor, input.sessionId);
    onlyMediatorOfCase(actor, at.theCase);
    await this.callOff(tx, actor, at.session, input.reason);
    return await this.#desk.view(tx, at);
  }

  /** The same for a locked session, by whomever. */
  async callOff(tx: Tx, actor: Actor, session: MediationSession, reason: CancelReason): Promise<void> {
    const status = decided(session, "cancel");
    const fixed = session.startsAt !== null;
    const sequence = session.sequence + (fixed ? 1 : 0);
    await this.#desk.rows.change(tx, session, { status, reason, sequence, endedAt: tx.now });
    const { id: sessionId, number, minutes } = session;
    const startsAt = session.startsAt?.toISOString() ?? null;
    const payload = { sessionId, number, reason, startsAt, minutes, sequence };
    await this.#desk.write(tx, actor, session.caseId, { type: "session.cancelled", payload });
  }

  async #recordOffer(tx: Tx, actor: Actor, session: MediationSession): Promise<void> {
    const { id: sessionId, number, minutes } = session;
    const payload = { sessionId, number, times: session.times.map((time) => time.toISOString()), minutes };
    await this.#desk.write(tx, actor, session.caseId, { type: "session.offered", payload });
  }

  async #recordTime(tx: Tx, actor: Actor, session: MediationSession, from: Date | null): Promise<void> {
    const { id: sessionId, number, minutes, sequence } = session;
    const startsAt = session.resumesAt ?? session.startsAt;
    if (startsAt === null) throw new Error("a session was fixed without a time");
    const payload = {
      sessionId,
      number,
      startsAt: startsAt.toISOString(),
      minutes,
      from: from?.toISOString() ?? null,
      sequence,
    };
    await this.#desk.write(tx, actor, session.caseId, { type: "session.scheduled", payload });
  }
}

/** The times offered, each once, the earliest first. */
function timesOf({ times, minutes }: TimesOffered, now: Date): Date[] {
  const instants = times.map((text, place) => timeOf(text, minutes, now, `/times/${place}`));
  const distinct = new Map(instants.map((instant) => [instant.getTime(), instant]));
  return [...distinct.values()].toSorted((a, b) => a.getTime() - b.getTime());
}

function timeOf(text: string, minutes: number, now: Date, pointer: string): Date {
  const instant = new Date(text);
  const fault = timeFault(instant, minutes, now);
  if (fault === null) return instant;
  throw new Refusal("validation_failed", "a session needs a time at which people may be asked to meet", {
    errors: [{ pointer, code: fault, detail: `this time is refused: ${fault}` }],
  });
}

function notOffered(pointer: string): Refusal {
  return new Refusal("validation_failed", "only times that are on offer", {
    errors: [{ pointer, code: "not_offered", detail: "this time was not offered" }],
  });
}
