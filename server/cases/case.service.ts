import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { decideCaseMove, type CaseMove, type CaseStage } from "../../shared/cases/lifecycle.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { Case } from "./case.entity.ts";
import { noSuchCase } from "./case.policy.ts";
import type { CaseRepository } from "./case.repository.ts";

/** Finding, locking and moving a case: what every other domain needs of it. */
export class CaseService {
  readonly #rows: CaseRepository;
  readonly #journal: Journal;

  constructor(rows: CaseRepository, journal: Journal) {
    this.#rows = rows;
    this.#journal = journal;
  }

  async find(tx: Tx, caseId: string): Promise<Case> {
    const theCase = await this.#rows.find(tx, caseId);
    if (!theCase) throw noSuchCase();
    return theCase;
  }

  /** Is this person the borrower of this case? For a session, which may outlive either. */
  async isCaseOf(tx: Tx, caseId: string, borrowerId: string): Promise<boolean> {
    return (await this.#rows.find(tx, caseId))?.borrowerId === borrowerId;
  }

  /** The case, held until the transaction ends. Lock it before its children and before the journal. */
  async lock(tx: Tx, caseId: string): Promise<Case> {
    const theCase = await this.#rows.lock(tx, caseId);
    if (!theCase) throw noSuchCase();
    return theCase;
  }

  /** Move a locked case along its lifecycle and record it; throws the lifecycle's refusal. */
  async move(tx: Tx, actor: Actor, theCase: Case, move: CaseMove): Promise<void> {
    const decision = decideCaseMove(stateOf(theCase), move);
    if (!decision.ok) throw new Refusal(decision.code, `${move} is not possible now`);
    const { from, to } = decision;
    await this.#rows.change(tx, theCase, { stage: to, stageSince: tx.now });
    await this.#journal.append(tx, theCase.id, actor, [{ type: "case.stageChanged", payload: { from, to } }]);
  }
}

/** Refuse unless the case is in one of these stages and not paused. */
export function onlyInStages(theCase: Case, stages: readonly CaseStage[]): void {
  if (!stages.includes(theCase.stage)) {
    throw new Refusal("stage_forbids", `not possible while the case is ${theCase.stage}`);
  }
  if (theCase.pausedAt !== null) throw new Refusal("case_paused", "the case is paused");
}

function stateOf(theCase: Case): { stage: CaseStage; pausedAt: string | null } {
  return { stage: theCase.stage, pausedAt: theCase.pausedAt?.toISOString() ?? null };
}
