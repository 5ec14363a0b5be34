import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { mayRead, PARTIES, type Party } from "../../shared/journal/audience.ts";
import type { JournalEvent } from "../../shared/journal/events.ts";
import { MAY_REPORT, REPORT_TRANSITIONS, type ReportReason } from "../../shared/rooms/safety.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { Done } from "./passing.service.ts";
import type { SafetyRepository } from "./safety.repository.ts";
import { lockMediatorOf, lockSideOf, type SeatDeps } from "./seatOf.ts";
import { noteOf, textOf } from "./text.ts";

const MAX_NOTE = 500;

export type NewReport = { caseId: string; messageId: string; reason: ReportReason; note?: string | null };

/** Messages that should not have been said. They stay in the record; a report is between its side and the mediator. */
export class ReportService {
  readonly #deps: SeatDeps & { journal: Journal; safety: SafetyRepository };

  constructor(deps: SeatDeps & { journal: Journal; safety: SafetyRepository }) {
    this.#deps = deps;
  }

  async report(tx: Tx, actor: Actor, input: NewReport): Promise<{ n: number; result: { id: string } }> {
    const { caseId, messageId, reason } = input;
    const { side: party } = await lockSideOf(this.#deps, tx, actor, caseId);
    const event = await this.#deps.journal.find(tx, caseId, messageId);
    const by = event && mayRead(party, event) ? speakerOf(event) : null;
    if (by === null) throw new Refusal("not_found", "no such message");
    if (!MAY_REPORT[party][by]) throw new Refusal("forbidden", "this is what your own side said");
    const note = noteOf(input.note, "/note", MAX_NOTE);
    const reportId = uuid();
    if (!(await this.#deps.safety.insertReport(tx, { id: reportId, caseId, messageId, party }))) {
      throw new Refusal("already_done", "your side has reported this message already");
    }
    const [written] = await this.#deps.journal.append(tx, caseId, actor, [
      { type: "message.reported", payload: { reportId, messageId, party, reason, note } },
    ]);
    return { n: written?.n[party] ?? 0, result: { id: reportId } };
  }

  /** The mediator says to the side that reported it what came of it. */
  async deal(tx: Tx, actor: Actor, input: { caseId: string; reportId: string; note: string }): Promise<Done> {
    const { caseId, reportId } = input;
    await lockMediatorOf(this.#deps, tx, actor, caseId);
    const row = await this.#deps.safety.report(tx, caseId, reportId);
    if (!row) throw new Refusal("not_found", "no such report");
    const next = REPORT_TRANSITIONS[row.state].deal;
    if (next === null) throw new Refusal("already_done", "it was dealt with before");
    const note = textOf(input.note, "/note", MAX_NOTE);
    await this.#deps.safety.moveReport(tx, reportId, next);
    const { messageId, party } = row;
    const [written] = await this.#deps.journal.append(tx, caseId, actor, [
      { type: "report.dealtWith", payload: { reportId, messageId, party, note } },
    ]);
    return { n: written?.n.mediator ?? 0, result: null };
  }
}

/** Whose words an event brings, or null when it brings none. */
function speakerOf(event: JournalEvent): Party | null {
  if (event.type === "message.passedOn") return event.payload.from;
  if (event.type !== "message.posted") return null;
  return PARTIES.find((party) => party === event.actor.party) ?? null;
}
