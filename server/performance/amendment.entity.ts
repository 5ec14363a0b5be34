import { Column, Entity, PrimaryColumn } from "typeorm";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { Fen } from "../../shared/money/fen.ts";
import type { AmendmentOutcome } from "../../shared/performance/lifecycle.ts";
import type { Component } from "../../shared/plans/statement.ts";
import { fenTransformer } from "../database/fenColumn.ts";

/** An agreement in force that is negotiated anew. Until `closedAt` it stays in force. */
@Entity({ name: "amendment" })
export class Amendment {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "uuid", name: "agreement_id" }) agreementId!: string;
  /** What the plan is while the case is at the table: a payment may cure a broken one. */
  @Column({ type: "text", name: "from_stage" }) fromStage!: "performing" | "breached";
  @Column({ type: "timestamptz", name: "begun_at" }) begunAt!: Date;
  @Column({ type: "text", nullable: true }) outcome!: AmendmentOutcome | null;
  @Column({ type: "uuid", name: "new_agreement_id", nullable: true }) newAgreementId!: string | null;
  @Column({ type: "timestamptz", name: "closed_at", nullable: true }) closedAt!: Date | null;
}

/**
 * What ends a claim otherwise than by payment. `superseded` an instalment gave way to another agreement's · `carried_over`
 * payments on the earlier plan count on this one · `waived_on_completion` a waiver that took effect with the last payment.
 */
@Entity({ name: "plan_entry" })
export class PlanEntry {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "uuid", name: "agreement_id" }) agreementId!: string;
  @Column({ type: "text" }) kind!: "superseded" | "carried_over" | "waived_on_completion";
  @Column({ type: "int", name: "instalment_number", nullable: true }) instalmentNumber!: number | null;
  @Column({ type: "uuid", name: "debt_id", nullable: true }) debtId!: string | null;
  @Column({ type: "text", nullable: true }) component!: Component | null;
  @Column({ type: "bigint", transformer: fenTransformer }) fen!: Fen;
  @Column({ type: "uuid", name: "other_agreement_id", nullable: true }) otherAgreementId!: string | null;
  @Column({ type: "date", name: "on_date" }) onDate!: LocalDate;
  @Column({ type: "timestamptz", name: "recorded_at" }) recordedAt!: Date;
}
