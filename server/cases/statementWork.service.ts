import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { ANSWERABLE_STAGES, HISTORY_STAGES } from "../../shared/cases/abilities.ts";
import type { LineAnswer } from "../../shared/debts/lineAnswer.ts";
import type { StatedPayment } from "../../shared/debts/paymentHistory.ts";
import { riskTierOf } from "../../shared/debts/riskTier.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import { sumFen } from "../../shared/money/fen.ts";
import type { Tx } from "../database/transaction.ts";
import type { LineService, StatementService } from "../debts/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Case } from "./case.entity.ts";
import { onlyPartyToCase, onlyPlatformOfCase } from "./case.policy.ts";
import type { CaseRepository } from "./case.repository.ts";
import { onlyInStages, type CaseService } from "./case.service.ts";

/** Documents of a case that every party may read: only such can be shown for a line both sides talk about. */
export interface SharedEvidence {
  readableByAll(tx: Tx, actor: Actor, caseId: string): Promise<ReadonlySet<string>>;
}

/** Offers are computed from a statement; when it changes, those still open come to an end. */
export interface OpenOffers {
  endAll(tx: Tx, caseId: string): Promise<void>;
}

type Shown = { caseId: string; lineId: string; reason: string | null; exhibitId: string | null };

type Deps = {
  rows: CaseRepository;
  cases: CaseService;
  statements: StatementService;
  lines: LineService;
  journal: Journal;
  evidence: SharedEvidence;
  openOffers: OpenOffers;
};

/** What the parties say about what is owed, and what the platform adds to it. */
export class StatementWork {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The borrower or the platform says whether a line of the statement is right. */
  async answerLine(tx: Tx, actor: Actor, input: Shown & { answer: LineAnswer }): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, input.caseId);
    const side = onlyPartyToCase(actor, theCase);
    if (side === "mediator") throw new Refusal("forbidden", "the mediator takes no side on a line");
    onlyInStages(theCase, ANSWERABLE_STAGES);
    await this.#onlySharedEvidence(tx, actor, input);
    const word = { ...input, side, byName: actor.name };
    const { line, entry } = await this.#deps.lines.answer(tx, theCase.id, word);
    const { answer, reason, exhibitId } = entry;
    await this.#record(tx, actor, theCase, [
      { type: "statement.lineAnswered", payload: { lineId: line.id, answer, reason, exhibitId } },
    ]);
  }

  /** The platform corrects a line downwards. What was offered on the old statement comes to an end. */
  async correctLine(tx: Tx, actor: Actor, input: Shown & { fen: number }): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, input.caseId);
    onlyPlatformOfCase(actor, theCase);
    onlyInStages(theCase, ANSWERABLE_STAGES);
    await this.#onlySharedEvidence(tx, actor, input);
    const word = { ...input, byName: actor.name };
    const { line, entry, statement, totalFen } = await this.#deps.lines.correct(tx, theCase.id, word);
    await this.#deps.rows.change(tx, theCase, { claimedFen: totalFen });
    const { debtId, component, fen: toFen, reason, exhibitId } = entry;
    const { id: statementId, version } = statement;
    const figures = { debtId, component, fromFen: line.fen, toFen };
    await this.#record(tx, actor, theCase, [
      { type: "statement.corrected", payload: { statementId, version, ...figures, reason, exhibitId } },
    ]);
    await this.#deps.openOffers.endAll(tx, theCase.id);
  }

  /** The platform states, payment by payment, what it has received on a contract. */
  async statePayments(
    tx: Tx,
    actor: Actor,
    input: { caseId: string; debtId: string; payments: readonly StatedPayment[] },
  ): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, input.caseId);
    const { staffId: statedBy } = onlyPlatformOfCase(actor, theCase);
    onlyInStages(theCase, HISTORY_STAGES);
    const { debtId, payments } = input;
    const { debt, version } = await this.#deps.statements.statePayments(tx, theCase.id, {
      debtId,
      payments,
      statedBy,
    });
    const totalFen = sumFen(payments.map((payment) => payment.fen));
    const { contractNumber } = debt;
    await this.#record(tx, actor, theCase, [
      {
        type: "debt.paymentsStated",
        payload: { debtId, contractNumber, version, count: payments.length, totalFen },
      },
    ]);
  }

  /** The platform's own class of risk, which its limits may depend on. Nobody else hears of it. */
  async setRiskTier(tx: Tx, actor: Actor, caseId: string, riskTier: string | null): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, caseId);
    onlyPlatformOfCase(actor, theCase);
    if (!HISTORY_STAGES.includes(theCase.stage)) {
      throw new Refusal("stage_forbids", "the terms are agreed; limits matter no more");
    }
    const debts = await this.#deps.statements.debts(tx, caseId);
    if (debts.length > 0 && debts.every((debt) => debt.riskTier === riskTier)) return;
    await this.#deps.statements.setRiskTier(tx, caseId, riskTier);
    await this.#record(tx, actor, theCase, [
      { type: "case.riskTierSet", payload: { from: riskTierOf(debts), to: riskTier } },
    ]);
  }

  async #onlySharedEvidence(tx: Tx, actor: Actor, input: Shown): Promise<void> {
    const { caseId, exhibitId } = input;
    if (exhibitId === null) return;
    if ((await this.#deps.evidence.readableByAll(tx, actor, caseId)).has(exhibitId)) return;
    throw new Refusal("unprocessable", "show what every party of the case may read", {
      errors: [{ pointer: "/exhibitId", code: "not_shared", detail: "a document all parties may read" }],
    });
  }

  async #record(tx: Tx, actor: Actor, theCase: Case, drafts: EventDraft[]): Promise<void> {
    await this.#deps.journal.append(tx, theCase.id, actor, drafts);
  }
}
