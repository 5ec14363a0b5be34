import { isPastDeadline, remindersDue } from "../../shared/agreements/deadline.ts";
import { decideAgreement } from "../../shared/agreements/lifecycle.ts";
import { inTurn, USUAL_ORDER } from "../../shared/agreements/order.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { CaseService } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { Agreement } from "./agreement.entity.ts";
import type { AgreementRepository } from "./agreement.repository.ts";
import { partiesOf } from "./signer.ts";
import type { SigningRepository } from "./signing.repository.ts";

const CLOCK: Actor = { kind: "system", name: "Parley" };
const PER_RUN = 500;

/** The clock of signing: reminds those whose turn it is, and ends what was not signed in time. */
export class SigningDeadlines {
  readonly #deps: {
    db: Database;
    rows: AgreementRepository;
    signing: SigningRepository;
    cases: CaseService;
    journal: Journal;
  };

  constructor(deps: {
    db: Database;
    rows: AgreementRepository;
    signing: SigningRepository;
    cases: CaseService;
    journal: Journal;
  }) {
    this.#deps = deps;
  }

  /** Look once over all that lies before parties; each has a transaction of its own. */
  async run(): Promise<{ reminded: number; lapsed: number }> {
    const { db, signing } = this.#deps;
    const done = { reminded: 0, lapsed: 0 };
    for (const { id } of await db.read((tx) => signing.timed(tx, PER_RUN))) {
      const outcome = await db.transaction((tx) => this.#look(tx, id));
      if (outcome !== null) done[outcome] += 1;
    }
    return done;
  }

  /** A pause stops this clock too. */
  onResumed(tx: Tx, caseId: string, pausedAt: Date): Promise<void> {
    return this.#deps.signing.extendDeadline(tx, caseId, pausedAt);
  }

  async #look(tx: Tx, agreementId: string): Promise<"reminded" | "lapsed" | null> {
    const { rows, cases } = this.#deps;
    const found = await rows.find(tx, agreementId);
    if (!found) return null;
    const theCase = await cases.lock(tx, found.caseId);
    const agreement = await rows.lock(tx, agreementId);
    // Somebody signed, or the case was paused, since it was found.
    if (agreement?.status !== "signing" || theCase.pausedAt !== null || theCase.stage !== "signing")
      return null;
    const { deadline } = agreement;
    if (deadline === null) return null;
    if (isPastDeadline(deadline, tx.now)) {
      const decision = decideAgreement(agreement.status, "lapse");
      if (!decision.ok) return null;
      await rows.change(tx, agreement, { status: decision.to });
      const payload = { agreementId, deadline: deadline.toISOString() };
      await this.#deps.journal.append(tx, theCase.id, CLOCK, [{ type: "agreement.lapsed", payload }]);
      await cases.move(tx, CLOCK, theCase, "refuse_signature");
      return "lapsed";
    }
    return await this.#remind(tx, agreement, deadline);
  }

  async #remind(tx: Tx, agreement: Agreement, deadline: Date): Promise<"reminded" | null> {
    const { rows, journal } = this.#deps;
    const { id: agreementId, caseId, settings, releasedAt } = agreement;
    if (settings === null || releasedAt === null) return null;
    const due = remindersDue({ deadline, releasedAt }, settings.remindDaysBefore, tx.now);
    if (due <= agreement.remindersWritten) return null;
    // After a standstill one reminder is enough for all that were missed.
    await rows.change(tx, agreement, { remindersWritten: due });
    const signed = partiesOf(await rows.signaturesOf(tx, agreementId));
    const parties = inTurn(settings.order ?? USUAL_ORDER, signed);
    const payload = { agreementId, parties, deadline: deadline.toISOString() };
    await journal.append(tx, caseId, CLOCK, [{ type: "agreement.reminded", payload }]);
    return "reminded";
  }
}
