import type { Fen } from "../../shared/money/fen.ts";
import { remainingLines } from "../../shared/performance/remaining.ts";
import type { StatementLine } from "../../shared/plans/statement.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { basisOf, type StatementService } from "../debts/index.ts";
import type { Plan, StatementAfterBreach } from "./performance.service.ts";

/** Writes a new version of a case's statement and brings its claimed sum up to date. */
export interface StatementWriter {
  restate(tx: Tx, theCase: Case, input: { asOf: LocalDate; lines: readonly StatementLine[] }): Promise<void>;
}

/** A new statement of what is left after a plan that failed, as of today. */
export class RestateAfterBreach implements StatementAfterBreach {
  readonly #statements: StatementService;
  readonly #writer: StatementWriter;

  constructor(statements: StatementService, writer: StatementWriter) {
    this.#statements = statements;
    this.#writer = writer;
  }

  async restate(tx: Tx, { theCase, agreement, instalments }: Plan): Promise<void> {
    const current = basisOf(await this.#statements.current(tx, theCase.id));
    const paid = new Map<number, Fen>(instalments.map((row) => [row.number, row.paidFen]));
    const lines = remainingLines(current.lines, agreement.terms, agreement.schedule.rows, paid);
    await this.#writer.restate(tx, theCase, { asOf: shanghaiDateOf(tx.now), lines });
  }
}
