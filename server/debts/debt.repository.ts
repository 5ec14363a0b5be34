import { v7 as uuid } from "uuid";
import type { NewDebt } from "../../shared/debts/newDebt.ts";
import { COMPONENTS } from "../../shared/plans/statement.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import type { StatedPayment } from "../../shared/debts/paymentHistory.ts";
import { Debt, LineEntryRow, Statement, StatementLineRow } from "./debt.entity.ts";

export type DebtOfCase = NewDebt & { id: string; caseId: string };
export type NewStatement = Pick<Statement, "id" | "caseId" | "version" | "asOf" | "hash" | "answersSince">;
export type NewLine = Pick<StatementLineRow, "statementId" | "debtId" | "component" | "fen">;

export type PaymentHistory = { debtId: string; version: number; payments: StatedPayment[]; statedAt: Date };

/** Debts and statements, as rows. */
export class DebtRepository {
  debtsOf(tx: Tx, caseId: string): Promise<Debt[]> {
    return tx.manager.find(Debt, { where: { caseId }, order: { createdAt: "ASC", id: "ASC" } });
  }

  currentStatement(tx: Tx, caseId: string): Promise<Statement | null> {
    return tx.manager.findOne(Statement, { where: { caseId }, order: { version: "DESC" } });
  }

  statement(tx: Tx, id: string): Promise<Statement | null> {
    return tx.manager.findOneBy(Statement, { id });
  }

  /** Debt by debt, the components in the order they are always shown. */
  async linesOf(tx: Tx, statementId: string): Promise<StatementLineRow[]> {
    const lines = await tx.manager.find(StatementLineRow, {
      where: { statementId },
      order: { debtId: "ASC" },
    });
    const place = ({ component }: StatementLineRow): number => COMPONENTS.indexOf(component);
    return lines.toSorted((a, b) => (a.debtId === b.debtId ? place(a) - place(b) : 0));
  }

  /** Everything said about the lines of a case, oldest first. */
  entriesOf(tx: Tx, caseId: string): Promise<LineEntryRow[]> {
    return tx.manager.find(LineEntryRow, { where: { caseId }, order: { at: "ASC", id: "ASC" } });
  }

  addEntry(tx: Tx, entry: LineEntryRow): Promise<LineEntryRow> {
    return tx.manager.save(entry);
  }

  /** The latest payment history of each contract of a case that has one. */
  async histories(tx: Tx, caseId: string): Promise<PaymentHistory[]> {
    return await rows<PaymentHistory>(
      tx.manager,
      `SELECT DISTINCT ON (h.debt_id) h.debt_id AS "debtId", h.version, h.payments, h.stated_at AS "statedAt"
       FROM payment_history h JOIN debt d ON d.id = h.debt_id
       WHERE d.case_id = $1 ORDER BY h.debt_id, h.version DESC`,
      [caseId],
    );
  }

  async addHistory(
    tx: Tx,
    history: { debtId: string; version: number; payments: readonly StatedPayment[]; statedBy: string },
  ): Promise<void> {
    const { debtId, version, payments, statedBy } = history;
    await rows(
      tx.manager,
      `INSERT INTO payment_history (debt_id, version, payments, stated_by, stated_at) VALUES ($1, $2, $3, $4, $5)`,
      [debtId, version, JSON.stringify(payments), statedBy, tx.now],
    );
  }

  async setRiskTier(tx: Tx, caseId: string, riskTier: string | null): Promise<void> {
    await tx.manager.update(Debt, { caseId }, { riskTier });
  }

  /** Which of these contracts the platform has stated before. */
  async knownContracts(
    tx: Tx,
    platformId: string,
    contracts: readonly { lenderName: string; contractNumber: string }[],
  ): Promise<{ lenderName: string; contractNumber: string }[]> {
    return await rows(
      tx.manager,
      `SELECT d.lender_name AS "lenderName", d.contract_number AS "contractNumber"
       FROM jsonb_to_recordset($2::jsonb) AS c("lenderName" text, "contractNumber" text)
       JOIN debt d ON d.platform_id = $1 AND d.lender_name = c."lenderName"
         AND d.contract_number = c."contractNumber"`,
      [
        platformId,
        JSON.stringify(contracts.map(({ lenderName, contractNumber }) => ({ lenderName, contractNumber }))),
      ],
    );
  }

  async insertDebts(tx: Tx, platformId: string, debts: readonly DebtOfCase[]): Promise<void> {
    await rows(
      tx.manager,
      `INSERT INTO debt (id, platform_id, case_id, contract_number, product, lender_name, lender_type, disbursed_on,
         disbursed_fen, term_count, annual_rate, penalty_markup, overdue_since, repaid_fen, remark, received_fen,
         risk_tier, created_at)
       SELECT d.id, $1, d."caseId", d."contractNumber", d.product, d."lenderName", d."lenderType", d."disbursedOn",
         d."disbursedFen", d."termCount", d."annualRate", d."penaltyMarkup", d."overdueSince", d."repaidFen",
         d.remark, d."receivedFen", d."riskTier", $3
       FROM jsonb_to_recordset($2::jsonb) AS d(id uuid, "caseId" uuid, "contractNumber" text, product text,
         "lenderName" text, "lenderType" text, "disbursedOn" date, "disbursedFen" bigint, "termCount" int,
         "annualRate" text, "penaltyMarkup" text, "overdueSince" date, "repaidFen" bigint, remark text,
         "receivedFen" bigint, "riskTier" text)`,
      [platformId, JSON.stringify(debts), tx.now],
    );
  }

  async insertStatements(
    tx: Tx,
    statements: readonly NewStatement[],
    lines: readonly NewLine[],
  ): Promise<void> {
    await rows(
      tx.manager,
      `INSERT INTO statement (id, case_id, version, as_of, hash, answers_since, created_at)
       SELECT s.id, s."caseId", s.version, s."asOf", s.hash, s."answersSince", $2
       FROM jsonb_to_recordset($1::jsonb)
         AS s(id uuid, "caseId" uuid, version int, "asOf" date, hash text, "answersSince" int)`,
      [JSON.stringify(statements), tx.now],
    );
    await rows(
      tx.manager,
      `INSERT INTO statement_line (id, statement_id, debt_id, component, fen)
       SELECT l.id, l."statementId", l."debtId", l.component, l.fen
       FROM jsonb_to_recordset($1::jsonb) AS l(id uuid, "statementId" uuid, "debtId" uuid, component text, fen bigint)`,
      [JSON.stringify(lines.map((line) => ({ ...line, id: uuid() })))],
    );
  }
}
