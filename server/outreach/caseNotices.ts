import type { JournalEvent } from "../../shared/journal/events.ts";
import type { NoticeKind } from "../../shared/outreach/noticeText.ts";
import type { CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { NoticeService } from "./notice.service.ts";
import type { OutreachRepository } from "./outreach.repository.ts";

/** What the borrower is told when something happened; everything else they see when they look in. */
export function noticeFor(event: JournalEvent): Exclude<NoticeKind, "one_time_code"> | null {
  switch (event.type) {
    case "case.stageChanged":
      return event.payload.from === "preparing" && event.payload.to === "negotiating" ? "room" : null;
    case "agreement.turn":
      return event.payload.parties.includes("borrower") ? "signing" : null;
    case "proposal.opened":
      return "reminder";
    case "agreement.reminded":
      return event.payload.parties.includes("borrower") ? "reminder" : null;
    case "agreement.voided":
    case "agreement.withdrawn":
    case "agreement.lapsed":
      return "agreement_changed";
    case "agreement.sealed":
      return "sealed";
    case "confirmation.prepared":
      return "signing";
    case "completion.issued":
      return "completed";
    case "case.terminated":
      return "terminated";
    default:
      return null;
  }
}

/** Follows the journal and writes notices; a journal consumer, so nothing is lost while it is down. */
export class CaseNotices {
  readonly #deps: { rows: OutreachRepository; notices: NoticeService; cases: CaseService };

  constructor(deps: { rows: OutreachRepository; notices: NoticeService; cases: CaseService }) {
    this.#deps = deps;
  }

  async handle(tx: Tx, event: JournalEvent): Promise<void> {
    const kind = noticeFor(event);
    if (kind === null) return;
    const { rows, notices, cases } = this.#deps;
    const theCase = await cases.lock(tx, event.caseId);
    if (kind === "terminated") await rows.cancelWaiting(tx, theCase.id);
    // A number that nobody has proved to be theirs is told nothing after the invitation.
    if (!(await rows.wasIdentified(tx, theCase.id))) return;
    const invitation = await rows.currentInvitation(tx, theCase.id);
    await notices.write(tx, { kind: "system", name: "Parley" }, theCase, kind, invitation?.code ?? null);
  }
}
