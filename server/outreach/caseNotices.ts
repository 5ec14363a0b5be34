import type { EventType, JournalEvent } from "../../shared/journal/events.ts";
import type { NoticeKind } from "../../shared/outreach/noticeText.ts";
import type { Case, CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Door } from "./door.ts";
import type { Meeting, NoticeService } from "./notice.service.ts";
import type { OutreachRepository } from "./outreach.repository.ts";

type Kind = Exclude<NoticeKind, "one_time_code">;
type Notices = {
  readonly [T in EventType]?: (event: Extract<JournalEvent, { type: T }>) => Kind | null;
};

/** What the borrower is told when something happened; everything else they see when they look in. */
const NOTICES = {
  "case.stageChanged": ({ payload: { from, to } }) =>
    from === "preparing" && to === "negotiating" ? "room" : null,
  "case.terminated": () => "terminated",
  "proposal.opened": () => "reminder",
  "agreement.turn": ({ payload }) => (payload.parties.includes("borrower") ? "signing" : null),
  "agreement.reminded": ({ payload }) => (payload.parties.includes("borrower") ? "reminder" : null),
  "agreement.voided": () => "agreement_changed",
  "agreement.withdrawn": () => "agreement_changed",
  "agreement.lapsed": () => "agreement_changed",
  "agreement.sealed": () => "sealed",
  "confirmation.prepared": () => "signing",
  "confirmation.dueSoon": ({ payload }) =>
    payload.waitsFor?.includes("borrower") === true ? "confirmation_due" : null,
  "completion.issued": () => "completed",
  "session.offered": () => "session_times",
  "session.scheduled": () => "session_invitation",
  "session.cancelled": ({ payload: { startsAt } }) => (startsAt === null ? null : "session_cancelled"),
} as const satisfies Notices;

export type NoticedType = keyof typeof NOTICES;
/** The events that may be followed by a notice. */
export const NOTICED = Object.keys(NOTICES) as NoticedType[];
export type NoticedEvent = Extract<JournalEvent, { type: NoticedType }>;

function noticeFor(event: NoticedEvent): Kind | null {
  // The table pairs each type with a function of its own event.
  const kindOf = NOTICES[event.type] as (event: NoticedEvent) => Kind | null;
  return kindOf(event);
}

/** The meeting an event is about, with the entry for people's calendars. */
function meetingOf(event: NoticedEvent): Meeting | undefined {
  if (event.type !== "session.scheduled" && event.type !== "session.cancelled") return undefined;
  const { sessionId, startsAt, minutes, sequence } = event.payload;
  if (startsAt === null) return undefined;
  const cancelled = event.type === "session.cancelled";
  return { sessionId, startsAt: new Date(startsAt), minutes, sequence, cancelled, entry: true };
}

/** Follows the journal and writes notices; a journal consumer, so nothing is lost while it is down. */
export class CaseNotices {
  readonly #deps: { rows: OutreachRepository; notices: NoticeService; cases: CaseService; door: Door };

  constructor(deps: { rows: OutreachRepository; notices: NoticeService; cases: CaseService; door: Door }) {
    this.#deps = deps;
  }

  async handle(tx: Tx, event: NoticedEvent): Promise<void> {
    const kind = noticeFor(event);
    if (kind === null) return;
    const { rows, cases } = this.#deps;
    const theCase = await cases.lock(tx, event.caseId);
    if (kind === "terminated") await rows.cancelWaiting(tx, theCase.id);
    if (kind.startsWith("session_")) await rows.cancelWaitingMeetings(tx, theCase.id);
    await this.tell(tx, theCase, kind, meetingOf(event));
  }

  /** Write a notice to the borrower of a locked case, and to those who act for them. */
  async tell(tx: Tx, theCase: Case, kind: Kind, meeting?: Meeting): Promise<void> {
    const { rows, notices, door } = this.#deps;
    // A number that nobody has proved to be theirs is told nothing after the invitation.
    if (!(await rows.wasIdentified(tx, theCase.id))) return;
    const system = { kind: "system" as const, name: "Parley" };
    const invitation = await rows.currentInvitation(tx, theCase.id, null);
    await notices.write(tx, system, theCase, kind, invitation?.code ?? null, meeting);
    for (const { id, person } of await door.others(tx, theCase.id)) {
      const own = await rows.currentInvitation(tx, theCase.id, id);
      // Like the borrower: told nothing more before they have proved that the number is theirs.
      if (own === null || own.identifiedAt === null) continue;
      await notices.writeTo(tx, system, theCase, person, {
        kind,
        code: own.code,
        ...(meeting && { meeting }),
      });
    }
  }
}
