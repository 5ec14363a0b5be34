import { Column, Entity, PrimaryColumn } from "typeorm";
import type { CaseStage, TerminationReason } from "../../shared/cases/lifecycle.ts";
import type { Fen } from "../../shared/money/fen.ts";
import { fenTransformer } from "../database/fenColumn.ts";

/** One borrower and one platform with one or more debts, before one mediator. */
@Entity({ name: "case" })
export class Case {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) number!: string;
  @Column({ type: "uuid", name: "centre_id" }) centreId!: string;
  @Column({ type: "uuid", name: "platform_id" }) platformId!: string;
  @Column({ type: "uuid", name: "borrower_id" }) borrowerId!: string;
  @Column({ type: "uuid", name: "mediator_id", nullable: true }) mediatorId!: string | null;
  /** Who mediates beside the mediator, in the order they came. */
  @Column({ type: "uuid", array: true, name: "co_mediator_ids", default: () => "'{}'" })
  coMediatorIds!: string[];
  @Column({ type: "text" }) stage!: CaseStage;
  @Column({ type: "timestamptz", name: "stage_since" }) stageSince!: Date;
  @Column({ type: "timestamptz", name: "accepted_at", nullable: true }) acceptedAt!: Date | null;
  @Column({ type: "timestamptz", name: "paused_at", nullable: true }) pausedAt!: Date | null;
  @Column({ type: "timestamptz", name: "borrower_consented_at", nullable: true })
  borrowerConsentedAt!: Date | null;
  @Column({ type: "timestamptz", name: "platform_consented_at", nullable: true })
  platformConsentedAt!: Date | null;
  @Column({ type: "text", name: "termination_reason", nullable: true })
  terminationReason!: TerminationReason | null;
  @Column({ type: "timestamptz", name: "terminated_at", nullable: true }) terminatedAt!: Date | null;
  @Column({ type: "text", name: "certificate_sha256", nullable: true }) certificateSha256!: string | null;
  @Column({ type: "bigint", name: "claimed_fen", transformer: fenTransformer }) claimedFen!: Fen;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
  @Column({ type: "int", default: 1 }) version!: number;
}

/** A mediator is proposed, declares whether there is a conflict of interest, and only then appointed. */
@Entity({ name: "appointment" })
export class Appointment {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "uuid", name: "mediator_id" }) mediatorId!: string;
  @Column({ type: "text", default: "mediator" }) role!: AppointmentRole;
  @Column({ type: "uuid", name: "proposed_by" }) proposedBy!: string;
  @Column({ type: "text" }) status!: AppointmentStatus;
  @Column({ type: "int", name: "prior_cases_with_platform" }) priorCasesWithPlatform!: number;
  @Column({ type: "text", nullable: true }) statement!: string | null;
  @Column({ type: "timestamptz", name: "proposed_at" }) proposedAt!: Date;
  @Column({ type: "timestamptz", name: "declared_at", nullable: true }) declaredAt!: Date | null;
}

/** As what somebody was asked to come to a case. */
export type AppointmentRole = "mediator" | "co_mediator";
export type AppointmentStatus = "proposed" | "appointed" | "conflicted" | "revoked";
