import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { Fen } from "../../shared/money/fen.ts";
import { remainingLines } from "../../shared/performance/remaining.ts";
import type { Case, CaseRepository } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { basisOf, type StatementService } from "../debts/index.ts";
import type { Agreement } from "../agreements/index.ts";
import type { Plan, StatementAfterBreach } from "./planInForce.ts";

/** A new statement of what is left after a plan that failed, as of today; the claim of the case follows it. */
export class RestateAfterBreach implements StatementAfterBreach {
  readonly #statements: StatementService;
  readonly #cases: CaseRepository;

  constructor(statements: StatementService, cases: CaseRepository) {
    this.#statements = statements;
    this.#cases = cases;
  }

  async restate(tx: Tx, { theCase, agreement, instalments }: Plan): Promise<void> {
    const current = basisOf(await this.#statements.current(tx, theCase.id));
    const paid = new Map<number, Fen>(instalments.map((row) => [row.number, row.paidFen]));
    const lines = remainingLines(current.lines, agreement.terms, agreement.schedule.rows, paid);
    const asOf = shanghaiDateOf(tx.now);
    const claimedFen = await this.#statements.restate(tx, theCase.id, { asOf, lines });
    await this.#cases.change(tx, theCase, { claimedFen });
  }

  /** The claim is again what it was when the agreement in force was made: its plan is computed from that. */
  async restore(tx: Tx, theCase: Case, agreement: Agreement): Promise<void> {
    const { asOf, lines } = basisOf(await this.#statements.version(tx, agreement.terms.statementId));
    const claimedFen = await this.#statements.restate(tx, theCase.id, { asOf, lines });
    await this.#cases.change(tx, theCase, { claimedFen });
  }
}
