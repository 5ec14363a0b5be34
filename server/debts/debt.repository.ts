import { v7 as uuid } from "uuid";
import type { NewDebt } from "../../shared/debts/newDebt.ts";
import { COMPONENTS } from "../../shared/plans/statement.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { Debt, Statement, StatementLineRow } from "./debt.entity.ts";

export type DebtOfCase = NewDebt & { id: string; caseId: string };
export type NewStatement = Pick<Statement, "id" | "caseId" | "version" | "asOf" | "hash">;
export type NewLine = Pick<StatementLineRow, "statementId" | "debtId" | "component" | "fen">;

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

  saveLine(tx: Tx, line: StatementLineRow): Promise<StatementLineRow> {
    return tx.manager.save(line);
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
         disbursed_fen, term_count, annual_rate, penalty_markup, overdue_since, repaid_fen, remark, created_at)
       SELECT d.id, $1, d."caseId", d."contractNumber", d.product, d."lenderName", d."lenderType", d."disbursedOn",
         d."disbursedFen", d."termCount", d."annualRate", d."penaltyMarkup", d."overdueSince", d."repaidFen",
         d.remark, $3
       FROM jsonb_to_recordset($2::jsonb) AS d(id uuid, "caseId" uuid, "contractNumber" text, product text,
         "lenderName" text, "lenderType" text, "disbursedOn" date, "disbursedFen" bigint, "termCount" int,
         "annualRate" text, "penaltyMarkup" text, "overdueSince" date, "repaidFen" bigint, remark text)`,
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
      `INSERT INTO statement (id, case_id, version, as_of, hash, created_at)
       SELECT s.id, s."caseId", s.version, s."asOf", s.hash, $2
       FROM jsonb_to_recordset($1::jsonb) AS s(id uuid, "caseId" uuid, version int, "asOf" date, hash text)`,
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
