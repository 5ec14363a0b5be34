import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { REACHING_STAGES } from "../../shared/cases/abilities.ts";
import type { CaseStage } from "../../shared/cases/lifecycle.ts";
import type { Viewer } from "../../shared/journal/audience.ts";
import type { Tx } from "../database/transaction.ts";
import type { LineService, StatementService } from "../debts/index.ts";
import { pageOf, readCursor } from "../http/cursor.ts";
import { presentEvent, presentSealed, type Journal } from "../journal/index.ts";
import { onlyStaff, type OrganisationService } from "../organisations/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import type { AppointmentService } from "./appointment.service.ts";
import { noSuchCase, viewerOfCase } from "./case.policy.ts";
import { presentCase, presentSummary, type CaseSummary } from "./case.presenter.ts";
import type { CaseService } from "./case.service.ts";
import type { CaseListRepository, CaseRow, CaseScope } from "./caseList.repository.ts";

export type CaseListQuery = {
  stage?: CaseStage;
  q?: string;
  mediatorId?: string;
  cursor?: string;
  limit: number;
};

type Deps = {
  rows: CaseListRepository;
  cases: CaseService;
  appointments: AppointmentService;
  borrowers: BorrowerService;
  statements: StatementService;
  lines: LineService;
  organisations: OrganisationService;
  journal: Journal;
  attendance: Attendance;
};

/** Whether the mediator took somebody out of the room; such a person reads nothing of it any more. */
export interface Attendance {
  onlyIfNotRemoved(tx: Tx, actor: Actor, caseId: string): Promise<void>;
}

/** Cases as people read them. */
export class CaseReading {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async list(
    tx: Tx,
    actor: Actor,
    query: CaseListQuery,
  ): Promise<{ items: CaseSummary[]; next: string | null }> {
    const { scope, viewer } = scopeOf(actor);
    const found = await this.#deps.rows.list(tx, scope, {
      stage: query.stage ?? null,
      mediatorId: query.mediatorId ?? null,
      q: query.q ?? null,
      after: query.cursor === undefined ? null : readCursor(query.cursor),
      limit: query.limit,
    });
    const { page, next } = pageOf(found, query.limit, (row) => ({ at: row.createdAt, id: row.id }));
    return { items: page.map((row) => presentSummary(row, viewer, actor)), next };
  }

  /** A case as a command answers it: the summary, read again after the change. */
  async summary(tx: Tx, actor: Actor, caseId: string): Promise<CaseSummary> {
    const viewer = viewerOfCase(actor, await this.#deps.cases.find(tx, caseId));
    return presentSummary(await this.#row(tx, caseId), viewer, actor);
  }

  async file(tx: Tx, actor: Actor, caseId: string): Promise<object> {
    const { cases, borrowers, statements, lines, organisations, appointments } = this.#deps;
    const theCase = await cases.find(tx, caseId);
    const viewer = viewerOfCase(actor, theCase);
    const appointment = await appointments.latest(tx, caseId);
    return presentCase(
      {
        row: await this.#row(tx, caseId),
        borrower: await borrowers.borrower(tx, theCase.borrowerId),
        debts: await statements.debts(tx, caseId),
        current: await statements.current(tx, caseId),
        entries: await lines.entries(tx, caseId),
        centre: await organisations.organisation(tx, theCase.centreId),
        appointment: appointment && {
          appointment,
          mediatorName: (await organisations.staffMember(tx, appointment.mediatorId)).name,
        },
        coMediators: await Promise.all(
          theCase.coMediatorIds.map((staffId) => organisations.staffMember(tx, staffId)),
        ),
      },
      viewer,
      actor,
    );
  }

  /** What a mediator is asked to declare on: the case in short, before it is theirs. */
  async proposals(tx: Tx, actor: Actor): Promise<object[]> {
    const open = await this.#deps.appointments.proposalsTo(tx, actor);
    const found = await this.#deps.rows.byIds(
      tx,
      open.map((appointment) => appointment.caseId),
    );
    return open.flatMap((appointment) => {
      const row = found.find((candidate) => candidate.id === appointment.caseId);
      if (!row) return [];
      const { id, status, role, priorCasesWithPlatform, proposedAt } = appointment;
      const stages = role === "mediator" ? (["intake"] as const) : REACHING_STAGES;
      const abilities = stages.some((stage) => stage === row.stage) ? ["declare"] : [];
      return [
        {
          id,
          status,
          role,
          priorCasesWithPlatform,
          proposedAt,
          abilities,
          case: presentSummary(row, "mediator", actor),
        },
      ];
    });
  }

  /** The journal as this viewer may read it, oldest first: a party's own stream, or the centre's record. */
  async timeline(
    tx: Tx,
    actor: Actor,
    caseId: string,
    query: { cursor?: string; limit: number },
  ): Promise<{ items: object[]; next: string | null }> {
    const { cases, journal } = this.#deps;
    const viewer = viewerOfCase(actor, await cases.find(tx, caseId));
    if (viewer === "lawyer") throw noSuchCase();
    const after = placeOf(query.cursor);
    if (viewer === "centre") {
      const events = await journal.page(tx, caseId, after, query.limit);
      return { items: events.map(presentSealed), next: nextPlace(events, query.limit, (one) => one.seq) };
    }
    await this.#deps.attendance.onlyIfNotRemoved(tx, actor, caseId);
    const events = await journal.stream(tx, caseId, viewer, after, query.limit);
    const items = events.flatMap((event) => {
      const shown = presentEvent(event, viewer);
      return shown ? [{ ...shown, audience: event.audience, disclosure: event.disclosure }] : [];
    });
    return { items, next: nextPlace(events, query.limit, (one) => one.n[viewer] ?? 0) };
  }

  async #row(tx: Tx, caseId: string): Promise<CaseRow> {
    const [row] = await this.#deps.rows.byIds(tx, [caseId]);
    if (!row) throw noSuchCase();
    return row;
  }
}

/** Whose cases somebody lists, and as whom they read them. */
function scopeOf(actor: Actor): { scope: CaseScope; viewer: Viewer } {
  const staff = onlyStaff(actor);
  switch (staff.role) {
    case "platform_agent":
    case "platform_approver":
    case "platform_system":
      return { scope: { platformId: staff.organisationId }, viewer: "platform" };
    case "mediator":
      return { scope: { mediatorId: staff.staffId }, viewer: "mediator" };
    case "centre_admin":
      return { scope: { centreId: staff.organisationId }, viewer: "centre" };
    case "lawyer":
      throw new Refusal("forbidden", "a lawyer sees escalations");
  }
}

/** A timeline's cursor is the number of the last event read. */
function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const place = Number(cursor);
  if (Number.isSafeInteger(place) && place >= 0) return place;
  throw new Refusal("validation_failed", "this is not a cursor of this list", {
    errors: [{ pointer: "/query/cursor", code: "cursor.unknown", detail: "take it from `next` as it is" }],
  });
}

function nextPlace<T>(page: readonly T[], limit: number, number: (event: T) => number): string | null {
  const last = page.at(-1);
  return last !== undefined && page.length === limit ? String(number(last)) : null;
}
