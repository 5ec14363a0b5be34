import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { carryOver, openAtClosing } from "../../shared/performance/closing.ts";
import { keepMove, type AmendmentOutcome } from "../../shared/performance/lifecycle.ts";
import type { Instalment } from "../../shared/performance/plan.ts";
import type { Agreement, AgreementService } from "../agreements/index.ts";
import type { Case, CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import { Amendment, PlanEntry } from "./amendment.entity.ts";
import type { PerformanceRepository } from "./performance.repository.ts";
import type { Plan, StatementAfterBreach } from "./planInForce.ts";

/** What amending asks of agreements: one takes another's place, or is taken back unsealed. */
export interface Superseding {
  /** Mark the earlier agreement as superseded by the one now in force; answers the earlier. */
  supersede(tx: Tx, earlierId: string, by: Agreement): Promise<Agreement>;
  withdrawOpen(tx: Tx, caseId: string): Promise<void>;
  /** Offers on a statement that counts no longer. */
  endOffers(tx: Tx, caseId: string): Promise<unknown>;
}

/**
 * An agreement in force goes back to the table and stays in force meanwhile. Either another takes its place, or the talks end and it
 * goes on. The case is locked by the caller.
 */
export class Amendments {
  readonly #deps: {
    rows: PerformanceRepository;
    cases: CaseService;
    agreements: AgreementService;
    journal: Journal;
    statements: StatementAfterBreach;
    superseding: Superseding;
  };

  constructor(deps: {
    rows: PerformanceRepository;
    cases: CaseService;
    agreements: AgreementService;
    journal: Journal;
    statements: StatementAfterBreach;
    superseding: Superseding;
  }) {
    this.#deps = deps;
  }

  openOf(tx: Tx, caseId: string): Promise<Amendment | null> {
    return this.#deps.rows.openAmendment(tx, caseId);
  }

  /** Negotiate anew on a statement of what is left. */
  async begin(tx: Tx, actor: Actor, plan: Plan, fromStage: "performing" | "breached"): Promise<void> {
    const { rows, journal, statements } = this.#deps;
    const { theCase, agreement } = plan;
    const amendment = Object.assign(new Amendment(), {
      id: uuid(),
      caseId: theCase.id,
      agreementId: agreement.id,
      fromStage,
      begunAt: tx.now,
      outcome: null,
      newAgreementId: null,
      closedAt: null,
    });
    await statements.restate(tx, plan);
    await rows.saveAmendment(tx, amendment);
    const { id: amendmentId, agreementId } = amendment;
    await journal.append(tx, theCase.id, actor, [
      { type: "amendment.begun", payload: { amendmentId, agreementId, number: agreement.number } },
    ]);
  }

  /** The talks end and the agreement in force goes on as it was. */
  async keep(tx: Tx, actor: Actor, theCase: Case): Promise<void> {
    const { rows, cases, agreements, statements, superseding } = this.#deps;
    const amendment = await rows.openAmendment(tx, theCase.id);
    const agreement = await agreements.sealedOf(tx, theCase.id);
    if (!amendment || !agreement) throw new Refusal("stage_forbids", "no agreement is being negotiated anew");
    if (theCase.stage === "signing") {
      throw new Refusal("stage_forbids", "the new agreement lies open for signature; take it back first");
    }
    await superseding.endOffers(tx, theCase.id);
    await statements.restore(tx, theCase, agreement);
    await this.#close(tx, actor, amendment, "kept");
    await cases.move(tx, actor, theCase, keepMove(amendment.fromStage));
  }

  /**
   * Somebody leaves, or the mediator sees no use in going on: a plan that was being kept goes on instead of ending. True when it does.
   * A plan that had been broken before ends with its mediation.
   */
  async keepInstead(tx: Tx, actor: Actor, theCase: Case): Promise<boolean> {
    const amendment = await this.#deps.rows.openAmendment(tx, theCase.id);
    if (amendment === null) return false;
    if (amendment.fromStage === "breached") {
      await this.#close(tx, actor, amendment, "ended");
      return false;
    }
    await this.settle(tx, actor, theCase);
    return true;
  }

  /** The last payment under the plan in force came while it was being negotiated anew: nothing is left to negotiate. */
  async settle(tx: Tx, actor: Actor, theCase: Case): Promise<void> {
    if (theCase.stage === "signing") {
      await this.#deps.superseding.withdrawOpen(tx, theCase.id);
      await this.#deps.cases.move(tx, actor, theCase, "refuse_signature");
    }
    await this.keep(tx, actor, theCase);
  }

  /** A new agreement is in force: the earlier plan is closed entry by entry, and what was paid meanwhile counts. */
  async takeOver(
    tx: Tx,
    actor: Actor,
    theCase: Case,
    agreement: Agreement,
    opening: readonly Instalment[],
  ): Promise<{ superseded: Agreement | null; instalments: readonly Instalment[] }> {
    const { rows, superseding, journal } = this.#deps;
    const amendment = await rows.openAmendment(tx, theCase.id);
    if (amendment === null) return { superseded: null, instalments: opening };
    const earlier = await superseding.supersede(tx, amendment.agreementId, agreement);
    const before = await rows.instalmentsOf(tx, earlier.id);
    const late = (await rows.paymentsOf(tx, earlier.id)).filter(
      (payment) => payment.recordedAt > amendment.begunAt,
    );
    const { instalments, carriedFen } = carryOver(opening, late);
    const entry = { caseId: theCase.id, onDate: shanghaiDateOf(tx.now), recordedAt: tx.now };
    const closed = openAtClosing(before).map(({ number, fen }) =>
      Object.assign(new PlanEntry(), {
        ...entry,
        id: uuid(),
        agreementId: earlier.id,
        kind: "superseded" as const,
        instalmentNumber: number,
        fen,
        otherAgreementId: agreement.id,
      }),
    );
    const carried = Object.assign(new PlanEntry(), {
      ...entry,
      id: uuid(),
      agreementId: agreement.id,
      kind: "carried_over" as const,
      fen: carriedFen,
      otherAgreementId: earlier.id,
    });
    await rows.insertEntries(tx, carriedFen > 0 ? [...closed, carried] : closed);
    await journal.append(tx, theCase.id, actor, [
      {
        type: "agreement.superseded",
        payload: {
          agreementId: earlier.id,
          number: earlier.number,
          byAgreementId: agreement.id,
          byNumber: agreement.number,
        },
      },
    ]);
    await this.#close(tx, actor, amendment, "superseded", agreement.id);
    return { superseded: earlier, instalments };
  }

  /** A payment while the case is at the table cured or broke nothing of the case, but of the plan. */
  async planIsNow(tx: Tx, amendment: Amendment, fromStage: "performing" | "breached"): Promise<void> {
    amendment.fromStage = fromStage;
    await this.#deps.rows.saveAmendment(tx, amendment);
  }

  async #close(
    tx: Tx,
    actor: Actor,
    amendment: Amendment,
    outcome: AmendmentOutcome,
    newAgreementId: string | null = null,
  ): Promise<void> {
    Object.assign(amendment, { outcome, newAgreementId, closedAt: tx.now });
    await this.#deps.rows.saveAmendment(tx, amendment);
    await this.#deps.journal.append(tx, amendment.caseId, actor, [
      { type: "amendment.ended", payload: { amendmentId: amendment.id, outcome } },
    ]);
  }
}
