import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { contractKey, owedComponents, type NewDebt } from "../../shared/debts/newDebt.ts";
import { paymentHistoryProblems, type StatedPayment } from "../../shared/debts/paymentHistory.ts";
import { statementTotals } from "../../shared/debts/totals.ts";
import type { Fen } from "../../shared/money/fen.ts";
import { hashStatement } from "../../shared/plans/hashing.ts";
import type { StatementBasis, StatementLine } from "../../shared/plans/statement.ts";
import type { Tx } from "../database/transaction.ts";
import type { Debt, Statement, StatementLineRow } from "./debt.entity.ts";
import type { DebtOfCase, DebtRepository, NewLine, NewStatement, PaymentHistory } from "./debt.repository.ts";

export type CurrentStatement = { statement: Statement; lines: StatementLineRow[] };
/** The debts to write into one case, as of a date. */
export type DebtsForCase = { caseId: string; asOf: LocalDate; debts: NewDebt[] };

/** What is owed: the contracts of a case and the statement of their components. */
export class StatementService {
  readonly #rows: DebtRepository;

  constructor(rows: DebtRepository) {
    this.#rows = rows;
  }

  debts(tx: Tx, caseId: string): Promise<Debt[]> {
    return this.#rows.debtsOf(tx, caseId);
  }

  /** The latest statement of a case; every case has one from its creation. */
  async current(tx: Tx, caseId: string): Promise<CurrentStatement> {
    const statement = await this.#rows.currentStatement(tx, caseId);
    if (!statement) throw new Refusal("not_found", "this case has no statement");
    return { statement, lines: await this.#rows.linesOf(tx, statement.id) };
  }

  /** A statement as it was when something was computed from it. */
  async version(tx: Tx, statementId: string): Promise<CurrentStatement> {
    const statement = await this.#rows.statement(tx, statementId);
    if (!statement) throw new Refusal("not_found", "no such statement");
    return { statement, lines: await this.#rows.linesOf(tx, statement.id) };
  }

  /** The keys (see `contractKey`) of those contracts the platform has stated before. */
  async knownContracts(tx: Tx, platformId: string, debts: readonly NewDebt[]): Promise<Set<string>> {
    const known = await this.#rows.knownContracts(tx, platformId, debts);
    return new Set(known.map(contractKey));
  }

  /** Write debts and first statements of new cases, three SQL statements for all of them. */
  async openMany(tx: Tx, platformId: string, cases: readonly DebtsForCase[]): Promise<void> {
    const drafts = cases.map((input) => draftStatement({ ...input, version: 1, keep: [] }));
    await this.#rows.insertDebts(
      tx,
      platformId,
      drafts.flatMap((draft) => draft.debts),
    );
    await this.#rows.insertStatements(
      tx,
      drafts.map((draft) => draft.statement),
      drafts.flatMap((draft) => draft.lines),
    );
  }

  /** Add debts to a case nobody has answered yet: a new version of its statement, everything open. */
  async addDebts(
    tx: Tx,
    platformId: string,
    input: DebtsForCase,
  ): Promise<{ added: DebtOfCase[]; totalFen: Fen }> {
    const { statement: before, lines: keep } = await this.current(tx, input.caseId);
    const asOf = input.asOf > before.asOf ? input.asOf : before.asOf;
    const draft = draftStatement({ ...input, asOf, version: before.version + 1, keep });
    await this.#rows.insertDebts(tx, platformId, draft.debts);
    await this.#rows.insertStatements(tx, [draft.statement], draft.lines);
    return { added: draft.debts, totalFen: statementTotals(draft.lines).totalFen };
  }

  /**
   * Write a new version of the statement with these amounts; answers its total. Answers hold on for lines that did not
   * change where `keepAnswers` says so; else everything is open again.
   */
  async restate(
    tx: Tx,
    caseId: string,
    input: { asOf: LocalDate; lines: readonly StatementLine[]; keepAnswers?: true },
  ): Promise<Fen> {
    const { statement: before } = await this.current(tx, caseId);
    const keep = input.lines.filter((line) => line.fen > 0);
    const draft = draftStatement({
      caseId,
      asOf: input.asOf,
      version: before.version + 1,
      ...(input.keepAnswers === true ? { answersSince: before.answersSince } : {}),
      debts: [],
      keep,
    });
    await this.#rows.insertStatements(tx, [draft.statement], draft.lines);
    return statementTotals(draft.lines).totalFen;
  }

  /** The latest payment history of each contract that has one. */
  histories(tx: Tx, caseId: string): Promise<PaymentHistory[]> {
    return this.#rows.histories(tx, caseId);
  }

  /** Keep a payment history of a contract; it takes the place of the one before. The case is locked by the caller. */
  async statePayments(
    tx: Tx,
    caseId: string,
    input: { debtId: string; payments: readonly StatedPayment[]; statedBy: string },
  ): Promise<{ debt: Debt; version: number }> {
    const { debtId, payments } = input;
    const debt = (await this.#rows.debtsOf(tx, caseId)).find(({ id }) => id === debtId);
    if (!debt) throw new Refusal("not_found", "this case has no such contract");
    const { statement } = await this.current(tx, caseId);
    const problems = paymentHistoryProblems(payments, {
      disbursedOn: debt.disbursedOn,
      asOf: statement.asOf,
    });
    if (problems.length > 0) {
      const errors = problems.map(({ pointer, code }) => ({
        pointer: `/payments${pointer}`,
        code,
        detail: "see the code",
      }));
      throw new Refusal("unprocessable", "this payment history cannot be taken", { errors });
    }
    const before = (await this.#rows.histories(tx, caseId)).find((history) => history.debtId === debtId);
    const version = (before?.version ?? 0) + 1;
    await this.#rows.addHistory(tx, { ...input, version });
    return { debt, version };
  }

  /** Put all contracts of a case into one class of the platform's own, or into none. */
  setRiskTier(tx: Tx, caseId: string, riskTier: string | null): Promise<void> {
    return this.#rows.setRiskTier(tx, caseId, riskTier);
  }
}

/** The part of a statement that plans are computed from. */
export function basisOf({ statement, lines }: CurrentStatement): StatementBasis {
  return {
    statementId: statement.id,
    asOf: statement.asOf,
    lines: lines.map(({ debtId, component, fen }) => ({ debtId, component, fen })),
  };
}

function draftStatement(input: {
  caseId: string;
  asOf: LocalDate;
  version: number;
  answersSince?: number;
  debts: readonly NewDebt[];
  keep: readonly StatementLine[];
}): { statement: NewStatement; lines: NewLine[]; debts: DebtOfCase[] } {
  const { caseId, asOf, version } = input;
  const statementId = uuid();
  const debts = input.debts.map((debt) => ({ ...debt, id: uuid(), caseId }));
  const kept = input.keep.map(({ debtId, component, fen }) => ({ debtId, component, fen }));
  const added = debts.flatMap((debt) => owedComponents(debt).map((line) => ({ debtId: debt.id, ...line })));
  const lines: StatementLine[] = [...kept, ...added];
  const hash = hashStatement({ statementId, asOf, lines });
  return {
    statement: { id: statementId, caseId, version, asOf, hash, answersSince: input.answersSince ?? version },
    lines: lines.map((line) => ({ ...line, statementId })),
    debts,
  };
}
