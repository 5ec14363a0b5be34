import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { addDays, daysBetween, type LocalDate } from "../../shared/calendar/localDate.ts";
import { shanghaiInstant } from "../../shared/calendar/shanghai.ts";
import { composeMinutes, sessionsWithout } from "../../shared/minutes/compose.ts";
import type { JointEvent } from "../../shared/minutes/jointEvents.ts";
import { MAX_SPAN_DAYS, minutesNumber } from "../../shared/minutes/lifecycle.ts";
import type {
  MinutesBody,
  MinutesList,
  MinutesSubject,
  MinutesView,
} from "../../shared/minutes/minutesView.ts";
import { canonicalJson, sha256Hex } from "../../shared/plans/canonicalJson.ts";
import { onlyMediatorOfCase, type Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import { Minutes, type MinutesHeading } from "./minutes.entity.ts";
import { mayReadMinutes } from "./minutes.policy.ts";
import { presentMinutes } from "./minutes.presenter.ts";
import { composeMinutesPaper, type MinutesFacts } from "./minutesContent.ts";
import { decided, type MinutesDesk } from "./minutesDesk.ts";

/** A session, or from a day to a day where there was none. */
export type WhatOf = { sessionId: string } | { firstDay: LocalDate; lastDay: LocalDate };

/** What the mediator corrects: remarks beside the points, and who was there. */
export type Corrections = {
  remarks: Readonly<Record<string, string>>;
  outcomeRemark: string | null;
  general: string | null;
  absent: readonly string[];
};

/** Minutes as the mediator draws them up from the joint record and corrects them. */
export class MinutesService {
  readonly #desk: MinutesDesk;
  readonly #organisations: OrganisationService;
  readonly #borrowers: BorrowerService;

  constructor(deps: { desk: MinutesDesk; organisations: OrganisationService; borrowers: BorrowerService }) {
    this.#desk = deps.desk;
    this.#organisations = deps.organisations;
    this.#borrowers = deps.borrowers;
  }

  async list(tx: Tx, actor: Actor, caseId: string): Promise<MinutesList> {
    const { party } = await this.#desk.find(tx, actor, caseId);
    const all = await this.#desk.rows.ofCase(tx, caseId);
    const readable = all.filter(
      (minutes) => mayReadMinutes(party, minutes) && minutes.status !== "withdrawn",
    );
    const answers = await this.#desk.rows.answersOf(
      tx,
      readable.map(({ id }) => id),
    );
    const writes = party === "mediator";
    return {
      items: readable.map((minutes) => presentMinutes(actor, party, minutes, answers)),
      sessions: writes ? sessionsWithout(await this.#desk.record(tx, caseId), sessionsOf(all)) : [],
      abilities: writes ? ["draft"] : [],
    };
  }

  /** Draw them up; nobody else sees them yet. */
  async draft(tx: Tx, actor: Actor, input: { caseId: string } & WhatOf): Promise<MinutesView> {
    const { theCase, party } = await this.#desk.lockCase(tx, actor, input.caseId);
    const mediator = onlyMediatorOfCase(actor, theCase);
    const all = await this.#desk.rows.ofCase(tx, theCase.id);
    const record = await this.#desk.record(tx, theCase.id);
    const subject = "sessionId" in input ? ofSession(record, all, input.sessionId) : ofSpan(input, tx.now);
    const body = composeMinutes(subject, record);
    const serial = all.length + 1;
    const heading = await this.#heading(tx, theCase, mediator.name);
    const number = minutesNumber(theCase.number, serial);
    onlyPrintable({ number, draftedAt: tx.now.toISOString(), heading, body, words: [] });
    const minutes = Object.assign(new Minutes(), {
      id: uuid(),
      caseId: theCase.id,
      number,
      serial,
      status: "drafted" as const,
      sessionId: subject.kind === "session" ? subject.sessionId : null,
      body,
      heading,
      contentHash: hashOf(number, heading, body),
      draftedBy: mediator.staffId,
      draftedByName: mediator.name,
      draftedAt: tx.now,
      openedAt: null,
      finishedAt: null,
      documentSha256: null,
      pageCount: null,
      version: 1,
    });
    await this.#desk.rows.insert(tx, minutes);
    await this.#desk.write(tx, actor, theCase.id, {
      type: "minutes.drafted",
      payload: { minutesId: minutes.id, number },
    });
    return await this.#desk.view(tx, actor, { theCase, party, minutes });
  }

  /** Remarks and attendance as the mediator has them; what the record says is not rewritten. */
  async revise(
    tx: Tx,
    actor: Actor,
    input: { minutesId: string; version: number } & Corrections,
  ): Promise<MinutesView> {
    const at = await this.#desk.lock(tx, actor, input.minutesId);
    const { theCase, minutes } = at;
    onlyMediatorOfCase(actor, theCase);
    const status = decided(minutes, "revise");
    if (minutes.version !== input.version) {
      throw new Refusal("version_conflict", "these minutes have changed meanwhile");
    }
    const body = corrected(minutes.body, input);
    const contentHash = hashOf(minutes.number, minutes.heading, body);
    await this.#desk.rows.change(tx, minutes, { status, body, contentHash });
    return await this.#desk.view(tx, actor, at);
  }

  /** Not worth keeping. The session, if it was one, can have others. */
  async withdraw(tx: Tx, actor: Actor, minutesId: string): Promise<MinutesView> {
    const at = await this.#desk.lock(tx, actor, minutesId);
    const { theCase, minutes } = at;
    onlyMediatorOfCase(actor, theCase);
    await this.#desk.rows.change(tx, minutes, { status: decided(minutes, "withdraw") });
    const payload = { minutesId, number: minutes.number };
    await this.#desk.write(tx, actor, theCase.id, { type: "minutes.withdrawn", payload });
    return await this.#desk.view(tx, actor, at);
  }

  async #heading(tx: Tx, theCase: Case, mediator: string): Promise<MinutesHeading> {
    const centre = await this.#organisations.organisation(tx, theCase.centreId);
    const platform = await this.#organisations.organisation(tx, theCase.platformId);
    const borrower = await this.#borrowers.borrower(tx, theCase.borrowerId);
    return {
      caseNumber: theCase.number,
      centre: centre.name,
      mediator,
      platform: platform.name,
      borrower: borrower.name,
    };
  }
}

