import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import { correctionProblem } from "../../shared/debts/correction.ts";
import { lineAnswerProblem, type LineAnswer, type LineSide } from "../../shared/debts/lineAnswer.ts";
import { subFen, type Fen } from "../../shared/money/fen.ts";
import { statementTotals } from "../../shared/debts/totals.ts";
import type { Tx } from "../database/transaction.ts";
import { LineEntryRow, type Statement, type StatementLineRow } from "./debt.entity.ts";
import type { DebtRepository } from "./debt.repository.ts";
import type { StatementService } from "./statement.service.ts";

/** Who says something about a line, and what they show for it. */
type Word = { lineId: string; byName: string; reason: string | null; exhibitId: string | null };
/** A line made smaller, and the statement that came of it. */
type Correction = { line: StatementLineRow; entry: LineEntryRow; statement: Statement; totalFen: Fen };

/** What both sides say about the lines of a statement. The case is locked by the caller. */
export class LineService {
  readonly #rows: DebtRepository;
  readonly #statements: StatementService;

  constructor(rows: DebtRepository, statements: StatementService) {
    this.#rows = rows;
    this.#statements = statements;
  }

  /** Everything said about the lines of a case, oldest first. */
  entries(tx: Tx, caseId: string): Promise<LineEntryRow[]> {
    return this.#rows.entriesOf(tx, caseId);
  }

  /** Keep what a side says about one line of the current statement. */
  async answer(
    tx: Tx,
    caseId: string,
    input: Word & { side: LineSide; answer: LineAnswer },
  ): Promise<{ line: StatementLineRow; entry: LineEntryRow }> {
    const { statement, line } = await this.#line(tx, caseId, input.lineId);
    const problem = lineAnswerProblem(input.answer, input.reason);
    if (problem !== null) throw unfit("/reason", problem, "a reason is needed to look into it");
    const entry = await this.#rows.addEntry(tx, entryOf(tx, statement, line, { ...input, fromFen: null }));
    return { line, entry };
  }

  /** The platform corrects a line downwards: a new version of the statement, in which the other lines keep their answers. */
  async correct(tx: Tx, caseId: string, input: Word & { fen: number }): Promise<Correction> {
    const { statement, line, lines } = await this.#line(tx, caseId, input.lineId);
    const otherFen = subFen(statementTotals(lines).totalFen, line.fen);
    const { fen: toFen, reason } = input;
    const problem = correctionProblem({ fromFen: line.fen, toFen, otherFen, reason });
    if (problem !== null) throw unfit(problem.pointer, problem.code, "see the code");
    // correctionProblem has found it to be whole fen.
    const { debtId, component } = line;
    const corrected = { debtId, component, fen: toFen as Fen };
    const totalFen = await this.#statements.restate(tx, caseId, {
      asOf: statement.asOf,
      lines: lines.map((each) => (each.id === line.id ? corrected : each)),
      keepAnswers: true,
    });
    const { statement: now } = await this.#statements.current(tx, caseId);
    const word = { ...input, side: "platform" as const, answer: "confirmed" as const, fromFen: line.fen };
    const entry = await this.#rows.addEntry(tx, entryOf(tx, now, corrected, word));
    return { line, entry, statement: now, totalFen };
  }

  async #line(
    tx: Tx,
    caseId: string,
    lineId: string,
  ): Promise<{ statement: Statement; line: StatementLineRow; lines: StatementLineRow[] }> {
    const { statement, lines } = await this.#statements.current(tx, caseId);
    const line = lines.find((candidate) => candidate.id === lineId);
    if (!line) throw new Refusal("not_found", "the current statement has no such line");
    return { statement, line, lines };
  }
}

function entryOf(
  tx: Tx,
  statement: Statement,
  line: Pick<StatementLineRow, "debtId" | "component" | "fen">,
  word: Omit<Word, "lineId"> & { side: LineSide; answer: LineAnswer; fromFen: Fen | null },
): LineEntryRow {
  const { side, answer, reason, exhibitId, byName, fromFen } = word;
  const { debtId, component, fen } = line;
  const said = (reason ?? "").trim();
  return Object.assign(new LineEntryRow(), {
    id: uuid(),
    caseId: statement.caseId,
    version: statement.version,
    debtId,
    component,
    fen,
    fromFen,
    side,
    answer,
    reason: said === "" ? null : said,
    exhibitId,
    byName,
    at: tx.now,
  });
}

function unfit(pointer: string, code: string, detail: string): Refusal {
  return new Refusal("unprocessable", "this cannot be said of the line", {
    errors: [{ pointer, code, detail }],
  });
}
