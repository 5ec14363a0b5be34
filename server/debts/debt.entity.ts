import { Column, Entity, PrimaryColumn } from "typeorm";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { LineAnswer, LineSide } from "../../shared/debts/lineAnswer.ts";
import type { LenderType } from "../../shared/law/lenderType.ts";
import type { Fen } from "../../shared/money/fen.ts";
import type { Rate } from "../../shared/money/rate.ts";
import type { Component } from "../../shared/plans/statement.ts";
import { fenTransformer } from "../database/fenColumn.ts";

/** One contract. */
@Entity({ name: "debt" })
export class Debt {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "platform_id" }) platformId!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "text", name: "contract_number" }) contractNumber!: string;
  @Column({ type: "text", nullable: true }) product!: string | null;
  @Column({ type: "text", name: "lender_name" }) lenderName!: string;
  @Column({ type: "text", name: "lender_type" }) lenderType!: LenderType;
  @Column({ type: "date", name: "disbursed_on", nullable: true }) disbursedOn!: LocalDate | null;
  @Column({ type: "bigint", name: "disbursed_fen", nullable: true, transformer: fenTransformer })
  disbursedFen!: Fen | null;
  @Column({ type: "int", name: "term_count", nullable: true }) termCount!: number | null;
  @Column({ type: "text", name: "annual_rate", nullable: true }) annualRate!: Rate | null;
  @Column({ type: "text", name: "penalty_markup", nullable: true }) penaltyMarkup!: Rate | null;
  @Column({ type: "date", name: "overdue_since", nullable: true }) overdueSince!: LocalDate | null;
  @Column({ type: "bigint", name: "repaid_fen", nullable: true, transformer: fenTransformer })
  repaidFen!: Fen | null;
  @Column({ type: "text", nullable: true }) remark!: string | null;
  /** What the borrower received of a loan from which interest was kept back, where that is known. */
  @Column({ type: "bigint", name: "received_fen", nullable: true, transformer: fenTransformer })
  receivedFen!: Fen | null;
  /** The platform's own class of risk; nobody else ever sees it. */
  @Column({ type: "text", name: "risk_tier", nullable: true }) riskTier!: string | null;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
}

/** All components of all debts of a case as of a date. Never changed: a new debt or a correction makes a new version. */
@Entity({ name: "statement" })
export class Statement {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "int" }) version!: number;
  @Column({ type: "date", name: "as_of" }) asOf!: LocalDate;
  @Column({ type: "text" }) hash!: string;
  /** The version from which on answers hold for lines that did not change since. */
  @Column({ type: "int", name: "answers_since" }) answersSince!: number;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
}

/** One component of one debt. */
@Entity({ name: "statement_line" })
export class StatementLineRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "statement_id" }) statementId!: string;
  @Column({ type: "uuid", name: "debt_id" }) debtId!: string;
  @Column({ type: "text" }) component!: Component;
  @Column({ type: "bigint", transformer: fenTransformer }) fen!: Fen;
}

/** What a side said about a line; never changed, only followed by another. */
@Entity({ name: "line_entry" })
export class LineEntryRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "int" }) version!: number;
  @Column({ type: "uuid", name: "debt_id" }) debtId!: string;
  @Column({ type: "text" }) component!: Component;
  @Column({ type: "bigint", transformer: fenTransformer }) fen!: Fen;
  @Column({ type: "bigint", name: "from_fen", nullable: true, transformer: fenTransformer })
  fromFen!: Fen | null;
  @Column({ type: "text" }) side!: LineSide;
  @Column({ type: "text" }) answer!: LineAnswer;
  @Column({ type: "text", nullable: true }) reason!: string | null;
  @Column({ type: "uuid", name: "exhibit_id", nullable: true }) exhibitId!: string | null;
  @Column({ type: "text", name: "by_name" }) byName!: string;
  @Column({ type: "timestamptz" }) at!: Date;
}