function onlyPrintable(facts: MinutesFacts): void {
  const composed = composeMinutesPaper(facts);
  if (composed.ok) return;
  const errors = composed.missing.map(({ field, why }) => ({ pointer: field, code: why, detail: why }));
  throw new Refusal("document_incomplete", "the minutes cannot be drawn up yet", { errors });
}

function sessionsOf(all: readonly Minutes[]): string[] {
  return all.flatMap(({ sessionId, status }) =>
    sessionId === null || status === "withdrawn" ? [] : [sessionId],
  );
}

function ofSession(
  record: readonly JointEvent[],
  all: readonly Minutes[],
  sessionId: string,
): MinutesSubject {
  const found = sessionsWithout(record, sessionsOf(all)).find((one) => one.sessionId === sessionId);
  if (!found) throw new Refusal("already_done", "no such session has ended without minutes");
  const { number, from, to } = found;
  return { kind: "session", sessionId, number, from, to };
}

function ofSpan(
  { firstDay, lastDay }: { firstDay: LocalDate; lastDay: LocalDate },
  now: Date,
): MinutesSubject {
  const days = daysBetween(firstDay, lastDay);
  if (days < 0 || days >= MAX_SPAN_DAYS || shanghaiInstant(firstDay, 0) > now) {
    throw new Refusal("validation_failed", "this is no span of days that have been", {
      errors: [{ pointer: "/lastDay", code: "date.span", detail: `at most ${MAX_SPAN_DAYS} days` }],
    });
  }
  const end = new Date(Math.min(shanghaiInstant(addDays(lastDay, 1), 0).getTime() - 1, now.getTime()));
  const from = shanghaiInstant(firstDay, 0).toISOString();
  return { kind: "span", firstDay, lastDay, from, to: end.toISOString() };
}

function corrected(body: MinutesBody, { remarks, outcomeRemark, general, absent }: Corrections): MinutesBody {
  return {
    ...body,
    present: body.present.map((one) => ({ ...one, here: !absent.includes(one.personId) })),
    points: body.points.map((point) => ({ ...point, remark: remarks[point.key]?.trim() || null })),
    outcomeRemark: outcomeRemark?.trim() || null,
    general: general?.trim() || null,
  };
}

/** SHA-256 over everything that those present confirm. */
function hashOf(number: string, heading: MinutesHeading, body: MinutesBody): string {
  return sha256Hex(canonicalJson({ number, heading, body }));
}
