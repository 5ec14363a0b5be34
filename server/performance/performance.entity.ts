import { Column, Entity, PrimaryColumn } from "typeorm";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { Fen } from "../../shared/money/fen.ts";
import type { AllocatedPart, InstalmentStatus } from "../../shared/performance/plan.ts";
import { fenTransformer } from "../database/fenColumn.ts";

/** One payment owed under a sealed agreement; number 0 is the down payment. */
@Entity({ name: "instalment" })
export class InstalmentRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "agreement_id" }) agreementId!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "int" }) number!: number;
  @Column({ type: "date" }) due!: LocalDate;
  @Column({ type: "bigint", name: "due_fen", transformer: fenTransformer }) dueFen!: Fen;
  @Column({ type: "bigint", name: "paid_fen", transformer: fenTransformer }) paidFen!: Fen;
  @Column({ type: "text" }) status!: InstalmentStatus;
}

/** Money that arrived, and the instalments it went to. `reference` is the platform's own, unique per agreement. */
@Entity({ name: "payment" })
export class Payment {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "uuid", name: "agreement_id" }) agreementId!: string;
  @Column({ type: "bigint", transformer: fenTransformer }) fen!: Fen;
  @Column({ type: "date", name: "paid_on" }) paidOn!: LocalDate;
  @Column({ type: "text" }) reference!: string;
  @Column({ type: "jsonb" }) allocation!: AllocatedPart[];
  @Column({ type: "bigint", name: "credit_fen", transformer: fenTransformer }) creditFen!: Fen;
  @Column({ type: "uuid", name: "recorded_by" }) recordedBy!: string;
  @Column({ type: "timestamptz", name: "recorded_at" }) recordedAt!: Date;
}
