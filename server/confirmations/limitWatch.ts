import type { Actor } from "../../shared/api/roles.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import {
  CONFIRMATION_PARTIES,
  daysLeft,
  RUNNING_STATUSES,
  warningDue,
} from "../../shared/confirmations/lifecycle.ts";
import type { CaseService } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { ConfirmationRepository } from "./confirmation.repository.ts";

const SYSTEM: Actor = { kind: "system", name: "Parley" };

/** Writes into the record, once for each warning, that the time to ask a court is running out. */
export class LimitWatch {
  readonly #deps: { db: Database; rows: ConfirmationRepository; cases: CaseService; journal: Journal };

  constructor(deps: { db: Database; rows: ConfirmationRepository; cases: CaseService; journal: Journal }) {
    this.#deps = deps;
  }

  /** The job: running it again the same day changes nothing. */
  async run(): Promise<void> {
    const { db, rows } = this.#deps;
    const near = await db.read((tx) => rows.nearLimit(tx, shanghaiDateOf(tx.now)));
    for (const { caseId, agreementId } of near) {
      await db.transaction((tx) => this.#warn(tx, caseId, agreementId));
    }
  }

  async #warn(tx: Tx, caseId: string, agreementId: string): Promise<void> {
    const { rows, cases, journal } = this.#deps;
    await cases.lock(tx, caseId);
    const confirmation = await rows.ofAgreement(tx, agreementId);
    if (!confirmation || !RUNNING_STATUSES.includes(confirmation.status)) return;
    const { id: confirmationId, deadline, warnedDays } = confirmation;
    const left = daysLeft(shanghaiDateOf(tx.now), deadline);
    const due = warningDue(left, warnedDays);
    if (due === null) return;
    await rows.change(tx, confirmation, { warnedDays: due });
    const signed = (await rows.signaturesOf(tx, confirmation)).map(({ party }) => party);
    const waitsFor = CONFIRMATION_PARTIES.filter((party) => !signed.includes(party));
    await journal.append(tx, caseId, SYSTEM, [
      { type: "confirmation.dueSoon", payload: { confirmationId, daysLeft: left, deadline, waitsFor } },
    ]);
  }
}
